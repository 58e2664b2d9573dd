"""Writing values into cells: text stays text, whoever wrote it."""

from __future__ import annotations

import re
from copy import copy
from datetime import date
from typing import Any

from openpyxl.cell.cell import Cell

Value = str | int | float | date | None

# What XML cannot hold: \x00 \x1b, lone surrogates, U+FFFE; tab and line feed stay
UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMULA_SIGNS = ("=", "+", "-", "@")
LONGEST = 32_767  # what a cell can hold
CUT = "……（文字过长，其余见台账）"


def write_value(cell: Cell, value: Value) -> None:
    """Put a value into a cell as what it is; a string never becomes a formula, an error or a number."""
    if isinstance(value, str):
        _write_text(cell, value)
        return
    if isinstance(value, date):
        part_style(cell)  # a date brings its own format
    cell.value = value


def writable(text: str) -> str:
    """Take out the signs that no workbook can hold."""
    return UNWRITABLE.sub("", text.replace("\r\n", "\n"))


def part_style(cell: Any) -> None:
    """Give a cell a style of its own to change; until then all cells of a column may share one."""
    cell._style = copy(cell._style)


def _write_text(cell: Cell, text: str) -> None:
    text = writable(text)
    cell.value = (text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT) or None
    if text:
        cell.data_type = "s"
    if text.startswith(FORMULA_SIGNS):
        part_style(cell)
        cell.quotePrefix = True  # so that it stays text when somebody edits the cell
