"""`wuye export`: the register for others: as a whole, in a superior's own workbook, as a page for the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wuye_cli.cli.circular_order import Output, circular_order
from wuye_cli.cli.console import say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import Csv, OfPlan
from wuye_cli.cli.output import save_grids, save_text, saving
from wuye_cli.cli.parsing import parse_file, parse_month, parse_workbook
from wuye_cli.domain.months import month_of
from wuye_cli.errors import UsageError
from wuye_cli.reports.selection import Selection
from wuye_cli.resources import template_path

app = typer.Typer(cls=Group, add_completion=False)
STYLE = "总览.css"

SuperiorFile = Annotated[
    Path, typer.Argument(metavar="文件", parser=parse_workbook, help="上级发来的工作簿（.xlsx），已放好 {{…}}")
]
AboutMonth = Annotated[
    str | None, typer.Option("--month", metavar="月份", parser=parse_month, help="如 2023-08；默认为当日所在的月份")
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


@app.command("template", cls=Command)
def template(
    ctx: typer.Context, file: SuperiorFile, *, output: Output, month: AboutMonth = None, plan: OfPlan = None
) -> None:
    """填写上级的表格：在放了 {{…}} 的工作簿里填上一个月的数。

    原有的格式、合并、公式、打印设置和其他工作表都保留。
    可用的占位符见 wuye template new，填写前可用 wuye template check 检查。
    """
    from wuye_cli.cli.template import tell_losses
    from wuye_cli.cli.working_days import tell_unknown_years
    from wuye_cli.services.submitting import fill_superior_template
    from wuye_cli.workbooks.losses import read_losses

    request = request_of(ctx)
    if output.exists() and output.samefile(file):
        raise UsageError("same-file", f"-o 不能与模板是同一个文件“{file}”：请另取文件名，模板留着下月再用。")
    order = circular_order(request, month or month_of(request.as_of), plan, file)
    with saving(output):
        found = fill_superior_template(request.database, order, output)
    tell_unknown_years(found.circular.unknown_years)
    tell_losses(read_losses(file))
    say(f"{found.circular.title}：任务 {found.circular.total} 项，截至 {found.circular.counted_to}。")
