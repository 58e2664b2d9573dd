"""Targets of the plan itself. Units report on tasks, so a plan's target takes what a task's same target has reached."""

from __future__ import annotations

from collections.abc import Iterable

from wuye_cli.domain.facts import PlanFacts
from wuye_cli.domain.targets import Reached
from wuye_cli.reports.lines import TargetLine, TaskLine
from wuye_cli.reports.task_lines import build_target_lines


def build_plan_target_lines(plan: PlanFacts, tasks: Iterable[TaskLine]) -> tuple[TargetLine, ...]:
    """Put a plan's targets into lines.

    The same target is one of the same indicator, unit and scope. Where two tasks have it and reached different
    amounts, neither is taken.
    """
    if not plan.targets:
        return ()
    amounts: dict[tuple[str, str, str], set[Reached]] = {}
    for task in tasks:
        for line in task.targets:
            if line.indicator and line.actual is not None and line.actual_month is not None:
                key = (line.indicator, line.unit, line.scope)
                amounts.setdefault(key, set()).add(Reached(line.actual, line.actual_month))
    reached = {}
    for target in plan.targets:
        same = amounts.get((target.indicator, target.unit, target.scope), set())
        if len(same) == 1:
            reached[target.id] = next(iter(same))
    return build_target_lines(plan.targets, reached)
