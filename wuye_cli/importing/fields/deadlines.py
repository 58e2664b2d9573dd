"""What a deadline cell says: dates, 长期坚持, recurring duties, and several of them in one cell.

    10月底前      2025年底达到70%2026年底达到90%      202512 长期坚持      每年2月底前      3月、6月、9月底前

A year that is not printed is the one handed in; without it, and where the result lies before the issue date, the
reading carries a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from wuye_cli.domain.months import day_words
from wuye_cli.domain.terms import DeadlineKind
from wuye_cli.importing.draft import DraftDeadline, Problem
from wuye_cli.importing.fields.dates import PrintedDate, find_dates, read_bare_date
from wuye_cli.importing.fields.feasts import find_feasts
from wuye_cli.importing.fields.numerals import to_plain
from wuye_cli.importing.fields.recurrences import RECURRING, find_recurrences
from wuye_cli.importing.fields.unit_words import NONE

LONGEST_CELL = 500  # what is longer is no deadline but a paragraph in the wrong column

_ONGOING = re.compile(r"(?:长期|持续|常态|常年|经常|一直|始终|贯穿|全程|日常|不间断)(?!.{0,6}[至到]\d)")  # 长期坚持
_BARE_DIGITS = re.compile(r"(?<!\d)20\d{3,6}(?![\d年月%％])")  # 20256, 202512
_START = re.compile(r"(?:年|月|日|初|底)?(?:起|开始|以来|以后|之后|启动)")  # 2020年起: not a due date
_RANGE = re.compile(
    r"(?:底|末|初|上旬|中旬|下旬)?[-—–－~～至到]{1,2}|\d{1,2}月?[-—–－~～至到]"
)  # 3月—6月, 2025年6-12月
_WHOLE_YEAR = re.compile(r"^全年(?:内|推进|实施|落实|完成)?$")
# 2025-12-31 00:00:00, as a workbook prints a date, and 31日24时前
_CLOCK = re.compile(r"(?:(?<=\d)\s{1,3}|(?<=日)\s{0,3})\d{1,2}:\d{2}(?::\d{2})?(?=前?$)|(?<=日)\d{1,2}[时点](?=前|$)")
# 2025年汛期前, 2025年高考前: a day that the calendar moves is asked about, unless a bracket prints it (8月31日前)
FEAST = re.compile(
    r"(?:春节|元旦|元宵|清明|五一|端午|中秋|国庆|汛|入冬|供暖|采暖|开学|学期|暑[假期]|寒假"
    r"|(?<=\d年)(?![底年末初之以])[\u4e00-\u9fff“”]{1,6}?前(?![期置款列面]))(?![^（()）]{0,4}[（(][^（()）]*\d+[月日])"
)
_HEADS_BRACKET = re.compile(
    r"[^，,、；;。\d（(]{0,10}[（(](?=\d{1,2}月)"
)  # 2024年春季学期末（6月底）: the year of the bracket
_MISREAD = str.maketrans("lIOo", "1100")
_MISREAD_MONTH = re.compile(r"(?<![A-Za-z])[lI]\d?(?=月)|(?<=\d)[Oo](?=月)")  # 2025年l2月, 1O月
_LIST = re.compile(r"\d[、,，和]\d")  # what either list holds
_SHORT_LIST = re.compile(r"(?<!\d)(?:\d{1,2}[、,，和]){1,11}\d{1,2}(?=月)")  # 3、6、9、12月底前
_YEAR_LIST = re.compile(r"(?<!\d)(?:20\d\d[、,，和]){1,5}(?=20\d\d年)")  # 2025、2026年
_AFTER_ITEM = re.compile(r"(?<=\d)(?=[、,，和])")
_RANGE_START = re.compile(r"\d{1,4}\s*[-—–－~～至到]+(?=\s)")  # 1-6月, 2021—2023年
_REST_DIGITS = re.compile(r"\d+(?![\d.]*(?:%|‰|个|家|次|项|名|户|万|亿|件|处|场|人|条|台|套|批|类|座|所|日|天|小时))")


@dataclass(frozen=True, slots=True)
class DeadlineReading:
    """The deadlines of a cell, and what is not certain about them."""

    deadlines: tuple[DraftDeadline, ...]
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: DeadlineReading) -> DeadlineReading:
        """Put two readings one behind the other."""
        return DeadlineReading(self.deadlines + other.deadlines, self.problems + other.problems)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    deadline: DraftDeadline
    problem: Problem | None = None


@lru_cache(maxsize=1024)  # a list prints the same deadlines in row after row
def parse_deadlines(
    text: str, *, year: int | None, issued_on: date | None = None, header_dates: tuple[date, ...] = ()
) -> DeadlineReading:
    """Read a deadline cell; an empty cell or one that says 无 has none."""
    plain = _WHOLE_YEAR.sub("年底", spell_out_lists(_mend(to_plain(_CLOCK.sub("", text)))))
    if NONE.fullmatch(plain):
        return DeadlineReading(())
    if len(plain) > LONGEST_CELL:
        return _as_reading(text, plain, [])
    found = [*_find_recurring(plain), *_find_ongoing(plain), *_find_bare(plain, header_dates), *_find_feasts(plain)]
    taken = [(item.start, item.end) for item in found if item.deadline.kind is not DeadlineKind.ONGOING]
    found += [
        _as_deadline(plain, printed, issued_on)
        for printed in find_due_ends(plain, year)
        if not any(start <= printed.start < end for start, end in taken)
    ]
    return _as_reading(text, plain, sorted(found, key=lambda item: item.start))


def _mend(plain: str) -> str:
    """Give a month the digits that a scan took for letters."""
    return _MISREAD_MONTH.sub(lambda found: found[0].translate(_MISREAD), plain)


def spell_out_lists(plain: str) -> str:
    """Print the 年 or 月 of each item in a list: 3、6、9月底前 -> 3月、6月、9月底前; 2025、2026年 -> 2025年、2026年."""
    if not _LIST.search(plain):
        return plain
    plain = _YEAR_LIST.sub(lambda found: _AFTER_ITEM.sub("年", found[0]), plain)
    return _SHORT_LIST.sub(lambda found: _AFTER_ITEM.sub("月", found[0]), plain)


@lru_cache(maxsize=64)  # the same sentence is read for targets and for milestones
def find_due_ends(plain: str, year: int | None) -> tuple[PrintedDate, ...]:
    """Find the dates that end something: neither 2020年起 nor the first half of 3月—6月."""
    return tuple(
        printed
        for printed in find_dates(plain, year)
        if not _START.match(plain, printed.end)
        and not _RANGE.match(plain, printed.end)
        and not (printed.is_whole_year and _HEADS_BRACKET.match(plain, printed.end))
    )


def _find_recurring(plain: str) -> list[_Found]:
    return [
        _Found(item.start, item.end, DraftDeadline(DeadlineKind.RECURRING, every=item.every))
        for item in find_recurrences(plain)
    ]


def _find_ongoing(plain: str) -> list[_Found]:
    found = _ONGOING.search(plain)
    if found is None or (RECURRING.search(plain) and not plain[found.start() :].startswith("长期")):
        return []
    return [_Found(found.start(), found.end(), DraftDeadline(DeadlineKind.ONGOING, text=plain[found.start() :]))]


def _find_feasts(plain: str) -> list[_Found]:
    return [
        _Found(item.start, item.end, DraftDeadline(DeadlineKind.DATE, item.on, text=plain[item.start : item.end]))
        for item in find_feasts(plain)
    ]


def _find_bare(plain: str, header_dates: tuple[date, ...]) -> list[_Found]:
    return [_read_bare(digits, header_dates) for digits in _BARE_DIGITS.finditer(plain)]


def _read_bare(digits: re.Match[str], header_dates: tuple[date, ...]) -> _Found:
    means = read_bare_date(digits[0], header_dates)
    clear = means[0] if len(means) == 1 else None
    deadline = DraftDeadline(DeadlineKind.DATE, clear, text=digits[0])
    return _Found(*digits.span(), deadline, None if clear else _ambiguous(digits[0], means))


def _ambiguous(digits: str, means: tuple[date, ...]) -> Problem:
    choices = "还是".join(day_words(on) for on in means)
    message = (
        f"完成时限“{digits}”缺少年月日，可能是{choices}，请核对原文" if means else f"完成时限“{digits}”不是日期，请核对"
    )
    return Problem("deadline-ambiguous", "deadlines", message)


def _as_deadline(plain: str, printed: PrintedDate, issued_on: date | None) -> _Found:
    words = plain[printed.start : printed.end]
    deadline = DraftDeadline(DeadlineKind.DATE, printed.on, text=words)
    return _Found(printed.start, printed.end, deadline, check_date(printed, words, issued_on))


def check_date(printed: PrintedDate, words: str, issued_on: date | None) -> Problem | None:
    """Ask about a date whose year the document does not print, where nothing makes it certain."""
    if printed.on is None:
        message = f"完成时限“{words}”没有写明年份，无法确定是哪一年，请补充"
        return Problem("deadline-year-unknown", "deadlines", message)
    if issued_on and printed.on < issued_on and not printed.year_printed:
        message = f"完成时限“{words}”按{printed.on.year}年计早于成文日期{day_words(issued_on)}，请核对年份"
        return Problem("deadline-before-issue", "deadlines", message)
    return None


def _as_reading(text: str, plain: str, found: list[_Found]) -> DeadlineReading:
    whole = text.strip()
    words = [whole] if len(found) == 1 else _cut(plain, [item.start for item in found])
    deadlines = tuple(replace(item.deadline, text=part) for item, part in zip(found, words, strict=True))
    problems = [item.problem for item in found if item.problem]
    return DeadlineReading(deadlines, tuple(problems or _find_leftover(whole, plain, found)))


def _cut(plain: str, starts: list[int]) -> list[str]:
    """Give each deadline its words: up to the next one; what stands before the first belongs to it."""
    edges = [0, *starts[1:], len(plain)] if starts else []
    return [plain[start:end].strip("、,，;；和及") for start, end in pairwise(edges)]


def _find_leftover(whole: str, plain: str, found: list[_Found]) -> list[Problem]:
    """Ask where nothing was read, or where digits stand that belong to no date."""
    if not found:
        return [Problem("deadline-unreadable", "deadlines", f"完成时限“{whole[:30]}”读不出日期，请补充")]
    rest = list(plain)
    read = [(item.start, item.end) for item in found] + [(item.start, item.end) for item in find_dates(plain, None)]
    for start, end in read:
        rest[start:end] = " " * (end - start)
    feast = next((found for found in FEAST.finditer(plain) if rest[found.start()] != " "), None)
    unread = feast or _REST_DIGITS.search(_RANGE_START.sub("", "".join(rest)))
    if unread is None:
        return []
    return [ask_about(whole, unread[0])]


def ask_about(whole: str, unread: str) -> Problem:
    """Ask about the part of a deadline that no date was read from."""
    return Problem("deadline-unsure", "deadlines", f"完成时限“{whole}”中的“{unread}”没有读懂，请核对")
