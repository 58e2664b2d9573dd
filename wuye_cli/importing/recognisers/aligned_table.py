"""A task table whose cells stand at the positions of their columns, as `pdftotext -layout` prints it.

    序号    重点任务        工作内容            完成时限    责任单位
                        在小区出入口公示收
    1    公开收费标准                        10月底    市发改委
                        费项目和标准。

The number stands in the middle of its row; a group cell (……（2 项）) stands in the middle of its rows; rows run over
pages, whose header is repeated and whose columns stand elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from wuye_cli.importing.document import Document, Locator
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.recognisers.aligned_pages import Columns, Places, read_columns
from wuye_cli.importing.recognisers.balance import share_lines
from wuye_cli.importing.recognisers.cell_shape import BROKEN, NOBODY, badness
from wuye_cli.importing.recognisers.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.recognisers.group_cells import name_groups
from wuye_cli.importing.recognisers.header import Header, find_heading_year
from wuye_cli.importing.recognisers.header_lines import find_header_lines, is_aligned
from wuye_cli.importing.recognisers.outline import split_heading
from wuye_cli.importing.recognisers.paragraphs import join_text

NAME = "aligned-table"
BROKEN_CELL = "这一栏的文字首尾不完整，可能与上下行串行，请核对。"
NUMBER = re.compile(r"\d{1,3}[.、．]?")


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the tables under header lines whose columns are set apart by runs of spaces."""
    claims = []
    for line in find_header_lines(document):
        if is_aligned(document, line) and line.header.indexes("no"):
            columns, places = read_columns(document, line)
            tasks = tuple(_tasks(columns, places, line.header))
            if tasks:
                claims.append(Claim(NAME, line.first, line.last, True, tasks))
    return tuple(claims)


def _tasks(columns: Columns, places: Places, header: Header) -> Iterator[RawTask]:
    numbers = tuple(mark for mark in columns[header.indexes("no")[0]] if NUMBER.fullmatch(mark.text))
    if not numbers:
        return
    has_content = bool(header.indexes("content"))
    values: list[dict[str, str]] = [{} for _ in numbers]
    for column, marks in zip(header.columns, columns, strict=True):
        groups = name_groups(marks, numbers) if has_content and column.field in {"section", "title"} else None
        cells = groups or [_joined(cell) for cell in share_lines(marks, numbers, partial(badness, column.field))]
        for row, cell in zip(values, cells, strict=True):
            _put(row, "section" if groups else column.field, cell)
    for number, row in zip(numbers, values, strict=True):
        yield _task(row, number.text.rstrip(".、．"), places[number.page, number.line], header)


def _put(row: dict[str, str], field: str, text: str) -> None:
    """Two columns of units may name one role; / in one of them is nobody."""
    if field in UNIT_FIELDS and text in NOBODY:
        return
    row[field] = f"{row[field]}、{text}" if row.get(field) else text


def _task(row: dict[str, str], no: str, at: Locator, header: Header) -> RawTask:
    content = row.get("content", "")
    return RawTask(
        no=no,
        section=row.get("section", ""),
        title=row.get("title", "") or split_heading(content)[0],
        content=content,
        requirement=row.get("requirement", ""),
        level=row.get("level", ""),
        remark=row.get("remark", ""),
        lead=row.get("lead", ""),
        responsible=row.get("responsible", ""),
        guide=row.get("guide", ""),
        deadline=row.get("deadline", "") if header.indexes("deadline") else None,
        target=row.get("target", ""),
        year=header.year or find_heading_year(row.get("section", "")),
        source=at,
        problems=_problems(row, at),
    )


def _problems(row: dict[str, str], at: Locator) -> tuple[Problem, ...]:
    broken = [field for field, cell in row.items() if cell and badness(field, cell) >= BROKEN]
    return tuple(Problem("cell-broken", field, BROKEN_CELL, at) for field in broken)


def _joined(lines: tuple[str, ...]) -> str:
    text = ""
    for line in lines:
        text = join_text(text, line)
    return text


RECOGNISER = Recogniser(NAME, find_claims)
