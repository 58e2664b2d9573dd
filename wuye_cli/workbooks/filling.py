"""One sheet of a template gets its values, once room has been made for the rows of its list.

Each cell of the row that is repeated is read once; it says what its column gets in every row, in the same style.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl.formula.translate import Translator
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.cells import Value, writable, write_value
from wuye_cli.workbooks.content import Content, Row
from wuye_cli.workbooks.heights import RowFitter
from wuye_cli.workbooks.merging import find_changes, find_starts, merged_areas
from wuye_cli.workbooks.paging import Pages
from wuye_cli.workbooks.placeholders import MERGE, PLACEHOLDER, page_texts

Filler = Callable[[Row], Value]
NO_ROW: Row = {}


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column gets: `starts` says in which rows, in the others the cell above reaches down."""

    number: int
    last: int  # where a cell that is merged to the right ends
    style: Any
    place: str
    formula: str
    fill: Filler
    starts: list[bool]
    merges: bool

    def write(self, sheet: Worksheet, row: int, position: int, item: Row) -> Any:
        """Write the cell of one row."""
        cell: Any = sheet.cell(row, self.number)
        cell._style = self.style
        if self.formula:
            cell.value = Translator(self.formula, self.place).translate_formula(cell.coordinate)
        else:
            write_value(cell, self.fill(item) if self.starts[position] else None)
        return cell


@dataclass(frozen=True, slots=True)
class _Table:
    """A list on a sheet: its first row, how high that is in the template, its items and columns."""

    first: int
    height: float | None
    items: Sequence[Row]
    columns: Sequence[_Column]

    @property
    def rows(self) -> range:
        """The rows that the items take."""
        return range(self.first, self.first + len(self.items))

    def write(self, sheet: Worksheet, fitter: RowFitter) -> None:
        """Write the rows; where cells are merged, none of them reaches over the end of a page."""
        pages = Pages(sheet, self.first) if any(column.merges for column in self.columns) else None
        for position in range(len(self.items)):
            height = self._write_row(sheet, fitter, position)
            if pages and pages.begin_if_full(self.first + position, height):
                for column in self.columns:
                    column.starts[position] = True
                pages.grow(self._write_row(sheet, fitter, position) - height)
        for column in self.columns:
            areas = merged_areas(column.starts, self.first, (column.number, column.last))
            sheet.merged_cells.ranges.update(areas)

    def _write_row(self, sheet: Worksheet, fitter: RowFitter, position: int) -> float:
        row, item = self.first + position, self.items[position]
        for column in self.columns:
            if column.last > column.number:
                fitter.span(row, column.number, column.last)
        cells = [column.write(sheet, row, position, item) for column in self.columns]
        return fitter.fit(row, cells, self.height)


def fill_sheet(sheet: Worksheet, content: Content, repeated: Iterable[tuple[int, str]]) -> None:
    """Fill a sheet; each repeated row has a number and the name of its list, and enough empty rows below it."""
    tables = [_take_table(sheet, row, name, content) for row, name in repeated]
    fitter = RowFitter(sheet)
    taken = {row for table in tables for row in table.rows}
    for row in range(1, sheet.max_row + 1):
        if row not in taken:
            fitter.fit(row, _fill_cells(sheet[row], content), sheet.row_dimensions[row].height)
    for table in tables:
        table.write(sheet, fitter)
    for part in page_texts(sheet):
        part.text = PLACEHOLDER.sub(lambda match: _page_text(content.values[match[1]]), part.text)


def _take_table(sheet: Worksheet, row: int, name: str, content: Content) -> _Table:
    items = content.lists[name] or (NO_ROW,)
    columns = tuple(_take_columns(sheet, row, items, content, name))
    return _Table(row, sheet.row_dimensions[row].height, items, columns)


def _take_columns(sheet: Worksheet, row: int, items: Sequence[Row], content: Content, name: str) -> Iterator[_Column]:
    """Read the row to repeat; what is merged in it will be merged again, row by row."""
    cells: tuple[Any, ...] = sheet[row]
    spans = {area.min_col: area for area in sheet.merged_cells.ranges if area.min_row == area.max_row == row}
    for area in spans.values():
        sheet.unmerge_cells(area.coord)
    every = [True] * len(items)
    changes = find_changes([item.get(content.apart.get(name, "")) for item in items], [False] * len(items))
    for cell in cells:
        fill, starts, merges = _filler(cell.value, content), every, _is_to_merge(cell.value)
        if merges:
            values = [fill(item) for item in items]
            changes = find_changes(values, changes)
            starts = find_starts(values, changes)
        yield _Column(
            number=cell.column,
            last=spans[cell.column].max_col if cell.column in spans else cell.column,
            style=cell._style,
            place=cell.coordinate,
            formula=cell.value if cell.data_type == "f" and isinstance(cell.value, str) else "",
            fill=fill,
            starts=starts,
            merges=merges,
        )


def _is_to_merge(text: object) -> bool:
    return isinstance(text, str) and any(match[3] == MERGE for match in PLACEHOLDER.finditer(text))


def _filler(text: Value, content: Content) -> Filler:
    """Say how a cell is filled; the values themselves are not searched for placeholders."""
    if not isinstance(text, str) or not PLACEHOLDER.search(text):
        return lambda _: text

    def value(match: re.Match[str], item: Row) -> Value:
        name, field, _ = match.groups()
        return item.get(field) if field else content.values[name]

    whole = PLACEHOLDER.fullmatch(text)
    if whole:
        return lambda item: value(whole, item)
    return lambda item: PLACEHOLDER.sub(lambda match: _as_text(value(match, item)), text)


def _fill_cells(cells: tuple[Any, ...], content: Content) -> tuple[Any, ...]:
    """Fill the cells of a row that is not repeated."""
    for cell in cells:
        if isinstance(cell.value, str) and PLACEHOLDER.search(cell.value):
            write_value(cell, _filler(cell.value, content)(NO_ROW))
    return cells


def _as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return value if isinstance(value, str) else f"{value:.15g}"


def _page_text(value: Value) -> str:
    """In headers and footers a single & begins a code."""
    return writable(_as_text(value)).replace("&", "&&")
