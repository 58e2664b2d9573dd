"""`wuye list` and `wuye show`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import say, tell
from wuye_cli.cli.context import Request, console_width, request_of, terminal_look
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import Archived, AsJson, Csv, Limit, OfPlan, ShowAll, TaskCode, Xlsx
from wuye_cli.cli.output import save_grids, show_grid, show_register_json
from wuye_cli.cli.parsing import parse_date, parse_word
from wuye_cli.cli.vocabulary import rules_for
from wuye_cli.domain.terms import LIGHT_WORDS, ROLE_WORDS, STATUS_WORDS, Light, Role, Status
from wuye_cli.render.tables import register_grid
from wuye_cli.reports.selection import Selection
from wuye_cli.services.views import read_coming_plans, read_explanation, read_register_report, read_task

if TYPE_CHECKING:
    from wuye_cli.reports.explaining import Explanation

app = typer.Typer(add_completion=False)

OfUnit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只看这个单位的任务")]
InRole = Annotated[
    Role | None,
    typer.Option(
        "--role", metavar="角色", parser=parse_word("bad-role", ROLE_WORDS), help="牵头单位、责任单位或指导单位"
    ),
]
OfLevel = Annotated[str | None, typer.Option("--level", metavar="层级", help="落实层级，如 市级")]
InStatus = Annotated[
    Status | None,
    typer.Option(
        "--status", metavar="状态", parser=parse_word("bad-status", STATUS_WORDS), help="、".join(STATUS_WORDS.values())
    ),
]
WithLight = Annotated[
    Light | None,
    typer.Option("--light", metavar="预警灯", parser=parse_word("bad-light", LIGHT_WORDS), help="红、黄、绿、蓝、灰"),
]
DueBefore = Annotated[
    date | None, typer.Option("--due-before", metavar="日期", parser=parse_date, help="时限不晚于这一天")
]
DueAfter = Annotated[
    date | None, typer.Option("--due-after", metavar="日期", parser=parse_date, help="时限不早于这一天")
]
Doubtful = Annotated[bool, typer.Option("--doubt", help="只看有待核内容的任务")]
Explain = Annotated[bool, typer.Option("--explain", help="说明亮灯的依据：规则、数字及其来源、持续几个月")]
WithText = Annotated[str, typer.Option("--text", metavar="文字", help="名称、内容等处含有这些文字")]


@app.command("list", cls=Command)
def list_tasks(
    ctx: typer.Context,
    *,
    plan: OfPlan = None,
    unit: OfUnit = None,
    role: InRole = None,
    level: OfLevel = None,
    status: InStatus = None,
    light: WithLight = None,
    due_before: DueBefore = None,
    due_after: DueAfter = None,
    doubt: Doubtful = False,
    text: WithText = "",
    archived: Archived = False,
    xlsx: Xlsx = None,
    csv: Csv = None,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """列出任务。

    各项条件同时满足才列出。存成文件的（--xlsx、--csv）各栏齐全。
    """
    request = request_of(ctx)
    selection = Selection(plan, unit, role, level, status, light, due_before, due_after, doubt, text, archived)
    rules = rules_for(unit)
    register = read_register_report(request.database, request.as_of, selection, request.policies, rules=rules)
    if xlsx or csv:
        from wuye_cli.render.ledger import ledger_grid

        save_grids(ledger_grid(register), xlsx=xlsx, csv=csv)
    if as_json:
        show_register_json(register)
    else:
        show_grid(register_grid(register, doubts_in_full=doubt), limit=limit, show_all=show_all)
    if not register.tasks:
        _tell_of_coming_plans(request)


def _tell_of_coming_plans(request: Request) -> None:
    """Say why a list may be empty: on the day asked about, some plans had not been issued."""
    coming = read_coming_plans(request.database, request.as_of)
    if coming:
        tell(f"有 {len(coming)} 个方案到 {coming[0]} 才成文（当日按 {request.as_of} 计，可用 --as-of 另定）。")


@app.command("show", cls=Command)
def show_task(ctx: typer.Context, task: TaskCode, *, explain: Explain = False, as_json: AsJson = False) -> None:
    """查看一项任务。

    列出任务的全部内容、时限、目标、历次填报和待核之处。
    """
    from wuye_cli.render.explanation import render_explanation
    from wuye_cli.render.json import explained_json
    from wuye_cli.render.task_page import render_task

    request = request_of(ctx)
    register = read_task(request.database, request.as_of, task, request.policies)
    why = _explain(request, register.tasks[0].code) if explain else None
    if as_json and why:
        say(explained_json(register, why))
    elif as_json:
        show_register_json(register)
    else:
        say(render_task(register.tasks[0], console_width(), terminal_look()))
        if why:
            say(render_explanation(why, console_width(), terminal_look()))


def _explain(request: Request, code: str) -> Explanation | None:
    return read_explanation(request.database, request.as_of, code, request.policies)
