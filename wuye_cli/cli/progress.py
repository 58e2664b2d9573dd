"""`wuye update`: what units report of their tasks."""

from __future__ import annotations

from typing import Annotated

import typer

from wuye_cli.cli.console import say_done
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import DryRun, Note, On, TaskCode
from wuye_cli.cli.parsing import parse_month, parse_percent, parse_values
from wuye_cli.cli.vocabulary import rules_for
from wuye_cli.domain.months import month_words

app = typer.Typer(add_completion=False)

Percent = Annotated[
    float | None,
    typer.Option("--percent", metavar="百分数", parser=parse_percent, help="累计完成进度，从 0 到 100"),
]
ByUnit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="填报单位；只有一个填报单位时可省略")]
ForMonth = Annotated[
    str | None, typer.Option("--month", metavar="月份", parser=parse_month, help="填报哪个月的进展，如 2023-08")
]
Values = Annotated[
    list[str] | None, typer.Option("--value", metavar="指标=数值", help="累计完成的指标值，如 覆盖率=72；可写多次")
]
Problem = Annotated[str, typer.Option("--problem", metavar="文字", help="存在问题")]
Next = Annotated[str, typer.Option("--next", metavar="文字", help="下一步打算")]


@app.command("update", cls=Command)
def update(
    ctx: typer.Context,
    task: TaskCode,
    *,
    percent: Percent = None,
    unit: ByUnit = None,
    month: ForMonth = None,
    value: Values = None,
    note: Note = "",
    problem: Problem = "",
    next_step: Next = "",
    on: On = None,
    dry_run: DryRun = False,
) -> None:
    """填报一项任务的进展。

    同一单位同一月份再填一次，以后一次为准。
    """
    from wuye_cli.services.progress import ReportInput, record_report

    request = request_of(ctx)
    values = parse_values(value or [])
    report = ReportInput(unit, month, percent, values, note, problem, next_step, on)
    change, rules = request.change(), rules_for(unit)
    outcome = record_report(request.database, task, report, change, request.as_of, rules=rules, dry_run=dry_run)
    again = "（替换上次填报）" if outcome.replaced else ""
    told = f"已登记 {outcome.unit} {month_words(outcome.month)}对任务 {outcome.task} 的填报{again}。"
    say_done(told, dry_run=dry_run)
