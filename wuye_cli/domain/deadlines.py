"""Which of a task's deadlines still count, and where an extension has moved them.

A dated deadline is met when the targets it carries are reached, or when the task is finished. A later deadline
excuses nothing, nor does 长期坚持 beside a date. What was printed stays: an extension is an event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.facts import DeadlineFacts, EventFacts, TargetFacts, TaskFacts
from wuye_cli.domain.targets import Reached, is_met
from wuye_cli.domain.terms import EventKind


@dataclass(frozen=True, slots=True)
class DueDay:
    """A dated deadline as it stands on a day: `on` is what counts, `original` what was printed."""

    on: date
    original: date
    printed: DeadlineFacts


def due_days(task: TaskFacts, day: date) -> tuple[DueDay, ...]:
    """Give the dated deadlines, earliest first; one that could not be read has no day."""
    moves = extensions(task, day)
    found = (
        DueDay(_moved(deadline.on, moves), deadline.on, deadline)
        for deadline in task.deadlines
        if deadline.on is not None
    )
    return tuple(sorted(found, key=lambda due: due.on))


def extensions(task: TaskFacts, day: date) -> tuple[EventFacts, ...]:
    """Give the extensions granted by a day, oldest first."""
    granted = (event for event in task.events if event.kind is EventKind.EXTEND and event.on <= day)
    return tuple(sorted(granted, key=lambda event: event.on))


def unmet_days(days: tuple[DueDay, ...], task: TaskFacts, reached: Mapping[int, Reached]) -> tuple[DueDay, ...]:
    """Keep the deadlines whose targets are not reached; without targets, all."""
    return tuple(due for due in days if not _is_met(carried_targets(due.printed, task.targets), reached))


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


def _moved(on: date, moves: tuple[EventFacts, ...]) -> date:
    """Follow a deadline from extension to extension."""
    for move in moves:
        if move.from_on == on and move.to_on:
            on = move.to_on
    return on


def _is_met(carried: tuple[TargetFacts, ...], reached: Mapping[int, Reached]) -> bool:
    return bool(carried) and all(
        target.id in reached and is_met(target, reached[target.id].value) for target in carried
    )
