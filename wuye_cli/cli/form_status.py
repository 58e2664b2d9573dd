"""`wuye form status`: who has reported for a month, who is late, who is to be called."""

from __future__ import annotations

from typing import Annotated

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.options import AsJson, Csv, Limit, Month, OfPlan, ShowAll, Xlsx
from wuye_cli.cli.output import save_grids, show_grid
from wuye_cli.cli.working_days import load_calendar, tell_unknown_years
from wuye_cli.render.form_status import form_status_grid, form_status_text
from wuye_cli.reports.circular_reporting import MISSING
from wuye_cli.services.form_status import read_form_status

UNITS_MISSING = 4

AsText = Annotated[bool, typer.Option("--text", help="输出可直接粘贴到工作群的文字（不含电话）")]
Check = Annotated[bool, typer.Option("--check", help="有单位未报送时以退出码 4 结束，供定时任务判断")]


def status(
    ctx: typer.Context,
    month: Month,
    *,
    plan: OfPlan = None,
    as_text: AsText = False,
    check: Check = False,
    xlsx: Xlsx = None,
    csv: Csv = None,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """查看一个月的报送情况：已报送、迟报、零报告、未报送的单位和联系人。

    一个单位的各项任务都有填报才算已报送，只报了一部分的列在未报送里；报送日逢休息日的顺延（wuye config --rest-day）。
    """
    request = request_of(ctx)
    found = read_form_status(request.database, month, request.as_of, load_calendar(), plan=plan)
    tell_unknown_years(found.unknown_years)
    grid = form_status_grid(found)
    save_grids(grid, xlsx=xlsx, csv=csv)
    if as_json:
        from wuye_cli.render.json import form_status_json

        say(form_status_json(found))
    elif as_text:
        say(form_status_text(found))
    else:
        show_grid(grid, limit=limit, show_all=show_all)
    if check and found.in_state(MISSING):
        raise typer.Exit(UNITS_MISSING)
