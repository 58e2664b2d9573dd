"""A date that a sheet shows as a number, since its cell has lost the format: 45991 is 2025-11-30.

Only safe where a deadline must stand. Digits that lost their 年 and 月 (20256) are no such number.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_SERIAL = re.compile("[45][0-9]{4}")  # 2009 to 2064
_DAY_ZERO = date(1899, 12, 30)


def unfold_serial(cell: str) -> str:
    """Write the number of a day as its date; other text stays."""
    return str(_DAY_ZERO + timedelta(days=int(cell))) if _SERIAL.fullmatch(cell) else cell
