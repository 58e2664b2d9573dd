"""`wuye run monthly`: what the month needs, made by cron with nobody at the desk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.circular_order import Template, circular_order
from wuye_cli.cli.console import say, tell
from wuye_cli.cli.context import explain_crash, request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, OfPlan
from wuye_cli.cli.parsing import parse_month
from wuye_cli.domain.months import month_words
from wuye_cli.errors import InputError, RefusedError, WuyeError

if TYPE_CHECKING:
    from wuye_cli.services.monthly import MonthDue, StepOutcome

app = typer.Typer(cls=Group, add_completion=False)
LOG = "运行记录.log"
SOMETHING_DUE = 4

Folder = Annotated[Path, typer.Option("-o", "--output", metavar="文件夹", help="写到哪个文件夹，每月一个下级文件夹")]
OfMonth = Annotated[
    str | None,
    typer.Option("--month", metavar="月份", parser=parse_month, help="办哪个月的，默认为报送日刚过的月份"),
]
Check = Annotated[
    bool, typer.Option("--check", help="有逾期任务、未报送的单位或通报未印发时以退出码 4 结束，供定时任务判断")
]


@app.callback()
def run() -> None:
    """定时运行：办好一个月要办的事。"""


@app.command("monthly", cls=Command)
def monthly(
    ctx: typer.Context,
    *,
    output: Folder,
    month: OfMonth = None,
    plan: OfPlan = None,
    template: Template = None,
    check: Check = False,
    as_json: AsJson = False,
) -> None:
    """办好一个月要办的事：填报表、通报、逾期任务表、提醒文字、台账备份，写到“文件夹/月份”里。

    不写 --month 时办报送日刚过的那个月：报送日为25日的，8月26日起办8月的，25日及以前办7月的；逢休息日顺延的也按25日算。
    再次运行只重写内容变了的文件，人改过的文件不覆盖，已印发的通报不再起草；一步办不成，其他各步照办。
    通报只起草；设了 wuye config --auto-issue yes 的，（顺延后的）报送日过后自动编号印发。每次运行记入“运行记录.log”。
    """
    from wuye_cli.services.month_folder import clear_left_over
    from wuye_cli.services.monthly import order_month, read_month_due, read_run_month, run_month
    from wuye_cli.services.run_lock import run_alone

    request = request_of(ctx)
    database, change = request.database, request.change()
    with _logging_refusals(output, change.at), run_alone(output):
        month = month or read_run_month(database, request.as_of)
        order = order_month(database, circular_order(request, month, plan, template), change)
        folder = output / "-".join(filter(None, (month, order.asked.plan)))
        for other in set(clear_left_over(output)) - {folder.name}:
            tell(f"{other} 上次没有办完就中断了：请用 --month {other[:7]} 再运行一次。")
        outcomes = run_month(order, folder, lambda error: explain_crash(error, request.command))
        due = read_month_due(order)
        tell(_log(output, change.at, f"{folder.name}　{_log_words(outcomes)}"))
    say(_json(month, folder, outcomes, due) if as_json else _words(month, folder, outcomes, due))
    _leave(outcomes, is_due=check and due.presses)


@contextmanager
def _logging_refusals(folder: Path, moment: datetime) -> Iterator[None]:
    """Make the folder, and note in its log what kept a run from starting at all."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except WuyeError as error:
        _log(folder, moment, f"没有运行：{error.message}")
        raise
    except OSError as error:  # of the folder itself, its lock or its log; each step tells its own
        raise RefusedError("folder-unwritable", f"写不进文件夹“{folder}”：请换一个能写的文件夹。") from error


def _log(folder: Path, moment: datetime, words: str) -> str:
    """Add one line to the folder's log, and give it back."""
    line = f"{moment.isoformat(timespec='seconds')}　{' '.join(words.splitlines())}"
    with (folder / LOG).open("a", encoding="utf-8") as log:
        log.write(line + "\n")
    return line


def _leave(outcomes: tuple[StepOutcome, ...], *, is_due: bool) -> None:
    """Say everything that went wrong in one place, and leave with the exit code."""
    errors = [one.error for one in outcomes if one.error]
    if errors:
        tell("\n".join((f"有 {len(errors)} 步没有办成，其他各步已办：", *_problems(outcomes))))
        is_input = any(one.exit_code == InputError.exit_code for one in errors)
        raise typer.Exit(InputError.exit_code if is_input else RefusedError.exit_code)
    if is_due:
        raise typer.Exit(SOMETHING_DUE)


def _problems(outcomes: tuple[StepOutcome, ...]) -> Iterator[str]:
    for outcome in outcomes:
        if outcome.error:
            yield from (f"{outcome.step}：{outcome.error.message}", *outcome.error.details)


def _words(month: str, folder: Path, outcomes: tuple[StepOutcome, ...], due: MonthDue) -> str:
    steps = (f"{outcome.step}：{_step_words(outcome)}" for outcome in outcomes)
    issued = {True: "，通报已印发", False: "，通报尚未印发", None: ""}[due.issued]
    left = f"逾期任务 {due.overdue} 项，未报送 {due.missing} 个单位{issued}。"
    return "\n".join((f"{month_words(month)}，文件夹 {folder}", *steps, left))


def _step_words(outcome: StepOutcome) -> str:
    placed = outcome.placed
    parts = (
        outcome.note,
        f"写成 {_named(placed.written)}" if placed.written else "",
        f"有人改过，没有覆盖 {_named(placed.kept)}" if placed.kept else "",
        "没有变化" if placed.unchanged and not placed.written and not placed.kept else "",
        "没有办成（原因见下）" if outcome.error else "",
    )
    return "，".join(filter(None, parts))


def _named(files: tuple[str, ...]) -> str:
    return "、".join(files) if len(files) < 4 else f"{len(files)} 个文件"


def _log_words(outcomes: tuple[StepOutcome, ...]) -> str:
    """Say in one line what was done, with the reasons where it was not."""
    return "；".join((*(f"{one.step}：{_step_words(one)}" for one in outcomes if not one.error), *_problems(outcomes)))


def _json(month: str, folder: Path, outcomes: tuple[StepOutcome, ...], due: MonthDue) -> str:
    steps = [
        {
            "step": one.step,
            "written": list(one.placed.written),
            "unchanged": list(one.placed.unchanged),
            "kept": list(one.placed.kept),
            "note": one.note,
            "error": one.error and {"code": one.error.code, "message": one.error.message},
        }
        for one in outcomes
    ]
    content = {"schema": "wuye.run/1", "month": month, "folder": str(folder), "steps": steps, "due": asdict(due)}
    return json.dumps(content, ensure_ascii=False, indent=1)
