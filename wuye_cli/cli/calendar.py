"""`wuye calendar`: holidays and the weekends worked for them, by which a reporting day on a rest day is moved."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, Csv, DryRun, Xlsx
from wuye_cli.cli.output import save_grids, show_grid
from wuye_cli.cli.working_days import load_calendar, tell_unknown_years
from wuye_cli.render.grid import Column, Grid, Kind

if TYPE_CHECKING:
    from wuye_cli.services.calendar import DayLine

app = typer.Typer(cls=Group, add_completion=False)

WEEKDAYS = "一二三四五六日"
COLUMNS = (
    Column("日期", Kind.SHORT, 10),
    Column("星期", Kind.SHORT, 4),
    Column("安排", Kind.SHORT, 4),
    Column("名称", Kind.TEXT, 12),
    Column("来源", Kind.SHORT, 8),
)

Year = Annotated[int, typer.Argument(metavar="年份", min=2000, max=2100, help="如 2027")]
YearFile = Annotated[
    Path, typer.Argument(metavar="文件", help="表格（.csv .xlsx），栏目 on,is_working,name 或 日期,安排,名称")
]


@app.callback()
def calendar() -> None:
    """工作日历：查看、加入一年的放假和调休安排。"""


@app.command("show", cls=Command)
def show(ctx: typer.Context, year: Year, *, xlsx: Xlsx = None, csv: Csv = None, as_json: AsJson = False) -> None:
    """查看一年的放假和调休安排。

    没有列出的日子按星期算：周一至周五上班，周六、周日休息。
    """
    from wuye_cli.services.calendar import read_calendar_year

    request = request_of(ctx)
    days = read_calendar_year(request.database, load_calendar(), year, request.as_of)
    grid = _grid(year, days)
    save_grids(grid, xlsx=xlsx, csv=csv)
    if as_json:
        content = {"schema": "wuye.calendar/1", "year": year, "days": [asdict(day) for day in days]}
        say(json.dumps(content, ensure_ascii=False, indent=1))
    else:
        show_grid(grid, limit=len(days), show_all=True)
    if not days:
        tell_unknown_years([year])


@app.command("add", cls=Command)
def add(ctx: typer.Context, year: Year, file: YearFile, *, dry_run: DryRun = False) -> None:
    """加入一年的放假和调休安排，或地方假日。

    每行一天：日期、0（放假）或 1（上班）、名称。加入的日子优先于随程序的；再加一次即换掉上次加入的该年内容。
    """
    from wuye_cli.services.calendar import read_calendar_file, store_calendar_year

    request = request_of(ctx)
    days = read_calendar_file(file, year)
    working = sum(day.is_working for day in days)
    say(f"读到 {year} 年 {len(days)} 天：放假 {len(days) - working} 天，上班 {working} 天。")
    if dry_run:
        return
    changed = store_calendar_year(request.database, year, days, request.change())
    say("已写入台账。" if changed else "与台账中的相同，没有改动。")


def _grid(year: int, days: Sequence[DayLine]) -> Grid:
    rows = tuple(
        (
            day.on,
            f"周{WEEKDAYS[date.fromisoformat(day.on).weekday()]}",
            "上班" if day.is_working else "放假",
            day.name,
            "本单位" if day.own else "随程序",
        )
        for day in days
    )
    return Grid(f"{year}年放假和调休安排（共{len(days)}天）", (), COLUMNS, rows)
