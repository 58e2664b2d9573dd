"""办结 and its undoing: a unit says that a task, or its part of one, is done."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.closing import unit_finished_on
from wuye_cli.domain.facts import EventFacts
from wuye_cli.domain.terms import EventKind
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.services.rows import get_task, get_unit_row
from wuye_cli.services.unit_book import identity
from wuye_cli.store.database import Database
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Task, TaskEvent
from wuye_cli.store.writing import write_register


def finish_task(
    database: Database,
    code: str,
    change: Change,
    on: date,
    note: str = "",
    *,
    unit: str | None = None,
    as_of: date | None = None,
    rules: UnitRules | None = None,
) -> str:
    """Mark a task as finished on a day, or only one unit's part of it; gives its code."""
    _check_day(on, as_of)
    with write_register(database, change) as session:
        task, unit_id = get_task(session, code), _unit_id(session, unit, rules)
        finished_on = _finished_on(session, task, unit_id, on)
        if finished_on:
            raise RefusedError("already-finished", f"任务 {task.code} 已于 {finished_on} 办结，不用再办。")
        session.add(_event(task, EventKind.FINISH, unit_id, on, note))
        return task.code


def reopen_task(
    database: Database,
    code: str,
    change: Change,
    on: date,
    note: str = "",
    *,
    unit: str | None = None,
    as_of: date | None = None,
    rules: UnitRules | None = None,
) -> str:
    """Take a finish back: the task is open again with its original deadline; gives its code."""
    _check_day(on, as_of)
    with write_register(database, change) as session:
        task, unit_id = get_task(session, code), _unit_id(session, unit, rules)
        if _finished_on(session, task, unit_id, on) is None:
            raise RefusedError("not-finished", f"任务 {task.code} 到 {on} 没有办结，不用恢复。")
        session.add(_event(task, EventKind.REOPEN, unit_id, on, note))
        return task.code


def _check_day(on: date, as_of: date | None) -> None:
    if as_of is not None and on > as_of:
        raise UsageError("date-in-future", f"日期 {on} 晚于当日（{as_of}）：请改正 --on，或用 --as-of 换一个当日。")


def _unit_id(session: Session, unit: str | None, rules: UnitRules | None) -> int | None:
    return get_unit_row(session, unit, rules).id if unit else None


def _finished_on(session: Session, task: Task, unit: int | None, on: date) -> date | None:
    rows = find_rows(session, TaskEvent, task_id=task.id)
    return unit_finished_on([EventFacts(EventKind(row.kind), row.happened_on, row.unit_id) for row in rows], unit, on)


def _event(task: Task, kind: EventKind, unit: int | None, on: date, note: str) -> TaskEvent:
    return TaskEvent(task_id=identity(task.id), unit_id=unit, kind=kind, happened_on=on, note=note)
