"""The state in print: six states, mutually exclusive, adding up to all tasks."""

from __future__ import annotations

from wuye_cli.domain.terms import Status

AHEAD_OVER = 10.0  # 超序时: more than 10 points ahead


def task_status(*, finished: bool, overdue: bool, behind: float | None) -> Status:
    """Name a task's state; `behind` is in 百分点, None where there is nothing to judge by."""
    if finished:
        return Status.DONE
    if overdue:
        return Status.OVERDUE
    if behind is None:
        return Status.OTHER
    if behind > 0:
        return Status.BEHIND
    return Status.AHEAD if -behind > AHEAD_OVER else Status.ON_TRACK
