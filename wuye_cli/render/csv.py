"""A table as CSV (RFC 4180) for other programs: numbers stay numbers, and no text is taken for a formula.

It begins with a byte-order mark, without which Excel and WPS do not read Chinese; what is not known is left empty.
"""

from __future__ import annotations

import csv
from io import StringIO

from wuye_cli.render.grid import Grid, Kind, Value
from wuye_cli.render.widths import plain

BYTE_ORDER_MARK = "\ufeff"
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # some editions of Excel take the full-width ones, too
AS_TEXT = "'"  # what Excel itself puts before text that looks like a formula


def grid_csv(grid: Grid) -> str:
    """Write the headings and rows of a table; its title and notes are for people."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(
        f"{column.heading}（%）" if column.kind is Kind.PERCENT else column.heading for column in grid.columns
    )
    writer.writerows(map(_cell, row) for row in grid.rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _guarded(plain(value))
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _guarded(text: str) -> str:
    return AS_TEXT + text if text.lstrip().startswith(FORMULA_SIGNS) else text
