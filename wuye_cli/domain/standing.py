"""Where a task stands at a cut: every rule of the trade put together, before any light policy is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.closing import finished_on, finished_units
from wuye_cli.domain.cutoff import Cutoff
from wuye_cli.domain.deadlines import dated_days, unmet_days
from wuye_cli.domain.expected import linear_share, points_behind
from wuye_cli.domain.facts import PlanFacts, ReportFacts, TaskFacts, UnitFacts
from wuye_cli.domain.plans import start_of_work
from wuye_cli.domain.progress import newest_percents, task_percent
from wuye_cli.domain.reporting import scored_units, standing_reports
from wuye_cli.domain.status import task_status
from wuye_cli.domain.targets import Reached, reached_amounts
from wuye_cli.domain.terms import Status


@dataclass(frozen=True, slots=True)
class Standing:
    """One task at a cut. `span` is the way from its start to its last dated deadline, None without a date."""

    day: date
    reports: tuple[ReportFacts, ...]  # the standing ones, oldest month first
    reached: Mapping[int, Reached]
    finished_on: date | None
    percent: float | None
    due: date | None  # the first unmet dated deadline, else the last dated one
    overdue: bool
    span: tuple[date, date] | None
    expected: float | None
    behind: float | None  # None where there is nothing to judge by, or nothing left to do
    status: Status

    @property
    def days_overdue(self) -> int | None:
        """Days since the first deadline that passed unmet."""
        return (self.day - self.due).days if self.overdue and self.due else None

    @property
    def days_left(self) -> int | None:
        """Days to the deadline that counts now; None where none is ahead."""
        return (self.due - self.day).days if self.due and self.due >= self.day else None


def assess_task(task: TaskFacts, plan: PlanFacts, units: Mapping[int, UnitFacts], cut: Cutoff) -> Standing:
    """Say where a task stands at a cut."""
    reports = standing_reports(task.reports, cut)
    scored = scored_units(task, units) or tuple(dict.fromkeys(report.unit for report in reports))
    finished = finished_on(task.events, scored, cut.day)
    reached = reached_amounts(task.targets, scored, reports)
    percent = task_percent(
        scored, finished_units(task.events, scored, cut.day), newest_percents(reports), task.targets, reached
    )
    days = dated_days(task)
    unmet = unmet_days(task, reached)
    due = next(iter(unmet or days[-1:]), None)
    overdue = finished is None and bool(unmet) and unmet[0] < cut.day
    span = (start_of_work(plan, days[-1]), days[-1]) if days else None
    expected = linear_share(*span, cut.day) if span else None
    behind = None if expected is None or finished else points_behind(expected, percent)
    return Standing(
        day=cut.day,
        reports=reports,
        reached=reached,
        finished_on=finished,
        percent=100.0 if finished else percent,
        due=due,
        overdue=overdue,
        span=span,
        expected=expected,
        behind=behind,
        status=task_status(finished=finished is not None, overdue=overdue, behind=behind),
    )
