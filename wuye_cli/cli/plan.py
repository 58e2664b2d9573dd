"""`wuye plan`: the documents that were issued."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from wuye_cli.cli.console import confirm, say, say_done
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import (
    Archived,
    AsJson,
    Csv,
    DryRun,
    Limit,
    PlanCode,
    ShowAll,
    Xlsx,
    Yes,
    given,
    require_change,
)
from wuye_cli.cli.output import save_grids, show_facts, show_grid
from wuye_cli.cli.parsing import parse_date
from wuye_cli.domain.facts import PhaseFacts, PlanParts
from wuye_cli.domain.terms import STATUS_WORDS
from wuye_cli.render.json import plan_json, plans_json
from wuye_cli.render.tables import plan_grid
from wuye_cli.reports.board_lines import PlanLine
from wuye_cli.services.views import read_plan, read_plan_parts, read_plans

app = typer.Typer(cls=Group, add_completion=False)

Title = Annotated[str | None, typer.Option("--title", metavar="名称", help="方案名称")]
Number = Annotated[str | None, typer.Option("--document-number", metavar="文号", help="文号，如 银政办发〔2023〕35号")]
Issuer = Annotated[str | None, typer.Option("--issuer", metavar="机关", help="发文机关")]
IssuedOn = Annotated[date | None, typer.Option("--issued-on", metavar="日期", parser=parse_date, help="成文日期")]
Region = Annotated[str | None, typer.Option("--region", metavar="地区", help="适用的行政区划，如 银川市")]
Level = Annotated[str | None, typer.Option("--level", metavar="层级", help="层级，如 市")]
Year = Annotated[int | None, typer.Option("--year", metavar="年份", min=1949, max=2100, help="年份")]
Start = Annotated[date | None, typer.Option("--period-start", metavar="日期", parser=parse_date, help="期间的第一天")]
End = Annotated[date | None, typer.Option("--period-end", metavar="日期", parser=parse_date, help="期间的最后一天")]
LightPolicy = Annotated[str | None, typer.Option("--policy", metavar="规则", help="本方案的亮灯规则")]


@app.callback()
def plan() -> None:
    """方案：列出、查看、修改、归档。"""


@app.command("list", cls=Command)
def list_plans(
    ctx: typer.Context,
    *,
    archived: Archived = False,
    xlsx: Xlsx = None,
    csv: Csv = None,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """列出方案。"""
    request = request_of(ctx)
    plans = read_plans(request.database, request.as_of, request.policies, archived)
    grid = plan_grid(plans)
    save_grids(grid, xlsx=xlsx, csv=csv)
    if as_json:
        say(plans_json(plans))
    else:
        show_grid(grid, limit=limit, show_all=show_all)


@app.command("show", cls=Command)
def show(ctx: typer.Context, code: PlanCode, *, as_json: AsJson = False) -> None:
    """查看一个方案。"""
    request = request_of(ctx)
    line = read_plan(request.database, request.as_of, code, request.policies)
    parts = read_plan_parts(request.database, request.as_of, line.code)
    if as_json:
        say(plan_json(line, parts))
    else:
        show_facts(f"{line.code}  {line.title}", (*_facts(line), *_parts(parts), *_doubts(line)))


@app.command("edit", cls=Command)
def edit(
    ctx: typer.Context,
    code: PlanCode,
    *,
    title: Title = None,
    document_number: Number = None,
    issuer: Issuer = None,
    issued_on: IssuedOn = None,
    region: Region = None,
    level: Level = None,
    year: Year = None,
    period_start: Start = None,
    period_end: End = None,
    policy: LightPolicy = None,
    dry_run: DryRun = False,
) -> None:
    """修改方案。

    只改写明的各项；改过的内容不再标注待核。
    """
    from wuye_cli.services.plans import edit_plan

    values = require_change(
        given(
            title=title,
            document_number=document_number,
            issuer=issuer,
            issued_on=issued_on,
            region=region,
            level=level,
            year=year,
            period_start=period_start,
            period_end=period_end,
            policy=policy,
        )
    )
    request = request_of(ctx)
    changed = edit_plan(
        request.database, code, values, request.change(), request.as_of, policies=request.policies, dry_run=dry_run
    )
    say_done(f"已修改方案 {changed}。", dry_run=dry_run)


@app.command("archive", cls=Command)
def archive(ctx: typer.Context, code: PlanCode, *, yes: Yes = False, dry_run: DryRun = False) -> None:
    """归档方案及其全部任务。"""
    from wuye_cli.services.plans import archive_plan

    request = request_of(ctx)
    confirm(f"归档方案 {code} 及其全部任务吗？", yes=yes or dry_run)
    archived = archive_plan(request.database, code, request.change(), request.as_of, dry_run=dry_run)
    say_done(f"已归档方案 {archived}。", dry_run=dry_run)


def _facts(plan: PlanLine) -> Iterator[tuple[str, str]]:
    yield "文号", plan.document_number
    yield "发文机关", plan.issuer
    yield "成文日期", str(plan.issued_on or "")
    yield "地区", plan.region
    yield "层级", plan.level
    yield "年份", str(plan.year or "")
    yield (
        "期间",
        f"{plan.period_start or ''} 至 {plan.period_end or ''}" if plan.period_start or plan.period_end else "",
    )
    yield "亮灯规则", plan.policy
    yield "归档", "已归档" if plan.archived else ""
    counts = "，".join(f"{STATUS_WORDS[status]} {count}" for status, count in plan.by_status)
    yield "任务", f"{plan.tasks} 项：{counts}"
    yield from (("目标", target.text or target.indicator) for target in plan.targets)


def _doubts(plan: PlanLine) -> Iterator[tuple[str, str]]:
    yield from (("待核", doubt.message) for doubt in plan.doubts)


def _parts(parts: PlanParts) -> Iterator[tuple[str, str]]:
    yield from (("实施阶段", f"{phase.name}：{_span(phase)}") for phase in parts.phases)
    yield from (("责任分工", f"{duty.unit}：{duty.text}") for duty in parts.duties)


def _span(phase: PhaseFacts) -> str:
    return f"{phase.start} 至 {phase.end}" if phase.start else f"至 {phase.end}"
