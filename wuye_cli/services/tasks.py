"""A leader adds a task, changes a unit or a date, fixes a title; a task is put away; a doubtful value is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wuye_cli.domain.terms import DeadlineKind, Role
from wuye_cli.domain.units import UnitRules
from wuye_cli.importing.draft import DraftDeadline
from wuye_cli.importing.fields.deadlines import parse_deadlines
from wuye_cli.importing.fields.units import split_units
from wuye_cli.services.codes import ask_for
from wuye_cli.services.complaints import Complaints
from wuye_cli.services.numbering import count_codes
from wuye_cli.services.periods import keep_periods
from wuye_cli.services.rows import get_plan, get_task
from wuye_cli.services.task_rows import TaskRows
from wuye_cli.services.unit_book import UnitBook, identity
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Doubt, Plan, Task
from wuye_cli.store.reading import read_register
from wuye_cli.store.replacing import set_values
from wuye_cli.store.writing import write_register

TEXTS = ("title", "content", "requirement", "level", "remark", "section")
ROLES = tuple(role.value for role in Role)
DEADLINE = "deadline"
FIELDS = (*TEXTS, *ROLES, DEADLINE)
DOUBT_FIELDS = {DEADLINE: "deadlines"}  # where a doubt calls a field by another name


def add_task(
    database: Database,
    plan: str | None,
    values: Mapping[str, str],
    change: Change,
    on: date,
    *,
    rules: UnitRules,
    dry_run: bool = False,
) -> str:
    """Add a task to a plan (the only open one, if none is named); gives its code."""
    with write_register(database, change, dry_run=dry_run) as session:
        row = get_plan(session, plan)
        old = find_rows(session, Task, plan_id=identity(row.id))
        (code,) = count_codes(f"p{row.number}", 1, {task.code for task in old})
        task = Task(
            plan_id=identity(row.id),
            code=code,
            position=max((task.position for task in old), default=0) + 1,
            key="",
            title="",
            added_on=on,
        )
        _TaskEdit(session, row, task, values, rules).write()
        return code


def edit_task(
    database: Database,
    code: str,
    values: Mapping[str, str],
    change: Change,
    on: date,
    *,
    rules: UnitRules,
    dry_run: bool = False,
) -> str:
    """Change some fields of a task; an empty text empties a field. What is set by hand is no longer 待核."""
    with write_register(database, change, dry_run=dry_run) as session:
        task = get_task(session, code)
        plan = next(row for row in find_rows(session, Plan) if row.id == task.plan_id)
        if DEADLINE in values:
            with read_register(database) as reader:
                keep_periods(session, load_facts(reader), on)
        _TaskEdit(session, plan, task, values, rules).write()
        _confirm(session, task, {DOUBT_FIELDS.get(name, name) for name in values}, on)
        return task.code


def archive_task(database: Database, code: str, change: Change, on: date, *, dry_run: bool = False) -> str:
    """Put a task away; its history stays."""
    with write_register(database, change, dry_run=dry_run) as session:
        task = get_task(session, code)
        task.archived_on = on
        return task.code


def confirm_task(database: Database, code: str, change: Change, on: date, *, dry_run: bool = False) -> int:
    """Say that every doubtful value of a task is right as it stands; gives how many there were."""
    with write_register(database, change, dry_run=dry_run) as session:
        return _confirm(session, get_task(session, code), None, on)


class _TaskEdit:
    """The new values of one task, checked as a whole before any is written."""

    def __init__(self, session: Session, plan: Plan, task: Task, values: Mapping[str, str], rules: UnitRules) -> None:
        self._session = session
        self._plan = plan
        self._task = task
        self._values = {name: text.strip() for name, text in values.items()}
        self._rules = rules
        self._wrong = Complaints()

    def write(self) -> None:
        """Write the values, or refuse them all."""
        self._check_fields()
        deadlines = self._read_deadlines()
        self._wrong.raise_all()
        set_values(self._task, {name: text for name, text in self._values.items() if name in TEXTS})
        self._session.add(self._task)
        self._session.flush()
        rows = TaskRows(self._session, UnitBook(self._session, self._rules, self._plan.region), self._plan)
        for role in Role:
            if role in self._values:
                rows.assign(self._task, role, split_units(self._values[role]))
        if deadlines is not None:
            rows.set_deadlines(self._task, deadlines)

    def _check_fields(self) -> None:
        for name in self._values:
            if name not in FIELDS:
                self._wrong.add("unknown-field", f"任务没有“{name}”这一项。{ask_for(name, FIELDS)}")
        if not self._values.get("title", self._task.title):
            self._wrong.add("empty-title", "任务名称不能为空：请写明任务名称。", usage=True)

    def _read_deadlines(self) -> tuple[DraftDeadline, ...] | None:
        """Read a deadline as typed: 2023-10-31, 10月底前, 长期坚持; here doubts are errors, for there is one to ask."""
        if DEADLINE not in self._values:
            return None
        text = self._values[DEADLINE]
        try:
            return (DraftDeadline(DeadlineKind.DATE, date.fromisoformat(text), text=text),)
        except ValueError:
            reading = parse_deadlines(text, year=self._plan.year, issued_on=self._plan.issued_on)
        for problem in reading.problems:
            self._wrong.add(problem.code, f"{problem.message}；可以写成 2023-10-31 这样。")
        return reading.deadlines


def _confirm(session: Session, task: Task, about: set[str] | None, on: date) -> int:
    """Take the mark 待核 from the doubts about some fields, or from all."""
    doubts = [row for row in find_rows(session, Doubt, task_id=task.id) if row.confirmed_on is None]
    confirmed = [row for row in doubts if about is None or row.field in about]
    for row in confirmed:
        row.confirmed_on = on
    return len(confirmed)
