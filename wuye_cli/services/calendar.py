"""The working calendar: looked at, and a year added by the office itself, whose days win over the shipped ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wuye_cli.domain.calendar import CalendarDay, WorkingCalendar
from wuye_cli.domain.calendar_table import read_days
from wuye_cli.importing.document import Table
from wuye_cli.importing.readers import read_document
from wuye_cli.store.calendar import load_own_days
from wuye_cli.store.database import Database
from wuye_cli.store.finding import find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import CalendarDay as CalendarRow
from wuye_cli.store.reading import read_register
from wuye_cli.store.replacing import replace_rows
from wuye_cli.store.writing import write_register


@dataclass(frozen=True, slots=True)
class DayLine:
    """One named day; `own` says that the office entered it."""

    on: str
    is_working: bool
    name: str
    own: bool


def read_calendar_year(database: Database, shipped: WorkingCalendar, year: int, as_of: date) -> tuple[DayLine, ...]:
    """Give the named days of a year; none where nobody has entered it."""
    with read_register(database, as_of) as reader:
        own = load_own_days(reader)
    days = shipped.with_days(own).days
    mine = {day.on for day in own}
    return tuple(
        DayLine(on.isoformat(), days[on].is_working, days[on].name, on in mine)
        for on in sorted(days)
        if on.year == year
    )


def read_calendar_file(path: Path, year: int) -> tuple[CalendarDay, ...]:
    """Read the table of one year from a CSV file or a workbook."""
    document = read_document(path)
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    return read_days([(str(row[0].at.of_row), [cell.text for cell in row]) for row in rows], path.name, year)


def store_calendar_year(database: Database, year: int, days: Sequence[CalendarDay], change: Change) -> bool:
    """Make these the office's own days of a year; False where they are already."""
    new = [CalendarRow(on=day.on, is_working=day.is_working, name=day.name) for day in days]
    with write_register(database, change) as session:
        old = sorted((row for row in find_rows(session, CalendarRow) if row.on.year == year), key=lambda row: row.on)
        return replace_rows(session, old, new)
