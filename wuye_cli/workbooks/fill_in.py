"""A sheet that goes out to be filled in: the cells to fill are open and coloured, everything else is protected.

What the sender wants back unchanged travels in lines on a very hidden sheet. Columns of figures take numbers only.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.cells import Value, write_value
from wuye_cli.workbooks.heights import fit_rows
from wuye_cli.workbooks.table import (
    BODY_FONT,
    CENTRE,
    GRID,
    HEADER_FONT,
    LEFT,
    TITLE_FONT,
    set_default_font,
    set_up_page,
)

HEADER_ROW = 4
TO_FILL = PatternFill("solid", fgColor="FFF9DB")
FIXED = PatternFill("solid", fgColor="F2F2F2")
NO_FILL = PatternFill()
NO_BORDER = Border()


@dataclass(frozen=True, slots=True)
class FillColumn:
    """One column; `choices` are the only words that its open cells take, `is_figure` that they take numbers only."""

    heading: str
    width: float
    centred: bool = True
    choices: tuple[str, ...] = ()
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class FillRow:
    """One row: its values, the columns (from 0) that are open, and the highest figure that they take."""

    values: Sequence[Value]
    opened: frozenset[int]
    highest: float | None = None


@dataclass(frozen=True, slots=True)
class FillSheet:
    """The sheet: title, the fields above the table as (column from 0, label), who fills it in, words of advice."""

    name: str
    title: str
    owner: str
    fields: tuple[tuple[int, str], ...]
    advice: str
    columns: tuple[FillColumn, ...]
    rows: Sequence[FillRow]
    frozen: int = 0


def build_fill_in(form: FillSheet, hidden: str, lines: Sequence[str]) -> Workbook:
    """Lay out the sheet, and the lines on a very hidden sheet of the name `hidden`."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    set_default_font(workbook)
    sheet = workbook.create_sheet(form.name)
    _write_head(sheet, form)
    _write_rows(sheet, form)
    _check_entries(sheet, form)
    fit_rows(sheet, range(1, sheet.max_row + 1))
    set_up_page(sheet, HEADER_ROW)
    sheet.freeze_panes = f"{get_column_letter(form.frozen + 1)}{HEADER_ROW + 1}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # may be made wider and higher
    store = workbook.create_sheet(hidden)
    store.sheet_state = "veryHidden"
    for number, line in enumerate(lines, 1):
        write_value(store.cell(number, 1), line)
    return workbook


def _write_head(sheet: Worksheet, form: FillSheet) -> None:
    last = len(form.columns)
    _write(sheet, 1, 1, form.title, _Style(TITLE_FONT, CENTRE))
    _write(sheet, 2, 1, form.owner, _Style(BODY_FONT, LEFT))
    for place, label in form.fields:
        _write(sheet, 2, place + 1, label, _Style(BODY_FONT, CENTRE))
        _write(sheet, 2, place + 2, None, _Style(BODY_FONT, CENTRE, TO_FILL, is_open=True))
    _write(sheet, 3, 1, form.advice, _Style(BODY_FONT, LEFT))
    for number, column in enumerate(form.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        _write(sheet, HEADER_ROW, number, column.heading, _Style(HEADER_FONT, CENTRE, FIXED, GRID))
    for row, end in ((1, last), (2, form.fields[0][0]), (3, last)):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=end)


def _write_rows(sheet: Worksheet, form: FillSheet) -> None:
    """A style is made once for each kind of cell: a cell that is styled by itself costs more than all its content."""
    made: dict[tuple[int, bool], Any] = {}
    for number, row in enumerate(form.rows, HEADER_ROW + 1):
        for column, value in enumerate(row.values):
            is_open = column in row.opened
            cell: Any = sheet.cell(number, column + 1)
            write_value(cell, value)
            if (column, is_open) not in made:
                made[column, is_open] = _styled(cell, form.columns[column], is_open=is_open)
            marked = cell.quotePrefix
            cell._style = copy(made[column, is_open])
            if marked:
                cell.quotePrefix = True


def _styled(cell: Any, column: FillColumn, *, is_open: bool) -> Any:
    fill = TO_FILL if is_open else FIXED
    _Style(BODY_FONT, CENTRE if column.centred else LEFT, fill, GRID, is_open=is_open).apply(cell)
    style = copy(cell._style)
    style.quotePrefix = 0
    return style


@dataclass(frozen=True, slots=True)
class _Style:
    font: Font
    alignment: Alignment
    fill: PatternFill = NO_FILL
    border: Border = NO_BORDER
    is_open: bool = False

    def apply(self, cell: Any) -> None:
        cell.font, cell.alignment, cell.fill, cell.border = self.font, self.alignment, self.fill, self.border
        if self.is_open:
            cell.protection = Protection(locked=False)


def _write(sheet: Worksheet, row: int, column: int, value: Value, style: _Style) -> None:
    cell: Any = sheet.cell(row, column)
    write_value(cell, value)
    style.apply(cell)


def _check_entries(sheet: Worksheet, form: FillSheet) -> None:
    for index, column in enumerate(form.columns):
        letter = get_column_letter(index + 1)
        rules: dict[float | None, DataValidation] = {}
        for number, row in enumerate(form.rows, HEADER_ROW + 1):
            if index in row.opened and (column.choices or column.is_figure):
                rules.setdefault(row.highest, _rule(column, row.highest)).add(f"{letter}{number}")
        for rule in rules.values():
            sheet.add_data_validation(rule)


def _rule(column: FillColumn, highest: float | None) -> DataValidation:
    if column.choices:
        rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        rule.error = "可以写：" + "、".join(column.choices)
    elif highest is None:
        rule = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
        rule.error = "请只写数，不带文字。"
    else:
        rule = DataValidation("decimal", operator="between", formula1="0", formula2=f"{highest:g}", allow_blank=True)
        rule.error = f"请写 0 到 {highest:g} 的数。"
    rule.errorTitle, rule.showErrorMessage = column.heading, True
    return rule
