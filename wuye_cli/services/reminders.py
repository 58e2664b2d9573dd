"""Reading: what units are to be reminded of. Nothing here loads what only writing needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from wuye_cli.domain.calendar import WorkingCalendar
from wuye_cli.domain.facts import RegisterFacts
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.reporting import expand_units
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.reminders import Reminders, build_reminders
from wuye_cli.services.codes import get_plan_code
from wuye_cli.services.known_units import get_unit
from wuye_cli.services.views import read_spellings
from wuye_cli.store.calendar import load_own_days
from wuye_cli.store.contacts import load_contacts
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.reading import Reader, read_register

if TYPE_CHECKING:  # loaded by the caller, and only where a unit is named
    from wuye_cli.domain.units import UnitRules


def read_reminders(
    database: Database,
    as_of: date,
    within_days: int,
    policies: Policies,
    calendar: WorkingCalendar,
    *,
    plan: str | None = None,
    unit: str | None = None,
    rules: UnitRules | None = None,
) -> Reminders:
    """Give the reminders of all units or of one (of a group, of its members), for all open plans or for one."""
    with read_register(database, as_of) as reader:
        facts, office = load_facts(reader, archived=True), load_office(reader)
        contacts = load_contacts(reader)
        calendar = calendar.with_days(load_own_days(reader))
        wanted = _names_meant(unit, facts, reader, rules) if unit else None
    code = get_plan_code(plan, [one.code for one in facts.plans.values()]) if plan else None
    found = build_reminders(facts, office, contacts, as_of, within_days, policies, calendar, plan=code)
    if wanted is None:
        return found
    return replace(found, units=tuple(one for one in found.units if one.unit in wanted))


def _names_meant(unit: str, facts: RegisterFacts, reader: Reader, rules: UnitRules | None) -> tuple[str, ...]:
    """Name the unit that is meant, or the members of the group."""
    meant = get_unit(unit, read_spellings(reader), rules)
    return UnitNames(facts.units).names(expand_units([meant], facts.units))
