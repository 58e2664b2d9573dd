"""`wuye db`: is the register whole, and a copy of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from wuye_cli.cli.console import confirm, say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, Yes
from wuye_cli.errors import InputError, RefusedError

app = typer.Typer(cls=Group, add_completion=False)

Target = Annotated[Path, typer.Argument(metavar="文件", help="备份写成哪个文件，如 台账备份.db")]


@app.callback()
def db() -> None:
    """台账文件：检查、备份。"""


@app.command("check", cls=Command)
def check(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """检查台账是否完好：文件、流水的首尾相接、内容与流水一致。

    整个文件被换成较早的一份（内容和流水一同退回）是看不出来的，请把备份另存一处对照。
    """
    from wuye_cli.services.checking import check_register

    faults = check_register(request_of(ctx).database)
    if faults:
        raise InputError("register-faulty", f"台账有 {len(faults)} 处不对：", faults)
    if as_json:
        say(json.dumps({"schema": "wuye.check/1", "faults": []}, ensure_ascii=False, indent=1))
    else:
        say("台账完好：文件无损，流水首尾相接，内容与流水一致。")


@app.command("backup", cls=Command)
def backup(ctx: typer.Context, file: Target, *, yes: Yes = False) -> None:
    """把台账备份成一个文件，核对无误才算数。

    销号的佐证材料另存在台账旁的文件夹里，请一并复制。
    """
    from wuye_cli.services.checking import copy_register

    database = request_of(ctx).database
    if file.absolute() == database.path.absolute():
        raise RefusedError("backup-failed", "备份不能写成台账自己：请换一个文件名。")
    if file.exists():
        confirm(f"“{file}”已经存在，覆盖吗？", yes=yes)
    copy_register(database, file)
    say(f"已备份到 {file}")
