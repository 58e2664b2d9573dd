"""Reading: who has reported for a month. Nothing here loads what only writing needs."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.calendar import WorkingCalendar
from wuye_cli.reports.form_status import FormStatus, build_form_status
from wuye_cli.services.codes import get_plan_code
from wuye_cli.store.calendar import load_own_days
from wuye_cli.store.contacts import load_contacts
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.reading import read_register


def read_form_status(
    database: Database, month: str, as_of: date, calendar: WorkingCalendar, *, plan: str | None = None
) -> FormStatus:
    """Say who has reported for a month, of all open plans or of one."""
    with read_register(database, as_of) as reader:
        facts, office = load_facts(reader, archived=True), load_office(reader)
        contacts = load_contacts(reader)
        calendar = calendar.with_days(load_own_days(reader))
    code = get_plan_code(plan, [one.code for one in facts.plans.values()]) if plan else None
    return build_form_status(facts, office, contacts, month, as_of, calendar, plan=code)
