"""`wuye circular issue` and `supersede`: a circular gets its number and is frozen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.circular_order import Template, circular_order
from wuye_cli.cli.console import confirm, say, tell
from wuye_cli.cli.context import request_of
from wuye_cli.cli.options import AsJson, DryRun, Month, OfPlan, Yes
from wuye_cli.cli.parsing import parse_workbook
from wuye_cli.cli.working_days import tell_unknown_years
from wuye_cli.render.issues import edit_lines, issue_json

if TYPE_CHECKING:
    from wuye_cli.services.issue_naming import IssueOrder
    from wuye_cli.services.issuing import Prepared

Edited = Annotated[
    Path | None,
    typer.Option(
        "--from", metavar="改定稿", parser=parse_workbook, help="印发改过的草稿（.xlsx），不写则印发当前的统计"
    ),
]
Number = Annotated[
    int | None, typer.Option("--number", metavar="号", min=1, max=99999, help="用这个号，默认为本年度下一个号")
]
Reason = Annotated[str, typer.Option("--reason", metavar="原因", help="为什么替代，印在新的一期上")]


def issue(
    ctx: typer.Context,
    month: Month,
    *,
    edited: Edited = None,
    plan: OfPlan = None,
    template: Template = None,
    number: Number = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """印发一个月的通报：编号，连同数据、规则、模板存入台账，此后不再改动。

    改定稿原样存入，只把“第×期（草稿）”换成期号；与台账不同的数字逐处列出，确认后才印发。
    """
    from wuye_cli.services.issue_naming import IssueOrder

    order = IssueOrder(circular_order(request_of(ctx), month, plan, template), number, edited)
    _issue(ctx, order, yes=yes, dry_run=dry_run, as_json=as_json)


def supersede(
    ctx: typer.Context,
    month: Month,
    *,
    reason: Reason,
    edited: Edited = None,
    plan: OfPlan = None,
    template: Template = None,
    number: Number = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """印发新的一期，替代已印发的通报：另编新号，正文写明替代哪一期和原因，原来的一期照样保留。"""
    from wuye_cli.errors import UsageError
    from wuye_cli.services.issue_naming import IssueOrder

    if not reason.strip():
        raise UsageError("no-reason", "没有写明原因：请用 --reason 说明为什么替代。")
    order = IssueOrder(circular_order(request_of(ctx), month, plan, template), number, edited, reason.strip())
    _issue(ctx, order, yes=yes, dry_run=dry_run, as_json=as_json)


def _issue(ctx: typer.Context, order: IssueOrder, *, yes: bool, dry_run: bool, as_json: bool) -> None:
    from wuye_cli.services.issuing import issue_circular, prepared_page

    request = request_of(ctx)
    issued = issue_circular(
        request.database,
        order,
        request.change(),
        confirm=lambda prepared: _confirm(prepared, yes=yes or dry_run),
        dry_run=dry_run,
    )
    if as_json:
        say(issue_json(prepared_page(issued)))
    else:
        say(_told(issued, dry_run=dry_run))


def _confirm(prepared: Prepared, *, yes: bool) -> None:
    """Show every figure that was changed by hand before anything is asked."""
    tell_unknown_years(prepared.circular.unknown_years)
    for line in edit_lines(prepared.edits):
        tell(line)
    changed = len(prepared.edits.figures)
    hint = f"改定稿有以上 {changed} 处数字与台账不同，" if changed else ""
    facts = prepared.facts
    confirm(f"{hint}以{facts.number_text}印发“{facts.title}”，印发后不能撤销，确认吗？", yes=yes)


def _told(prepared: Prepared, *, dry_run: bool) -> str:
    facts = prepared.facts
    name = f"“{facts.title}”（{facts.number_text}）"
    if dry_run:
        return f"可以印发{name}，任务 {prepared.circular.total} 项；没有写入。"
    return f"已印发{name}，任务 {prepared.circular.total} 项。用 wuye circular print {facts.month} -o 文件 取出。"
