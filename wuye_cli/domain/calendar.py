"""The statutory working calendar: holidays, and the Saturdays and Sundays that are worked in exchange for them (调休).

A day that no table names is judged by its place in the week, so a year that nobody has entered still has its weekends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.months import last_day, month_of, shift_month

KEEP_REST_DAY = "keep"  # the other value of the setting is "next"
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day that is not what its place in the week says, or that belongs to a holiday."""

    on: date
    is_working: bool
    name: str


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The named days of all years that are known; an empty one knows no year."""

    days: Mapping[date, CalendarDay] = field(default_factory=dict)

    def with_days(self, days: Iterable[CalendarDay]) -> WorkingCalendar:
        """Add days, each in the place of what was known of it."""
        return WorkingCalendar({**self.days, **{day.on: day for day in days}})

    def knows(self, year: int) -> bool:
        """Say whether the days of a year have been entered."""
        return any(day.year == year for day in self.days)

    def is_working(self, day: date) -> bool:
        """Say whether a day is worked."""
        named = self.days.get(day)
        return named.is_working if named else day.weekday() < SATURDAY

    def next_working_day(self, day: date) -> date:
        """Give the day itself, or the first day after it that is worked."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day


WEEKENDS_ONLY = WorkingCalendar()


@dataclass(frozen=True, slots=True)
class ReportingDay:
    """When the reports of a month are due; `printed` is the day that the office has set.

    `unknown_years` are those whose calendar was asked and not known: only their weekends were counted.
    """

    on: date
    printed: date
    unknown_years: tuple[int, ...] = ()


def reporting_day(month: str, office: OfficeFacts, calendar: WorkingCalendar) -> ReportingDay:
    """Find when the reports of a month are due: the office's day, on a rest day the next working day (a setting).

    A month that is too short has it on its last day.
    """
    last = last_day(month)
    printed = last.replace(day=min(office.reporting_day, last.day))
    if office.rest_day == KEEP_REST_DAY:
        return ReportingDay(printed, printed)
    on = calendar.next_working_day(printed)
    years = sorted({printed.year, on.year})
    return ReportingDay(on, printed, tuple(year for year in years if not calendar.knows(year)))


def last_reported_month(as_of: date, office: OfficeFacts) -> str:
    """Name the month whose reporting day is the last that has passed: the printed day, wherever a rest day moves it."""
    month = month_of(as_of)
    return month if as_of.day > office.reporting_day else shift_month(month, -1)
