"""Row heights for wrapped Chinese text: spreadsheets do not fit merged rows or rows of a template by themselves.

A little generous on purpose: printers measure fonts a little wider than screens, and a last line that is not printed
is worse than some white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from copy import copy
from functools import lru_cache
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.cells import part_style

POINTS_PER_UNIT = 6.0  # one unit of column width is a digit of the default font: 宋体 11, 8 pixels
PADDING = 6.0
LINE = 1.5  # height of a line by size of the font
NARROW = 0.55  # width of a digit or letter by size of the font
SLACK = 0.98
MAX_HEIGHT = 409.0  # what a row can have
DEFAULT_WIDTH = 8.43
DEFAULT_SIZE = 11.0
LEAST_SIZE = 6.0
MOST_LINES = 200  # more than the rows of one cell show; a text of 30,000 signs is not measured to its end

# One sign, or figures and letters, with the brackets and stops that are not parted from them:  （乡   60%、2024   局，
PIECE = re.compile(r"[（“《〔]*(?:[!-~]+(?:、[!-~]+)*|.)[，。、；：！？）”》〕]*", re.DOTALL)


def fit_rows(sheet: Worksheet, rows: range) -> None:
    """Make rows high enough for their wrapped text; where no height is enough, the text gets smaller instead."""
    fitter = RowFitter(sheet)
    for row, cells in zip(rows, sheet.iter_rows(min_row=rows.start, max_row=rows.stop - 1), strict=True):
        fitter.fit(row, cells, sheet.row_dimensions[row].height)


class RowFitter:
    """Fits the rows of one sheet, whose columns stay as they are.

    A cell that reaches down over several rows has room for its text in the first of them: a page may end below it.
    """

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet: Any = sheet
        self._widths = column_widths(sheet)
        self._spans = {(area.min_row, area.min_col): area.max_col for area in sheet.merged_cells.ranges}
        self._styles: dict[tuple[int, int], float | None] = {}

    def span(self, row: int, first: int, last: int) -> None:
        """Say that a cell will reach over several columns."""
        self._spans[row, first] = last

    def fit(self, row: int, cells: Iterable[Any], least: float | None) -> float:
        """Give a row the height its cells need, and no less than `least`; 0 leaves it as high as any."""
        needed = least or 0.0
        for cell in cells:
            if _is_text(cell):
                size = self._wrapped_size(cell)
                if size:
                    needed = max(needed, _fit(cell, self._width(row, cell.column), size))
        self._sheet.row_dimensions[row].height = needed or None
        return needed

    def _width(self, row: int, column: int) -> float:
        last = self._spans.get((row, column))
        if last is None:
            return self._widths.get(column, DEFAULT_WIDTH)
        return sum(self._widths.get(one, DEFAULT_WIDTH) for one in range(column, last + 1))

    def _wrapped_size(self, cell: Any) -> float | None:
        """Give the size of a cell's font; None where its text does not wrap."""
        if not cell._style:  # as a new cell is: in the default style
            return None
        key = (cell._style.fontId, cell._style.alignmentId)
        if key not in self._styles:
            self._styles[key] = float(cell.font.size or DEFAULT_SIZE) if cell.alignment.wrap_text else None
        return self._styles[key]


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
    if len(text) <= room:
        return 1
    lines, used = 1, 0.0
    for piece in PIECE.findall(text[: int(room / NARROW * MOST_LINES)]):
        length = _length(piece)
        if used and used + length > room:
            lines, used = lines + 1, 0.0
        lines += int(length // room) if length > room else 0
        used += length
    return lines


@lru_cache(maxsize=8192)  # most pieces are a single sign, and there are few thousand of them
def _length(piece: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else NARROW for sign in piece)


def _is_text(cell: Any) -> bool:
    """Tell text from a formula: what a formula says is longer than what it shows."""
    return isinstance(cell.value, str) and cell.data_type != "f"


def _fit(cell: Any, width: float, size: float) -> float:
    height, smaller = text_height(cell.value, width, size), size
    while height > MAX_HEIGHT and smaller > LEAST_SIZE:
        smaller -= 0.5
        height = text_height(cell.value, width, smaller)
    if smaller != size:
        font: Any = copy(cell.font)
        font.size = smaller
        part_style(cell)
        cell.font = font
    return min(height, MAX_HEIGHT)
