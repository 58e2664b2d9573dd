"""CSV and TSV: one table; the separator is the sign that most lines hold."""

from __future__ import annotations

import csv
import io

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Cell, Locator
from wuye_cli.importing.readers.decoding import decode_text
from wuye_cli.importing.readers.grid import column_letter, split_grid

SEPARATORS = (",", "\t", ";")


def read_csv(data: bytes, name: str) -> tuple[Block, ...]:
    """Read the rows of a CSV file; a row is named by its number, as a spreadsheet would show it."""
    text = decode_text(data, name)
    separator = _find_separator(text, name)
    try:
        texts = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise InputError("csv", f"“{name}”不是完好的 CSV 文件，请用表格软件另存为 .xlsx 再导入。") from error
    width = max(map(len, texts), default=0)
    rows = tuple(_row(number, row, width) for number, row in enumerate(texts, start=1))
    return split_grid(rows, Locator(row=1))


def _find_separator(text: str, name: str) -> str:
    """The sign that most lines hold; where two are even, the one that the name promises."""
    lines = text.splitlines()
    signs = ("\t", *SEPARATORS) if name.lower().endswith(".tsv") else SEPARATORS
    return max(signs, key=lambda sign: sum(sign in line for line in lines))


def _row(number: int, texts: list[str], width: int) -> tuple[Cell, ...]:
    filled = texts + [""] * (width - len(texts))
    return tuple(Cell(text, Locator(row=number, column=column_letter(index))) for index, text in enumerate(filled))
