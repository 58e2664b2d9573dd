"""报送情况表: which units reported for the month, and when.

A report for a month is due on the reporting day of that month, moved where nobody works on it. A report that corrects
a punctual one is not late: the first one sent decides. A nil report (本月无进展, or amounts of 0) is a report; silence
is not. A unit whose part is finished is asked for none, but one that it sent is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.asking import asked_tasks
from wuye_cli.domain.closing import unit_closing
from wuye_cli.domain.cutoff import Cutoff
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts, ReportFacts, TaskFacts
from wuye_cli.domain.plans import is_archived
from wuye_cli.domain.progress import newest_percents
from wuye_cli.domain.reporting import reporters, standing_reports
from wuye_cli.reports.circular_lines import ReportingRow
from wuye_cli.reports.names import UnitNames

SENT, LATE, NIL, MISSING, PARTLY = "已报送", "迟报", "零报告", "未报送", "部分报送"
NO_PROGRESS = ("本月无进展", "无进展")


@dataclass(frozen=True, slots=True)
class _Duty:
    """One task that one unit was to report for the month; the day is that of the first report sent."""

    code: str
    sent_on: date | None
    nil: bool


def build_reporting_rows(
    facts: RegisterFacts, office: OfficeFacts, cut: Cutoff, names: UnitNames, due_on: date
) -> tuple[ReportingRow, ...]:
    """Put every unit that was to report for the month into a row, in official order; the plans are in force."""
    asked = asked_tasks(facts, office.reporters, cut.day)
    open_tasks = {(unit, one.task.id) for unit, tasks in asked.items() for one in tasks}
    duties: dict[str, list[_Duty]] = {}
    for task in facts.tasks:
        if not _is_put_away(task, cut.day):
            for unit in reporters(task, facts.units, office.reporters):
                duty = _duty(task, unit, cut)
                if duty.sent_on or (unit, task.id) in open_tasks:
                    duties.setdefault(names.by_id[unit], []).append(duty)
    return tuple(_row(unit, duties[unit], due_on) for unit in names.in_official_order() if unit in duties)


def _is_put_away(task: TaskFacts, day: date) -> bool:
    return is_archived(task.archived_on, day) or unit_closing(task.events, None, day).cancelled_on is not None


def _duty(task: TaskFacts, unit: int, cut: Cutoff) -> _Duty:
    mine = [report for report in task.reports if report.unit == unit and report.reported_on <= cut.known_on]
    sent = [report.reported_on for report in mine if report.month == cut.month]
    if not sent:
        return _Duty(task.code, None, nil=False)
    standing = standing_reports(mine, cut)
    return _Duty(task.code, min(sent), nil=is_nil(standing[-1], standing[:-1]))


def is_nil(report: ReportFacts, earlier: Iterable[ReportFacts]) -> bool:
    """Say whether a report says that nothing moved: so marked or 本月无进展 with the same percentage, or all 0."""
    before = newest_percents(earlier).get(report.unit, 0.0)
    unchanged = report.percent is None or report.percent == before
    if unchanged and (report.is_nil or any(words in report.note for words in NO_PROGRESS)):
        return True
    amounts = [*report.values.values(), *([] if report.percent is None else [report.percent])]
    return bool(amounts) and not any(amounts)


def _row(unit: str, duties: list[_Duty], due_on: date) -> ReportingRow:
    days = [duty.sent_on for duty in duties if duty.sent_on]
    return ReportingRow(
        unit=unit,
        due_tasks=len(duties),
        reported_tasks=len(days),
        reported_on=max(days, default=None),
        state=_state(duties, days, due_on),
        missing="、".join(duty.code for duty in duties if not duty.sent_on),
        reported=tuple(duty.code for duty in duties if duty.sent_on),
    )


def _state(duties: list[_Duty], days: list[date], due_on: date) -> str:
    if len(days) < len(duties):
        return PARTLY if days else MISSING
    if max(days) > due_on:
        return LATE
    return NIL if all(duty.nil for duty in duties) else SENT
