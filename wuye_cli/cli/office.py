"""`wuye init` and `wuye config`: the office that keeps the register, as printed on forms and circulars."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import AsJson, DryRun, given
from wuye_cli.cli.output import show_facts
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.terms import SETTING_WORDS

app = typer.Typer(add_completion=False)

Name = Annotated[str | None, typer.Option("--name", metavar="名称", help="办公室名称")]
Issuer = Annotated[str | None, typer.Option("--issuer", metavar="机关", help="发文机关")]
Prefix = Annotated[str | None, typer.Option("--number-prefix", metavar="代字", help="文号中的机关代字，如 银物办")]
Region = Annotated[str | None, typer.Option("--region", metavar="地区", help="所在行政区划，如 银川市")]
Level = Annotated[str | None, typer.Option("--level", metavar="层级", help="层级，如 市")]
Day = Annotated[int | None, typer.Option("--reporting-day", metavar="日", min=1, max=28, help="每月报送日，默认 25")]
Contact = Annotated[str | None, typer.Option("--contact", metavar="文字", help="联系人和电话")]
LightPolicy = Annotated[str | None, typer.Option("--policy", metavar="规则", help="亮灯规则，默认 office")]
Reporters = Annotated[
    str | None, typer.Option("--reporters", metavar="范围", help="由谁填报：leads 牵头单位，all 全部单位")
]
RestDay = Annotated[
    str | None, typer.Option("--rest-day", metavar="办法", help="报送日逢休息日：next 顺延到下一个工作日，keep 不顺延")
]

AutoIssue = Annotated[
    str | None,
    typer.Option(
        "--auto-issue", metavar="办法", help="每月运行（wuye run monthly）时通报：yes 自动编号印发，no 只起草"
    ),
]


@app.command("init", cls=Command)
def init(
    ctx: typer.Context,
    *,
    name: Name = None,
    issuer: Issuer = None,
    number_prefix: Prefix = None,
    region: Region = None,
    level: Level = None,
    reporting_day: Day = None,
    contact: Contact = None,
    policy: LightPolicy = None,
    reporters: Reporters = None,
    rest_day: RestDay = None,
    auto_issue: AutoIssue = None,
) -> None:
    """建立台账，登记办公室信息。"""
    from wuye_cli.services.office import init_office

    request = request_of(ctx)
    texts = given(
        name=name,
        issuer=issuer,
        number_prefix=number_prefix,
        region=region,
        level=level,
        contact=contact,
        policy=policy,
        reporters=reporters,
        rest_day=rest_day,
        auto_issue=auto_issue,
    )
    office = OfficeFacts(**texts, reporting_day=reporting_day or 25)
    init_office(request.database, office, request.change(), policies=request.policies)
    say(f"已建立台账 {request.database.path}。接下来可用 wuye import 文件 导入方案。")


@app.command("config", cls=Command)
def config(
    ctx: typer.Context,
    *,
    name: Name = None,
    issuer: Issuer = None,
    number_prefix: Prefix = None,
    region: Region = None,
    level: Level = None,
    reporting_day: Day = None,
    contact: Contact = None,
    policy: LightPolicy = None,
    reporters: Reporters = None,
    rest_day: RestDay = None,
    auto_issue: AutoIssue = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """查看或修改办公室信息。"""
    from wuye_cli.services.office import change_office, read_office

    request = request_of(ctx)
    values = given(
        name=name,
        issuer=issuer,
        number_prefix=number_prefix,
        region=region,
        level=level,
        reporting_day=reporting_day,
        contact=contact,
        policy=policy,
        reporters=reporters,
        rest_day=rest_day,
        auto_issue=auto_issue,
    )
    database = request.database
    office = (
        change_office(database, values, request.change(), policies=request.policies, dry_run=dry_run)
        if values
        else read_office(database)
    )
    if as_json:
        say(json.dumps({"schema": "wuye.office/1", **asdict(office)}, ensure_ascii=False, indent=1))
    else:
        show_facts(
            "办公室信息（只看结果，没有写入）" if dry_run else "办公室信息",
            ((word, str(getattr(office, key) or "（未填）")) for key, word in SETTING_WORDS.items()),
        )
