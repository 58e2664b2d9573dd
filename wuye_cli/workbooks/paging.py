"""Where the pages of a sheet end, so that a merged cell never reaches over two of them.

Programs draw such a cell in their own ways: its text is cut, or stands on the header of the next page. Rows have fixed
heights, so the ends of pages can be reckoned; a little before them a new page is begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.heights import DEFAULT_WIDTH, POINTS_PER_UNIT, column_widths

PAPERS: Mapping[str, tuple[float, float]] = {"9": (595.3, 841.9), "8": (841.9, 1190.6)}  # A4 and A3, in points
INCH = 72.0
SPARE = 0.97  # programs round heights and scales each in their own way
DEFAULT_HEIGHT = 15.0


class Pages:
    """Counts the rows of one sheet onto pages, from row `first` on; what stands above it is on the first page."""

    def __init__(self, sheet: Any, first: int) -> None:
        self._sheet = sheet
        self._room = _page_room(sheet)
        self._repeated = sum(self._height(row) for row in _title_rows(sheet))
        self._used = sum(self._height(row) for row in range(1, first))

    def begin_if_full(self, row: int, height: float) -> bool:
        """Begin a new page with a row that does not fit onto this one, and say so; 0 is the usual height."""
        height = height or DEFAULT_HEIGHT
        if self._used + height <= self._room:
            self._used += height
            return False
        self._used = self._repeated + height
        self._sheet.row_breaks.append(Break(id=row - 1))
        return True

    def grow(self, points: float) -> None:
        """Make the last row higher."""
        self._used += points

    def _height(self, row: int) -> float:
        return float(self._sheet.row_dimensions[row].height or DEFAULT_HEIGHT)


def _page_room(sheet: Worksheet) -> float:
    """Give the points of rows that a page has room for at the scale that its width asks for."""
    short, long = PAPERS.get(str(sheet.page_setup.paperSize), PAPERS["9"])
    width, height = (long, short) if sheet.page_setup.orientation == "landscape" else (short, long)
    margins = sheet.page_margins
    wide = width - (margins.left + margins.right) * INCH
    high = height - (margins.top + margins.bottom) * INCH
    return high / _scale(sheet, wide) * SPARE


def _scale(sheet: Worksheet, wide: float) -> float:
    if not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage:
        return float(sheet.page_setup.scale or 100) / 100
    widths = column_widths(sheet)
    columns = sum(widths.get(column, DEFAULT_WIDTH) for column in range(1, sheet.max_column + 1))
    return min(1.0, wide / (columns * POINTS_PER_UNIT))


def _title_rows(sheet: Any) -> range:
    """Give the rows that stand on top of every page: $3:$4."""
    if not sheet.print_title_rows:
        return range(0)
    top, bottom = (int(row.lstrip("$")) for row in sheet.print_title_rows.split(":"))
    return range(top, bottom + 1)
