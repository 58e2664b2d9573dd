"""A returned monthly form as rows, whatever program saved it and whatever was renamed, moved or sorted.

The visible sheet is the one whose header names the code and the figure; columns go by their headings. A form without
its hidden sheet (retyped, copied into a new workbook) is read too, and `identity` is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from wuye_cli.errors import InputError
from wuye_cli.forms.notation import NotationError, plain_text, read_day
from wuye_cli.forms.report_sheet import CODE, FIGURE, FILLED_ON, FIXED, OWNER, TO_FILL
from wuye_cli.forms.signing import MARK, FormIdentity, read_identity
from wuye_cli.importing.document import Locator
from wuye_cli.importing.readers.grid import column_letter
from wuye_cli.workbooks.opening import open_sheets
from wuye_cli.workbooks.sheets import CellText, SheetCells

NEEDED = (CODE, FIGURE)
MONTH = re.compile(r"(\d{4})年(\d{1,2})月")  # 2023年8月份重点任务进展情况填报表
COLON = re.compile("[:：]")
FIRST_DAY = date(1899, 12, 30)  # what Excel counts days from
SERIALS = range(36526, 73050)  # 2000 to 2099


@dataclass(frozen=True, slots=True)
class FormCell:
    """What stands in a cell, and where."""

    cell: CellText
    at: Locator

    @property
    def text(self) -> str:
        """The text without the blanks around it."""
        return self.cell.text.strip()


ReturnedRow = Mapping[str, FormCell]


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A form as it came back; `month` and `unit` are what stands above the table, `wrong` what cannot be read."""

    identity: FormIdentity | None
    unit: str
    month: str | None
    filled_on: date | None
    rows: tuple[ReturnedRow, ...]
    wrong: tuple[str, ...]


def read_report_form(path: Path, key: str) -> ReturnedForm:
    """Read a returned form.

    Raises:
        InputError: it cannot be opened, is no form, is another office's, or its hidden sheet was changed.
    """
    sheets = open_sheets(path)
    identity = _find_identity(sheets, key)
    sheet, header = _find_table(sheets)
    head = [(row, list(cells)) for row, cells in enumerate(sheet.rows[:header], 1)]
    wrong: list[str] = []
    return ReturnedForm(
        identity=identity,
        unit=_field(head, OWNER).text,
        month=_month(head),
        filled_on=_filled_on(_field(head, FILLED_ON), wrong),
        rows=tuple(_rows(sheet, header, wrong)),
        wrong=tuple(wrong),
    )


def _find_identity(sheets: Sequence[SheetCells], key: str) -> FormIdentity | None:
    for sheet in sheets:
        lines = [row[0].text for row in sheet.rows]
        if lines and lines[0] == MARK:
            return read_identity(lines, key)
    return None


def _find_table(sheets: Sequence[SheetCells]) -> tuple[SheetCells, int]:
    """Find the one sheet that is the form, and the number of its header row from 0."""
    found = [
        (sheet, number)
        for sheet in sheets
        for number, row in enumerate(sheet.rows)
        if set(NEEDED) <= {_heading(cell) for cell in row}
    ]
    tables = {sheet.name: (sheet, number) for sheet, number in reversed(found)}
    if not tables:
        raise InputError("no-report-form", f"不是填报表：没有一张工作表的表头有“{CODE}”和“{FIGURE}”")
    if len(tables) > 1:
        names = "、".join(sorted(tables))
        raise InputError("several-tables", f"有 {len(tables)} 张填报表（工作表 {names}），不知道该收哪一张，请只留一张")
    return next(iter(tables.values()))


def _rows(sheet: SheetCells, header: int, wrong: list[str]) -> Iterator[ReturnedRow]:
    """Give the rows below the header that hold anything; a header that is repeated is none of them."""
    headings = [_heading(cell) for cell in sheet.rows[header]]
    columns = {name: headings.index(name) for name in (*FIXED, *TO_FILL) if name in headings}
    wrong += [f"{heading} 栏出现了两次，不知道该收哪一栏" for heading in columns if headings.count(heading) > 1]
    for number, row in enumerate(sheet.rows[header + 1 :], header + 2):
        cells = {
            name: FormCell(row[column], Locator(row=number, column=column_letter(column)))
            for name, column in columns.items()
        }
        if any(cell.text for cell in cells.values()) and _heading(cells[CODE].cell) != CODE:
            yield cells
    filled = {column_letter(columns[name]) for name in TO_FILL if name in columns}
    wrong += [
        f"{place}：是没有算过的公式，读不到值，请改成数或文字"
        for place in sheet.uncalculated
        if place.rstrip("0123456789") in filled
    ]


def _heading(cell: CellText) -> str:
    return "".join(cell.text.split())


# What stands above the table


def _field(head: Sequence[tuple[int, list[CellText]]], label: str) -> FormCell:
    """Find what is written behind a label, in its own cell or in the next one."""
    name = label.partition("（")[0].rstrip("：")
    for row, cells in head:
        for column, cell in enumerate(cells):
            if cell.text.strip().startswith(name) and not cell.merged:
                own = COLON.split(cell.text, maxsplit=1)[1:]
                if own and own[0].strip():
                    return FormCell(CellText(own[0]), Locator(row=row, column=column_letter(column)))
                beside = next((one for one in range(column + 1, len(cells)) if not cells[one].merged), column)
                text = cells[beside] if beside != column else CellText("")
                return FormCell(text, Locator(row=row, column=column_letter(beside)))
    return FormCell(CellText(""), Locator())


def _month(head: Sequence[tuple[int, list[CellText]]]) -> str | None:
    for _, cells in head:
        for cell in cells:
            found = MONTH.search(plain_text(cell.text))
            if found and 1 <= int(found[2]) <= 12:
                return f"{found[1]}-{int(found[2]):02d}"
    return None


def _filled_on(field: FormCell, wrong: list[str]) -> date | None:
    """Read a day that was typed as text, as a date, or left as the number behind a date."""
    number = field.cell.number
    if number is not None and int(number) in SERIALS:
        return FIRST_DAY + timedelta(days=int(number))
    try:
        return read_day(field.text)
    except NotationError as error:
        wrong.append(f"{field.at}：填报日期{error}")
        return None
