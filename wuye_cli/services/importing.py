"""Importing: a file becomes a draft, and a draft that the clerk has seen becomes a plan with tasks, all or nothing.

A document that is already in the register is brought up to date instead: its tasks are matched by their key, changed
ones are rewritten, new ones added, missing ones archived; codes and progress stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wuye_cli.domain.spelling import normal_name
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.importing.draft import Draft, DraftPlan, DraftTask
from wuye_cli.importing.pipeline import read_draft
from wuye_cli.services.codes import get_plan_code
from wuye_cli.services.numbering import assign_codes
from wuye_cli.services.task_rows import TaskRows, put_doubts, put_targets
from wuye_cli.services.unit_book import NewUnit, UnitBook, identity
from wuye_cli.store.database import Database
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Duty, Plan, Task
from wuye_cli.store.replacing import replace_rows, set_values
from wuye_cli.store.writing import write_register


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did: the plan's code, the codes of its tasks by what happened to them, units that are new.

    `doubts` counts the values of the draft that are 待核. `unchanged`: the register already said all of this.
    """

    plan: str
    tasks: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    archived: tuple[str, ...] = ()
    new_units: tuple[NewUnit, ...] = ()
    doubts: int = 0
    unchanged: bool = False


def draft_file(path: Path, *, rules: UnitRules, year: int | None = None) -> Draft:
    """Read a file into a draft; `year` is the clerk's answer where the document prints none."""
    return read_draft(path, divisions=rules.divisions, year=year)


def store_draft(
    database: Database, draft: Draft, change: Change, on: date, plan: str | None = None, *, rules: UnitRules
) -> ImportOutcome:
    """Store a draft as a new plan, as a newer version of one, or as further tasks of one (`plan`)."""
    with write_register(database, change) as session:
        plans = {f"p{row.number}": row for row in find_rows(session, Plan)}
        code = get_plan_code(plan, plans) if plan else None
        if code and plans[code].archived_on:
            raise RefusedError("plan-archived", f"方案 {code} 已归档，不能再写入：请导入为新方案，或选别的方案。")
        known = _find_imported(draft, plans)
        if known and code in {None, known} and _is_stored(draft, plans[known]):
            return ImportOutcome(known, unchanged=True)
        into = code or known
        row = plans[into] if into else _add_plan(session, draft, on, len(plans) + 1)
        return _PlanImport(session, draft, row, on, rules).store(is_whole=into is None or into == known)


