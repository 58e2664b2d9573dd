"""`wuye template`: workbooks with placeholders, a superior's or the circular's."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.circular_order import Output
from wuye_cli.cli.console import confirm, say, tell
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, Csv, Limit, ShowAll, Xlsx, Yes
from wuye_cli.cli.output import save_grids, saving, show_grid
from wuye_cli.cli.parsing import parse_workbook

if TYPE_CHECKING:
    from wuye_cli.workbooks.template_look import TemplateLook

app = typer.Typer(cls=Group, add_completion=False)

TemplateFile = Annotated[
    Path, typer.Argument(metavar="文件", parser=parse_workbook, help="放了 {{…}} 的工作簿（.xlsx）")
]
OfCircular = Annotated[bool, typer.Option("--circular", help="按通报模板检查（wuye circular draft --template）")]


@app.callback()
def template() -> None:
    """模板：检查上级表格里的占位符、取出一份起点。"""


@app.command("check", cls=Command)
def check(
    file: TemplateFile,
    *,
    circular: OfCircular = False,
    xlsx: Xlsx = None,
    csv: Csv = None,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """检查模板：用到哪些占位符，有没有不认识的，填写后会丢失什么。

    不认识的占位符逐处指明位置，并提示可能要写的是哪个。
    """
    from wuye_cli.render.template_look import known_to_circular, known_to_submission, look_grid
    from wuye_cli.workbooks.template_look import look_at_template

    look = look_at_template(file, known_to_circular() if circular else known_to_submission())
    grid = look_grid(look)
    save_grids(grid, xlsx=xlsx, csv=csv)
    if as_json:
        say(_json(look))
    else:
        show_grid(grid, limit=limit, show_all=show_all)
        tell_losses(look.losses)
    if not look.asked:
        tell("没有一处 {{…}}：可用 wuye template new 取出全部占位符。")


@app.command("new", cls=Command)
def new(*, output: Output, yes: Yes = False) -> None:
    """取出一份起点：全部占位符及其含义，可直接填写。

    把要用的占位符复制到上级的表格里，再用 wuye export template 填写。
    """
    from wuye_cli.render.starter import write_starter

    if output.exists():
        confirm(f"“{output}”已经存在，覆盖吗？", yes=yes)
    with saving(output):
        write_starter(output)


def tell_losses(losses: tuple[str, ...]) -> None:
    """Warn of what will not be in the filled workbook."""
    if losses:
        tell(f"填写后不再保留：{'、'.join(losses)}。")


def _json(look: TemplateLook) -> str:
    return json.dumps({"schema": "wuye.template/1", **asdict(look)}, ensure_ascii=False, indent=1)
