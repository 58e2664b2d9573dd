"""What a draft's task becomes in the register: one row, and the rows that hang on it.

The same functions store a new task and bring an old one up to a newer draft: rows that say the same stay, and a
target keeps its row as long as it is the same indicator, so that reported amounts stay with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from wuye_cli.domain.terms import Role
from wuye_cli.importing.draft import DraftDeadline, DraftTarget, DraftTask, Problem
from wuye_cli.services.unit_book import UnitBook, identity
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.models import Assignment, Deadline, Doubt, Milestone, Plan, ReportValue, Target, Task
from wuye_cli.store.replacing import replace_rows, row_values, set_values

CHANGED_TWICE = "changed-twice"  # by hand and by the document: asked about until a person has looked at both


class TaskRows:
    """Writes tasks of one plan."""

    def __init__(self, session: Session, book: UnitBook, plan: Plan) -> None:
        self._session = session
        self._book = book
        self._plan = plan

    def add(self, item: DraftTask, code: str, position: int, on: date) -> Task:
        """Store a new task with everything that hangs on it."""
        task = Task(plan_id=identity(self._plan.id), code=code, position=position, key="", title="", added_on=on)
        set_values(task, {**_columns(item), "key": item.key, "source_place": str(item.source)})
        self._session.add(task)
        self._session.flush()
        self._hang(task, item)
        return task

    def renew(self, task: Task, item: DraftTask, kept: Collection[str] = ()) -> bool:
        """Bring a task up to a newer draft, but for the fields to be kept; what units have reported stays.

        False where nothing differs.
        """
        columns = {name: value for name, value in _columns(item).items() if name not in kept}
        changed = set_values(task, columns)
        return self._hang(task, item, kept) or changed

    def assign(self, task: Task, role: Role, names: Iterable[str]) -> bool:
        """Make these the units of a task in one role."""
        key = identity(task.id)
        units: dict[int, str] = {}
        for name in names:
            units.setdefault(identity(self._book.resolve(name, self._plan.region).id), name)
        new = [
            Assignment(task_id=key, role=role, unit_id=unit, position=position, text=name)
            for position, (unit, name) in enumerate(units.items(), start=1)
        ]
        return replace_rows(self._session, find_rows(self._session, Assignment, task_id=key, role=role), new)

    def set_deadlines(self, task: Task, deadlines: Iterable[DraftDeadline]) -> bool:
        """Make these the deadlines of a task."""
        key = identity(task.id)
        new = [
            Deadline(task_id=key, position=position, kind=one.kind, due_on=one.date, every=one.every, text=one.text)
            for position, one in enumerate(deadlines, start=1)
        ]
        return replace_rows(self._session, find_rows(self._session, Deadline, task_id=key), new)

    def _hang(self, task: Task, item: DraftTask, kept: Collection[str] = ()) -> bool:
        units = {Role.LEAD: item.lead, Role.RESPONSIBLE: item.responsible, Role.GUIDE: item.guide}
        changes = [self.assign(task, role, names.units) for role, names in units.items() if role not in kept]
        if "deadlines" not in kept:
            changes.append(self.set_deadlines(task, item.deadlines))
        if "milestones" not in kept:
            changes.append(self._set_milestones(task, item))
        if "targets" not in kept:
            changes.append(put_targets(self._session, self._plan, task, item.targets))
        changes.append(put_doubts(self._session, self._plan, task, item.problems))
        return any(changes)

    def _set_milestones(self, task: Task, item: DraftTask) -> bool:
        key = identity(task.id)
        new = [
            Milestone(task_id=key, position=position, due_on=one.date, text=one.text)
            for position, one in enumerate(item.milestones, start=1)
        ]
        return replace_rows(self._session, find_rows(self._session, Milestone, task_id=key), new)


def put_targets(session: Session, plan: Plan, task: Task | None, targets: Sequence[DraftTarget]) -> bool:
    """Make these the targets of a task, or of the plan itself; one that amounts were reported for is never dropped."""
    plan_id, task_id = identity(plan.id), task.id if task else None
    old = find_rows(session, Target, plan_id=plan_id, task_id=task_id)
    changed = False
    for position, one in enumerate(targets, start=1):
        new = _target(one, plan_id, task_id, position)
        row = next((row for row in old if _meaning(row) == _meaning(new)), None)
        if row is None:
            session.add(new)
            changed = True
        else:
            old.remove(row)
            changed = set_values(row, row_values(new)) or changed
    gone = [row for row in old if not find_rows(session, ReportValue, target_id=row.id)]
    for row in gone:
        session.delete(row)
    return changed or bool(gone)


def put_doubts(session: Session, plan: Plan, task: Task | None, problems: Iterable[Problem]) -> bool:
    """Make these the open doubts of a task, or of the plan itself.

    What a person has confirmed is not asked again; that a field was changed twice is asked until someone confirms it.
    """
    rows = find_rows(session, Doubt, plan_id=identity(plan.id), task_id=task.id if task else None)
    lasting = [row for row in rows if row.confirmed_on or row.code == CHANGED_TWICE]
    known = {(row.field, row.code, row.message) for row in lasting}
    new = [
        Doubt(
            plan_id=identity(plan.id),
            task_id=task.id if task else None,
            field=one.field,
            code=one.code,
            message=one.message,
            place=str(one.at or ""),
        )
        for one in problems
        if (one.field, one.code, one.message) not in known
    ]
    return replace_rows(session, [row for row in rows if row not in lasting], new)


def _columns(item: DraftTask) -> dict[str, object]:
    return {
        "no": item.no,
        "section": item.section,
        "title": item.title,
        "content": item.content,
        "requirement": item.requirement,
        "level": item.level,
        "remark": item.remark,
    }


def _target(one: DraftTarget, plan_id: int, task_id: int | None, position: int) -> Target:
    return Target(
        plan_id=plan_id,
        task_id=task_id,
        position=position,
        indicator=one.indicator,
        op=one.op,
        value=one.value,
        value_max=one.value_max,
        unit=one.unit,
        by_on=one.by,
        scope=one.scope,
        text=one.text,
    )


def _meaning(row: Target) -> tuple[object, ...]:
    """Say what a target measures, whatever its number: a changed threshold is still the same target."""
    return (row.indicator, row.unit, row.scope, row.by_on)
