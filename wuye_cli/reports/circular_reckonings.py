"""How the figures in the annex rows come about, worked out again from what the rows keep."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.months import day_words, month_words
from wuye_cli.reports.circular_figures import Reckoning, count, days_between, difference, quotient, total
from wuye_cli.reports.circular_lines import OverdueRow, ProgressRow, TargetRow
from wuye_cli.reports.figure_lines import FigureLine, SourceLine

SUM_WORDS = {"mean": "各单位之和", "targets": "各目标完成率之和"}
COUNT_WORDS = {"mean": "计入平均的单位", "targets": "计入平均的目标"}


def reckon_line(line: FigureLine, code: str) -> Reckoning:
    """Say how a task's percentage or a target's amount comes about."""
    amounts = [(_source_words(source, line.how), source.value or 0.0) for source in line.sources]
    if line.how in SUM_WORDS:
        whole = count(COUNT_WORDS[line.how], (source.name for source in line.sources))
        return quotient(f"{line.name}的平均", total(SUM_WORDS[line.how], amounts), whole)
    if not amounts:
        return total("已办结", [(code, line.value or 0.0)])
    return total("填报数" if len(amounts) == 1 else "填报数之和", amounts)


def reckon_expected(span: tuple[date, date], day: date) -> Reckoning:
    """Divide the days gone by the days of the whole way; before it nothing is due, after it everything."""
    start, deadline = span
    if day >= deadline:
        return total("完成时限已到", [(day_words(deadline), 100.0)])
    if day <= start:
        return total("工作期间还没有开始", [(day_words(start), 0.0)])
    gone, way = days_between(start, day), days_between(start, deadline)
    return quotient("序时进度", gone, way, 100)


def reckon_change(row: ProgressRow, compared_with: str) -> Reckoning:
    """Take last month's percentage from this month's."""
    now = total("本月进度", [(row.code, row.percent or 0.0)])
    before = total(f"{compared_with}进度", [(row.code, row.before or 0.0)])
    return difference("较上月", now, before)


def reckon_days_overdue(row: OverdueRow, day: date) -> Reckoning:
    """Count the days from the deadline on."""
    return days_between(row.due or day, day)


def reckon_behind(row: OverdueRow) -> Reckoning:
    """Take the percentage from what is expected; one that was not reported counts 0."""
    expected = total("序时进度", [(row.code, row.expected or 0.0)])
    return difference("落后的百分点", expected, total("进度", [(row.code, row.percent or 0.0)]))


def reckon_rate(row: TargetRow) -> Reckoning:
    """Divide what was reached by what is wanted."""
    reached = total("完成值", [(row.indicator, row.actual or 0.0)])
    return quotient("完成率", reached, total("目标值", [(row.indicator, row.wanted or 0.0)]), 100)


def _source_words(source: SourceLine, how: str) -> str:
    if how == "targets":
        return source.name
    if source.value is None:
        return f"{source.name}（未填报，按零计）"
    when = "已办结" if source.finished or not source.month else f"{month_words(source.month)}填报"
    return f"{source.name}（{when}）"
