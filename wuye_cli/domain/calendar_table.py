"""A year of the working calendar as a table that a clerk can edit: the columns on, is_working, name.

    on,is_working,name
    2023-06-22,0,端午节
    2023-06-25,1,端午节

The headings may be Chinese (日期, 安排, 名称) and the second column may say 放假 or 上班.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from wuye_cli.domain.calendar import CalendarDay
from wuye_cli.errors import InputError

HEADINGS = {"on": ("on", "日期"), "is_working": ("is_working", "安排", "是否上班"), "name": ("name", "名称", "节日")}
NEEDED = ("on", "is_working")
DAY = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?")  # 2027-01-01, 2027/1/1, 2027年1月1日
WORKING = {
    **dict.fromkeys(("1", "上班", "是", "true", "班"), True),
    **dict.fromkeys(("0", "放假", "休息", "否", "false", "休"), False),
}


def parse_calendar(text: str, name: str, year: int) -> tuple[CalendarDay, ...]:
    """Read the table of one year from CSV text."""
    rows = csv.reader(text.removeprefix("\ufeff").splitlines())
    return read_days([(f"第{number}行", row) for number, row in enumerate(rows, start=1)], name, year)


def read_days(rows: Sequence[tuple[str, Sequence[str]]], name: str, year: int) -> tuple[CalendarDay, ...]:
    """Read the table of one year, in the order of the days; each row comes with the words for its place.

    Raises:
        InputError: something is wrong with the table; all of it is listed.
    """
    places = _places(rows[0][1] if rows else ())
    if not places:
        raise _refusal(name, "第一行应写明各栏：on,is_working,name（或 日期,安排,名称）。")
    days: dict[date, CalendarDay] = {}
    wrong: list[str] = []
    for where, row in rows[1:]:
        if any(map(str.strip, row)):
            day = _read_row(row, places)
            wrong += [f"{where}：{sentence}" for sentence in _complaints(day, year, days)]
            if isinstance(day, CalendarDay):
                days[day.on] = day
    if wrong or not days:
        raise _refusal(name, *(wrong or ["没有一天，请写上放假和调休上班的日期。"]))
    return tuple(days[on] for on in sorted(days))


def _places(headings: Sequence[str]) -> Mapping[str, int]:
    """Find the columns by their headings; none at all where a needed one is missing."""
    words = [heading.strip().lower() for heading in headings]
    places = {key: words.index(word) for key, known in HEADINGS.items() for word in known if word in words}
    return places if all(key in places for key in NEEDED) else {}


def _read_row(row: Sequence[str], places: Mapping[str, int]) -> CalendarDay | str:
    """Read one day; a sentence where it cannot be read."""
    cells = {key: row[place].strip() if place < len(row) else "" for key, place in places.items()}
    on = _find_day(cells["on"])
    is_working = WORKING.get(cells["is_working"].lower())
    if on is None:
        return f"“{cells['on']}”不是日期，请写成 2023-08-31 这样。"
    if is_working is None:
        return f"“{cells['is_working']}”看不懂，请写 0（放假）或 1（上班）。"
    return CalendarDay(on, is_working, cells.get("name", ""))


def _find_day(text: str) -> date | None:
    match = DAY.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:  # 2023-02-30
        return None


def _complaints(day: CalendarDay | str, year: int, known: Mapping[date, CalendarDay]) -> Iterator[str]:
    if isinstance(day, str):
        yield day
    elif day.on.year != year:
        yield f"{day.on} 不在 {year} 年，请放到 {day.on.year} 年的文件里。"
    elif day.on in known:
        yield f"{day.on} 写了两次，请只留一行。"


def _refusal(name: str, *wrong: str) -> InputError:
    return InputError("bad-calendar", f"“{name}”不是可用的工作日历，什么都没有写入。", wrong)
