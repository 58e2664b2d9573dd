"""四、下一步工作要求: the office's phrases for the cases that the month has, their blanks filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wuye_cli.domain.months import month_of, shift_month
from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_basis import PROGRESS_TABLE, REPORTING_TABLE, CircularBasis, count_state
from wuye_cli.reports.circular_figures import Reckoning, count
from wuye_cli.reports.circular_lines import ProgressRow
from wuye_cli.reports.circular_parts import PHRASE, Part, Parts, Quote, in_month, joined, named, on_day
from wuye_cli.reports.circular_phrases import BLANK
from wuye_cli.reports.circular_reporting import MISSING, PARTLY

NUMERALS = "一二三四五六七"
Blanks = Mapping[str, Parts]


def demand_paragraphs(basis: CircularBasis) -> list[Parts]:
    """Ask for what the figures show: late tasks, what is due next, the next report; an empty phrase asks nothing."""
    demands = [_fill(phrase, blanks) for phrase, blanks in _cases(basis) if phrase]
    return [(f"（{numeral}）", *demand) for numeral, demand in zip(NUMERALS, demands, strict=False)]


def _cases(basis: CircularBasis) -> Iterator[tuple[str, Blanks]]:
    """Go through the cases that apply, in the order of the demands."""
    words = basis.phrases
    stalled = {task.code for task in basis.stalled}
    unmoved = [row for row in basis.progress if row.code in stalled]
    for phrase, status in ((words.overdue, Status.OVERDUE), (words.behind, Status.BEHIND)):
        yield from _of_tasks(phrase, basis.in_state(status), count_state(status, basis.progress), basis)
    yield from _of_tasks(words.stalled, unmoved, count("连续多月没有进展的任务", (row.code for row in unmoved)), basis)
    yield from _unreported(basis)
    yield from _due_next(basis, shift_month(basis.month, 1))
    next_report = {"日期": (on_day(basis.next_report_on),), "月份": (in_month(shift_month(basis.month, 1)),)}
    yield from ((words.report, next_report), (words.standing, {}))


def _of_tasks(
    phrase: str, rows: Iterable[ProgressRow], how_many: Reckoning, basis: CircularBasis
) -> Iterator[tuple[str, Blanks]]:
    found = {unit for row in rows for unit in row.units}
    units = [unit for unit in basis.official_order if unit in found]
    if how_many.rows:
        yield phrase, {"项数": (how_many,), "单位": named(units) if units else ("责任单位",)}


def _unreported(basis: CircularBasis) -> Iterator[tuple[str, Blanks]]:
    units = [row.unit for row in basis.reporting if row.state in {MISSING, PARTLY}]
    if units:
        how_many = count(f"{REPORTING_TABLE}中报送情况为“{MISSING}”或“{PARTLY}”的行", units)
        yield basis.phrases.unreported, {"家数": (how_many,), "单位": named(units)}


def _due_next(basis: CircularBasis, month: str) -> Iterator[tuple[str, Blanks]]:
    due = [row for row in basis.progress if row.status is not Status.DONE and row.due and month_of(row.due) == month]
    if due:
        how_many = count(f"{PROGRESS_TABLE}中没有完成、时限在{in_month(month).text}的行", (row.code for row in due))
        titles = joined(((Quote(row.title.rstrip("。")),) for row in due), "；")
        yield basis.phrases.due_next, {"月份": (in_month(month),), "项数": (how_many,), "任务": titles}


def _fill(phrase: str, blanks: Blanks) -> Parts:
    """Put figures and names into the blanks of a phrase; the rest of it is the office's own words."""
    parts: list[Part] = []
    for place, words in enumerate(BLANK.split(phrase)):
        parts.extend(blanks[words] if place % 2 else [Quote(words, PHRASE)])
    return tuple(parts)
