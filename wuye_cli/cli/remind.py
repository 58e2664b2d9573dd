"""`wuye remind`: text for each unit, to paste into a message."""

from __future__ import annotations

from typing import Annotated

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import AsJson, Check, OfPlan
from wuye_cli.cli.vocabulary import rules_for
from wuye_cli.cli.working_days import load_calendar, tell_unknown_years
from wuye_cli.render.reminders import reminders_text
from wuye_cli.services.reminders import read_reminders

app = typer.Typer(add_completion=False)
SOMETHING_PRESSES = 4

Within = Annotated[int, typer.Option("--within", metavar="天数", min=0, help="提醒多少天之内到期的，默认 7")]
OfUnit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只提醒这个单位；单位组即其各成员")]
AsText = Annotated[bool, typer.Option("--text", help="只输出可粘贴的文字，不带联系人一行")]


@app.command("remind", cls=Command)
def remind(
    ctx: typer.Context,
    *,
    within: Within = 7,
    unit: OfUnit = None,
    plan: OfPlan = None,
    as_text: AsText = False,
    check: Check = False,
    as_json: AsJson = False,
) -> None:
    """生成提醒各单位的文字：逾期、即将到期、尚未报送。

    每个单位一段，按官方顺序，可粘贴到消息里；没有要提醒的单位不列出。
    """
    request = request_of(ctx)
    found = read_reminders(
        request.database,
        request.as_of,
        within,
        request.policies,
        load_calendar(),
        plan=plan,
        unit=unit,
        rules=rules_for(unit),
    )
    tell_unknown_years(found.unknown_years)
    if as_json:
        from wuye_cli.render.json import reminders_json

        say(reminders_json(found))
    else:
        say(reminders_text(found, headed=not as_text))
    if check and found.units:
        raise typer.Exit(SOMETHING_PRESSES)
