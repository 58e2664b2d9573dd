"""Arguments and options that several commands share, each with its Chinese help."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wuye_cli.cli.parsing import parse_date, parse_file, parse_month, parse_workbook
from wuye_cli.errors import UsageError

AsJson = Annotated[bool, typer.Option("--json", help="输出一个 JSON 文档（全部内容，无其他文字）")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="不再询问，直接写入")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只看结果，不写入")]
Limit = Annotated[int, typer.Option("--limit", metavar="条数", min=1, help="屏幕上最多显示多少条，默认 20")]
ShowAll = Annotated[bool, typer.Option("--all", help="屏幕上显示全部")]
Check = Annotated[bool, typer.Option("--check", help="有内容时以退出码 4 结束，供定时任务判断")]
Xlsx = Annotated[
    Path | None, typer.Option("--xlsx", metavar="文件", parser=parse_workbook, help="另存为 Excel 表格（.xlsx）")
]
Csv = Annotated[
    Path | None, typer.Option("--csv", metavar="文件", parser=parse_file(".csv"), help="另存为 CSV（.csv，UTF-8）")
]
Archived = Annotated[bool, typer.Option("--archived", help="连已归档的一起列出")]
Month = Annotated[str, typer.Argument(metavar="月份", parser=parse_month, help="如 2023-08")]
TaskCode = Annotated[str, typer.Argument(metavar="任务", help="任务编号，如 p1-3；只有一个方案时可写 3")]
PlanCode = Annotated[str, typer.Argument(metavar="方案", help="方案编号，如 p1")]
UnitName = Annotated[str, typer.Argument(metavar="单位", help="单位名称或别名")]
OfPlan = Annotated[str | None, typer.Option("--plan", metavar="方案", help="方案编号，如 p1；只有一个方案时可省略")]
On = Annotated[
    date | None,
    typer.Option("--on", metavar="日期", parser=parse_date, help="事情发生在哪一天，默认为当日（--as-of）"),
]
Note = Annotated[str, typer.Option("--note", metavar="文字", help="说明")]


def given(**options: object) -> dict[str, str]:
    """Keep the options that were given, as text: what a person types is what a service reads and judges."""
    return {name: str(value) for name, value in options.items() if value is not None}


def require_change(values: dict[str, str]) -> dict[str, str]:
    """Refuse an edit that changes nothing."""
    if not values:
        raise UsageError("nothing-given", "没有写明要改什么：请至少给出一项，用 --help 查看可改的内容。")
    return values
