"""Which of a task's deadlines still count.

A dated deadline is met when the targets it carries are reached, or when the task is finished. A later deadline
excuses nothing, nor does 长期坚持 beside a date.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wuye_cli.domain.facts import DeadlineFacts, TargetFacts, TaskFacts
from wuye_cli.domain.targets import Reached, is_met


def dated_days(task: TaskFacts) -> tuple[date, ...]:
    """Give the days of the dated deadlines, earliest first; one that could not be read has no day."""
    return tuple(sorted(deadline.on for deadline in task.deadlines if deadline.on is not None))


def unmet_days(task: TaskFacts, reached: Mapping[int, Reached]) -> tuple[date, ...]:
    """Give the days of the dated deadlines whose targets are not reached, earliest first; without targets, all."""
    days = (
        deadline.on
        for deadline in task.deadlines
        if deadline.on is not None and not _is_met(carried_targets(deadline, task.targets), reached)
    )
    return tuple(sorted(days))


def carried_targets(deadline: DeadlineFacts, targets: tuple[TargetFacts, ...]) -> tuple[TargetFacts, ...]:
    """Find the targets that a deadline itself prints: 2025年底达到70%.

    The same day alone is not enough: a quota in the content that ends on the task's deadline is a part of the work,
    not its whole. So the words must meet as well; where either has none, the day decides.
    """
    return tuple(
        target
        for target in targets
        if target.by == deadline.on and (target.text in deadline.text or deadline.text in target.text)
    )


def _is_met(carried: tuple[TargetFacts, ...], reached: Mapping[int, Reached]) -> bool:
    return bool(carried) and all(
        target.id in reached and is_met(target, reached[target.id].value) for target in carried
    )
