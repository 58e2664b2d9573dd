"""`wuye unit`: the register of units, in official order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, Limit, ShowAll, UnitName
from wuye_cli.cli.output import show_facts, show_grid
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


@app.callback()
def unit() -> None:
    """单位：列出、查看、别名、成员。"""


@app.command("list", cls=Command)
def list_units(ctx: typer.Context, *, limit: Limit = 20, show_all: ShowAll = False, as_json: AsJson = False) -> None:
    """按官方顺序列出单位。"""
    from wuye_cli.services.units import read_units

    units = read_units(request_of(ctx).database)
    if as_json:
        say(_units_json(units))
    else:
        show_grid(_grid(units), limit=limit, show_all=show_all)


@app.command("show", cls=Command)
def show(ctx: typer.Context, name: UnitName, *, as_json: AsJson = False) -> None:
    """查看一个单位的别名、层级和成员。"""
    from wuye_cli.services.units import read_unit

    record = read_unit(request_of(ctx).database, name)
    if as_json:
        say(_units_json((record,)))
        return
    facts = [
        ("类别", KIND_WORDS[record.kind]),
        ("地区", record.region),
        ("层级", record.level),
        ("别名", "、".join(record.aliases)),
        ("成员", "、".join(record.members)),
    ]
    show_facts(record.name, facts)


@app.command("alias", cls=Command)
def alias(ctx: typer.Context, name: UnitName, alias: Alias) -> None:
    """给单位增加一种称呼，今后两种写法都指这个单位。"""
    from wuye_cli.services.units import add_alias

    request = request_of(ctx)
    known = add_alias(request.database, name, alias, request.change())
    say(f"“{alias}”今后就是“{known}”。")


@app.command("group", cls=Command)
def group(ctx: typer.Context, name: GroupName, members: Members) -> None:
    """写明一个单位组有哪些成员，今后由各成员分别填报。"""
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.units import set_group

    request = request_of(ctx)
    new = set_group(request.database, name, members, request.change(), rules=load_unit_rules())
    added = f"；其中新单位：{'、'.join(unit.name for unit in new)}" if new else ""
    say(f"“{name}”现有 {len(members)} 个成员{added}。")


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
    return json.dumps(content, ensure_ascii=False, indent=1)
