"""Recurring duties recorded period by period.

Reading derives what is not recorded yet, so nothing is missing anywhere. Records are made when a month is written
(a report, a claim), and before anything that periods follow from changes: so that history never moves.
"""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.facts import RegisterFacts
from wuye_cli.domain.periods import asked_until, missing_periods
from wuye_cli.domain.plans import is_in_force
from wuye_cli.domain.reporting import closing_units
from wuye_cli.store.finding import Session
from wuye_cli.store.models import PeriodRecord


def keep_periods(session: Session, facts: RegisterFacts, on: date) -> None:
    """Record what recurring duties have asked by a day, as the register stands; what is recorded stays as it is."""
    for task in facts.tasks:
        plan = facts.plans[task.plan]
        if not any(deadline.every for deadline in task.deadlines) or not is_in_force(plan, on):
            continue
        until = asked_until(task, closing_units(task, facts.units, task.reports), on)
        session.add_all(
            PeriodRecord(task_id=task.id, every=one.every, period=one.period, due_on=one.due_on)
            for one in missing_periods(task, plan, until)
        )
