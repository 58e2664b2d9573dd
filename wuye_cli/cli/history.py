"""`wuye log` and `wuye undo`: what was changed, and taking it back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import confirm, say, tell
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import AsJson, Csv, DryRun, Limit, ShowAll, Xlsx, Yes
from wuye_cli.cli.output import save_grids, show_grid
from wuye_cli.cli.parsing import parse_date
from wuye_cli.cli.vocabulary import rules_for

if TYPE_CHECKING:
    from wuye_cli.reports.log import LogLine

app = typer.Typer(add_completion=False)

About = Annotated[str | None, typer.Argument(metavar="任务或单位", help="只看这项任务（编号）或这个单位（名称）的流水")]
Since = Annotated[
    date | None, typer.Option("--since", metavar="日期", parser=parse_date, help="只看这一天及以后登记的")
]
Count = Annotated[int, typer.Argument(metavar="次数", min=1, help="撤销最近几次命令的改动，默认 1")]
Entries = Annotated[
    list[int] | None,
    typer.Option("--entry", metavar="编号", min=1, help="撤销指定的一条（wuye log 中的编号）；可写多次"),
]


@app.command("log", cls=Command)
def log(
    ctx: typer.Context,
    about: About = None,
    *,
    since: Since = None,
    xlsx: Xlsx = None,
    csv: Csv = None,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """流水：谁在何时改了什么，最近的在前。

    存成文件的（--xlsx、--csv）逐处列全。
    """
    from wuye_cli.render.log import log_grid
    from wuye_cli.services.journal import read_log

    lines = read_log(request_of(ctx).database, about, since, rules=rules_for(about))
    if xlsx or csv:
        save_grids(log_grid(lines, full=True), xlsx=xlsx, csv=csv)
    if as_json:
        say(_json(lines))
    else:
        show_grid(log_grid(lines), limit=limit, show_all=show_all)


@app.command("undo", cls=Command)
def undo(
    ctx: typer.Context,
    count: Count = 1,
    *,
    entry: Entries = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """撤销最近的改动。

    撤销也记入流水，可以再撤销（即恢复）。之后又有改动涉及同样内容的，不予撤销，除非一并撤销。
    """
    from wuye_cli.render.log import log_grid
    from wuye_cli.services.journal import choose_undo, read_log
    from wuye_cli.services.journal import undo as take_back

    request = request_of(ctx)
    lines = choose_undo(request.database, count, entry or ())
    numbers = [line.number for line in lines]
    take_back(request.database, numbers, request.change(), dry_run=True)  # refused: say so before asking
    if not as_json:
        show_grid(log_grid(lines), limit=len(lines), show_all=True)
    if not dry_run:
        confirm(f"撤销以上 {len(lines)} 条改动吗？", yes=yes)
        take_back(request.database, numbers, request.change())
        lines = read_log(request.database)[: len(lines)]
    if as_json:
        say(_json(lines))
    (tell if as_json else say)(_told(numbers, dry_run=dry_run))


def _told(numbers: Sequence[int], *, dry_run: bool) -> str:
    named = "、".join(str(number) for number in numbers)
    return f"可以撤销第 {named} 条，没有写入。" if dry_run else f"已撤销第 {named} 条。"


def _json(lines: Sequence[LogLine]) -> str:
    entries = [{name: value for name, value in asdict(line).items() if name != "rows"} for line in lines]
    return json.dumps({"schema": "wuye.log/1", "entries": entries}, ensure_ascii=False, indent=1, default=str)
