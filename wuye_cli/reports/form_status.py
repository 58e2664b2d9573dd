"""报送情况 of a month while the reports still come in: by unit, with whom to call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.calendar import WorkingCalendar, reporting_day
from wuye_cli.domain.contacts import Contact
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts
from wuye_cli.reports.circular_reporting import LATE, MISSING, NIL, PARTLY, SENT, build_reporting_rows
from wuye_cli.reports.coverage import cut_past_month, get_covered_plans, part_of
from wuye_cli.reports.names import UnitNames

STATES = {SENT: (SENT,), LATE: (LATE,), NIL: (NIL,), MISSING: (MISSING, PARTLY)}  # a part is not yet the report


@dataclass(frozen=True, slots=True)
class UnitStatus:
    """One unit; `state` is that of 报送情况表, `missing` names the tasks without a report."""

    unit: str
    state: str
    due_tasks: int
    reported_tasks: int
    reported_on: date | None
    missing: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class FormStatus:
    """All units that are to report for a month; `reporting_day` is the office's, `due_on` the day that counts.

    `unknown_years` are those in which it was looked for without a working calendar.
    """

    month: str
    as_of: date
    reporting_day: date
    due_on: date
    unknown_years: tuple[int, ...]
    units: tuple[UnitStatus, ...]

    def in_state(self, state: str) -> tuple[UnitStatus, ...]:
        """Give the units that count as 已报送, 迟报, 零报告 or 未报送."""
        return tuple(unit for unit in self.units if unit.state in STATES[state])


def build_form_status(  # noqa: PLR0917 - the register, of when, by which calendar
    facts: RegisterFacts,
    office: OfficeFacts,
    contacts: Mapping[int, tuple[Contact, ...]],
    month: str,
    as_of: date,
    calendar: WorkingCalendar,
    *,
    plan: str | None = None,
) -> FormStatus:
    """Say who has reported for a month by a day; `plan` is a code, without it all open plans in force are covered."""
    cut = cut_past_month(month, as_of)
    part = part_of(facts, get_covered_plans(facts, cut, plan))
    due = reporting_day(month, office, calendar)
    names = UnitNames(facts.units)
    by_name = {names.by_id[unit]: persons for unit, persons in contacts.items()}
    rows = build_reporting_rows(part, office, cut, names, due.on)
    return FormStatus(
        month=month,
        as_of=as_of,
        reporting_day=due.printed,
        due_on=due.on,
        unknown_years=due.unknown_years,
        units=tuple(
            UnitStatus(
                unit=row.unit,
                state=row.state,
                due_tasks=row.due_tasks,
                reported_tasks=row.reported_tasks,
                reported_on=row.reported_on,
                missing=row.missing,
                contacts=by_name.get(row.unit, ()),
            )
            for row in rows
        ),
    )
