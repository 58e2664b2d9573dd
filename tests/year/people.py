"""How people in the units fill in a form: with openpyxl and LibreOffice, and without a line of the program's code."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

Answers = Mapping[tuple[str, str], Any]  # by task code and the beginning of what is asked
SHEET, HEAD = "填报表", "任务编号"


def fill(form: Path, target: Path, answers: Answers, *, nil: bool = False, sheet: str = SHEET) -> Path:
    """Write the answers into the cells that are asked for; with `nil` tick 本月无进展 in every task."""
    book = load_workbook(form)
    page = book[SHEET]
    head, columns = find_columns(page)
    left = dict(answers)
    for row in range(head + 1, page.max_row + 1):
        code, asked = (str(page.cell(row, columns[name]).value or "") for name in (HEAD, "填报项目"))
        for task, words in [key for key in left if key[0] == code and asked.startswith(key[1])]:
            page.cell(row, columns["本月累计"]).value = left.pop((task, words))
        if nil and asked.startswith("完成进度"):
            page.cell(row, columns["本月无进展"]).value = "是"
    if left:
        raise ValueError(f"the form does not ask for {left}")
    page.title = sheet
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


def write_beside(form: Path, column: str, words: str, *, code: str) -> None:
    """Write words into a column of a task's first row, as into 情况说明."""
    book = load_workbook(form)
    page = next(sheet for sheet in book if sheet.sheet_state == "visible")
    head, columns = find_columns(page)
    row = next(row for row in range(head + 1, page.max_row + 1) if page.cell(row, columns[HEAD]).value == code)
    page.cell(row, columns[column]).value = words
    book.save(form)


def copy_into_new(form: Path) -> None:
    """Copy what shows into a workbook of one's own: no hidden sheet, no protection, no styles."""
    page = load_workbook(form)[SHEET]
    book = Workbook()
    own: Any = book.active
    for row in page.iter_rows():
        for cell in row:
            if cell.value is not None:
                own[cell.coordinate] = cell.value
    book.save(form)


def turn_round(form: Path) -> None:
    """Sort the tasks the other way round."""
    book = load_workbook(form)
    page = book[SHEET]
    head, _ = find_columns(page)
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=head + 1) if row[0].value]
    for number, values in enumerate(reversed(rows), head + 1):
        for column, value in enumerate(values, 1):
            page.cell(number, column).value = value
    book.save(form)


def save_with_libreoffice(form: Path) -> None:
    """Open and save in another program; it goes without where LibreOffice is not installed."""
    if shutil.which("soffice") is None:
        return
    folder = form.parent / "另存"
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(form)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.move(folder / form.name, form)
    folder.rmdir()


def find_columns(page: Any) -> tuple[int, dict[str, int]]:
    """Find the row of the headings, and where each stands."""
    for row in page.iter_rows():
        if row[0].value == HEAD:
            return row[0].row, {str(cell.value): cell.column for cell in row if cell.value}
    raise ValueError("no headings")
