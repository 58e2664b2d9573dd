"""进展情况表 and 逾期（慢序时）任务表: the annexes that have one row per task."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.figures import round_share
from wuye_cli.domain.months import day_words
from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_lines import OverdueRow, ProgressRow
from wuye_cli.reports.circular_past import Past, PastTask
from wuye_cli.reports.circular_trends import overdue_months, was_overdue_earlier
from wuye_cli.reports.figure_lines import FigureLine
from wuye_cli.reports.lines import Register, TaskLine

LATE = (Status.OVERDUE, Status.BEHIND)


@dataclass(frozen=True, slots=True)
class OpenTask:
    """One open task: its line, and what the figures in it are made of."""

    line: TaskLine
    percent_of: FigureLine
    amounts_of: Mapping[int, FigureLine]  # by target
    span: tuple[date, date] | None


def build_progress_rows(
    tasks: Iterable[OpenTask], before: Mapping[str, PastTask], late: Mapping[str, str]
) -> tuple[ProgressRow, ...]:
    """Put every task into a row, with its change against the month before and a note of its late reports."""
    return tuple([_progress_row(task, before.get(task.line.code), late.get(task.line.code, "")) for task in tasks])


def build_overdue_rows(now: Register, past: Past) -> tuple[OverdueRow, ...]:
    """Put the overdue tasks into rows, the longest overdue first, and after them those behind, the furthest first."""
    rows = [task for task in now.tasks if task.status in LATE]
    rows.sort(key=lambda task: (LATE.index(task.status), -(task.days_overdue or 0), -(task.behind or 0.0)))
    return tuple(_overdue_row(task, past) for task in rows)


def _progress_row(open_task: OpenTask, before: PastTask | None, late: str) -> ProgressRow:
    task = open_task.line
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
        change=_change(task, before),
        status=task.status,
        light=task.light,
        note=task.note + late + _marks(task, doubts),
        problem=task.problem,
        next_step=task.next_step,
        units=task.lead or task.responsible,
        due=task.due,
        awaiting_verification=task.awaiting_verification,
        doubts=doubts,
        percent_of=open_task.percent_of,
        span=open_task.span,
        before=before.percent if before else None,
    )


def _change(task: TaskLine, before: PastTask | None) -> float | None:
    """Give 百分点 against last month, counting what was not reported as 0; None where the plan was not yet in force."""
    if task.percent is None or before is None:
        return None
    return round_share(task.percent - (before.percent or 0.0))


def _deadline(task: TaskLine) -> str:
    """Give the printed words, and the day that an extension has put in their place."""
    moved = f"（延期至{day_words(task.due)}）" if task.original_due and task.due else ""
    return task.deadline_text + moved


def _marks(task: TaskLine, doubts: tuple[str, ...]) -> str:
    """Write what is added to what the units said: whom the task still waits for, and what is doubtful."""
    waiting = f"〔尚未办结：{'、'.join(task.unfinished)}〕" if task.unfinished else ""
    return waiting + (f"〔待核：{'；'.join(doubts)}〕" if doubts else "")


def _overdue_row(task: TaskLine, past: Past) -> OverdueRow:
    months = overdue_months(task.code, past) if task.status is Status.OVERDUE else ()
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
        due=task.due,
        overdue_months=months,
        overdue_again=len(months) == 1 and was_overdue_earlier(task.code, past),
    )
