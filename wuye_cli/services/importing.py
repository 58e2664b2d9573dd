"""Importing: a file becomes a draft, and a draft that the clerk has seen becomes a plan with tasks, all or nothing.

A document that is already in the register is brought up to date instead, as its comparison says: changed tasks are
rewritten where no person has changed them, new ones added, missing ones archived; codes and progress stay.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import InputError
from wuye_cli.importing.draft import Draft
from wuye_cli.importing.pipeline import read_draft
from wuye_cli.importing.readers import Progress, ignore_progress
from wuye_cli.importing.versions.comparison import Comparison
from wuye_cli.services.destinations import NOTHING_SAID, Placement, find_destination, plan_columns, plan_title
from wuye_cli.services.first_reports import reported_month
from wuye_cli.services.periods import keep_periods
from wuye_cli.services.plan_import import ImportOutcome, PlanImport
from wuye_cli.services.versions import compare_at
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Plan
from wuye_cli.store.reading import read_register
from wuye_cli.store.replacing import set_values
from wuye_cli.store.writing import write_register

__all__ = ["ImportOutcome", "draft_file", "store_draft"]


def draft_file(path: Path, *, rules: UnitRules, year: int | None = None, progress: Progress = ignore_progress) -> Draft:
    """Read a file into a draft; `year` is the clerk's answer where the document prints none."""
    return read_draft(path, divisions=rules.divisions, year=year, progress=progress)


def store_draft(
    database: Database,
    draft: Draft,
    change: Change,
    on: date,
    placement: Placement = NOTHING_SAID,
    *,
    rules: UnitRules,
) -> ImportOutcome:
    """Store a draft as a new plan, as a newer version of one, or as further tasks of one.

    Raises:
        InputError: the draft has no tasks.
        UsageError: it prints progress, and the month of that lies ahead.
    """
    if not draft.tasks:
        raise _no_tasks(draft)
    month = reported_month(draft, placement.month, on)
    with write_register(database, change) as session:
        with read_register(database) as reader:  # what stands in the register cannot change while the lock is held
            goal = find_destination(reader, draft, placement)
            comparison = compare_at(reader, draft, goal, placement.apart, rules=rules)
            if goal.code and goal.is_stored:
                return ImportOutcome(goal.code, unchanged=True, comparison=comparison)
            if comparison is not None and _moves_periods(comparison):
                keep_periods(session, load_facts(reader), on)
        row = _get_plan(session, goal.code) if goal.code else _add_plan(session, draft, on)
        return PlanImport(session, draft, row, on, month, rules=rules).store(comparison, is_whole=goal.is_whole)


def _moves_periods(comparison: Comparison) -> bool:
    """Tell whether a newer version changes deadlines, and so perhaps the rhythm of recurring duties."""
    return any(change.field == "deadlines" for match in comparison.known for change in match.changes)


def _no_tasks(draft: Draft) -> InputError:
    said = next((problem.message for problem in draft.problems if problem.field == "tasks"), "")
    return InputError("no-tasks", f"没有从“{draft.source.file}”读出任务，没有入库。{said}")


def _get_plan(session: Session, code: str) -> Plan:
    (row,) = find_rows(session, Plan, number=int(code.removeprefix("p")))
    return row


def _add_plan(session: Session, draft: Draft, on: date) -> Plan:
    number = max((row.number for row in find_rows(session, Plan)), default=0) + 1
    plan = Plan(number=number, imported_on=on, title=plan_title(draft), source_sha256=draft.source.sha256)
    set_values(plan, plan_columns(draft))
    session.add(plan)
    session.flush()
    return plan
