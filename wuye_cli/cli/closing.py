"""`wuye finish`, `verify`, `return`, `reopen`, `extend`, `cancel`: how a task comes to its end."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import say, say_done
from wuye_cli.cli.context import Request, request_of
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import DryRun, Note, On, TaskCode
from wuye_cli.cli.parsing import parse_date, parse_period
from wuye_cli.cli.vocabulary import rules_for

if TYPE_CHECKING:
    from wuye_cli.services.closing import StepOutcome
    from wuye_cli.services.closing_case import Step

app = typer.Typer(add_completion=False)

PartOf = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只是这个单位的部分；默认整项任务")]
Milestone = Annotated[
    date | None,
    typer.Option("--milestone", metavar="日期", parser=parse_date, help="只是这一天的阶段性工作；默认整项任务"),
]
OfPeriod = Annotated[
    str | None,
    typer.Option("--period", metavar="期", parser=parse_period, help="只是周期性工作的这一期，如 2026Q1、2026-03"),
]
By = Annotated[str, typer.Option("--by", metavar="姓名", help="由谁核验")]
EvidenceFiles = Annotated[
    list[Path] | None,
    typer.Option("--evidence", metavar="文件", help="佐证材料，复制到台账旁保存；可写多次。不得录入涉密事项"),
]
Reference = Annotated[str, typer.Option("--reference", metavar="文号", help="依据的文件、会议纪要等")]
Reason = Annotated[str, typer.Option("--reason", metavar="文字", help="原因")]
WhyReopened = Annotated[
    str, typer.Option("--reason", "--note", metavar="文字", help="原因；已销号或取消的任务必须写明")
]
To = Annotated[date, typer.Option("--to", metavar="日期", parser=parse_date, help="延期到哪一天")]
Approver = Annotated[str, typer.Option("--approver", metavar="姓名", help="由谁批准")]
Late = Annotated[bool, typer.Option("--late", help="时限已到才补办的延期")]
OfDeadline = Annotated[
    date | None,
    typer.Option("--deadline", metavar="日期", parser=parse_date, help="延哪一个时限；默认当前时限"),
]


@app.command("finish", cls=Command)
def finish(
    ctx: typer.Context,
    task: TaskCode,
    *,
    unit: PartOf = None,
    milestone: Milestone = None,
    period: OfPeriod = None,
    note: Note = "",
    on: On = None,
    dry_run: DryRun = False,
) -> None:
    """登记办结：责任单位报称已完成，待销号。"""
    from wuye_cli.services.closing import finish_task

    request = request_of(ctx)
    step = _step(request, task, on, unit, milestone, period=period or "", note=note)
    change = request.change(step.on)
    outcome = finish_task(request.database, step, change, rules=rules_for(unit), dry_run=dry_run)
    _tell(f"已登记{outcome.subject}办结。", outcome, dry_run=dry_run)


@app.command("verify", cls=Command)
def verify(
    ctx: typer.Context,
    task: TaskCode,
    *,
    by: By,
    evidence: EvidenceFiles = None,
    reference: Reference = "",
    unit: PartOf = None,
    note: Note = "",
    on: On = None,
    dry_run: DryRun = False,
) -> None:
    """销号：核验无误，任务关闭。

    先办结，后销号；佐证材料复制到台账旁的“.佐证”文件夹，备份台账时请一并备份。
    """
    from wuye_cli.services.closing import verify_task

    request = request_of(ctx)
    step = _step(request, task, on, unit, note=note, approver=by, reference=reference)
    change, rules, files = request.change(step.on), rules_for(unit), evidence or []
    outcome = verify_task(request.database, step, change, evidence=files, rules=rules, dry_run=dry_run)
    _tell(f"已将{outcome.subject}销号。", outcome, dry_run=dry_run)


@app.command("return", cls=Command)
def send_back(
    ctx: typer.Context,
    task: TaskCode,
    *,
    reason: Reason,
    unit: PartOf = None,
    on: On = None,
    dry_run: DryRun = False,
) -> None:
    """退回：办结不予认可，任务继续办理，完成时限不变。"""
    from wuye_cli.services.closing import return_task

    request = request_of(ctx)
    step = _step(request, task, on, unit, note=reason)
    outcome = return_task(request.database, step, request.change(step.on), rules=rules_for(unit), dry_run=dry_run)
    _tell(f"已退回{outcome.subject.rstrip()}，完成时限不变。", outcome, dry_run=dry_run)


@app.command("reopen", cls=Command)
def reopen(
    ctx: typer.Context,
    task: TaskCode,
    *,
    reason: WhyReopened = "",
    unit: PartOf = None,
    milestone: Milestone = None,
    period: OfPeriod = None,
    on: On = None,
    dry_run: DryRun = False,
) -> None:
    """重新打开已办结、销号或取消的任务。"""
    from wuye_cli.services.closing import reopen_task

    request = request_of(ctx)
    step = _step(request, task, on, unit, milestone, period=period or "", note=reason)
    outcome = reopen_task(request.database, step, request.change(step.on), rules=rules_for(unit), dry_run=dry_run)
    _tell(f"已重新打开{outcome.subject.rstrip()}，完成时限不变。", outcome, dry_run=dry_run)


@app.command("cancel", cls=Command)
def cancel(ctx: typer.Context, task: TaskCode, *, reason: Reason, on: On = None, dry_run: DryRun = False) -> None:
    """取消一项任务：不再统计，仍可用 list --archived 查看。"""
    from wuye_cli.services.closing import cancel_task

    request = request_of(ctx)
    step = _step(request, task, on, note=reason)
    outcome = cancel_task(request.database, step, request.change(step.on), dry_run=dry_run)
    _tell(f"已取消{outcome.subject.rstrip()}。", None, dry_run=dry_run)


@app.command("extend", cls=Command)
def extend(
    ctx: typer.Context,
    task: TaskCode,
    *,
    to: To,
    reason: Reason,
    approver: Approver,
    reference: Reference,
    deadline: OfDeadline = None,
    late: Late = False,
    on: On = None,
    dry_run: DryRun = False,
) -> None:
    """延期：在时限之前申请并经批准，原定时限保留。"""
    from wuye_cli.services.extending import extend_task

    request = request_of(ctx)
    step = _step(request, task, on, note=reason, approver=approver, reference=reference)
    change = request.change(step.on)
    outcome = extend_task(request.database, step, to, change, deadline=deadline, late=late, dry_run=dry_run)
    moved = f"由 {outcome.before} 延至 {outcome.after}（原定 {outcome.original}，第 {outcome.count} 次延期）"
    _tell(f"已将任务 {outcome.task} 的完成时限{moved}。", None, dry_run=dry_run)


def _step(
    request: Request, task: str, on: date | None, unit: str | None = None, milestone: date | None = None, **words: str
) -> Step:
    """Put what was typed into one step; what has no day happened today."""
    from wuye_cli.services.closing_case import Step

    return Step(task, on or request.as_of, request.as_of, unit, milestone, **words)


def _tell(sentence: str, outcome: StepOutcome | None, *, dry_run: bool) -> None:
    """Say what was done, or what would be; then whom the task still waits for and what was kept."""
    say_done(sentence, dry_run=dry_run)
    if outcome is None:
        return
    if outcome.unfinished:
        say(f"尚未办结：{'、'.join(outcome.unfinished)}。")
    for file in outcome.evidence:
        say(f"佐证材料：{file.name}（{file.sha256[:12]}…）")
