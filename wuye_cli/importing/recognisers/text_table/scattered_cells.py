"""Cells of a table that a text layer printed block by block: told apart by what they can be.

1                        number
规范收费                  title

公示收费项目和标准，        content of two items, and a line of units between its lines
市发展和改革委员会
接受监督。
检修老旧电梯。

10月底                   deadline, over two lines
前
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from wuye_cli.importing.document import Locator, Paragraph
from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.paragraphs import find_mark, join_text, open_brackets
from wuye_cli.importing.recognisers.table.cell_shape import NOBODY, NUMBER, is_names
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE
from wuye_cli.importing.recognisers.table.unwrapping import UNIT_END, UNIT_REST
from wuye_cli.importing.recognisers.text_table.scattered_blocks import TextBlock

LONGEST_TITLE = 30
LONGEST_NAME = 4
UNIT_BEGIN = re.compile(r"[市县区省各]\S{2}")
# 市民政局   市科委、同济大学   but not 市科委、市
WHOLE = re.compile(rf"(?<![、，,；;])(?:{UNIT_END.pattern}|(?:机构|大学|学院|等)$)")
NO_UNITS = re.compile(r"[。；：“”《》%％]|\d")
WORDS = re.compile(r"[，。；：]|\d")
# 秋季开学前（8月31日前）   汛前（5月20日前）
LOOSE_DEADLINE = re.compile(r"[^，。；]{0,6}前(?:[（(].{2,12}[）)])?|[^，。；]{0,4}[（(].{2,14}[）)]前?")


class Kind(Enum):
    """What a cell can be."""

    NUMBER = "number"
    SECTION = "section"
    TITLE = "title"
    CONTENT = "content"
    TARGET = "target"
    DEADLINE = "deadline"
    UNITS = "units"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class ScatteredCell:
    """A cell and where it begins."""

    kind: Kind
    text: str
    at: Locator


def read_cells(blocks: Iterable[TextBlock], *, has_targets: bool, has_persons: bool) -> tuple[ScatteredCell, ...]:
    """Read blocks as cells; a content that breaks off goes on in the next one."""
    cells: list[ScatteredCell] = []
    for block in blocks:
        for cell in _cells(block, has_targets=has_targets, has_persons=has_persons):
            open_at = _open_content(cells, cell.at) if cell.kind is Kind.CONTENT else None
            if open_at is None:
                cells.append(cell)
            else:
                before = cells[open_at]
                cells[open_at] = ScatteredCell(before.kind, join_text(before.text, cell.text), before.at)
    return tuple(cells)


def _open_content(cells: list[ScatteredCell], at: Locator) -> int | None:
    """The content that goes on in a further one: right above it, or the last one of the page before."""
    before = next((place for place in reversed(range(len(cells))) if cells[place].kind is Kind.CONTENT), None)
    if before is None or cells[before].text.endswith("。"):
        return None
    is_next = before == len(cells) - 1 or cells[before].at.page != at.page
    return before if is_next else None


def _cells(block: TextBlock, *, has_targets: bool, has_persons: bool) -> Iterator[ScatteredCell]:
    lines = [part for line in block.lines for part in _parts(line)]
    yield from (
        ScatteredCell(kind, line.text.rstrip(".、．"), line.at) for line in lines if (kind := _opening(line.text))
    )
    lines = [line for line in lines if not _opening(line.text)]
    if not lines:
        return
    at = lines[0].at
    if deadlines := _deadlines(lines):
        yield from (ScatteredCell(Kind.DEADLINE, text, at) for text in deadlines)
        return
    if _joined(lines) in NOBODY or _is_unit_list(_joined(lines)):
        yield from (ScatteredCell(Kind.UNITS, cell, at) for cell in _unit_cells(lines))
        return
    words = [line for line in lines if not _is_units(line.text)]
    between = [line for line in lines if line not in words]
    yield from (ScatteredCell(Kind.UNITS, text, at) for text in _unit_cells(between))
    text = _joined(words)
    if words and "。" in text:
        yield from (ScatteredCell(Kind.CONTENT, cell, at) for cell in _contents(words))
    elif words:
        yield ScatteredCell(_kind_of(text, has_targets=has_targets, has_persons=has_persons), text, at)


def _parts(line: Paragraph) -> Iterator[Paragraph]:
    """Cut units off the end of a line of another cell."""
    head, _, tail = line.text.rpartition(" ")
    if head and UNIT_BEGIN.match(tail) and _is_units(tail):
        yield from (Paragraph(head, line.at), Paragraph(tail, line.at))
    else:
        yield line


def _opening(text: str) -> Kind | None:
    """A number or the heading of a section may stand among other cells in a block."""
    if NUMBER.fullmatch(text):
        return Kind.NUMBER
    number = find_mark(text)
    return Kind.SECTION if number is not None and number.level <= 2 and not WORDS.search(number.rest) else None


def _kind_of(text: str, *, has_targets: bool, has_persons: bool) -> Kind:
    if has_persons and len(text.replace(" ", "")) <= LONGEST_NAME:
        return Kind.PERSON
    if has_targets and WORDS.search(text):
        return Kind.TARGET
    return Kind.CONTENT if len(text) > LONGEST_TITLE else Kind.TITLE


def _deadlines(lines: list[Paragraph]) -> list[str]:
    """Join lines to deadlines, each as long as it can be; [] where a line is no part of one."""
    found: list[str] = []
    while lines:
        whole = [_joined(lines[:end]) for end in range(1, len(lines) + 1)]
        ends = [end for end, text in enumerate(whole, start=1) if is_deadline(text) or LOOSE_DEADLINE.fullmatch(text)]
        if not ends:
            return []
        found.append(whole[ends[-1] - 1])
        lines = lines[ends[-1] :]
    return found


def _is_units(text: str) -> bool:
    """Tell a line of units between the lines of another cell; its last name may break off."""
    names = [name for name in re.split("[、，,；;]", text) if name]
    whole = [name for name in names if _is_unit(name)]
    return not NO_UNITS.search(text) and bool(names) and len(whole) * 2 >= len(names) and _is_unit(names[0])


def _is_unit(name: str) -> bool:
    ends = UNIT_END if UNIT_BEGIN.match(name) else COMPLETE
    return ends.search(name) is not None and open_brackets(name) == 0


def _is_unit_list(text: str) -> bool:
    return _is_units(text.removesuffix("等")) and (len(text) > LONGEST_NAME or is_names(text))


def _unit_cells(lines: list[Paragraph]) -> list[str]:
    """Join lines of units; a whole name at the end of a line and another below it are two cells."""
    cells: list[str] = []
    for line in lines:
        if cells and not (WHOLE.search(cells[-1]) and not UNIT_REST.match(line.text)):
            cells[-1] = join_text(cells[-1], line.text)
        else:
            cells.append(line.text)
    return cells


def _contents(lines: list[Paragraph]) -> list[str]:
    """Join lines of content; a full stop at the end of a line ends a cell."""
    cells: list[str] = []
    for line in lines:
        if cells and not cells[-1].endswith("。"):
            cells[-1] = join_text(cells[-1], line.text)
        else:
            cells.append(line.text)
    return cells


def _joined(lines: Iterable[Paragraph]) -> str:
    text = ""
    for line in lines:
        text = join_text(text, line.text)
    return text
