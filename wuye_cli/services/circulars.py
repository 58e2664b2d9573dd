"""The draft of a month's circular: counted from the register, written as a workbook that the office can edit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from wuye_cli.domain.calendar import WorkingCalendar
from wuye_cli.domain.policies import Policies
from wuye_cli.render.workbook import write_circular
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import Circular
from wuye_cli.services.codes import get_plan_code
from wuye_cli.store.calendar import load_own_days
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.reading import read_register


def write_circular_draft(  # noqa: PLR0917 - what, of when, by which rules, from which template, to where
    database: Database,
    month: str,
    as_of: date,
    policies: Policies,
    template: Path,
    path: Path,
    *,
    calendar: WorkingCalendar,
    plan: str | None = None,
) -> Circular:
    """Write the draft of a month's circular, of all open plans or of one; the file is whole or not there at all."""
    with read_register(database, as_of) as reader:
        facts, office = load_facts(reader, archived=True), load_office(reader)
        calendar = calendar.with_days(load_own_days(reader))
    code = get_plan_code(plan, [one.code for one in facts.plans.values()]) if plan else None
    circular = build_circular(facts, office, month, as_of, policies, calendar, plan=code)
    write_circular(circular, template, path)
    return circular
