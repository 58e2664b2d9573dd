"""三、存在问题, each kind under its own （一）: late tasks, those that have turned or do not move, gaps in reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_basis import OVERDUE_TABLE, CircularBasis
from wuye_cli.reports.circular_comparison import previous_name
from wuye_cli.reports.circular_figures import count, total
from wuye_cli.reports.circular_gaps import doubts, late_reports, reporting_gaps
from wuye_cli.reports.circular_lines import OverdueRow, ProgressRow
from wuye_cli.reports.circular_parts import ORDINAL, RULE, Part, Parts, Quote, in_month, joined, on_day
from wuye_cli.reports.circular_reckonings import reckon_behind, reckon_days_overdue
from wuye_cli.reports.circular_trends import EXTENDED, STALLED_MONTHS, Stalled, Turned

Kind = list[Parts]
NUMERALS = "一二三四五六七"


def problem_paragraphs(basis: CircularBasis) -> list[Parts]:
    """Write what is wrong; one sentence where nothing is, and what has turned stands there all the same."""
    overdue, behind, stalled = _overdue(basis), _behind(basis), _stalled(basis)
    gaps, doubted = reporting_gaps(basis), doubts(basis)
    turned, came_late = _turned(basis), late_reports(basis)
    if not any((overdue, behind, stalled, gaps, doubted)):
        return [("本月没有逾期、慢序时任务，报送齐全、及时。",), *turned, *came_late]
    found = [kind for kind in (overdue, turned, behind, stalled, gaps, came_late, doubted) if kind]
    return [
        paragraph
        for numeral, (heading, *rest) in zip(NUMERALS, found, strict=False)
        for paragraph in ((f"（{numeral}）", *heading), *rest)
    ]


def _overdue(basis: CircularBasis) -> Kind:
    rows = [row for row in basis.overdue if row.status is Status.OVERDUE]
    if not rows:
        return []
    first = count("上月没有逾期的任务", (row.code for row in rows if len(row.overdue_months) == 1))
    longer = count("上月已经逾期的任务", (row.code for row in rows if len(row.overdue_months) > 1))
    split = ("，其中本月新逾期", first, "项、连续逾期", longer, "项") if first.rows and longer.rows else ()
    heading = ("逾期任务", count(f"{OVERDUE_TABLE}中状态为“逾期”的行", (row.code for row in rows)), "项")
    return [
        (*heading, *split, "。"),
        *_numbered([_task_words(row, *_how_overdue(row, basis)) for row in rows]),
    ]


def _behind(basis: CircularBasis) -> Kind:
    rows = [row for row in basis.overdue if row.status is Status.BEHIND]
    if not rows:
        return []
    heading = ("慢序时任务", count(f"{OVERDUE_TABLE}中状态为“慢序时”的行", (row.code for row in rows)), "项。")
    return [heading, *_numbered([_task_words(row, "落后序时进度", reckon_behind(row), "个百分点") for row in rows])]


def _turned(basis: CircularBasis) -> Kind:
    """Name what was overdue last month and is not any more."""
    if not basis.turned:
        return []
    how_many = count("上月逾期、本月不再逾期的任务", (task.code for task in basis.turned))
    tasks = joined(((Quote(task.title.rstrip("。")), "（", *_how_turned(task), "）") for task in basis.turned), "；")
    return [("与", *previous_name(basis), "相比，已扭转的逾期任务", how_many, "项：", *tasks, "。")]


def _stalled(basis: CircularBasis) -> Kind:
    if not basis.stalled:
        return []
    how_many = count("连续多月没有进展的任务", (task.code for task in basis.stalled))
    rows = {row.code: row for row in basis.progress}
    heading = ("连续", Quote(str(STALLED_MONTHS), RULE), "个月及以上没有进展的任务", how_many, "项。")
    lines = [
        (
            Quote(rows[task.code].title.rstrip("。")),
            "（",
            _who(rows[task.code]),
            "；",
            *_how_stalled(task, basis),
            "）。",
        )
        for task in basis.stalled
    ]
    return [heading, *_numbered(lines)]


def _numbered(lines: Sequence[Parts]) -> list[Parts]:
    return [(Quote(str(place), ORDINAL), "．", *line) for place, line in enumerate(lines, 1)]


def _task_words(row: OverdueRow, *how: Part) -> Parts:
    """Name a late task with its units: title（units；deadline；how late）. problem."""
    waiting = ("；尚未办结：", Quote("、".join(row.unfinished))) if row.unfinished else ()
    problem = ("存在问题：", Quote(row.problem.rstrip("。")), "。") if row.problem else ()
    deadline = ("；完成时限：", Quote(row.deadline)) if row.deadline else ()
    return (Quote(row.title.rstrip("。")), "（", _who(row), *deadline, "；", *how, *waiting, "）。", *problem)


def _who(row: OverdueRow | ProgressRow) -> Part:
    units = row.lead or row.responsible
    return Quote(units) if units else "未明确单位"


def _how_overdue(row: OverdueRow, basis: CircularBasis) -> Iterator[Part]:
    yield from ("已逾期", reckon_days_overdue(row, basis.cut.day), "天，")
    if len(row.overdue_months) > 1:
        months = (in_month(month, basis.month).text for month in row.overdue_months)
        yield from ("连续", count("月末都处于逾期的月份", months), "个月逾期")
    else:
        yield "再次逾期" if row.overdue_again else "首次逾期"


def _how_turned(task: Turned) -> Iterator[Part]:
    if task.how == EXTENDED and task.on:
        yield from ("延期至", on_day(task.on))
    elif task.on:
        yield from (on_day(task.on), task.how)
    else:
        yield task.how


def _how_stalled(task: Stalled, basis: CircularBasis) -> Parts:
    months = count("进度没有变化的月份", (in_month(month, basis.month).text for month in task.months))
    if task.percent is None:
        return ("连续", months, "个月没有填报")
    return ("进度连续", months, "个月为", total("本月进度", [(task.code, task.percent)]), "%")
