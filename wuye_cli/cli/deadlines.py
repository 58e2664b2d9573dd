"""`wuye overdue` and `wuye due`: on the screen, as JSON, as a workbook or CSV, or as an exit code."""

from __future__ import annotations

from typing import Annotated

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import AsJson, Check, Csv, Limit, ShowAll, Xlsx
from wuye_cli.cli.output import save_grids, show_grid, show_register_json
from wuye_cli.render.grid import Grid
from wuye_cli.render.tables import due_grid, overdue_grid, part_grids
from wuye_cli.reports.lines import Register
from wuye_cli.services.views import read_due, read_overdue

app = typer.Typer(add_completion=False)
SOMETHING_DUE = 4

Within = Annotated[int, typer.Option("--within", metavar="天数", min=0, help="多少天之内到期，默认 30")]


@app.command("overdue", cls=Command)
def overdue(
    ctx: typer.Context,
    *,
    xlsx: Xlsx = None,
    csv: Csv = None,
    check: Check = False,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """列出逾期任务和错过的阶段性时限。

    周期性工作（每月、每季度等）按期另列。
    """
    request = request_of(ctx)
    register = read_overdue(request.database, request.as_of, request.policies)
    if xlsx or csv:
        save_grids(overdue_grid(register, full=True), *part_grids(register), xlsx=xlsx, csv=csv)
    _hand_out(register, overdue_grid(register), check=check, limit=limit, show_all=show_all, as_json=as_json)


@app.command("due", cls=Command)
def due(
    ctx: typer.Context,
    *,
    within: Within = 30,
    xlsx: Xlsx = None,
    csv: Csv = None,
    check: Check = False,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """列出即将到期的任务。"""
    request = request_of(ctx)
    register = read_due(request.database, request.as_of, within, request.policies)
    if xlsx or csv:
        save_grids(due_grid(register, full=True), *part_grids(register), xlsx=xlsx, csv=csv)
    _hand_out(register, due_grid(register), check=check, limit=limit, show_all=show_all, as_json=as_json)


def _hand_out(register: Register, grid: Grid, *, check: bool, limit: int, show_all: bool, as_json: bool) -> None:
    """Show the tasks, then apart from them the milestones and periods."""
    if as_json:
        show_register_json(register)
    else:
        show_grid(grid, limit=limit, show_all=show_all)
        for part in part_grids(register):
            say("")
            show_grid(part, limit=limit, show_all=show_all)
    if check and (register.tasks or register.milestones or register.periods):
        raise typer.Exit(SOMETHING_DUE)
