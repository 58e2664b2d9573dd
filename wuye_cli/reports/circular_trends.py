"""What the months before show of a task: how long it has been overdue, how long it has not moved, what has turned.

Only tasks that are still in question are looked at month by month, so that a large register stays quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from wuye_cli.domain.facts import TaskFacts
from wuye_cli.domain.months import month_of, shift_month
from wuye_cli.domain.terms import DeadlineKind, EventKind, Status
from wuye_cli.reports.circular_past import Past, PastTask
from wuye_cli.reports.lines import TaskLine

STALLED_MONTHS = 3  # 进度连续3个月没有变化: from here on a task is named
EXTENDED = "延期"
WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Turned:
    """A task that was overdue last month and is not any more; `on` is the day of it, or the new deadline."""

    code: str
    title: str
    how: str  # 办结, 延期, 达标 …
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Stalled:
    """An open task that has not moved in these months, the first one first; without a percentage none was reported."""

    code: str
    months: tuple[str, ...]
    percent: float | None


def overdue_months(code: str, past: Past) -> tuple[str, ...]:
    """Name the months in a row at whose ends a task was overdue, this one included, the first one first."""
    before = takewhile(lambda month: _was_overdue(code, month, past), past.months_before(code))
    return (*reversed(tuple(before)), past.month)


def was_overdue_earlier(code: str, past: Past) -> bool:
    """Say whether a task that was not overdue last month had been so before that."""
    task = past.tasks[code]
    could_turn = bool(task.events or task.targets) or past.last_issue is not None
    return could_turn and any(_was_overdue(code, month, past) for month in past.months_before(code))


def find_turned(now: Iterable[TaskLine], before: Iterable[PastTask], past: Past) -> Iterator[Turned]:
    """Find the tasks that are no longer overdue, and how that came about."""
    lines = {task.code: task for task in now}
    for then in before:
        line = lines.get(then.code)
        if then.status is Status.OVERDUE and (line is None or line.status is not Status.OVERDUE):
            yield _turned(then, line) if line else Turned(then.code, then.title, _gone(past.tasks.get(then.code)))


def find_stalled(now: Iterable[TaskLine], past: Past) -> Iterator[Stalled]:
    """Find the open tasks that have not moved for some months; recurring duties begin anew each time."""
    for task in now:
        recurring = any(deadline.kind == DeadlineKind.RECURRING for deadline in task.deadlines)
        if task.status is not Status.DONE and not recurring and _can_move(task):
            months = (*reversed(tuple(_unmoved(task, past))), past.month)
            if len(months) >= STALLED_MONTHS:
                yield Stalled(task.code, months, task.percent)


def _was_overdue(code: str, month: str, past: Past) -> bool:
    task = past.find(code, month)
    return task is not None and task.status is Status.OVERDUE


def _gone(task: TaskFacts | None) -> str:
    """Name how a task left the register's open ones."""
    if task is None:
        return "不再列入"
    cancelled = any(event.kind is EventKind.CANCEL for event in task.events)
    return "取消" if cancelled else "归档"


def _turned(then: PastTask, line: TaskLine) -> Turned:
    if line.finished_on:
        return Turned(then.code, line.title, "办结", line.finished_on)
    extensions = [event for event in line.events if event.kind == EventKind.EXTEND]
    if any(event.from_on == then.due for event in extensions):
        return Turned(then.code, line.title, EXTENDED, line.due)
    known = {*(deadline.on for deadline in line.deadlines), *(event.to_on for event in extensions)}
    return Turned(then.code, line.title, "达标" if then.due in known else "更正完成时限")


def _can_move(task: TaskLine) -> bool:
    """Leave out what has gone all the way, and what units told in words alone."""
    return not task.reports if task.percent is None else task.percent < WHOLE


def _unmoved(task: TaskLine, past: Past) -> Iterator[str]:
    """Go back as long as the percentage was that of now; it can only differ where something came in between."""
    facts = past.tasks[task.code]
    unheard = task.percent is None
    stirred = {report.month for report in facts.reports} | {month_of(event.on) for event in facts.events}
    for month in past.months_before(task.code):
        if unheard and month < month_of(facts.added_on):
            return  # nobody was asked before the task was in the register
        if shift_month(month, 1) in stirred or past.issue_of(month):
            then = past.find(task.code, month)
            if then is None or then.percent != task.percent:
                return
        yield month
