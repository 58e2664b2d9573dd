"""The phases of a plan, from when to when.

五、实施步骤
（一）启动准备阶段（2021年11月—12月）。制定方案。     第一阶段：动员部署（即日起至3月底）
（二）全面推进阶段。2022年1月至2023年6月，逐项落实。

What a section of steps holds, or is called a phase, is one where its heading or first clause prints a date.
"""

from __future__ import annotations

import re
from datetime import date

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import DraftPhase
from wuye_cli.importing.fields.dates import PrintedDate, find_dates
from wuye_cli.importing.fields.numerals import to_plain
from wuye_cli.importing.paragraphs import split_heading
from wuye_cli.importing.recognisers.numbered.outline import Entry, read_entries, read_parts
from wuye_cli.importing.recognisers.numbered.sections import STEPS, read_bare

SECTION = re.compile(f"{STEPS}(?:[和与及、]{STEPS})?")  # 五、实施步骤   三、方法步骤与时间安排
NAMED = re.compile(r"阶段|第[一二三四五六]步")  # 动员部署阶段  第一步
BRACKET = re.compile(r"[（(\[［【](?P<when>[^（()）\]］】]*\d[^（()）\]］】]*)[）)\]］】]")
NAME_END = re.compile(r"[：:。，,]")
# 2024年1—6月, 3-5月: the first month without its sign
MONTHS = re.compile(r"(?P<first>\d{1,2})\s*[—–\-－~～至到]+\s*\d{1,2}月")
EXACT = re.compile(r"[日号底末]")
HALVES = {"上半年": 1, "下半年": 7}
THIRDS = {"中旬": 11, "下旬": 21}
QUARTER = 3
LONGEST_NAME = 30


def read_phases(document: Document, year: int | None) -> tuple[DraftPhase, ...]:
    """Read the phases in printed order; `year` is that of dates which print none."""
    entries = (entry for part in read_parts(document) if not part.is_annex for entry in read_entries(document, part))
    found = (phase for entry in entries if (phase := _as_phase(entry, year)))
    return tuple({phase.name: phase for phase in found}.values())


def _as_phase(entry: Entry, year: int | None) -> DraftPhase | None:
    """A phase stands in a section of steps or is called one, and its heading or first clause says when it is."""
    heading = read_bare(entry.heading)
    in_section = len(entry.above) == 1 and SECTION.fullmatch(read_bare(entry.above[0])) is not None
    if not in_section and not NAMED.search(heading):
        return None
    for words in (*_brackets(heading), *_clauses(heading), *_clauses(split_heading(entry.number.rest)[1])[:1]):
        if (span := _read_span(words, year)) and words != _name(heading):
            return DraftPhase(_name(heading), *span, words)
    return None


def _brackets(heading: str) -> list[str]:
    return [found["when"] for found in BRACKET.finditer(heading)]


def _clauses(words: str) -> list[str]:
    return [clause for clause in NAME_END.split(words) if clause]


def _name(heading: str) -> str:
    """The words before and behind the time: 第一阶段（3月）：动员部署 -> 第一阶段：动员部署."""
    return BRACKET.sub("", heading).split("。")[0].strip("：:，,")[:LONGEST_NAME]


def _read_span(words: str, year: int | None) -> tuple[date | None, date] | None:
    """Read from when to when; 即日起 and the like begin on no known day."""
    plain = to_plain(words)
    dates = [item for item in find_dates(plain, year) if item.on]
    if not dates or dates[-1].on is None:
        return None
    open_start = len(dates) == 1 and re.search("起|至|到|前", plain[: dates[0].start] + plain[dates[0].end :])
    start = None if open_start else _first_day(plain, dates[0])
    return (start, dates[-1].on) if start is None or start <= dates[-1].on else None


def _first_day(words: str, item: PrintedDate) -> date | None:
    """Give the first day of what is printed: 2022年1月 -> 1 January, 2022年 -> 1 January, 一季度 -> 1 January."""
    if item.on is None:
        return None
    printed = words[item.start : item.end]
    if EXACT.search(printed):
        return item.on
    if item.is_whole_year:
        return item.on.replace(month=1, day=1)
    half = next((month for word, month in HALVES.items() if word in printed), None)
    day = next((day for word, day in THIRDS.items() if word in printed), 1)
    months = MONTHS.search(words, 0, item.end)
    month = half or (int(months["first"]) if months else item.on.month - (QUARTER - 1) * ("季度" in printed))
    return item.on.replace(month=month, day=day)
