"""How the values of a draft are written where a person corrects them, and how what was typed is read back.

    完成时限    2023-10-31、长期坚持、每季度
    阶段性时限  2023-04-30 制定年度计划            one per line
    目标值      覆盖率≥80%（2025-12-31；兴庆区）   one per line; a range is 3～5家
    期间        2021-11-01 至 2023-12-31

A value that holds a line break goes on in the next line behind an ideographic space. Values that a person left as
they were keep the words they were read from; a new one has what was typed for its words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from wuye_cli.importing.draft import DraftUnits, Period

Old = TypeVar("Old")
New = TypeVar("New")

CONTINUED = "　"

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00(?::00)?)?")  # 2023-4-30   2023年4月30日
_PERIOD = re.compile(r"\s*(?:至|到|~|～|—|–)\s*")
_NAME = re.compile(r"(?:[（(][^（()）]*[）)]|[^、，,；;\n])+")  # 领导小组办公室（市住建局、市物业服务中心）
_YEAR = re.compile(r"(\d{4})年?")


class NotationError(ValueError):
    """What was typed cannot be read; the message says how it is written."""


# Single values


def show_day(day: date | None) -> str:
    """Print a day, nothing where there is none."""
    return day.isoformat() if day else ""


def read_day(text: str) -> date | None:
    """Read a day, in the form of a workbook's own too; nothing is none."""
    plain = plain_text(text)
    found = _DAY.fullmatch(plain)
    if not plain:
        return None
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(plain)
    except ValueError:
        raise NotationError(f"“{text}”不是日期，请写成 2023-10-31 这样") from None


def show_period(period: Period | None) -> str:
    """Print a span of days."""
    return f"{period.start} 至 {period.end}" if period else ""


def read_period(text: str) -> Period | None:
    """Read a span of days: 2021-11-01 至 2023-12-31."""
    if not text.strip():
        return None
    ends = [read_day(part) for part in _PERIOD.split(text.strip())]
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] > ends[1]:
        raise NotationError(f"“{text}”不是起止日期，请写成 2021-11-01 至 2023-12-31 这样，先起后止")
    return Period(ends[0], ends[1])


def show_year(year: int | None) -> str:
    """Print a year."""
    return str(year) if year is not None else ""


def read_year(text: str) -> int | None:
    """Read a year: 2023 or 2023年."""
    plain = plain_text(text)
    found = _YEAR.fullmatch(plain)
    if plain and not found:
        raise NotationError(f"“{text}”不是年份，请写成 2023 这样")
    return int(found[1]) if found else None


# Units


def show_units(units: DraftUnits) -> str:
    """Print the names of one role."""
    return "、".join(units.units)


def read_units(text: str) -> DraftUnits:
    """Read names as typed; separators inside brackets belong to the name."""
    return DraftUnits(text.strip(), tuple(name.strip() for name in _NAME.findall(text) if name.strip()))


# Lists of values


def keep(
    parts: Iterable[str], old: Sequence[Old], show: Callable[[Old], str], read: Callable[[str], New]
) -> list[Old | New]:
    """Read each part; one that is printed as an old value was is that value, words and all."""
    left = [(show(one).strip(), one) for one in old]
    values: list[Old | New] = []
    for part in map(str.strip, parts):
        same = next((item for item in left if item[0] == part), None)
        if same:
            left.remove(same)
        values.append(same[1] if same else read(part))
    return values


def join_lines(values: Iterable[str]) -> str:
    """Print values one per line."""
    return "\n".join(value.replace("\n", f"\n{CONTINUED}") for value in values)


def split_lines(text: str) -> list[str]:
    """Give the values that stand one per line."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and line.startswith(CONTINUED):
            lines[-1] += f"\n{line.removeprefix(CONTINUED)}"
        elif line.strip():
            lines.append(line)
    return lines


def plain_text(text: str) -> str:
    """Bring what was typed to plain digits and signs, whatever the keyboard."""
    return unicodedata.normalize("NFKC", text).strip()
