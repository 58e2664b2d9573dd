"""延期: a dated deadline moves; what was printed stays, and so does the count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.deadlines import DueDay, due_days
from wuye_cli.domain.terms import EventKind
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.services.closing_case import Case, Step, open_case
from wuye_cli.store.database import Database
from wuye_cli.store.journal import Change


@dataclass(frozen=True, slots=True)
class Extension:
    """What the extended day of a task was and is; `count` is the number of its extensions so far."""

    task: str
    original: date
    before: date
    after: date
    count: int


def extend_task(
    database: Database,
    step: Step,
    to: date,
    change: Change,
    *,
    deadline: date | None = None,
    late: bool = False,
    dry_run: bool = False,
) -> Extension:
    """Move the deadline that counts, or the one on the day given; asked before that day unless it is `late`."""
    _check_words(step)
    with open_case(database, step, change, dry_run=dry_run) as case:
        case.refuse_closed()
        case.refuse_earlier(EventKind.EXTEND)
        due = _find_deadline(case, step.on, deadline)
        _check_days(case, step.on, due, to, late=late)
        case.add(EventKind.EXTEND, due.on, to)
        return Extension(case.code, due.original, due.on, to, case.standing.extensions + 1)


def _check_words(step: Step) -> None:
    words = {"--reason": step.note, "--approver": step.approver, "--reference": step.reference}
    missing = [option for option, text in words.items() if not text.strip()]
    if missing:
        raise UsageError("reason-needed", f"延期要写明原因、批准人和批准文件：请补上 {'、'.join(missing)}。")


def _find_deadline(case: Case, on: date, wanted: date | None) -> DueDay:
    """Take the deadline that counts now, or the one whose current or printed day is named."""
    if case.standing.finished_on:
        raise RefusedError("already-finished", f"任务 {case.code} 已于 {case.standing.finished_on} 办结，不用延期。")
    days = due_days(case.task, on)
    if not days or case.standing.deadline is None:
        advice = f"要定时限，请用 wuye task edit {case.code} --deadline"
        raise RefusedError("no-deadline", f"任务 {case.code} 没有明确日期的完成时限，不能延期：{advice}。")
    if wanted is None:
        return case.standing.deadline
    named = [due for due in days if due.on == wanted] or [due for due in days if due.original == wanted]
    if not named:
        known = "、".join(dict.fromkeys(str(due.on) for due in days))
        raise RefusedError("unknown-deadline", f"任务 {case.code} 没有 {wanted} 的完成时限：现有 {known}。")
    return named[0]


def _check_days(case: Case, on: date, due: DueDay, to: date, *, late: bool) -> None:
    if to <= due.on:
        raise RefusedError(
            "not-later", f"任务 {case.code} 的时限是 {due.on}，延期后的日期 {to} 要比它晚：请改正 --to。"
        )
    if on >= due.on and not late:
        raise RefusedError(
            "extension-late",
            f"任务 {case.code} 的时限 {due.on} 已到，延期要在时限之前申请：确已批准补办的，请加 --late。",
        )
