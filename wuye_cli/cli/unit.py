"""`wuye unit`: the register of units, in official order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import confirm, say, say_done, tell
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, Csv, DryRun, Limit, On, ShowAll, UnitName, Xlsx, Yes
from wuye_cli.cli.output import save_grids, show_facts, show_grid
from wuye_cli.domain.contacts import Contact
from wuye_cli.domain.terms import UnitKind
from wuye_cli.render.grid import Column, Grid, Kind

if TYPE_CHECKING:
    from wuye_cli.services.units import UnitRecord

app = typer.Typer(cls=Group, add_completion=False)

KIND_WORDS = {UnitKind.UNIT: "单位", UnitKind.GROUP: "单位组"}
COLUMNS = (
    Column("顺序", Kind.NUMBER, 4),
    Column("单位", Kind.TEXT, 28),
    Column("类别", Kind.SHORT, 6),
    Column("地区", Kind.SHORT, 10),
    Column("层级", Kind.SHORT, 4),
    Column("别名", Kind.TEXT, 24),
    Column("成员", Kind.TEXT, 28),
)

Alias = Annotated[str, typer.Argument(metavar="别名", help="该单位的另一种称呼")]
GroupName = Annotated[str, typer.Argument(metavar="单位组", help="代表几个单位的统称，如 各街道办事处")]
Members = Annotated[list[str], typer.Argument(metavar="成员", help="成员单位，按官方顺序，用空格隔开")]
Kept = Annotated[str, typer.Argument(metavar="单位", help="保留的单位")]
Gone = Annotated[str, typer.Argument(metavar="并入的单位", help="并入前者、不再单列的单位")]
NewName = Annotated[str, typer.Argument(metavar="新名称", help="单位的新名称")]
Names = Annotated[list[str], typer.Argument(metavar="单位", help="单位名称，按官方顺序，用空格隔开；或一个名单文件")]
ContactFile = Annotated[Path, typer.Argument(metavar="文件", help="通讯录：.xlsx .csv，表头有 单位 姓名 职务 电话")]


@app.callback()
def unit() -> None:
    """单位：列出、查看、别名、成员、合并、改名、排序、通讯录。"""


@app.command("list", cls=Command)
def list_units(
    ctx: typer.Context,
    *,
    xlsx: Xlsx = None,
    csv: Csv = None,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """按官方顺序列出单位。"""
    from wuye_cli.services.units import read_units

    request = request_of(ctx)
    units = read_units(request.database, request.as_of)
    grid = _grid(units)
    save_grids(grid, xlsx=xlsx, csv=csv)
    if as_json:
        say(_units_json(units))
    else:
        show_grid(grid, limit=limit, show_all=show_all)


@app.command("show", cls=Command)
def show(ctx: typer.Context, name: UnitName, *, as_json: AsJson = False) -> None:
    """查看一个单位的别名、层级、成员和联系人。"""
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.units import read_unit

    request = request_of(ctx)
    record = read_unit(request.database, name, request.as_of, rules=load_unit_rules())
    if as_json:
        say(_units_json((record,)))
        return
    facts = [
        ("类别", KIND_WORDS[record.kind]),
        ("地区", record.region),
        ("层级", record.level),
        ("别名", "、".join(record.aliases)),
        ("成员", "、".join(record.members)),
        ("曾用名", "、".join(f"{former.name}（至{former.until}）" for former in record.former_names)),
        *(("联系人" if place == 0 else "", _person(one)) for place, one in enumerate(record.contacts)),
    ]
    show_facts(record.name, facts)


@app.command("alias", cls=Command)
def alias(ctx: typer.Context, name: UnitName, alias: Alias, *, dry_run: DryRun = False) -> None:
    """给单位增加一种称呼，今后两种写法都指这个单位。"""
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.units import add_alias

    request = request_of(ctx)
    rules = load_unit_rules()
    known = add_alias(request.database, name, alias, request.change(), rules=rules, dry_run=dry_run)
    say_done(f"“{alias}”今后就是“{known}”。", dry_run=dry_run)


@app.command("group", cls=Command)
def group(ctx: typer.Context, name: GroupName, members: Members, *, dry_run: DryRun = False) -> None:
    """写明一个单位组有哪些成员，今后由各成员分别填报。"""
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.units import set_group

    request = request_of(ctx)
    new = set_group(request.database, name, members, request.change(), rules=load_unit_rules(), dry_run=dry_run)
    added = f"；其中新单位：{'、'.join(unit.name for unit in new)}" if new else ""
    say_done(f"“{name}”现有 {len(members)} 个成员{added}。", dry_run=dry_run)


@app.command("merge", cls=Command)
def merge(ctx: typer.Context, kept: Kept, gone: Gone, *, yes: Yes = False, dry_run: DryRun = False) -> None:
    """把两个单位合并成一个。

    后一个单位的任务、填报、成员关系、联系人和各种称呼都归前一个单位，它的名称成为别名。
    两个单位填报过同一任务、同一月份而内容不同的，不予合并。
    """
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.unit_merging import merge_units

    request = request_of(ctx)
    confirm(f"把“{gone}”并入“{kept}”吗？", yes=yes or dry_run)
    outcome = merge_units(request.database, kept, gone, request.change(), rules=load_unit_rules(), dry_run=dry_run)
    told = f"“{outcome.gone}”已并入“{outcome.kept}”：任务 {outcome.tasks} 项，填报 {outcome.reports} 次。"
    say_done(told, dry_run=dry_run)


@app.command("rename", cls=Command)
def rename(ctx: typer.Context, name: UnitName, new: NewName, *, on: On = None, dry_run: DryRun = False) -> None:
    """单位改名，原名称成为别名。"""
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.units import rename_unit

    request = request_of(ctx)
    day = on or request.as_of
    change, rules = request.change(day), load_unit_rules()
    former = rename_unit(request.database, name, new, change, day, rules=rules, dry_run=dry_run)
    say_done(f"“{former}”自 {day} 起改称“{new}”，原名称仍指这个单位。", dry_run=dry_run)


@app.command("order", cls=Command)
def order(ctx: typer.Context, names: Names, *, dry_run: DryRun = False) -> None:
    """排定单位的官方顺序。

    写出的单位排在最前，其余的顺序不变。也可给出一个文件：每行一个单位，或表格中的“单位”一栏。
    """
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.importing.name_list import read_names
    from wuye_cli.importing.readers import read_document
    from wuye_cli.services.units import order_units

    request = request_of(ctx)
    listed = read_names(read_document(Path(names[0]))) if len(names) == 1 and Path(names[0]).is_file() else names
    ordered = order_units(request.database, listed, request.change(), rules=load_unit_rules(), dry_run=dry_run)
    named = f"{'、'.join(ordered[:5])}{' 等' if len(ordered) > 5 else ''}"
    say_done(f"已排定 {len(ordered)} 个单位的顺序：{named}。", dry_run=dry_run)


@app.command("import", cls=Command)
def import_contacts(ctx: typer.Context, file: ContactFile, *, yes: Yes = False, dry_run: DryRun = False) -> None:
    """导入通讯录：各单位的联系人、职务、电话。

    各栏按表头认，顺序不限。名单里的单位以名单为准，名单里没有的单位不变；不得录入涉密事项。
    """
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.contacts import read_contact_file, store_contacts
    from wuye_cli.services.office import read_office

    request = request_of(ctx)
    contacts = read_contact_file(file)
    units = dict.fromkeys(row.unit for row in contacts.rows if row.unit)
    say(f"读到 {len(units)} 个单位的 {len(contacts.rows)} 名联系人。")
    for problem in contacts.problems:
        tell(problem)
    read_office(request.database)  # no register: say so before asking
    confirm("写入台账吗（不得录入涉密事项）？", yes=yes or dry_run)
    outcome = store_contacts(request.database, contacts, request.change(), rules=load_unit_rules(), dry_run=dry_run)
    told = f"已更新 {len(outcome.units)} 个单位的联系人，新单位 {len(outcome.new_units)} 个。"
    say_done(told, dry_run=dry_run)
    for new in outcome.new_units:
        if new.similar:
            say(f"新单位“{new.name}”与已有的“{new.similar}”相近：若是同一单位，请用 wuye unit merge 合并。")


def _person(contact: Contact) -> str:
    return " ".join(filter(None, (contact.role, contact.name, contact.title, contact.phone)))


def _grid(units: Sequence[UnitRecord]) -> Grid:
    rows = tuple(
        (
            unit.position,
            unit.name,
            KIND_WORDS[unit.kind],
            unit.region,
            unit.level,
            "、".join(unit.aliases),
            "、".join(unit.members),
        )
        for unit in units
    )
    return Grid(f"单位（共{len(units)}个）", (), COLUMNS, rows)


def _units_json(units: Sequence[UnitRecord]) -> str:
    content = {"schema": "wuye.units/1", "units": [asdict(unit) for unit in units]}
    return json.dumps(content, ensure_ascii=False, indent=1, default=str)
