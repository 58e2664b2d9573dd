"""The plan, the task and the unit that a command names, as rows of the running transaction."""

from __future__ import annotations

from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.services.codes import get_plan_code, get_task_code
from wuye_cli.services.known_units import Spelling, get_unit
from wuye_cli.services.unit_book import identity
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.models import Plan, Task, Unit, UnitAlias


def get_plan(session: Session, text: str | None) -> Plan:
    """Find an open plan; without a text the only one that is open."""
    plans = {f"p{row.number}": row for row in find_rows(session, Plan)}
    is_open = [code for code, row in plans.items() if row.archived_on is None]
    if text is None and len(is_open) != 1:
        advice = f"请用 --plan 写明，如 {is_open[0]}" if is_open else "请先用 wuye import 导入方案"
        raise RefusedError("unknown-plan", f"现有 {len(is_open)} 个未归档的方案，不知道是哪一个：{advice}。")
    plan = plans[is_open[0] if text is None else get_plan_code(text, plans)]
    if plan.archived_on:
        raise RefusedError("plan-archived", f"方案 p{plan.number} 已于 {plan.archived_on} 归档，不能再改。")
    return plan


def get_task(session: Session, text: str) -> Task:
    """Find a task that may still be changed."""
    plans = {row.id: row for row in find_rows(session, Plan)}
    tasks = {row.code: row for row in find_rows(session, Task)}
    is_open = [f"p{plan.number}" for plan in plans.values() if plan.archived_on is None]
    task = tasks[get_task_code(text, tasks, is_open)]
    archived_on = task.archived_on or plans[task.plan_id].archived_on
    if archived_on:
        raise RefusedError("task-archived", f"任务 {task.code} 已于 {archived_on} 归档，不能再改。")
    return task


def get_unit_row(session: Session, text: str, rules: UnitRules | None = None) -> Unit:
    """Find a unit by its name or one of its other spellings."""
    units = {identity(row.id): row for row in find_rows(session, Unit)}
    own = [Spelling(key, row.name, row.region) for key, row in units.items()]
    others = [Spelling(row.unit_id, row.name, row.region) for row in find_rows(session, UnitAlias)]
    return units[get_unit(text, [*own, *others], rules)]
