"""When a plan counts, and the day from which its work is measured."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.facts import PlanFacts


def is_in_force(plan: PlanFacts, day: date) -> bool:
    """Say whether a plan is in force: from its issue date, else its period start, else always.

    The day it was imported does not matter.
    """
    begins = begins_on(plan)
    return begins is None or begins <= day


def begins_on(plan: PlanFacts) -> date | None:
    """Find the day from which a plan is in force; None where it always is."""
    return plan.issued_on or plan.period_start


def is_archived(archived_on: date | None, day: date) -> bool:
    """Say whether a plan or task had been put away by a day."""
    return archived_on is not None and archived_on <= day


def start_of_work(plan: PlanFacts, deadline: date) -> date:
    """Find where the way to a deadline begins: period start, else issue date, else 1 January.

    1 January is that of the plan's year, or of the deadline's where the plan names none.
    """
    return start_of_plan(plan, date(deadline.year, 1, 1))


def start_of_plan(plan: PlanFacts, otherwise: date) -> date:
    """Find where a plan's work begins; `otherwise` where it prints neither period nor day nor year."""
    return plan.period_start or plan.issued_on or (date(plan.year, 1, 1) if plan.year else otherwise)
