"""Workbooks that go out to be filled in: marked cells with a comment, words to choose from, a hidden sheet.

Every cell is text and stays text, also in the rows that somebody adds below the table. The hidden sheet carries what
the sender wants back unchanged, in lines, and beside them the words of the drop-down lists.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.cells import writable, write_value
from wuye_cli.workbooks.table import HEADER_ROW, SheetTable, build_workbook

MARKED = PatternFill("solid", fgColor="FFF2A8")
FIXED = PatternFill("solid", fgColor="EDEDED")
TEXT_FORMAT = "@"
SPARE_ROWS = 200  # below the table, with drop-down lists ready
NOTE_WIDTH, NOTE_LINE, NOTE_SIGNS = 320, 20, 22  # pixels, pixels, Chinese characters in a line
WORDS_FROM = 3  # the column of the hidden sheet where the drop-down lists begin


@dataclass(frozen=True, slots=True)
class Choice:
    """Words offered in a column, or in one row of it; others are refused only if `strict`. All count from 0."""

    column: int
    words: tuple[str, ...]
    strict: bool = False
    row: int | None = None


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One table to fill in: comments on marked cells by (row, column) from 0, columns that are not to be changed.

    `frozen`: how many columns stay in sight.
    """

    table: SheetTable
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    choices: Sequence[Choice] = ()
    fixed: frozenset[int] = frozenset()
    frozen: int = 0


def build_form(sheets: Sequence[FormSheet], hidden: str, lines: Sequence[str]) -> Workbook:
    """Lay out the tables, and the lines on a hidden sheet of the name `hidden`."""
    workbook = build_workbook([sheet.table for sheet in sheets])
    store = workbook.create_sheet(hidden)
    store.sheet_state = "hidden"
    for number, line in enumerate(lines, 1):
        write_value(store.cell(number, 1), line)
    lists: dict[tuple[str, ...], str] = {}
    for sheet, form in zip(workbook.worksheets, sheets, strict=False):
        _fill(sheet, form)
        for choice in form.choices:
            if choice.words not in lists:
                lists[choice.words] = _write_words(store, choice.words, WORDS_FROM + len(lists))
            _offer(sheet, choice, lists[choice.words])
    return workbook


def _fill(sheet: Worksheet, form: FormSheet) -> None:
    rows, columns = len(form.table.rows), len(form.table.columns)
    for column in range(1, columns + 1):
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].number_format = TEXT_FORMAT
        for row in range(HEADER_ROW + 1, HEADER_ROW + rows + 1):
            cell: Any = sheet.cell(row, column)
            cell.number_format = TEXT_FORMAT
            if column - 1 in form.fixed:
                cell.fill = FIXED
    for (row, column), words in form.notes.items():
        _mark(sheet.cell(HEADER_ROW + 1 + row, column + 1), words)
    sheet.freeze_panes = f"{get_column_letter(form.frozen + 1)}{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(columns)}{HEADER_ROW + max(rows, 1)}"


def _mark(cell: Any, words: str) -> None:
    cell.fill = MARKED
    lines = sum(1 + len(line) // NOTE_SIGNS for line in words.split("\n"))
    cell.comment = Comment(writable(words), "待核", width=NOTE_WIDTH, height=NOTE_LINE * (lines + 1))


def _write_words(store: Worksheet, words: tuple[str, ...], column: int) -> str:
    for row, word in enumerate(words, 1):
        write_value(store.cell(row, column), word)  # type: ignore[arg-type]  # no cell of a new sheet is merged
    letter = get_column_letter(column)
    return f"'{store.title}'!${letter}$1:${letter}${len(words)}"


def _offer(sheet: Worksheet, choice: Choice, source: str) -> None:
    first = HEADER_ROW + 1 + (choice.row or 0)
    last = first if choice.row is not None else sheet.max_row + SPARE_ROWS
    letter = get_column_letter(choice.column + 1)
    rule = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=choice.strict)
    if choice.strict:
        rule.errorTitle, rule.error = "请从列表中选择", "可以写：" + "、".join(choice.words)
    rule.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(rule)
