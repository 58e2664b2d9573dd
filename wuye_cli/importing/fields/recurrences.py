"""Duties that come again: 每年2月底前, 每季度首月15日前, 按月."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wuye_cli.domain.terms import Every
from wuye_cli.importing.fields.dates import find_dates

_EVERY = {
    Every.HALF_YEAR: r"每半年度?|按半年|每个?学期",
    Every.QUARTER: r"每个?季度?|按季度?|逐季",
    Every.YEAR: r"每年度?|每一年|按年度?|逐年|每学年|年度(?:开展|完成|推进)",
    Every.MONTH: r"每个?月|按月|逐月|月度",
    Every.WEEK: r"每个?周|每星期|按周|逐周",
}
_ALL_EVERY = "|".join(f"(?P<{every.name}>{words})" for every, words in _EVERY.items())
RECURRING = re.compile(f"(?=[每按逐年月])(?:{_ALL_EVERY})")  # 每年, 每季度
# 每年6月、12月  每年1—3月
_JOINS = re.compile(r"(?:(?:\d{1,2})?[—–~～至到-]+|[、,，和及的前])*")
# 每年雪季开板前（10月31日前）  每年春季（3—5月）、秋季（9—11月）
_INTO_BRACKET = re.compile(r"(?:[）)][、,，和及])?[^，,、；;。\d（()）]{0,12}[（(](?:\d{1,2}[—–~～至到-]+)?")
_SENTENCE_END = re.compile(r"[。；;]")
# 每月5日、20日前  每季度首月15日前  每季度结束后10日内  每周五前  每年汛期前
_OWN_DAY = re.compile(
    r"[（(]?(?:首个?月|第[一二三]个?月|末月|[次下]月)?(?:\d{1,2}[日号]?[、,，和及]){0,5}(?:\d{1,2}[日号])?[底末]?(?:[前末底]|之前|以前)"
    r"|(?:结束)?后\d{1,2}个?(?:工作)?[日天]内|[一二三四五六日]前|(?:汛期|春节|国庆节?|开学|供暖期?|采暖期?|入冬)前"
)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Where a recurring duty stands with the dates that belong to it; `names_its_day` unlike 每年开展一次."""

    start: int
    end: int
    every: Every
    names_its_day: bool


def find_recurrences(plain: str) -> tuple[Recurrence, ...]:
    """Find the recurring duties of a text, each with its dates: 每年6月、12月底前.

    Behind a day of every year, the days of the same sentence come every year: 每年9月底前改造，10月10日前试压.
    """
    found: list[Recurrence] = []
    while words := RECURRING.search(plain, found[-1].end if found else 0):
        every = next(every for every in _EVERY if words[every.name])
        end = _find_end(plain, words.end(), every)
        has_day = end > words.end() or _OWN_DAY.match(plain, end) is not None
        found.append(Recurrence(words.start(), end, every, has_day))
    return tuple(found)


def _find_end(plain: str, start: int, every: Every) -> int:
    end = start
    for printed in find_dates(plain[start:], None):
        between = plain[end : start + printed.start]
        is_yearly = every is Every.YEAR and end > start and not printed.year_printed
        is_own = _JOINS.fullmatch(between) or (is_yearly and not _SENTENCE_END.search(between))
        if not is_own and (printed.year_printed or not _INTO_BRACKET.fullmatch(between)):
            break
        end = start + printed.end
    return end
