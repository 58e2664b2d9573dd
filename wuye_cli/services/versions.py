"""A draft beside the plan that it is a version of: what it would change there. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wuye_cli.domain.facts import PlanFacts, RegisterFacts
from wuye_cli.domain.units import UnitRules
from wuye_cli.importing.draft import Draft
from wuye_cli.importing.versions.comparison import Comparison, FieldChange, compare_fields, compare_tasks
from wuye_cli.importing.versions.matching import KnownTask
from wuye_cli.importing.versions.words import (
    NameUnit,
    Words,
    known_task_words,
    name_units,
    plan_words,
    words_from_json,
)
from wuye_cli.services.codes import get_task_code
from wuye_cli.services.destinations import NOTHING_SAID, Destination, Placement, find_destination, plan_columns
from wuye_cli.services.unit_names import read_unit_names
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts
from wuye_cli.store.reading import Reader, Row, read_register

Imported = Mapping[int | None, Words]  # what the document said of each task by its id, and of the plan (None)


def compare_draft(
    database: Database,
    draft: Draft,
    placement: Placement = NOTHING_SAID,
    *,
    rules: UnitRules,
) -> Comparison | None:
    """Compare a draft with the plan that it goes into; None where it is a new plan, or there is no register yet."""
    if not database.path.exists():
        return None
    with read_register(database) as reader:
        goal = find_destination(reader, draft, placement)
        return compare_at(reader, draft, goal, placement.apart, rules=rules)


def compare_at(
    reader: Reader, draft: Draft, goal: Destination, apart: tuple[str, ...], *, rules: UnitRules
) -> Comparison | None:
    """Compare a draft with what the register has at its destination."""
    if goal.code is None:
        return None
    if goal.is_stored:
        return Comparison(goal.code, same_file=True)
    (row,) = reader.rows("plans", plan=goal.code, archived=1)
    facts = load_facts(reader, goal.code, archived=True)
    imported = _read_imported(reader, goal.code)
    name_unit = read_unit_names(reader, rules, row["region"] or draft.plan.region)
    tasks = _known_tasks(reader, goal.code, facts, imported, name_unit)
    codes = [task.code for task in tasks]
    unmatched = {get_task_code(code, codes, [goal.code]) for code in apart}
    comparison = compare_tasks(
        goal.code, tasks, draft.tasks, name_unit, unmatched, printed=draft.printed_tasks, is_whole=goal.is_whole
    )
    if not goal.is_whole:
        return comparison
    return replace(comparison, plan_changes=_plan_changes(draft, row, facts.plans[row["id"]], imported.get(None)))


def _read_imported(reader: Reader, plan: str) -> Imported:
    return {row["task_id"]: words_from_json(row["words"]) for row in reader.rows("imported", plan=plan)}


def _known_tasks(
    reader: Reader, plan: str, facts: RegisterFacts, imported: Imported, name_unit: NameUnit
) -> tuple[KnownTask, ...]:
    """Give the tasks that have come from a document; what was added by hand is compared with none."""
    keys = {row["id"]: row["key"] for row in reader.rows("tasks", plan=plan, archived=1)}
    unit_names = {key: unit.name for key, unit in facts.units.items()}
    said = {key: name_units(words, name_unit) for key, words in imported.items()}
    return tuple(
        KnownTask(
            task.code,
            keys[task.id],
            known_task_words(task, unit_names),
            said.get(task.id),
            task.archived_on is not None,
        )
        for task in facts.tasks
        if keys[task.id]
    )


def _plan_changes(draft: Draft, row: Row, plan: PlanFacts, imported: Words | None) -> tuple[FieldChange, ...]:
    columns = plan_columns(draft)
    new = plan_words(columns, draft.plan_targets)
    now = plan_words({name: row[name] for name in columns}, plan.targets)
    document = draft.printed or draft
    return tuple(compare_fields(now, imported, new, plan_words(plan_columns(document), document.plan_targets)))
