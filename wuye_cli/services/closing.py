"""办结, 销号, 退回, 重新开启, 取消: each is one event, written only where it fits the state of the task on its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wuye_cli.domain.facts import EvidenceFacts
from wuye_cli.domain.terms import EventKind
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.services.closing_case import Case, Step, open_case
from wuye_cli.services.evidence import keep_files
from wuye_cli.store.database import Database
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Evidence

STEPS = tuple(kind for kind in EventKind if kind is not EventKind.EXTEND)


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """What was written, in words; `unfinished` names the units that the task still waits for."""

    task: str
    subject: str
    unfinished: tuple[str, ...]
    evidence: tuple[EvidenceFacts, ...] = ()


def finish_task(
    database: Database, step: Step, change: Change, *, rules: UnitRules | None = None, dry_run: bool = False
) -> StepOutcome:
    """Take the claim that a task, one unit's part of it, a milestone or a period is done."""
    with open_case(database, step, change, rules=rules, dry_run=dry_run) as case:
        case.refuse_closed()
        case.refuse_earlier(*STEPS)
        if case.whole.finished_on:
            raise RefusedError("already-finished", f"{case.subject}已于 {case.whole.finished_on} 办结，不用再办。")
        case.add(EventKind.FINISH)
        return _outcome(case)


def verify_task(
    database: Database,
    step: Step,
    change: Change,
    *,
    evidence: Sequence[Path] = (),
    rules: UnitRules | None = None,
    dry_run: bool = False,
) -> StepOutcome:
    """Confirm a claim; the files that show it are kept beside the register, all of them or none."""
    _require(step.approver, "by-needed", "请用 --by 写明由谁核验。")
    with (
        keep_files(database, evidence, dry_run=dry_run) as files,
        open_case(database, step, change, rules=rules, dry_run=dry_run) as case,
    ):
        case.refuse_closed()
        case.refuse_earlier(*STEPS)
        if not case.whole.finished_on:
            raise RefusedError("not-finished", _not_finished(case, step, "不能销号：请先用 wuye finish 登记办结"))
        event = case.add(EventKind.VERIFY)
        case.attach(Evidence(event_id=event, name=file.name, sha256=file.sha256, size=file.size) for file in files)
        return _outcome(case, tuple(files))


def return_task(
    database: Database, step: Step, change: Change, *, rules: UnitRules | None = None, dry_run: bool = False
) -> StepOutcome:
    """Reject a claim: the task is open again with its original deadline."""
    _require(step.note, "reason-needed", "请用 --reason 写明为什么退回。")
    with open_case(database, step, change, rules=rules, dry_run=dry_run) as case:
        case.refuse_closed()
        case.refuse_earlier(*STEPS)
        if not any(part.finished_on and not part.verified_on for part in case.parts.values()):
            raise RefusedError("not-finished", _not_finished(case, step, "不用退回"))
        case.add(EventKind.RETURN)
        return _outcome(case)


def reopen_task(
    database: Database, step: Step, change: Change, *, rules: UnitRules | None = None, dry_run: bool = False
) -> StepOutcome:
    """Open again what was finished, verified or cancelled, with its original deadline."""
    with open_case(database, step, change, rules=rules, dry_run=dry_run) as case:
        case.refuse_earlier(*STEPS)
        closed = case.whole.cancelled_on or any(part.verified_on for part in case.parts.values())
        if not (closed or any(part.finished_on for part in case.parts.values())):
            raise RefusedError("not-finished", _not_finished(case, step, "不用恢复"))
        if case.whole.cancelled_on and (step.unit or step.part):
            raise RefusedError(
                "task-cancelled", f"任务 {case.code} 已取消，只能整项恢复：请去掉 --unit、--milestone 和 --period。"
            )
        if closed:
            _require(step.note, "reason-needed", f"{case.subject}已销号或取消，请用 --reason 写明为什么重新开启。")
        case.add(EventKind.REOPEN)
        return _outcome(case)


def cancel_task(database: Database, step: Step, change: Change, *, dry_run: bool = False) -> StepOutcome:
    """Take a task out of the register from a day on; it stays to be seen among what is archived."""
    _require(step.note, "reason-needed", "请用 --reason 写明为什么取消。")
    with open_case(database, step, change, dry_run=dry_run) as case:
        case.refuse_closed()
        case.refuse_earlier(*STEPS)
        if case.whole.finished_on:
            raise RefusedError(
                "already-finished",
                f"{case.subject}已于 {case.whole.finished_on} 办结，不能取消：请先用 wuye return 退回。",
            )
        case.add(EventKind.CANCEL)
        return _outcome(case)


def _outcome(case: Case, evidence: tuple[EvidenceFacts, ...] = ()) -> StepOutcome:
    return StepOutcome(case.code, case.subject, case.unfinished(), evidence)


def _not_finished(case: Case, step: Step, advice: str) -> str:
    names = case.unfinished()
    waiting = f"（尚未办结：{'、'.join(names)}）" if names and not step.unit else ""
    return f"{case.subject}到 {step.on} 没有办结{waiting}，{advice}。"


def _require(text: str, code: str, sentence: str) -> None:
    if not text.strip():
        raise UsageError(code, sentence)
