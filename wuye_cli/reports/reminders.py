"""What each reporting unit is to be reminded of: what is overdue or soon due, and a report still missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wuye_cli.domain.asking import AskedTask, asked_tasks
from wuye_cli.domain.calendar import ReportingDay, WorkingCalendar, reporting_day
from wuye_cli.domain.closing import unit_closing
from wuye_cli.domain.contacts import Contact
from wuye_cli.domain.cutoff import Cutoff, cut_month, cut_on
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts
from wuye_cli.domain.months import month_of, shift_month
from wuye_cli.domain.periods import assess_periods
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.reporting import standing_reports
from wuye_cli.domain.terms import PeriodState
from wuye_cli.reports.circular_reporting import build_reporting_rows
from wuye_cli.reports.coverage import covered_plans, part_of
from wuye_cli.reports.lines import MilestoneLine, PeriodLine, Register, TaskLine
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.overdue import build_due, build_overdue
from wuye_cli.reports.register import build_register


@dataclass(frozen=True, slots=True)
class Reminder:
    """One unit; `missing` names the tasks without a report.

    `steps` (missed and coming milestones) and `periods` (of recurring duties) are those it has not done itself.
    """

    unit: str
    overdue: tuple[TaskLine, ...]
    due: tuple[TaskLine, ...]
    steps: tuple[MilestoneLine, ...]
    periods: tuple[PeriodLine, ...]
    missing: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Reminders:
    """All units that are to be reminded, in official order; reports are those of `month`, due on `report_due_on`."""

    as_of: date
    within_days: int
    month: str
    report_due_on: date
    unknown_years: tuple[int, ...]
    sender: str
    units: tuple[Reminder, ...]


def build_reminders(  # noqa: PLR0917 - the register, of when, by which rules
    facts: RegisterFacts,
    office: OfficeFacts,
    contacts: Mapping[int, tuple[Contact, ...]],
    as_of: date,
    within_days: int,
    policies: Policies,
    calendar: WorkingCalendar,
    *,
    plan: str | None = None,
) -> Reminders:
    """Say what every unit is to be reminded of, of all open plans or of the one with this code."""
    month, report_due = _report_due(as_of + timedelta(days=within_days), office, calendar)
    part = part_of(facts, covered_plans(facts, cut_on(as_of), plan))
    register = build_register(part, office, as_of, policies)
    missing = _missing_reports(facts, office, cut_month(month, as_of), report_due.on, plan)
    names = UnitNames(facts.units)
    found = (
        _reminder(
            names.by_id[unit],
            _own_part(register, unit, tasks),
            within_days,
            missing=missing.get(names.by_id[unit], ""),
            contacts=contacts.get(unit, ()),
        )
        for unit, tasks in asked_tasks(part, office.reporters, as_of).items()
    )
    return Reminders(
        as_of=as_of,
        within_days=within_days,
        month=month,
        report_due_on=report_due.on,
        unknown_years=report_due.unknown_years,
        sender=office.name,
        units=tuple(one for one in found if one.overdue or one.due or one.steps or one.periods or one.missing),
    )


def _report_due(until: date, office: OfficeFacts, calendar: WorkingCalendar) -> tuple[str, ReportingDay]:
    """Find the newest month whose reports are due by a day."""
    month = month_of(until)
    while reporting_day(month, office, calendar).on > until:
        month = shift_month(month, -1)
    return month, reporting_day(month, office, calendar)


def _missing_reports(
    facts: RegisterFacts, office: OfficeFacts, cut: Cutoff, due_on: date, plan: str | None
) -> Mapping[str, str]:
    """Name the tasks that each unit has not yet reported for the month."""
    part = part_of(facts, covered_plans(facts, cut, plan))
    rows = build_reporting_rows(part, office, cut, UnitNames(facts.units), due_on)
    return {row.unit: row.missing for row in rows if row.missing}


def _own_part(register: Register, unit: int, asked: Collection[AskedTask]) -> Register:
    """Keep the tasks that a unit is asked for, with the milestones and periods that it has not done itself."""
    codes = {one.task.code for one in asked}
    undone = {key for one in asked for key in _undone_parts(one, unit, register.as_of)}
    return replace(
        register,
        tasks=tuple(task for task in register.tasks if task.code in codes),
        milestones=tuple(step for step in register.milestones if (step.code, step.on.isoformat()) in undone),
        periods=tuple(line for line in register.periods if (line.code, line.period) in undone),
    )


def _undone_parts(asked: AskedTask, unit: int, day: date) -> Iterator[tuple[str, str]]:
    """Name the milestones (by their day) and the periods that one unit has not done."""
    for step in asked.task.milestones:
        if unit_closing(asked.task.events, unit, day, step.on.isoformat()).finished_on is None:
            yield asked.task.code, step.on.isoformat()
    reports = standing_reports(asked.task.reports, cut_on(day))
    for one in assess_periods(asked.task, asked.plan, (unit,), reports, day):
        if one.state is not PeriodState.DONE:
            yield asked.task.code, one.period.period


def _reminder(unit: str, mine: Register, within_days: int, *, missing: str, contacts: tuple[Contact, ...]) -> Reminder:
    overdue, due = build_overdue(mine), build_due(mine, within_days)
    return Reminder(
        unit=unit,
        overdue=overdue.tasks,
        due=due.tasks,
        steps=(*overdue.milestones, *due.milestones),
        periods=(*overdue.periods, *due.periods),
        missing=missing,
        contacts=contacts,
    )
