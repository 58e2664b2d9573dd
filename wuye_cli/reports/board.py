"""The status board: how many tasks of which state and light, altogether, by unit and by plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from wuye_cli.domain.facts import PlanFacts, RegisterFacts
from wuye_cli.domain.figures import mean_share
from wuye_cli.domain.plans import is_archived
from wuye_cli.domain.terms import Light, Status
from wuye_cli.reports.board_lines import Board, PlanLine, UnitLine
from wuye_cli.reports.lines import DoubtLine, Register, TaskLine
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.plan_targets import build_plan_target_lines

NO_UNIT = "（未明确单位）"


def build_board(register: Register, facts: RegisterFacts) -> Board:
    """Count the open tasks of a register; a task of several reporting units stands under each of them."""
    tasks = [task for task in register.tasks if not task.archived]
    return Board(
        as_of=register.as_of,
        total=len(tasks),
        awaiting_verification=sum(task.awaiting_verification for task in tasks),
        by_status=count_statuses(tasks),
        by_light=count_lights(tasks),
        units=_unit_lines(tasks, UnitNames(facts.units)),
        plans=tuple(build_plan_line(plan, register) for plan in facts.plans.values()),
        doubts=sum(bool(task.doubts) for task in tasks),
    )


def count_statuses(tasks: Iterable[TaskLine]) -> tuple[tuple[Status, int], ...]:
    """Count tasks by each of the six states."""
    counts = Counter(task.status for task in tasks)
    return tuple((status, counts[status]) for status in Status)


def count_lights(tasks: Iterable[TaskLine]) -> tuple[tuple[Light, int], ...]:
    """Count tasks by each of the five lights."""
    counts = Counter(task.light for task in tasks)
    return tuple((light, counts[light]) for light in Light)


def build_plan_line(plan: PlanFacts, register: Register) -> PlanLine:
    """Put one plan with its counts into a line; a plan put away counts its tasks too, but none that was cancelled."""
    mine = [task for task in register.tasks if task.plan == plan.code and not task.cancelled_on]
    archived = is_archived(plan.archived_on, register.as_of)
    tasks = [task for task in mine if archived or not task.archived]
    return PlanLine(
        code=plan.code,
        title=plan.title,
        document_number=plan.document_number,
        issuer=plan.issuer,
        issued_on=plan.issued_on,
        region=plan.region,
        level=plan.level,
        year=plan.year,
        period_start=plan.period_start,
        period_end=plan.period_end,
        policy=plan.policy,
        archived=archived,
        tasks=len(tasks),
        by_status=count_statuses(tasks),
        targets=build_plan_target_lines(plan, tasks),
        doubts=tuple(DoubtLine(doubt.field, doubt.code, doubt.message) for doubt in plan.doubts),
    )


def _unit_lines(tasks: Sequence[TaskLine], names: UnitNames) -> tuple[UnitLine, ...]:
    """Put each reporting unit with its tasks into a line, in official order; tasks without one come last."""
    by_unit: dict[str, list[TaskLine]] = {}
    for task in tasks:
        for unit in task.reporters or (NO_UNIT,):
            by_unit.setdefault(unit, []).append(task)
    return tuple(_unit_line(unit, by_unit[unit]) for unit in (*names.in_official_order(), NO_UNIT) if unit in by_unit)


def _unit_line(unit: str, tasks: list[TaskLine]) -> UnitLine:
    own = [_own_percent(unit, task) for task in tasks]
    reported = any(percent is not None for percent in own)
    return UnitLine(
        unit=unit,
        total=len(tasks),
        by_status=count_statuses(tasks),
        by_light=count_lights(tasks),
        mean_percent=mean_share(percent or 0.0 for percent in own) if reported else None,
    )


def _own_percent(unit: str, task: TaskLine) -> float | None:
    """Find a unit's own last figure for a task, not the average of a group it belongs to; a finished part is all."""
    if task.finished_on or unit in task.finished_units:
        return 100.0
    figures = (report.percent for report in task.reports if report.unit == unit and report.percent is not None)
    return next(figures, None)
