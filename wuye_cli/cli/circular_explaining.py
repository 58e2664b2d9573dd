"""`--explain` of a circular, drafted or issued: every figure with what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.context import console_width, terminal_look

if TYPE_CHECKING:
    from wuye_cli.reports.circular_lines import Circular

ExplainFigures = Annotated[
    bool, typer.Option("--explain", help="说明正文和附表中每个数的来历：是哪些行的个数或合计，由哪两个数相除或相减")
]


def show_explained(circular: Circular, *, as_json: bool) -> None:
    """Show every figure of a circular with what it rests on."""
    from wuye_cli.render.circular_explanation import render_circular_explanation
    from wuye_cli.render.json import circular_json
    from wuye_cli.reports.circular_explaining import explain_circular

    figures = explain_circular(circular)
    if as_json:
        say(circular_json(circular, figures))
    else:
        say(render_circular_explanation(circular, figures, console_width(), terminal_look()))
