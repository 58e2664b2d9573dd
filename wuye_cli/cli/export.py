"""`wuye export`: the register for others: as a whole, in a superior's own workbook, as a page for the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import Csv, OfPlan
from wuye_cli.cli.output import save_grids, save_text
from wuye_cli.cli.parsing import parse_file, parse_workbook
from wuye_cli.reports.selection import Selection
from wuye_cli.resources import template_path

app = typer.Typer(cls=Group, add_completion=False)
STYLE = "总览.css"

Output = Annotated[
    Path, typer.Option("-o", "--output", metavar="文件", parser=parse_workbook, help="写成哪个工作簿（.xlsx）")
]
Page = Annotated[
    Path, typer.Option("-o", "--output", metavar="文件", parser=parse_file(".html"), help="写成哪个网页（.html）")
]


@app.callback()
def export() -> None:
    """导出：整个台账、上级的表格、总览网页。"""


@app.command("register", cls=Command)
def register(ctx: typer.Context, *, output: Output, plan: OfPlan = None, csv: Csv = None) -> None:
    """导出整个台账（Excel 工作簿）。

    一项任务一行，各栏齐全，办结、销号、取消、归档的都在内并注明；目标、阶段性时限、周期性工作各成一表。
    """
    from wuye_cli.render.ledger import ledger_grid, ledger_sheets
    from wuye_cli.services.views import read_register_report, read_targets

    request = request_of(ctx)
    selection = Selection(plan=plan, archived=True)
    found = read_register_report(request.database, request.as_of, selection, request.policies)
    targets = read_targets(request.database, request.as_of, request.policies, plan=plan)
    save_grids(*ledger_sheets(found, targets), xlsx=output)
    save_grids(ledger_grid(found), csv=csv)


@app.command("html", cls=Command)
def html(ctx: typer.Context, *, output: Page, plan: OfPlan = None) -> None:
    """导出总览网页：状态、预警灯、逐月趋势、各单位、目标分解、逾期任务。

    一个文件，不联网也能看，浏览器里可直接打印（A4 横向）。
    """
    from wuye_cli.render.dashboard import render_dashboard
    from wuye_cli.services.views import read_dashboard

    request = request_of(ctx)
    found = read_dashboard(request.database, request.as_of, request.policies, plan)
    save_text(render_dashboard(found, template_path(STYLE).read_text(encoding="utf-8")), output)
