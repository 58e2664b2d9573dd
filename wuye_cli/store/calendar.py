"""The days of the working calendar that the office itself has entered."""

from __future__ import annotations

from wuye_cli.domain.calendar import CalendarDay
from wuye_cli.store.reading import Reader


def load_own_days(reader: Reader) -> tuple[CalendarDay, ...]:
    """Read them in the order of the days."""
    return tuple(CalendarDay(row["on"], bool(row["is_working"]), row["name"]) for row in reader.rows("calendar_days"))
