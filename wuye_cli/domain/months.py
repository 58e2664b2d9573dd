"""Months as `YYYY-MM` text: they sort as text, and a report belongs to one."""

from __future__ import annotations

import calendar
import re
from datetime import date

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")  # 2023-08


def find_month(text: str) -> str | None:
    """Give the month back if the text is one."""
    return text if MONTH.fullmatch(text) else None


def month_of(day: date) -> str:
    """Name the month a day lies in."""
    return f"{day.year:04d}-{day.month:02d}"


def last_day(month: str) -> date:
    """Give the last day of a month."""
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, calendar.monthrange(year, number)[1])


def shift_month(month: str, by: int) -> str:
    """Go `by` months on (or back)."""
    count = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def month_words(month: str) -> str:
    """Print a month the Chinese way: 2023年8月."""
    return f"{int(month[:4])}年{int(month[5:])}月"


def day_words(day: date) -> str:
    """Print a day the Chinese way: 2023年8月31日."""
    return f"{day.year}年{day.month}月{day.day}日"
