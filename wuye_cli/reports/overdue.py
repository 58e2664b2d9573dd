"""What is overdue, and what soon falls due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from wuye_cli.domain.terms import Status
from wuye_cli.reports.lines import Register


def build_overdue(register: Register) -> Register:
    """Keep the overdue tasks and, apart from them, the milestones and periods that were missed."""
    tasks = tuple(task for task in register.tasks if task.status is Status.OVERDUE and not task.archived)
    milestones = tuple(line for line in register.milestones if line.days_overdue is not None)
    periods = tuple(line for line in register.periods if line.days_overdue is not None)
    return replace(register, tasks=tasks, milestones=milestones, periods=periods)


def build_due(register: Register, within_days: int) -> Register:
    """Keep the open tasks, milestones and periods that fall due from today up to so many days ahead, earliest first."""
    until = register.as_of + timedelta(days=within_days)
    due = [
        (task.due, task)
        for task in register.tasks
        if task.due and _is_ahead(task.due, register.as_of, until) and not (task.finished_on or task.archived)
    ]
    tasks = tuple(task for _, task in sorted(due, key=lambda pair: pair[0]))
    milestones = [line for line in register.milestones if _is_ahead(line.on, register.as_of, until)]
    periods = [line for line in register.periods if _is_ahead(line.due, register.as_of, until)]
    return replace(
        register,
        tasks=tasks,
        milestones=tuple(sorted(milestones, key=lambda line: line.on)),
        periods=tuple(sorted(periods, key=lambda line: line.due)),
    )


def _is_ahead(day: date, today: date, until: date) -> bool:
    return today <= day <= until
