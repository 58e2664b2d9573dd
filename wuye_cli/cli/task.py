"""`wuye task`: what a leader changes in the list itself."""

from __future__ import annotations

from typing import Annotated

import typer

from wuye_cli.cli.console import confirm, say_done
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import DryRun, OfPlan, TaskCode, Yes, given, require_change

app = typer.Typer(cls=Group, add_completion=False)

NewTitle = Annotated[str, typer.Option("--title", metavar="名称", help="任务名称")]
Title = Annotated[str | None, typer.Option("--title", metavar="名称", help="任务名称")]
Content = Annotated[str | None, typer.Option("--content", metavar="文字", help="工作内容")]
Requirement = Annotated[str | None, typer.Option("--requirement", metavar="文字", help="工作要求")]
Section = Annotated[str | None, typer.Option("--section", metavar="文字", help="所属部分")]
Level = Annotated[str | None, typer.Option("--level", metavar="层级", help="落实层级，如 市级")]
Remark = Annotated[str | None, typer.Option("--remark", metavar="文字", help="备注")]
Lead = Annotated[str | None, typer.Option("--lead", metavar="单位", help="牵头单位，多个用、隔开")]
Responsible = Annotated[str | None, typer.Option("--responsible", metavar="单位", help="责任单位，多个用、隔开")]
Guide = Annotated[str | None, typer.Option("--guide", metavar="单位", help="指导单位，多个用、隔开")]
Deadline = Annotated[
    str | None, typer.Option("--deadline", metavar="时限", help="完成时限，如 2023-10-31、10月底前、长期坚持")
]


@app.callback()
def task() -> None:
    """任务：增加、修改、归档。"""


@app.command("add", cls=Command)
def add(
    ctx: typer.Context,
    *,
    title: NewTitle,
    plan: OfPlan = None,
    content: Content = None,
    requirement: Requirement = None,
    section: Section = None,
    level: Level = None,
    remark: Remark = None,
    lead: Lead = None,
    responsible: Responsible = None,
    guide: Guide = None,
    deadline: Deadline = None,
    dry_run: DryRun = False,
) -> None:
    """增加一项任务。"""
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.tasks import add_task

    values = given(
        title=title,
        content=content,
        requirement=requirement,
        section=section,
        level=level,
        remark=remark,
        lead=lead,
        responsible=responsible,
        guide=guide,
        deadline=deadline,
    )
    request = request_of(ctx)
    change, rules = request.change(), load_unit_rules()
    code = add_task(request.database, plan, values, change, request.as_of, rules=rules, dry_run=dry_run)
    say_done(f"已增加任务 {code}。", dry_run=dry_run)


@app.command("edit", cls=Command)
def edit(
    ctx: typer.Context,
    code: TaskCode,
    *,
    title: Title = None,
    content: Content = None,
    requirement: Requirement = None,
    section: Section = None,
    level: Level = None,
    remark: Remark = None,
    lead: Lead = None,
    responsible: Responsible = None,
    guide: Guide = None,
    deadline: Deadline = None,
    dry_run: DryRun = False,
) -> None:
    """修改一项任务。

    只改写明的各项，写空文字（""）就是清空；改过的内容不再标注待核。
    """
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.tasks import edit_task

    values = require_change(
        given(
            title=title,
            content=content,
            requirement=requirement,
            section=section,
            level=level,
            remark=remark,
            lead=lead,
            responsible=responsible,
            guide=guide,
            deadline=deadline,
        )
    )
    request = request_of(ctx)
    change, rules = request.change(), load_unit_rules()
    changed = edit_task(request.database, code, values, change, request.as_of, rules=rules, dry_run=dry_run)
    say_done(f"已修改任务 {changed}。", dry_run=dry_run)


@app.command("confirm", cls=Command)
def confirm_doubts(ctx: typer.Context, code: TaskCode, *, dry_run: DryRun = False) -> None:
    """核对无误，去掉一项任务的待核标注。"""
    from wuye_cli.services.tasks import confirm_task

    request = request_of(ctx)
    count = confirm_task(request.database, code, request.change(), request.as_of, dry_run=dry_run)
    say_done(f"已核对 {count} 处。", dry_run=dry_run)


@app.command("archive", cls=Command)
def archive(ctx: typer.Context, code: TaskCode, *, yes: Yes = False, dry_run: DryRun = False) -> None:
    """归档一项任务。"""
    from wuye_cli.services.tasks import archive_task

    request = request_of(ctx)
    confirm(f"归档任务 {code} 吗？", yes=yes or dry_run)
    archived = archive_task(request.database, code, request.change(), request.as_of, dry_run=dry_run)
    say_done(f"已归档任务 {archived}。", dry_run=dry_run)
