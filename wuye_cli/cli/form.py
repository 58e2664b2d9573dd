"""`wuye form`: the monthly forms out to the units and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.form_status import status
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, DryRun, Month, OfPlan, Yes
from wuye_cli.cli.output import saving
from wuye_cli.domain.months import month_words
from wuye_cli.errors import RefusedError

if TYPE_CHECKING:
    from wuye_cli.services.sending import Sending, WrittenForm

app = typer.Typer(cls=Group, add_completion=False)

Folder = Annotated[Path, typer.Option("-o", "--output", metavar="文件夹", help="填报表写到哪个文件夹")]
OneUnit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只发给这个单位")]


@app.callback()
def form() -> None:
    """月报表：发出、收回、报送情况。"""


app.command("status", cls=Command)(status)


@app.command("send", cls=Command)
def send(
    ctx: typer.Context,
    month: Month,
    *,
    output: Folder,
    plan: OfPlan = None,
    unit: OneUnit = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """生成一个月的填报表：每个填报单位一份工作簿，附一份可粘贴到消息里的通知。

    表中已填好任务、时限、目标、上月累计和序时进度，单位只填浅黄色单元格；各组的成员单位每家一份。
    收回时按表内的识别码辨认，文件名随意。不得录入涉密事项。
    """
    from wuye_cli.cli.receiving import progress_bar
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.cli.working_days import load_calendar
    from wuye_cli.services.sending import plan_sending, record_sending, write_forms

    request, rules = request_of(ctx), load_unit_rules() if unit else None
    sending = plan_sending(request.database, month, request.as_of, load_calendar(), plan=plan, unit=unit, rules=rules)
    written: tuple[WrittenForm, ...] = ()
    if not dry_run:
        record_sending(request.database, sending, request.change())
        with progress_bar("正在生成填报表") as progress, saving(output):
            written = write_forms(sending, output, overwrite=yes, progress=progress)
    say(_sent_json(sending, written) if as_json else _sent_words(sending, written))
    kept = [one.file for one in written if one.kept]
    if kept:
        raise RefusedError(
            "file-exists",
            f"有 {len(kept)} 个同名文件内容不同（可能已经填过），没有覆盖；确要覆盖请加 --yes，或换一个文件夹：",
            tuple(kept),
        )


def _sent_words(sending: Sending, written: tuple[WrittenForm, ...]) -> str:
    new = len(sending.new)
    counts = f"{len(sending.forms)} 个单位，" + (f"新发 {new} 份" if new else "都是发过的，内容不变")
    done = "" if written else "（没有写入）"
    return f"{month_words(sending.month)}份填报表：{counts}，请各单位于 {sending.due_on} 前报送{done}。"


def _sent_json(sending: Sending, written: tuple[WrittenForm, ...]) -> str:
    forms = [asdict(one) for one in written] or [
        {"unit": one.unit_name, "version": one.version, "is_new": one.unit in sending.new} for one in sending.forms
    ]
    content = {"schema": "wuye.forms/1", "month": sending.month, "due_on": sending.due_on.isoformat(), "forms": forms}
    return json.dumps(content, ensure_ascii=False, indent=1)
