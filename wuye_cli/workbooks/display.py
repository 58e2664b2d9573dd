"""A stored value as its reader saw it on the sheet: number formats applied, dates readable."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

QUOTED = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]')  # "个"   \年   _)   *-   [Red]   [$-804]
DIGITS = re.compile(r"[#0?,]*[#0?](?:\.([0#?]+))?")  # 0   0.00   #,##0   #,##0.0
DATE_LETTERS = re.compile(r"[ymdhs]")


def display(value: object, number_format: str) -> str:
    """Give the text that a spreadsheet would show for a cell's value."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float() | Decimal():
            return _number(value, number_format)
        case datetime() | date() | time():
            return _moment(value, number_format)
        case timedelta():
            return str(value)
    return clean_text(str(value))


def clean_text(text: str) -> str:
    """Give a stored text its line breaks."""
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def shown_number(value: object, number_format: str) -> float | None:
    """Give the figure that a number format shows, before it rounds: 60.4 for 0.604 as 0%.

    Files hold 28.99% as 0.28989999999999999.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    section = QUOTED.sub("", number_format.split(";", maxsplit=1)[0])
    return float(f"{Decimal(str(value)) * 100:.12g}") if "%" in section else float(value)


def _number(value: float | Decimal, number_format: str) -> str:
    section = number_format.split(";", maxsplit=1)[0]
    plain = QUOTED.sub("", section)
    pattern = DIGITS.search(plain)
    if pattern is None or "E" in plain:
        return _general(value)
    places = len(pattern.group(1) or "")
    scaled = Decimal(str(value)) * (100 if "%" in plain else 1)
    rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits = f"{rounded:,f}" if "," in pattern.group() else f"{rounded:f}"
    return _around(section, digits)


def _around(section: str, digits: str) -> str:
    """Put the digits between the words that the format prints beside them: 0"个" gives 60个."""
    words = QUOTED.sub(lambda found: found.group(1) or found.group(2) or "", section)
    place = DIGITS.search(words)
    return digits if place is None else words[: place.start()] + digits + words[place.end() :]


def _general(value: float | Decimal) -> str:
    if float(value).is_integer() and abs(float(value)) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def _moment(value: datetime | date | time, number_format: str) -> str:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    letters = "".join(DATE_LETTERS.findall(QUOTED.sub("", number_format.lower())))
    clock = ""
    if isinstance(value, datetime) and value.time() != time.min:
        clock = value.strftime(" %H:%M")
    return _day(value, letters, chinese="年" in number_format or "月" in number_format) + clock


def _day(value: date, letters: str, *, chinese: bool) -> str:
    """A format that shows no day (yyyy-mm, mmm-yy) must not make one up: the first of the month was never meant."""
    year, month, day = "y" in letters, "m" in letters, "d" in letters
    if month and day and not year:
        return f"{value.month}月{value.day}日"
    if year and not day:
        return f"{value.year}年{value.month}月" if month else f"{value.year}年"
    return f"{value.year}年{value.month}月{value.day}日" if chinese else f"{value:%Y-%m-%d}"
