"""Bands of an aligned table -> rows of cells, with what is doubtful about them.

A title in the middle of several numbers names a group of them; a title or number in the middle of several items is
printed once, on the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from wuye_cli.importing.document import Cell, Locator
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.recognisers.table.cell_shape import BROKEN, NOBODY, NUMBER, badness
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.header import Header, Row
from wuye_cli.importing.recognisers.table.unit_columns import RUN_TOGETHER
from wuye_cli.importing.recognisers.text_table.aligned_pages import Line
from wuye_cli.importing.recognisers.text_table.bands import (
    ITEM_FIELDS,
    Band,
    Group,
    cell_text,
    find_groups,
    is_one_cell,
    joins_nobody,
    slant,
)
from wuye_cli.importing.recognisers.text_table.group_cells import height, name_groups

# 预约开企业开办 户等环节: between Chinese words of one cell stands no space
ACROSS = re.compile(r"[一-鿿，。；、] +[一-鿿]")
SPREAD_NAME = re.compile(r"(?<!\S)[一-鿿] +[一-鿿](?!\S)")  # 张  明: as wide as a name of three characters
TWO_CELLS = "这一栏的文字中间有空格，可能混进了相邻一栏的文字，请核对。"
NO_UNITS = "这一行的单位栏是空的，别的行都有，文字可能落进了相邻的栏，请核对。"
BROKEN_CELL = "这一栏的文字首尾不完整，可能与上下行串行，请核对。"
OWN_SHARE = 0.8
NEAR = 2
ASKEW = 2.0
ONCE = frozenset({"title", "requirement", "goal"})  # what one cell says for all items of a number


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """One row of cells, or the heading across the table, and its problems."""

    cells: Row
    problems: tuple[Problem, ...] = ()


def read_aligned_rows(lines: tuple[Line, ...], header: Header) -> Iterator[AlignedRow]:
    """Read the lines of a table as rows; section rows part them."""
    named = _group_columns(lines, header)
    for section, run in groupby(lines, key=lambda line: line.section):
        if section:
            yield from (AlignedRow((Cell(section, line.at),)) for line in run)
        else:
            yield from _rows(tuple(run), header, named)


def _rows(lines: tuple[Line, ...], header: Header, named: tuple[int, ...]) -> Iterator[AlignedRow]:
    printed = tuple(line for line in lines if any(line.texts[at] for at in range(len(line.texts)) if at not in named))
    groups = find_groups(printed, header, own_titles=not named)
    bands = [(group, band) for group in groups for band in group.bands]
    extents = [(height(band[0]), height(band[-1])) for _, band in bands]
    names = {column: name_groups(lines, column, extents) for column in named}
    for row, (group, band) in enumerate(bands):
        at = _number_line(band, header).at
        texts = [
            names[column][row] if column in names else _text(group, band, column, header)
            for column in range(len(header.columns))
        ]
        yield AlignedRow(tuple(Cell(text, at) for text in texts), tuple(_problems(band, texts, header, at)))


def _text(group: Group, band: Band, column: int, header: Header) -> str:
    field = header.columns[column].field
    if field == "no":
        return group.no if band is group.bands[0] else ""
    if field in ONCE and field not in _items(header):
        lines = [line for one in group.bands for line in one]
        if is_one_cell(lines, column):
            return cell_text(lines, column) if band is group.bands[0] else ""
    text = cell_text(band, column)
    return "" if field in UNIT_FIELDS and text in NOBODY else text


def _items(header: Header) -> frozenset[str]:
    """The fields that every item has for itself."""
    return ITEM_FIELDS if header.indexes("content") else ITEM_FIELDS | {"title"}


def _problems(band: Band, texts: list[str], header: Header, at: Locator) -> Iterator[Problem]:
    for column, text in enumerate(texts):
        field = header.columns[column].field
        askew = min(slant(band, column), slant(band, column, top=True)) >= ASKEW
        joined = field in UNIT_FIELDS and (joins_nobody(band, column, text) or RUN_TOGETHER.search(text))
        if field in _items(header) and text and (askew or joined or badness(field, text) >= BROKEN):
            yield Problem("cell-broken", field, BROKEN_CELL, at)
        elif any(ACROSS.search(SPREAD_NAME.sub("", line.texts[column])) for line in band):
            yield Problem("cell-broken", field or "*", TWO_CELLS, at)


def find_blank_units(rows: Sequence[AlignedRow], header: Header) -> dict[Locator, Problem]:
    """Point at rows whose first column of units is blank beside a filled one, where nearly all others fill it."""
    columns = [at for at, column in enumerate(header.columns) if column.field in UNIT_FIELDS]
    whole = [row.cells for row in rows if len(row.cells) == len(header.columns)]
    blank = [cells for cells in whole if len(columns) > 1 and not cells[columns[0]].text]
    if len(blank) > (1 - OWN_SHARE) * len(whole):
        return {}
    doubtful = [cells for cells in blank if any(cells[at].text for at in columns)]
    return {c[0].at: Problem("units-missing", header.columns[columns[0]].field, NO_UNITS, c[0].at) for c in doubtful}


# Groups and places


def _group_columns(lines: Sequence[Line], header: Header) -> tuple[int, ...]:
    """The columns whose cells stand in the middle of several numbers: sections, and titles that are not each one's."""
    titles = header.indexes("title") if header.indexes("content") else ()
    return (
        *header.indexes("section"),
        *header.leading_deadlines,
        *(at for at in titles if not _is_own(lines, at, header)),
    )


def _is_own(lines: Sequence[Line], column: int, header: Header) -> bool:
    """Whether most numbers have words of the column beside them, or both above and below."""
    no = header.indexes("no")[0]
    numbers = [line for line in lines if NUMBER.fullmatch(line.texts[no])]
    words = {height(line) for line in lines if line.texts[column]}
    own = [line for line in numbers if _stands_at(height(line), words)]
    return len(own) >= OWN_SHARE * len(numbers)


def _stands_at(place: float, words: set[float]) -> bool:
    around = [any(place + side * step in words for step in range(1, NEAR + 1)) for side in (-1, 1)]
    return place in words or all(around)


def _number_line(band: Band, header: Header) -> Line:
    no = header.indexes("no")[0]
    return next((line for line in band if NUMBER.fullmatch(line.texts[no])), band[0])
