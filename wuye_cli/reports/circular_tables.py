"""进展情况表 and 逾期（慢序时）任务表: the annexes that have one row per task."""

from __future__ import annotations

from collections.abc import Mapping

from wuye_cli.domain.figures import round_share
from wuye_cli.domain.months import day_words
from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_lines import OverdueRow, ProgressRow
from wuye_cli.reports.lines import Register, TaskLine

LATE = (Status.OVERDUE, Status.BEHIND)


def build_progress_rows(now: Register, before: Register) -> tuple[ProgressRow, ...]:
    """Put every task into a row, with its change against the month before."""
    last_month = {task.code: task for task in before.tasks}
    return tuple(_progress_row(task, last_month) for task in now.tasks)


def build_overdue_rows(now: Register) -> tuple[OverdueRow, ...]:
    """Put the overdue tasks into rows, the longest overdue first, and after them those behind, the furthest first."""
    late = [task for task in now.tasks if task.status in LATE]
    late.sort(key=lambda task: (LATE.index(task.status), -(task.days_overdue or 0), -(task.behind or 0.0)))
    return tuple(_overdue_row(task) for task in late)


def _progress_row(task: TaskLine, last_month: Mapping[str, TaskLine]) -> ProgressRow:
    doubts = tuple(dict.fromkeys(doubt.message.rstrip("。") for doubt in task.doubts))
    return ProgressRow(
        code=task.code,
        no=task.no,
        section=task.section,
        title=task.title,
        content=task.content,
        lead="、".join(task.lead),
        responsible="、".join(task.responsible),
        deadline=_deadline(task),
        percent=task.percent,
        expected=task.expected,
        change=_change(task, last_month.get(task.code)),
        status=task.status,
        light=task.light,
        note=_note(task, doubts),
        problem=task.problem,
        next_step=task.next_step,
        units=task.lead or task.responsible,
        due=task.due,
        awaiting_verification=task.awaiting_verification,
        doubts=doubts,
    )


def _change(task: TaskLine, before: TaskLine | None) -> float | None:
    """Give 百分点 against last month, counting what was not reported as 0; None where the plan was not yet in force."""
    if task.percent is None or before is None:
        return None
    return round_share(task.percent - (before.percent or 0.0))


def _deadline(task: TaskLine) -> str:
    """Give the printed words, and the day that an extension has put in their place."""
    moved = f"（延期至{day_words(task.due)}）" if task.original_due and task.due else ""
    return task.deadline_text + moved


def _note(task: TaskLine, doubts: tuple[str, ...]) -> str:
    """Add to what the units said whom the task still waits for, and what is doubtful."""
    waiting = f"〔尚未办结：{'、'.join(task.unfinished)}〕" if task.unfinished else ""
    return task.note + waiting + (f"〔待核：{'；'.join(doubts)}〕" if doubts else "")


def _overdue_row(task: TaskLine) -> OverdueRow:
    return OverdueRow(
        code=task.code,
        no=task.no,
        title=task.title,
        lead="、".join(task.lead),
        responsible="、".join(task.responsible),
        deadline=_deadline(task),
        days_overdue=task.days_overdue,
        percent=task.percent,
        expected=task.expected,
        behind=task.behind,
        status=task.status,
        problem=task.problem,
        next_step=task.next_step,
        unfinished=task.unfinished,
    )
