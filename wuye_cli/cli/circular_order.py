"""Which circular a command line means, and the options that say so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.parsing import parse_workbook
from wuye_cli.cli.working_days import load_calendar
from wuye_cli.resources import template_path

if TYPE_CHECKING:
    from wuye_cli.cli.context import Request
    from wuye_cli.services.circulars import CircularOrder

TEMPLATE = "通报.xlsx"

Output = Annotated[
    Path, typer.Option("-o", "--output", metavar="文件", parser=parse_workbook, help="写成哪个工作簿（.xlsx）")
]
Template = Annotated[
    Path | None,
    typer.Option("--template", metavar="模板", parser=parse_workbook, help="用本单位改好的模板（.xlsx），默认用自带的"),
]


def circular_order(request: Request, month: str, plan: str | None, template: Path | None) -> CircularOrder:
    """Name the circular of a month, with the rules, the calendar and the template that it is made by."""
    from wuye_cli.services.circulars import CircularOrder

    return CircularOrder(
        month, request.as_of, request.policies, template or template_path(TEMPLATE), load_calendar(), plan
    )
