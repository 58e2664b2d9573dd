"""`wuye status`: the board."""

from __future__ import annotations

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.context import console_width, request_of, terminal_look
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import AsJson, OfPlan, ShowAll
from wuye_cli.render.board import render_board
from wuye_cli.services.views import read_board

app = typer.Typer(add_completion=False)
UNITS_SHOWN = 20


@app.command("status", cls=Command)
def status(ctx: typer.Context, *, plan: OfPlan = None, show_all: ShowAll = False, as_json: AsJson = False) -> None:
    """总览：按状态、预警灯、单位、方案统计。"""
    request = request_of(ctx)
    board = read_board(request.database, request.as_of, request.policies, plan)
    if as_json:
        from wuye_cli.render.json import board_json

        say(board_json(board))
    else:
        say(render_board(board, console_width(), terminal_look(), None if show_all else UNITS_SHOWN))
