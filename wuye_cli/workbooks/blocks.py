"""A table in a template that grows to both sides: rows downwards, groups of columns to the right.

    地区          | {{分解.指标}}                                  a merged cell: its columns are the group to repeat
                  | 目标          | 进度          | 完成率
    {{分解.地区}} | {{分解.目标}} | {{分解.进度}} | {{分解.完成率}}  the row to repeat

What does not fit side by side goes onto a further sheet with the same header; a sheet without a block is left out.
Once the groups stand there, their fields are numbered, and the sheet is like any other: it has a row to repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.copier import WorksheetCopy
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.cells import Value
from wuye_cli.workbooks.placeholders import PLACEHOLDER, cell_fields
from wuye_cli.workbooks.widening import repeat_columns

LONGEST_TITLE = 31  # what a sheet may be called


@dataclass(frozen=True, slots=True)
class Block:
    """What goes onto one sheet: its own values, a head per group, and rows that hold a tuple for each group field."""

    values: Mapping[str, Value]
    heads: tuple[str, ...]
    rows: Sequence[Mapping[str, Value | tuple[Value, ...]]]

    def numbered_values(self, head: str) -> dict[str, Value]:
        """Give the values with one for each head, by the name of its field: 分解指标1, 分解指标2."""
        return {**self.values, **{f"{head}{number}": words for number, words in enumerate(self.heads, 1)}}

    def numbered_rows(self) -> tuple[Mapping[str, Value], ...]:
        """Give the rows with a field for each group: 目标1, 目标2."""
        return tuple(dict(_numbered(row)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class BlockTable:
    """A list that comes in blocks; `head` is the field over a group, `group` are the fields in it."""

    head: str
    group: frozenset[str]
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sheet has a table that comes in blocks: the area of the group, from its head to the row to repeat."""

    name: str
    table: BlockTable
    area: CellRange


def find_place(sheet: Worksheet, tables: Mapping[str, BlockTable]) -> Place | None:
    """Find the table that comes in blocks on a sheet of a template."""
    for head, name, field in cell_fields(sheet):
        if name in tables and field == tables[name].head:
            merged = (area for area in sheet.merged_cells.ranges if head.coordinate in area)
            columns = next(merged, CellRange(head.coordinate))
            last = max(cell.row for cell, other, _ in cell_fields(sheet) if other == name)
            return Place(name, tables[name], CellRange(None, columns.min_col, columns.min_row, columns.max_col, last))
    return None


def block_problems(sheet: Worksheet, tables: Mapping[str, BlockTable]) -> Iterator[str]:
    """Say which cells of a template stand where the group cannot take them along."""
    place = find_place(sheet, tables)
    for cell, name, field in cell_fields(sheet):
        if name in tables and field in tables[name].group and not (place and cell.coordinate in place.area):
            head = f"{{{{{name}.{tables[name].head}}}}}"
            asked = f"{{{{{name}.{field}}}}}"
            yield f"{cell.coordinate} 单元格：“{asked}”要放在“{head}”的下方，“{head}”要合并它的各列。"
    if place is None:
        return
    for cells in sheet.iter_rows(place.area.min_row, place.area.max_row, place.area.max_col + 1):
        beyond = (cell.coordinate for cell in cells if cell.value is not None)
        yield from (f"{coordinate} 单元格：逐个重复的列，右边不能再有内容。" for coordinate in beyond)


def lay_out_blocks(workbook: Workbook, sheet: Worksheet, place: Place) -> list[Worksheet]:
    """Make a sheet for every block, with its groups side by side; the first is the template's own."""
    blocks = place.table.blocks
    if not blocks:
        workbook.remove(sheet)
        return []
    sheets = [sheet, *(_copy_sheet(workbook, sheet, number) for number in range(2, len(blocks) + 1))]
    for one, block in zip(sheets, blocks, strict=True):
        for number, area in enumerate(repeat_columns(one, place.area, len(block.heads)), 1):
            _number_fields(one, place, area, number)
    return sheets


def _copy_sheet(workbook: Workbook, sheet: Worksheet, number: int) -> Worksheet:
    """Copy a sheet with what openpyxl leaves behind: how it is looked at, and what stands on each page."""
    suffix = f"（{number}）"
    name = sheet.title[: LONGEST_TITLE - len(suffix)] + suffix
    twin: Any = workbook.create_sheet(name, workbook.index(sheet) + number - 1)
    WorksheetCopy(sheet, twin).copy_worksheet()
    twin.views, twin.HeaderFooter = copy(sheet.views), copy(sheet.HeaderFooter)
    twin.sheet_view.tabSelected = False  # or whatever is typed into one of them goes into both
    twin.print_title_rows = sheet.print_title_rows
    if sheet.print_area:
        twin.print_area = str(sheet.print_area).rpartition("!")[2]
    return cast("Worksheet", twin)


def _number_fields(sheet: Worksheet, place: Place, area: CellRange, number: int) -> None:
    """The head becomes a value of the sheet, `{{分解指标2}}`, the fields under it are the group's, `{{分解.目标2}}`."""

    def own(match: re.Match[str]) -> str:
        name, field, _ = match.groups()
        if name == place.name and field == place.table.head:
            return f"{{{{{name}{field}{number}}}}}"
        is_own = name == place.name and field in place.table.group
        return f"{{{{{name}.{field}{number}}}}}" if is_own else match[0]

    for row in sheet.iter_rows(area.min_row, area.max_row, area.min_col, area.max_col):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = PLACEHOLDER.sub(own, cell.value)


def _numbered(row: Mapping[str, Value | tuple[Value, ...]]) -> Iterator[tuple[str, Value]]:
    for field, value in row.items():
        if isinstance(value, tuple):
            yield from ((f"{field}{number}", one) for number, one in enumerate(value, 1))
        else:
            yield field, value
