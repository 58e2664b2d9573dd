"""Targets set by hand: a number to reach, or its split into quotas. Amounts reported stay with their target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import fsum, isclose

from wuye_cli.domain.figures import PERCENT_UNITS, figure_words
from wuye_cli.domain.months import day_words
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.reports.circular_targets import wanted_words
from wuye_cli.services.codes import ask_for
from wuye_cli.services.complaints import Complaints
from wuye_cli.services.rows import get_task
from wuye_cli.services.scopes import known_scopes
from wuye_cli.services.unit_book import identity
from wuye_cli.store.database import Database
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import ReportValue, Target, Task
from wuye_cli.store.replacing import set_values
from wuye_cli.store.writing import write_register


@dataclass(frozen=True, slots=True)
class TargetInput:
    """A target as typed; what is None stays as it is. The same indicator may have several dates and scopes."""

    indicator: str
    value: float | None = None
    op: str | None = None
    unit: str | None = None
    by: date | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class TargetOutcome:
    """What was stored, in words; `before` is empty for a new target."""

    task: str
    before: str
    after: str


def set_target(
    database: Database, code: str, wanted: TargetInput, change: Change, *, rules: UnitRules, dry_run: bool = False
) -> TargetOutcome:
    """Add a target to a task, or change the one of that indicator, scope and date."""
    with write_register(database, change, dry_run=dry_run) as session:
        task = get_task(session, code)
        _check(session, wanted.scope, wanted.value, rules)
        row = _find(session, task, wanted.indicator, wanted.scope, wanted.by)
        before = _words(row) if row else ""
        row = _changed(session, row, wanted) if row else _added(session, task, wanted)
        return TargetOutcome(task.code, before, _words(row))


def split_target(
    database: Database,
    code: str,
    indicator: str,
    parts: Mapping[str, float],
    change: Change,
    *,
    rules: UnitRules,
    by: date | None = None,
    partial: bool = False,
    dry_run: bool = False,
) -> tuple[TargetOutcome, ...]:
    """Split the total of an indicator into quotas by district or unit.

    They must add up to the total and take the place of an older split; with `partial` others stay and the sum is free.
    """
    with write_register(database, change, dry_run=dry_run) as session:
        task = get_task(session, code)
        total = _get_total(session, task, indicator, by)
        wrong = Complaints()
        for scope, value in parts.items():
            _complain(wrong, session, scope, value, rules)
        if not partial:
            _compare(wrong, total, parts)
        wrong.raise_all()
        outcomes = tuple(_put_quota(session, task, total, scope, value) for scope, value in parts.items())
        if not partial:
            _drop_others(session, total, parts)
        return outcomes


def _find(session: Session, task: Task, indicator: str, scope: str, by: date | None) -> Target | None:
    """Find the one target that is meant; without a date the only one there is."""
    rows = _same(session, task, indicator, scope)
    if by is not None:
        return next((row for row in rows if row.by_on == by), None)
    if len(rows) > 1:
        days = "、".join(row.by_on.isoformat() if row.by_on else "未写时限" for row in rows)
        raise RefusedError("ambiguous-target", f"指标“{indicator}”有几个时限，请用 --by 写明是哪一个：{days}。")
    return rows[0] if rows else None


def _same(session: Session, task: Task, indicator: str, scope: str) -> list[Target]:
    return find_rows(session, Target, task_id=task.id, indicator=indicator, scope=scope)


def _changed(session: Session, row: Target, wanted: TargetInput) -> Target:
    """Change what was given; a unit in which amounts were reported stays."""
    values = {"value": wanted.value, "op": wanted.op, "unit": wanted.unit}
    given: dict[str, object] = {name: value for name, value in values.items() if value is not None}
    if given.get("unit", row.unit) != row.unit and find_rows(session, ReportValue, target_id=row.id):
        raise RefusedError(
            "target-reported", f"指标“{row.indicator}”已有按“{row.unit}”填报的数，不能改单位：请另设一个指标。"
        )
    if "value" in given:
        given["value_max"] = None
    set_values(row, given)
    return row


def _added(session: Session, task: Task, wanted: TargetInput) -> Target:
    if wanted.value is None or wanted.unit is None:
        known = dict.fromkeys(row.indicator for row in find_rows(session, Target, task_id=task.id) if row.indicator)
        question = ask_for(wanted.indicator, known)
        sentence = f"任务 {task.code} 还没有这个目标“{wanted.indicator}”。{question}新增目标请写明 --value 和 --unit。"
        raise RefusedError("unknown-indicator", sentence)
    row = Target(
        plan_id=task.plan_id,
        task_id=task.id,
        position=_next_position(session, task),
        indicator=wanted.indicator,
        op=wanted.op or ">=",
        value=wanted.value,
        unit=wanted.unit,
        by_on=wanted.by,
        scope=wanted.scope,
    )
    row.text = _words(row)
    session.add(row)
    session.flush()
    return row


def _next_position(session: Session, task: Task) -> int:
    return max((row.position for row in find_rows(session, Target, task_id=task.id)), default=0) + 1


def _get_total(session: Session, task: Task, indicator: str, by: date | None) -> Target:
    total = _find(session, task, indicator, "", by)
    if total is None:
        known = dict.fromkeys(row.indicator for row in find_rows(session, Target, task_id=task.id) if not row.scope)
        question = ask_for(indicator, known)
        sentence = f"任务 {task.code} 没有总目标“{indicator}”。{question}可先用 wuye target set 设定，再分解。"
        raise RefusedError("unknown-indicator", sentence)
    if total.unit in PERCENT_UNITS:
        raise RefusedError("target-is-rate", f"“{indicator}”是百分比，各地区的百分比相加没有意义，不能分解。")
    return total


def _put_quota(session: Session, task: Task, total: Target, scope: str, value: float) -> TargetOutcome:
    wanted = TargetInput(total.indicator, value, total.op, total.unit, total.by_on, scope)
    row = next((one for one in _same(session, task, total.indicator, scope) if one.by_on == total.by_on), None)
    before = _words(row) if row else ""
    row = _changed(session, row, wanted) if row else _added(session, task, wanted)
    return TargetOutcome(task.code, before, _words(row))


def _drop_others(session: Session, total: Target, parts: Mapping[str, float]) -> None:
    """Take away the quotas of an older split; one that amounts were reported for is never dropped."""
    for row in find_rows(session, Target, task_id=total.task_id, indicator=total.indicator, unit=total.unit):
        if not row.scope or row.scope in parts or row.by_on != total.by_on:
            continue
        if find_rows(session, ReportValue, target_id=identity(row.id)):
            sentence = f"“{row.scope}”的分解目标已有填报数，不能去掉：请一并写明，或用 --partial 只改写明的。"
            raise RefusedError("target-reported", sentence)
        session.delete(row)


def _compare(wrong: Complaints, total: Target, parts: Mapping[str, float]) -> None:
    added, upper = fsum(parts.values()), total.value_max or total.value
    nearest = min(max(added, total.value), upper)  # a range may be met anywhere between its ends
    if not isclose(added, nearest):
        unit, wanted = total.unit, wanted_words("=", total.value, total.value_max, total.unit)
        sentence = (
            f"分解之和是{figure_words(added)}{unit}，总目标是{wanted}，"
            f"{'多' if added > nearest else '少'}{figure_words(abs(added - nearest))}{unit}："
            "请改正，只分解一部分的加 --partial。"
        )
        wrong.add("split-does-not-add-up", sentence)


def _check(session: Session, scope: str, value: float | None, rules: UnitRules) -> None:
    wrong = Complaints()
    _complain(wrong, session, scope, value, rules)
    wrong.raise_all()


def _complain(wrong: Complaints, session: Session, scope: str, value: float | None, rules: UnitRules) -> None:
    if value is not None and value < 0:
        wrong.add("bad-value", f"目标值 {value:g} 不对：不能小于 0。", usage=True)
    known = known_scopes(session, rules) if scope else frozenset()
    if scope and scope not in known:
        sentence = f"没有名为“{scope}”的地区或单位。{ask_for(scope, known)}地区写县（市、区）的全称，如 兴庆区。"
        wrong.add("unknown-scope", sentence)


def _words(row: Target) -> str:
    """Say a target in words: 兴庆区 试点小区 2个（2023年12月31日前）."""
    wanted = wanted_words(row.op, row.value, row.value_max, row.unit)
    by = f"（{day_words(row.by_on)}前）" if row.by_on else ""
    return f"{row.scope + ' ' if row.scope else ''}{row.indicator} {wanted}{by}"
