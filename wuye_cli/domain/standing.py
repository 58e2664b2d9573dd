"""Where a task stands at a cut: every rule of the trade put together, before any light policy is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.closing import Closing, task_closing, unit_closings
from wuye_cli.domain.cutoff import Cutoff
from wuye_cli.domain.deadlines import DueDay, due_days, extensions, unmet_days
from wuye_cli.domain.expected import linear_share, points_behind
from wuye_cli.domain.facts import PlanFacts, ReportFacts, TaskFacts, UnitFacts
from wuye_cli.domain.plans import start_of_work
from wuye_cli.domain.progress import newest_percents, task_percent
from wuye_cli.domain.reporting import closing_units, standing_reports
from wuye_cli.domain.status import task_status
from wuye_cli.domain.targets import Reached, reached_amounts
from wuye_cli.domain.terms import Status


@dataclass(frozen=True, slots=True)
class Standing:
    """One task at a cut. `span` is the way from its start to its last dated deadline, None without a date."""

    day: date
    reports: tuple[ReportFacts, ...]  # the standing ones, oldest month first
    reached: Mapping[int, Reached]
    scored: tuple[int, ...]  # the units that close the task
    closing: Closing
    finished_units: tuple[int, ...]  # those of them that have finished their part
    percent: float | None
    deadline: DueDay | None  # the first unmet dated one, else the last dated one
    extensions: int
    overdue: bool
    span: tuple[date, date] | None
    expected: float | None
    behind: float | None  # None where there is nothing to judge by, or nothing left to do
    status: Status

    @property
    def finished_on(self) -> date | None:
        """The day of 办结; None while the task is open or open again."""
        return self.closing.finished_on

    @property
    def unfinished(self) -> tuple[int, ...]:
        """The units that the task still waits for, once the first of them has finished."""
        return tuple(unit for unit in self.scored if unit not in self.finished_units) if self.finished_units else ()

    @property
    def due(self) -> date | None:
        """The day that counts now, extensions included."""
        return self.deadline.on if self.deadline else None

    @property
    def original_due(self) -> date | None:
        """What was printed where an extension has moved it; None where none has."""
        return self.deadline.original if self.deadline and self.deadline.original != self.deadline.on else None

    @property
    def days_overdue(self) -> int | None:
        """Days since the first deadline that passed unmet."""
        return (self.day - self.due).days if self.overdue and self.due else None

    @property
    def days_left(self) -> int | None:
        """Days to the deadline that counts now; None where none is ahead."""
        return (self.due - self.day).days if self.due and self.due >= self.day else None


def assess_task(task: TaskFacts, plan: PlanFacts, units: Mapping[int, UnitFacts], cut: Cutoff) -> Standing:
    """Say where a task stands at a cut; one that was cancelled has nothing left to be late with."""
    reports = standing_reports(task.reports, cut)
    scored = closing_units(task, units, reports)
    closing = task_closing(task.events, scored, cut.day)
    finished_units = _finished_units(task, scored, cut.day)
    finished = closing.finished_on
    reached = reached_amounts(task.targets, scored, reports)
    percent = task_percent(scored, frozenset(finished_units), newest_percents(reports), task.targets, reached)
    days = () if closing.cancelled_on else due_days(task, cut.day)
    unmet = unmet_days(days, task, reached)
    overdue = finished is None and bool(unmet) and unmet[0].on < cut.day
    span = (start_of_work(plan, days[-1].on), days[-1].on) if days else None
    expected = linear_share(*span, cut.day) if span else None
    behind = None if expected is None or finished else points_behind(expected, percent)
    return Standing(
        day=cut.day,
        reports=reports,
        reached=reached,
        scored=scored,
        closing=closing,
        finished_units=finished_units,
        percent=100.0 if finished else percent,
        deadline=next(iter(unmet or days[-1:]), None),
        extensions=len(extensions(task, cut.day)),
        overdue=overdue,
        span=span,
        expected=expected,
        behind=behind,
        status=task_status(finished=finished is not None, overdue=overdue, behind=behind),
    )


def _finished_units(task: TaskFacts, scored: tuple[int, ...], day: date) -> tuple[int, ...]:
    parts = unit_closings(task.events, scored, day).items()
    return tuple(unit for unit, part in parts if unit is not None and part.finished_on)
