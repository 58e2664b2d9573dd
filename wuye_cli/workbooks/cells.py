"""Writing values into cells: text stays text, whoever wrote it."""

from __future__ import annotations

import re
from datetime import date

from openpyxl.cell.cell import Cell

Value = str | int | float | date | None

# What XML cannot hold: \x00 \x1b, lone surrogates, U+FFFE; tab and line feed stay
UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMULA_SIGNS = ("=", "+", "-", "@")


def write_value(cell: Cell, value: Value) -> None:
    """Put a value into a cell as what it is; a string never becomes a formula, an error or a number."""
    if isinstance(value, str):
        _write_text(cell, value)
    else:
        cell.value = value


def writable(text: str) -> str:
    """Take out the signs that no workbook can hold."""
    return UNWRITABLE.sub("", text.replace("\r\n", "\n"))


def _write_text(cell: Cell, text: str) -> None:
    cell.value = writable(text) or None
    if cell.value is not None:
        cell.data_type = "s"
    if text.startswith(FORMULA_SIGNS):
        cell.quotePrefix = True  # so that it stays text when somebody edits the cell
