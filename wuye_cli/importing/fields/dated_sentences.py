"""A sentence that sets figures, and the day that governs each of them.

    到2027年，建成10个      4月底前，制定计划，…，开展2次 (the day of the plan alone)      达到80%（2025年底）

A dated horizon holds to the end of the paragraph; what is due every year has no day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wuye_cli.importing.fields.dates import PrintedDate, is_of_things
from wuye_cli.importing.fields.deadlines import find_due_ends
from wuye_cli.importing.fields.quotas import Quota
from wuye_cli.importing.fields.target_words import CLAUSE_MARKS

_BASELINE = re.compile(r"(?:同比|相比|较|(?<!占)(?<!百分)比|截至|以|自|从)$")  # 同比2022年增长30%: 2022 is no by-date
_HORIZON = re.compile(r"(?:到|至)$")  # 到2027年，
_EVERY = re.compile(r"每年|每季|每月|每半年|每周|年均|逐年")
_INSIDE_YEAR = re.compile(r"[月季/.-]|(?<!\d)\d{1,2}底")  # 4月底, 一季度, 2025-06-30, and 4底 that lost its 月
# 达到80%以上（2025年底）: the day of the figure before it, and of nothing behind it
_BEHIND_FIGURE = re.compile(r"\d[%‰\u4e00-\u9fff]{0,7}[（(](?:到|至|截至|于|计划)?$")
_BRACKET_END = re.compile(r"[底末]?(?:之前|以前|前|内)?(?:完成|达到|建成|实现|目标值?|任务)?[）)]")
_STEP_END = re.compile(r"；|;|(?:[，,][^，,]*){3}")  # 4月底前，制定计划，…，…，开展2次: the day is that of the plan
_CITED = re.compile(
    r"《[^》]*》(?:[（(]20\d\d年?[-—–－~～至到]{1,2}20\d\d年?[）)])?"
)  # 《…规划》（2023—2035年）: the years of another document
_OF_PAPERS = re.compile(r"(?:绩效|考核|评[价估议]|审计|预算|报告|总结|述职|结转|遗留)")  # 2024年度绩效评价, 2024年结转


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its quota bracket; `year` and `horizon` are what the words before it say."""

    text: str
    quotas: tuple[Quota, ...]
    year: int | None
    horizon: date | None

    @property
    def dates(self) -> tuple[PrintedDate, ...]:
        """The dates that things can be due by; read only when asked for, as most sentences hold no figure."""
        return _find_dates(self.text, self.year)

    def find_by(self, at: int, since: int = 0) -> date | None:
        """Give the date that governs what stands at a place, `since` the quantity before it.

        What is due every year has none; a day inside the year (4月底前，…) governs its own step only.
        """
        before = [item for item in self.dates if item.end <= at and not self._is_behind(item)]
        if _EVERY.search(CLAUSE_MARKS.split(self.text[before[-1].end if before else 0 : at])[-1]):
            return None
        if before and self._is_step(before[-1]) and _STEP_END.search(self.text[max(before[-1].end, since) : at]):
            return self.horizon
        return before[-1].on if before else self.horizon

    def find_behind(self, end: int) -> date | None:
        """Give the date in the bracket behind a figure, where it holds nothing else: 达到80%（2025年底）."""
        if self.text[end : end + 1] not in ("（", "("):
            return None
        return next((item.on for item in self.dates if end < item.start <= end + 3 and self._is_behind(item)), None)

    def _is_behind(self, item: PrintedDate) -> bool:
        if not _BRACKET_END.match(self.text, item.end):
            return False
        return _BEHIND_FIGURE.search(self.text, max(item.start - 12, 0), item.start) is not None

    def find_listed(self, at: int) -> tuple[date | None, ...]:
        """Give the dates before a place that stand in one clause: 2025年、2026年，规模[分别]达到…."""
        before = [item for item in self.dates if item.start < at]
        start = (
            max((found.end() for found in CLAUSE_MARKS.finditer(self.text, 0, before[-1].start)), default=0)
            if before
            else 0
        )
        return tuple(item.on for item in before if item.start >= start)

    def _is_step(self, item: PrintedDate) -> bool:
        return _INSIDE_YEAR.search(self.text[item.start : item.end]) is not None

    @property
    def next_horizon(self) -> date | None:
        """The dated horizon that holds after this sentence."""
        if "到" not in self.text and "至" not in self.text:
            return self.horizon
        leading = (item for item in self.dates if not self._is_behind(item))
        horizons = [item.on for item in leading if _HORIZON.search(self.text[: item.start])]
        return horizons[-1] if horizons else self.horizon


@lru_cache(maxsize=16)  # every figure of a sentence asks
def _find_dates(text: str, year: int | None) -> tuple[PrintedDate, ...]:
    cited = [found.span() for found in _CITED.finditer(text)]
    ends = (item for item in find_due_ends(text, year) if not _BASELINE.search(text[: item.start]))
    ends = (item for item in ends if not any(start < item.start < end for start, end in cited))
    return tuple(item for item in ends if not is_of_things(text, item) and not _OF_PAPERS.match(text, item.end))