class _PlanImport:
    """One draft on its way into one plan."""

    def __init__(self, session: Session, draft: Draft, plan: Plan, on: date, rules: UnitRules) -> None:
        self._session = session
        self._draft = draft
        self._plan = plan
        self._code = f"p{plan.number}"
        self._on = on
        self._book = UnitBook(session, rules, plan.region)
        self._rows = TaskRows(session, self._book, plan)
        self._old = find_rows(session, Task, plan_id=identity(plan.id))

    def store(self, *, is_whole: bool) -> ImportOutcome:
        """Store everything; `is_whole`: the draft is the plan itself, not a part that is added to it."""
        matched = {task.key: task for task in self._old if task.key}
        placed = self._place(matched, is_whole)
        added = self._add([(position, item) for position, item in placed if item.key not in matched])
        updated = self._renew([(position, item) for position, item in placed if item.key in matched], matched)
        gone = self._archive({item.key for item in self._draft.tasks}) if is_whole else ()
        changed = self._store_plan() if is_whole else False
        if added or updated or gone or changed:
            self._plan.source_sha256 = self._draft.source.sha256 if is_whole else self._plan.source_sha256
        return ImportOutcome(
            plan=self._code,
            tasks=added,
            updated=updated,
            archived=gone,
            new_units=tuple(self._book.new),
            doubts=len(self._draft.problems) + sum(len(task.problems) for task in self._draft.tasks),
            unchanged=not (added or updated or gone or changed),
        )

    def _place(self, matched: Mapping[str, Task], is_whole: bool) -> list[tuple[int, DraftTask]]:
        """Number the tasks as printed; further tasks of a plan come after those it has, which keep their places."""
        if is_whole:
            return list(enumerate(self._draft.tasks, start=1))
        last = max((task.position for task in self._old), default=0)
        new = [item for item in self._draft.tasks if item.key not in matched]
        known = [(matched[item.key].position, item) for item in self._draft.tasks if item.key in matched]
        return [*enumerate(new, start=last + 1), *known]

    def _add(self, placed: Sequence[tuple[int, DraftTask]]) -> tuple[str, ...]:
        codes = assign_codes(self._code, [item.no for _, item in placed], {task.code for task in self._old})
        for (position, item), code in zip(placed, codes, strict=True):
            self._rows.add(item, code, position, self._on)
        return codes

    def _renew(self, placed: Sequence[tuple[int, DraftTask]], matched: Mapping[str, Task]) -> tuple[str, ...]:
        return tuple(
            matched[item.key].code for position, item in placed if self._rows.renew(matched[item.key], item, position)
        )

    def _archive(self, keys: set[str]) -> tuple[str, ...]:
        gone = [task for task in self._old if task.key and task.key not in keys and not task.archived_on]
        for task in gone:
            task.archived_on = self._on
        return tuple(task.code for task in gone)

    def _store_plan(self) -> bool:
        key = identity(self._plan.id)
        duties = [
            Duty(plan_id=key, position=position, unit=one.unit, level=one.level, text=one.text)
            for position, one in enumerate(self._draft.duties, start=1)
        ]
        changes = (
            set_values(self._plan, _columns(self._draft)),
            replace_rows(self._session, find_rows(self._session, Duty, plan_id=key), duties),
            put_targets(self._session, self._plan, None, self._draft.plan_targets),
            put_doubts(self._session, self._plan, None, self._draft.problems),
        )
        return any(changes)


def _is_stored(draft: Draft, plan: Plan) -> bool:
    """Tell whether a plan was made from this very file, read with the year that it has now."""
    return plan.source_sha256 == draft.source.sha256 != "" and draft.plan.year in {None, plan.year}


def _find_imported(draft: Draft, plans: Mapping[str, Plan]) -> str | None:
    """Find the open plan that a draft is a version of: the same file, or the same title of the same place and year."""
    sha256 = draft.source.sha256
    open_plans = {code: plan for code, plan in plans.items() if plan.archived_on is None}
    same_file = (code for code, plan in open_plans.items() if plan.source_sha256 == sha256 != "")
    same_document = (code for code, plan in open_plans.items() if _is_version_of(draft.plan, plan))
    return next(same_file, None) or next(same_document, None)


def _is_version_of(new: DraftPlan, old: Plan) -> bool:
    pairs = ((new.document_number, old.document_number), (new.year, old.year), (new.region, old.region))
    is_same_title = normal_name(new.title) == normal_name(old.title) != ""
    return is_same_title and all(one == other for one, other in pairs if one and other)


def _add_plan(session: Session, draft: Draft, on: date, number: int) -> Plan:
    plan = Plan(number=number, imported_on=on, title="", source_sha256=draft.source.sha256)
    set_values(plan, _columns(draft))
    session.add(plan)
    session.flush()
    return plan


def _columns(draft: Draft) -> dict[str, object]:
    """Give what the document prints of the plan; what it does not print stays as it is in the register."""
    plan, source = draft.plan, draft.source
    printed = {
        "title": plan.title or Path(source.file).stem,
        "document_number": plan.document_number,
        "issuer": plan.issuer,
        "issued_on": plan.issued_on,
        "region": plan.region,
        "level": plan.level,
        "year": plan.year,
        "period_start": plan.period and plan.period.start,
        "period_end": plan.period and plan.period.end,
        "effective_from": plan.effective and plan.effective.start,
        "effective_to": plan.effective and plan.effective.end,
        "source_file": Path(source.file).name,
    }
    return {name: value for name, value in printed.items() if value}
