"""Every figure of a circular and what it rests on: those of the text, then those of each annex, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from wuye_cli.domain.figures import figure_words, round_share
from wuye_cli.domain.terms import STATUS_WORDS, Status
from wuye_cli.reports.circular_chart_figures import explain_charts
from wuye_cli.reports.circular_district_figures import explain_districts
from wuye_cli.reports.circular_figures import Figure, Reckoning, count, quotient, total
from wuye_cli.reports.circular_lines import Circular, OverdueRow, ProgressRow, ReportingRow, TargetRow
from wuye_cli.reports.circular_reckonings import (
    reckon_behind,
    reckon_change,
    reckon_days_overdue,
    reckon_expected,
    reckon_line,
    reckon_rate,
)

STATES, PROGRESS, OVERDUE, TARGETS, REPORTING = (
    "任务状态统计",
    "进展情况表",
    "逾期任务表",
    "目标完成情况表",
    "报送情况表",
)
Found = Iterator[tuple[str, Reckoning]]


def explain_circular(circular: Circular) -> tuple[Figure, ...]:
    """Explain every figure in the text and in the annexes."""
    rows = {row.code: row for row in circular.progress}
    tables = (
        (STATES, [_states(circular)]),
        (PROGRESS, [_progress(row, circular) for row in circular.progress]),
        (OVERDUE, [_overdue(row, rows[row.code], circular) for row in circular.overdue]),
        (TARGETS, [_target(row, circular) for row in circular.targets]),
        (REPORTING, [_reporting(row) for row in circular.reporting]),
    )
    annexes = (
        Figure(sheet, number, column, 0, figure_words(round_share(reckoning.value)), reckoning)
        for sheet, lines in tables
        for number, line in enumerate(lines, 1)
        for column, reckoning in line
    )
    return (*circular.figures, *annexes, *explain_districts(circular), *explain_charts(circular))


def _states(circular: Circular) -> Found:
    everything = count(f"{PROGRESS}的行", (row.code for row in circular.progress))
    yield "任务总数", everything
    for status in Status:
        word = STATUS_WORDS[status]
        mine = count(f"{PROGRESS}中状态为“{word}”的行", (row.code for row in circular.progress if row.status is status))
        yield word, mine
        if everything.rows:
            yield f"{word}占比", quotient(f"“{word}”占比", mine, everything, 100)
    waiting = (row.code for row in circular.progress if row.awaiting_verification)
    yield "待销号", count(f"{PROGRESS}中已办结、还没有销号的行", waiting)


def _progress(row: ProgressRow, circular: Circular) -> Found:
    if row.percent is not None and row.percent_of:
        yield "进度", reckon_line(row.percent_of, row.code)
    if row.expected is not None and row.span:
        yield "序时进度", reckon_expected(row.span, circular.counted_to)
    if row.change is not None:
        yield "较上月", reckon_change(row, circular.compared_with)


def _overdue(row: OverdueRow, progress: ProgressRow, circular: Circular) -> Found:
    if row.days_overdue is not None:
        yield "逾期天数", reckon_days_overdue(row, circular.counted_to)
    for column, reckoning in _progress(progress, circular):
        if column != "较上月":
            yield column, reckoning
    if row.behind is not None:
        yield "落后", reckon_behind(row)


def _target(row: TargetRow, circular: Circular) -> Found:
    if row.actual is not None:
        yield "完成值", reckon_line(row.actual_of, row.code) if row.actual_of else _same_target(row, circular)
    if row.rate is not None:
        yield "完成率", reckon_rate(row)


def _same_target(row: TargetRow, circular: Circular) -> Reckoning:
    """A plan's own target takes what a task's same target has reached."""
    same = (one for one in circular.targets if one.actual_of and _is_same(one, row))
    return total("任务的同一目标", [(next((one.code for one in same), row.code), row.actual or 0.0)])


def _is_same(one: TargetRow, row: TargetRow) -> bool:
    return (one.indicator, one.unit, one.actual, one.month) == (row.indicator, row.unit, row.actual, row.month)


def _reporting(row: ReportingRow) -> Found:
    missing = tuple(code for code in row.missing.split("、") if code)
    yield "应报任务", count(f"{row.unit}应报送的任务", (*row.reported, *missing))
    yield "已报任务", count(f"{row.unit}已报送的任务", row.reported)
