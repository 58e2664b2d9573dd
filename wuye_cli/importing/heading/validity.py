"""From when to when a document is in force.

本意见自2024年12月1日起施行，有效期至2027年11月30日。
"""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import Period, Problem
from wuye_cli.importing.fields.dates import find_dates, read_bare_date
from wuye_cli.importing.fields.numerals import find_number, to_plain
from wuye_cli.importing.heading.lines import read_lines

FORCE = re.compile(r"自(?P<start>[^，。,]{4,14}?)(?:起|开始)(?:正式)?(?:施行|实施|生效|执行)(?P<rest>[^。]*)")
UNTIL = re.compile(r"(?:有效期)?(?:截至|截止到?|至)\s*(?P<day>20\d[^，。,]*)")
YEARS = re.compile(r"有效期(?:为|限)?\s*(?P<years>\d{1,2}|[一二三四五六七八九十两])\s*年")
ISSUED = re.compile("(?:印发|发布|公布)之日")
DAMAGED = re.compile(r"20\d{3,6}")
UNSURE = "施行日期或有效期“{}”读不准，请核对。"


def read_validity(document: Document, issued_on: date | None) -> tuple[Period | None, tuple[Problem, ...]]:
    """Read the sentence on entry into force; a period needs both ends."""
    found = next((match for line in read_lines(document) if (match := FORCE.search(to_plain(line)))), None)
    if found is None:
        return None, ()
    start = issued_on if ISSUED.search(found["start"]) else _read(found["start"], after=issued_on, like=None)
    end = _end(found["rest"], start)
    if start is not None and end is not None and start <= end:
        return Period(start, end), ()
    has_end = UNTIL.search(found["rest"]) or YEARS.search(found["rest"])
    return None, (Problem("validity-unsure", "effective", UNSURE.format(found[0])),) if has_end else ()


def _end(rest: str, start: date | None) -> date | None:
    if until := UNTIL.search(rest):
        return _read(until["day"], after=start, like=start)
    if start is not None and (years := YEARS.search(rest)):
        return start + relativedelta(years=find_number(years["years"]) or 0, days=-1)
    return None


def _read(text: str, after: date | None, like: date | None) -> date | None:
    """Read a date; of those that damaged digits can mean, the one not before `after`, or on the day of `like`."""
    digits = DAMAGED.match(text)
    if digits is None:
        found = find_dates(text, None)
        return found[0].on if found else None
    days = [day for day in read_bare_date(digits[0]) if after is None or day >= after]
    same = [day for day in days if like is not None and (day.month, day.day) == (like.month, like.day)]
    choice = same or days
    return choice[0] if len(choice) == 1 else None
