"""Row heights for wrapped Chinese text: spreadsheets do not fit merged rows or rows of a template by themselves.

A little generous on purpose: printers measure fonts a little wider than screens, and a last line that is not printed
is worse than some white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from copy import copy
from functools import lru_cache
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

POINTS_PER_UNIT = 6.0  # one unit of column width is a digit of the default font: 宋体 11, 8 pixels
PADDING = 6.0
LINE = 1.5  # height of a line by size of the font
NARROW = 0.55  # width of a digit or letter by size of the font
SLACK = 0.98
MAX_HEIGHT = 409.0  # what a row can have
DEFAULT_WIDTH = 8.43
DEFAULT_SIZE = 11.0
LEAST_SIZE = 6.0

# One sign, or figures and letters, with the brackets and stops that are not parted from them:  （乡   60%、2024   局，
PIECE = re.compile(r"[（“《〔]*(?:[!-~]+(?:、[!-~]+)*|.)[，。、；：！？）”》〕]*", re.DOTALL)


def fit_rows(sheet: Worksheet, rows: range) -> None:
    """Make rows high enough for their wrapped text; where no height is enough, the text gets smaller instead."""
    widths = column_widths(sheet)
    spans = {(area.min_row, area.min_col): area.max_col for area in sheet.merged_cells.ranges}
    for row, cells in zip(rows, sheet.iter_rows(min_row=rows.start, max_row=rows.stop - 1), strict=True):
        needed = max((_fit(cell, _width(cell, widths, spans)) for cell in cells if _wraps(cell)), default=0.0)
        dimension = sheet.row_dimensions[row]
        dimension.height = max(needed, dimension.height or 0.0) or None


def column_widths(sheet: Worksheet) -> dict[int, float]:
    """Give the width of every column that has one; the file keeps one entry for a run of equal columns."""
    for dimension in sheet.column_dimensions.values():
        dimension.reindex()  # a column that is new in this workbook does not know its number yet
    return {
        column: dimension.width
        for dimension in sheet.column_dimensions.values()
        if dimension.min and dimension.max and not dimension.hidden
        for column in range(dimension.min, dimension.max + 1)
    }


@lru_cache(maxsize=4096)  # the same headings and titles stand in hundreds of forms
def text_height(text: str, width: float, size: float) -> float:
    """Estimate the height in points of text that wraps in a column of `width` units."""
    room = max((width * POINTS_PER_UNIT - PADDING) / size * SLACK, 1.0)
    lines = sum(_wrapped(line, room) for line in text.split("\n"))
    return lines * size * LINE + 4


def _wrapped(text: str, room: float) -> int:
    """Count the lines of a text where each has room for so many Chinese characters."""
    lines, used = 1, 0.0
    for piece in PIECE.findall(text):
        length = sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else NARROW for sign in piece)
        if used and used + length > room:
            lines, used = lines + 1, 0.0
        lines += int(length // room) if length > room else 0
        used += length
    return lines


def _fit(cell: Any, width: float) -> float:
    size = float(cell.font.size or DEFAULT_SIZE)
    height = text_height(str(cell.value), width, size)
    while height > MAX_HEIGHT and size > LEAST_SIZE:
        size -= 0.5
        height = text_height(str(cell.value), width, size)
    if size != cell.font.size:
        font: Any = copy(cell.font)
        font.size = size
        cell.font = font
    return min(height, MAX_HEIGHT)


def _wraps(cell: Any) -> bool:
    return isinstance(cell, Cell) and isinstance(cell.value, str) and bool(cell.alignment.wrap_text)


def _width(cell: Any, widths: Mapping[int, float], spans: Mapping[tuple[int, int], int]) -> float:
    last = spans.get((cell.row, cell.column), cell.column)
    return sum(widths.get(column, DEFAULT_WIDTH) for column in range(cell.column, last + 1))
