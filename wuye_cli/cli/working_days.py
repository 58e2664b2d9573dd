"""The working calendar that comes with the program, and the warning where it does not know a year."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from wuye_cli.cli.console import tell
from wuye_cli.domain.calendar import WorkingCalendar
from wuye_cli.domain.calendar_table import parse_calendar
from wuye_cli.resources import data_path


def load_calendar() -> WorkingCalendar:
    """Read the table of every year; the office's own days are in its register."""
    tables = sorted(data_path("working_calendar").glob("[0-9][0-9][0-9][0-9].csv"))
    days = (parse_calendar(table.read_text(encoding="utf-8-sig"), table.name, int(table.stem)) for table in tables)
    return WorkingCalendar().with_days(chain.from_iterable(days))


def tell_unknown_years(years: Iterable[int]) -> None:
    """Warn that of some years only the weekends were counted."""
    for year in years:
        tell(f"没有 {year} 年的放假和调休安排，只按周六、周日休息计算；可用 wuye calendar add {year} 文件 加入。")
