"""A sheet that goes out to be filled in: the cells to fill are open and coloured, everything else is protected.

What the sender wants back unchanged travels in lines on a very hidden sheet. Columns of figures take numbers only.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
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


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks, and whether it may be changed."""

    font: Font
    alignment: Alignment
    fill: PatternFill | None = None
    has_border: bool = False
    is_open: bool = False

    def apply(self, cell: Any) -> None:
        """Style a cell."""
        cell.font, cell.alignment = self.font, self.alignment
        if self.fill:
            cell.fill = self.fill
        if self.has_border:
            cell.border = GRID
        if self.is_open:
            cell.protection = Protection(locked=False)


LOOKS = {
    "title": _Look(TITLE_FONT, CENTRE),
    "line": _Look(BODY_FONT, LEFT),
    "label": _Look(BODY_FONT, CENTRE),
    "field": _Look(BODY_FONT, CENTRE, TO_FILL, is_open=True),
    "header": _Look(HEADER_FONT, CENTRE, FIXED, has_border=True),
    "fixed": _Look(BODY_FONT, LEFT, FIXED, has_border=True),
    "fixed centre": _Look(BODY_FONT, CENTRE, FIXED, has_border=True),
    "open": _Look(BODY_FONT, LEFT, TO_FILL, has_border=True, is_open=True),
    "open centre": _Look(BODY_FONT, CENTRE, TO_FILL, has_border=True, is_open=True),
}


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
    brush = _Brush(sheet)
    _write_head(sheet, form, brush)
    _write_rows(form, brush)
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


def _write_head(sheet: Worksheet, form: FillSheet, brush: _Brush) -> None:
    last = len(form.columns)
    brush.write(1, 1, form.title, "title")
    brush.write(2, 1, form.owner, "line")
    for place, label in form.fields:
        brush.write(2, place + 1, label, "label")
        brush.write(2, place + 2, None, "field")
    brush.write(3, 1, form.advice, "line")
    for number, column in enumerate(form.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        brush.write(HEADER_ROW, number, column.heading, "header")
    for row, end in ((1, last), (2, form.fields[0][0]), (3, last)):
        sheet.merged_cells.add(f"A{row}:{get_column_letter(end)}{row}")  # merge_cells() would also draw borders


def _write_rows(form: FillSheet, brush: _Brush) -> None:
    for number, row in enumerate(form.rows, HEADER_ROW + 1):
        for index, (value, column) in enumerate(zip(row.values, form.columns, strict=True)):
            kind = "open" if index in row.opened else "fixed"
            brush.write(number, index + 1, value, f"{kind} centre" if column.centred else kind)


class _Brush:
    """Writes cells in a few looks; a look is made once, since styling a cell costs more than all its content."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._looks: dict[str, Any] = {}

    def write(self, row: int, column: int, value: Value, look: str) -> None:
        cell: Any = self._sheet.cell(row, column)
        if look not in self._looks:
            LOOKS[look].apply(cell)
            self._looks[look] = cell._style
        cell._style = copy(self._looks[look])
        write_value(cell, value)


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
