"""Which year, or years, a plan is for."""

from __future__ import annotations

import calendar
import re
from datetime import date

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import Period
from wuye_cli.importing.recognisers.numbered.outline import read_entries, read_parts

# 2021—2023年   2022-2024 年   2026至2027年
SPAN = re.compile(r"(20\d\d)\s*年?\s*[—–\-－~～至到]+\s*(20\d\d)\s*年?")
YEAR = re.compile(r"20\d\d(?=\s*年|\s*[〕\]）)])")
PHASES = re.compile("步骤|阶段|进度|时间")
# 2026年11月   2026年11月—12月   2024年4月1日至5月20日: the second month is of the same year
MONTHS = re.compile(r"(20\d\d)\s*年\s*(\d{1,2})\s*月(?:[\d\s日底]*[—–\-－~～至到]+\s*(\d{1,2})\s*月)?")


def read_year(title: str, notice_title: str, document_number: str, issued_on: date | None) -> int | None:
    """Take the year from the title, else the document number, else the issue date; a span is no year."""
    for text in (title, notice_title, document_number):
        years = {int(year) for year in YEAR.findall(SPAN.sub("", text))}
        if len(years) == 1:
            return years.pop()
    return issued_on.year if issued_on else None


def read_period(document: Document, *titles: str) -> Period | None:
    """Read the years of a plan of several; its phases may print the months."""
    span = next((match for title in titles if (match := SPAN.search(title))), None)
    if span is None:
        return None
    first, last = int(span[1]), int(span[2])
    months = sorted(month for month in _phase_months(document) if first <= month[0] <= last)
    start = date(*months[0], 1) if months and months[0][0] == first else date(first, 1, 1)
    end = months[-1] if months and months[-1][0] == last else (last, 12)
    return Period(start, date(*end, calendar.monthrange(*end)[1])) if start <= date(last, 12, 31) else None


def _phase_months(document: Document) -> list[tuple[int, int]]:
    headings = [
        entry.heading
        for part in read_parts(document)
        for entry in read_entries(document, part)
        if entry.above and PHASES.search(entry.above[0])
    ]
    found = [
        (int(year), int(month))
        for heading in headings
        for year, *months in MONTHS.findall(heading)
        for month in months
        if month
    ]
    return [(year, month) for year, month in found if 1 <= month <= 12]
