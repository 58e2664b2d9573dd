"""`wuye target`: numbers to reach, what has been reached of them, and their split into quotas."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from wuye_cli.cli.console import say, say_done
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, Csv, DryRun, Limit, OfPlan, ShowAll, TaskCode, Xlsx
from wuye_cli.cli.output import save_grids, show_grid
from wuye_cli.cli.parsing import parse_amount, parse_date, parse_values, parse_word
from wuye_cli.services.views import read_targets

app = typer.Typer(cls=Group, add_completion=False)
OPERATORS = {">=": "≥", "<=": "≤", "=": "＝", ">": "＞", "<": "＜"}

AnyTask = Annotated[str | None, typer.Argument(metavar="任务", help="任务编号，如 p1-3；不写就列出全部")]
Indicator = Annotated[str, typer.Argument(metavar="指标", help="指标名称，如 覆盖率")]
Parts = Annotated[list[str], typer.Argument(metavar="地区=数值", help="各地区（单位）的数，如 兴庆区=2 金凤区=2")]
Value = Annotated[
    float | None, typer.Option("--value", metavar="数值", parser=parse_amount, help="目标值；新增目标时必写")
]
Operator = Annotated[
    str | None,
    typer.Option(
        "--op", metavar="比较", parser=parse_word("bad-operator", OPERATORS), help="≥、≤、＝、＞ 或 ＜，默认 ≥"
    ),
]
InUnit = Annotated[str | None, typer.Option("--unit", metavar="计量单位", help="如 %、个、次；新增目标时必写")]
By = Annotated[
    date | None,
    typer.Option("--by", metavar="日期", parser=parse_date, help="何时达到；同一指标有几个时限的必写"),
]
Scope = Annotated[str, typer.Option("--scope", metavar="地区", help="哪个地区（单位）的目标；默认是总目标")]
Partial = Annotated[bool, typer.Option("--partial", help="只改写明的地区，不要求各数之和等于总目标")]


@app.callback()
def target() -> None:
    """目标：列出、设定、分解。"""


@app.command("list", cls=Command)
def list_targets(
    ctx: typer.Context,
    task: AnyTask = None,
    *,
    plan: OfPlan = None,
    xlsx: Xlsx = None,
    csv: Csv = None,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """列出目标及完成情况。

    到时限看是否达到，时限之前与序时应达数比较；分解之和与总目标不符的列在表后。
    """
    from wuye_cli.render.json import targets_json
    from wuye_cli.render.targets import targets_grid

    request = request_of(ctx)
    report = read_targets(request.database, request.as_of, request.policies, task=task, plan=plan)
    grid = targets_grid(report)
    save_grids(grid, xlsx=xlsx, csv=csv)
    if as_json:
        say(targets_json(report))
    else:
        show_grid(grid, limit=limit, show_all=show_all)


@app.command("set", cls=Command)
def set_one(
    ctx: typer.Context,
    task: TaskCode,
    indicator: Indicator,
    *,
    value: Value = None,
    op: Operator = None,
    unit: InUnit = None,
    by: By = None,
    scope: Scope = "",
    dry_run: DryRun = False,
) -> None:
    """设定一项任务的目标。

    已有同一指标、同一地区、同一时限的，改它的数；没有的新增一个。已填报的数保留。
    """
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.targets import TargetInput, set_target

    request = request_of(ctx)
    wanted = TargetInput(indicator, value, op, unit, by, scope)
    outcome = set_target(request.database, task, wanted, request.change(), rules=load_unit_rules(), dry_run=dry_run)
    say_done(_words(outcome.task, outcome.before, outcome.after), dry_run=dry_run)


@app.command("split", cls=Command)
def split(
    ctx: typer.Context,
    task: TaskCode,
    indicator: Indicator,
    parts: Parts,
    *,
    by: By = None,
    partial: Partial = False,
    dry_run: DryRun = False,
) -> None:
    """把总目标分解到地区或单位。

    各数之和必须等于总目标；再分解一次，以后一次为准。
    """
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.targets import split_target

    request = request_of(ctx)
    outcomes = split_target(
        request.database,
        task,
        indicator,
        parse_values(parts),
        request.change(),
        rules=load_unit_rules(),
        by=by,
        partial=partial,
        dry_run=dry_run,
    )
    for outcome in outcomes:
        say_done(_words(outcome.task, outcome.before, outcome.after), dry_run=dry_run)


def _words(task: str, before: str, after: str) -> str:
    if not before:
        return f"任务 {task} 新增目标：{after}。"
    return f"任务 {task} 的目标没有变化：{after}。" if before == after else f"任务 {task} 的目标：{before} → {after}。"
