"""The progress that a running register prints becomes the first report of its tasks, as if their units had sent it."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.months import month_of
from wuye_cli.domain.terms import Role
from wuye_cli.errors import UsageError
from wuye_cli.importing.draft import Draft, DraftReport, DraftTask, Problem
from wuye_cli.services.task_rows import put_doubts
from wuye_cli.services.unit_book import identity
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.models import Assignment, Membership, Plan, Report, Task

REPORT_WORDS = {"note": "进展", "problem": "存在问题", "next_step": "下一步"}


def reported_month(draft: Draft, month: str | None, on: date) -> str:
    """Settle of which month the progress in a draft speaks: the one that is named, else that of the day.

    Raises:
        UsageError: the month lies ahead.
    """
    if month is not None and month > month_of(on) and count_reports(draft):
        raise UsageError("month-in-future", f"{month} 还没有到（当日是 {on}）：请改正 --month。")
    return month or month_of(on)


def count_reports(draft: Draft) -> int:
    """Count the tasks that a running register prints some progress of."""
    return sum(task.report is not None for task in draft.tasks)


def add_first_report(session: Session, task: Task, item: DraftTask, month: str, on: date) -> bool:
    """Store what is printed of a new task's progress; False where no one unit answers for it."""
    unit = _find_reporter(session, task)
    if item.report is None or unit is None:
        return False
    said = item.report
    session.add(
        Report(
            task_id=identity(task.id),
            unit_id=unit,
            month=month,
            percent=said.percent,
            note=said.note,
            problem=said.problem,
            next_step=said.next_step,
            reported_on=on,
        )
    )
    return True


def keep_report_words(session: Session, plan: Plan, task: Task, item: DraftTask) -> None:
    """Keep the progress that could not be reported among the remarks, and ask about it."""
    if item.report is None:
        return
    task.remark = "\n".join(filter(None, (task.remark, report_words(item.report))))
    sentence = (
        "清单上的进展没有记作填报，写入了备注：这项任务没有填报单位，或由多个单位填报，请用 wuye update --unit 登记"
    )
    put_doubts(session, plan, task, (*item.problems, Problem("report-kept", "remark", sentence, item.source)))


def report_words(report: DraftReport) -> str:
    """Print a report in one line: 完成60%；存在问题：资金不足."""
    share = [] if report.percent is None else [f"完成{report.percent:g}%"]
    words = [f"{word}：{text}" for name, word in REPORT_WORDS.items() if (text := getattr(report, name))]
    return "；".join((*share, *words))


def _find_reporter(session: Session, task: Task) -> int | None:
    """Find the unit whose figure is the task's: the first-named one, unless it stands for several."""
    for role in (Role.LEAD, Role.RESPONSIBLE):
        units = sorted(find_rows(session, Assignment, task_id=task.id, role=role), key=lambda row: row.position)
        if units:
            return None if find_rows(session, Membership, group_id=units[0].unit_id) else units[0].unit_id
    return None
