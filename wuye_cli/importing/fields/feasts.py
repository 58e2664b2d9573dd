"""Days that a plan names by a feast: `2026年春节前` is the day before it.

春节 moves with the moon, so its days are a table; beyond it, or without a printed year, the words stay a question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_FIXED = {"元旦": (1, 1), "五一": (5, 1), "劳动节": (5, 1), "国庆": (10, 1)}
_SPRING = {
    2020: (1, 25),
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
    2028: (1, 26),
    2029: (2, 13),
    2030: (2, 3),
    2031: (1, 23),
    2032: (2, 11),
    2033: (1, 31),
    2034: (2, 19),
    2035: (2, 8),
}
_BEFORE = re.compile(rf"(?P<year>20\d\d)年“?(?P<feast>春节|{'|'.join(_FIXED)})”?(?:节|假期)?(?:之前|以前|前)")


@dataclass(frozen=True, slots=True)
class FeastDate:
    """The last day before a feast, and where its words stand."""

    start: int
    end: int
    on: date


def find_feasts(plain: str) -> tuple[FeastDate, ...]:
    """Find the days that are told by a feast and a printed year."""
    found = []
    for match in _BEFORE.finditer(plain):
        year = int(match["year"])
        day = _FIXED.get(match["feast"]) or _SPRING.get(year)
        if day is not None:
            found.append(FeastDate(*match.span(), date(year, *day) - timedelta(days=1)))
    return tuple(found)
