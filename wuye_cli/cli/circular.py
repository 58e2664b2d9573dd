"""`wuye circular`: the monthly circular."""

from __future__ import annotations

import typer

from wuye_cli.cli.circular_explaining import ExplainFigures, show_explained
from wuye_cli.cli.circular_order import TEMPLATE, Output, Template, circular_order
from wuye_cli.cli.console import confirm, say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.issued import check, list_, print_, show
from wuye_cli.cli.issuing import issue, supersede
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, Month, OfPlan, Yes
from wuye_cli.cli.output import saving
from wuye_cli.cli.working_days import tell_unknown_years
from wuye_cli.resources import template_path

app = typer.Typer(cls=Group, add_completion=False)


@app.callback()
def circular() -> None:
    """月通报：起草、印发、替代、取出、核对。"""


app.command("issue", cls=Command)(issue)
app.command("supersede", cls=Command)(supersede)
app.command("print", cls=Command)(print_)
app.command("check", cls=Command)(check)
app.command("list", cls=Command)(list_)
app.command("show", cls=Command)(show)


@app.command("draft", cls=Command)
def draft(
    ctx: typer.Context,
    month: Month,
    *,
    output: Output,
    plan: OfPlan = None,
    template: Template = None,
    explain: ExplainFigures = False,
    as_json: AsJson = False,
) -> None:
    """生成一个月的通报草稿（Excel 工作簿）。

    工作簿含通报正文，进展情况、逾期任务、目标完成、报送情况四张附表和统计图表，可在 WPS 或 Excel 中修改后印发。
    """
    from wuye_cli.render.json import circular_json
    from wuye_cli.services.circulars import write_circular_draft

    request = request_of(ctx)
    with saving(output):
        made = write_circular_draft(request.database, circular_order(request, month, plan, template), output)
    tell_unknown_years(made.unknown_years)
    if not as_json:
        say(f"{made.title}（{made.number}）：任务 {made.total} 项")
    if explain:
        show_explained(made, as_json=as_json)
    elif as_json:
        say(circular_json(made))


@app.command("template", cls=Command)
def template(*, output: Output, yes: Yes = False) -> None:
    """取出自带的通报模板，供本单位修改。

    {{…}} 处会填入内容，其余文字和格式可任意修改，列可以移动，可以加单位标志（图片）；“用语”表里是“下一步工作要求”的话。
    改好后用 wuye circular draft --template 生成通报。
    """
    if output.exists():
        confirm(f"“{output}”已经存在，覆盖吗？", yes=yes)
    with saving(output):
        output.write_bytes(template_path(TEMPLATE).read_bytes())
