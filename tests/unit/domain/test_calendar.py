"""Working days: weekends, holidays, the Saturdays and Sundays worked for them, years that nobody entered."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.by_hand import day
from wuye_cli.domain.calendar import CalendarDay, WorkingCalendar, last_reported_month, reporting_day
from wuye_cli.domain.calendar_table import parse_calendar
from wuye_cli.domain.facts import OfficeFacts

TABLES = sorted((Path(__file__).parents[3] / "data" / "working_calendar").glob("*.csv"))


def days_of(table: Path) -> tuple[CalendarDay, ...]:
    return parse_calendar(table.read_text("utf-8"), table.name, int(table.stem))


SHIPPED = WorkingCalendar().with_days(one for table in TABLES for one in days_of(table))


@pytest.mark.parametrize(
    ("on", "works"),
    [
        ("2023-06-20", True),
        ("2023-06-24", False),
        ("2023-06-22", False),
        ("2023-06-25", True),
        ("2024-02-04", True),
        ("2024-02-18", True),
        ("2021-10-09", True),
        ("2024-12-31", True),
        ("2025-01-01", False),
        ("2026-01-04", True),
        ("2022-12-31", False),
        ("2030-01-05", False),
        ("2030-01-01", True),
    ],
    ids=[
        "a Tuesday",
        "a Saturday",
        "a holiday on a Thursday",
        "a Sunday worked for 端午节",
        "a Sunday before 春节",
        "a Sunday after 春节",
        "a Saturday after 国庆节",
        "the last day of a year",
        "the first day of a year",
        "a Sunday worked for 元旦",
        "the 元旦 of next year",
        "a Saturday of an unknown year",
        "a holiday of an unknown year",
    ],
)
def test_a_day_is_worked_by_the_table_and_else_by_the_week(on: str, works: bool) -> None:
    assert SHIPPED.is_working(day(on)) is works


@pytest.mark.parametrize(
    ("on", "moved"),
    [
        ("2023-08-25", "2023-08-25"),
        ("2023-11-25", "2023-11-27"),
        ("2023-06-22", "2023-06-25"),
        ("2024-02-10", "2024-02-18"),
        ("2021-10-02", "2021-10-08"),
        ("2022-12-31", "2023-01-03"),
        ("2026-12-26", "2026-12-28"),
        ("2030-01-05", "2030-01-07"),
    ],
    ids=[
        "a working day stays",
        "over a weekend",
        "to the Sunday that is worked",
        "over 春节 to the Sunday that is worked",
        "over 国庆节",
        "over the end of a year",
        "at the end of the last year",
        "over a weekend of an unknown year",
    ],
)
def test_the_next_working_day(on: str, moved: str) -> None:
    assert SHIPPED.next_working_day(day(on)) == day(moved)


@pytest.mark.parametrize(
    ("month", "printed", "rest_day", "on", "unknown"),
    [
        ("2023-08", 25, "next", "2023-08-25", ()),
        ("2023-11", 25, "next", "2023-11-27", ()),
        ("2023-11", 25, "keep", "2023-11-25", ()),
        ("2023-06", 25, "next", "2023-06-25", ()),
        ("2023-02", 31, "next", "2023-02-28", ()),
        ("2022-12", 31, "next", "2023-01-03", ()),
        ("2026-02", 15, "next", "2026-02-24", ()),
        ("2030-05", 25, "next", "2030-05-27", (2030,)),
        ("2030-05", 25, "keep", "2030-05-25", ()),
        ("2020-12", 31, "next", "2020-12-31", (2020,)),
    ],
    ids=[
        "a working day",
        "a Saturday",
        "a Saturday in an office that keeps its day",
        "a Sunday that is worked",
        "a month that is too short",
        "over the end of a year",
        "over 春节",
        "of an unknown year only the weekend counts",
        "who keeps the day asks no calendar",
        "a year is asked though nothing was moved",
    ],
)
def test_a_reporting_day_on_a_rest_day(
    month: str, printed: int, rest_day: str, on: str, unknown: tuple[int, ...]
) -> None:
    office = OfficeFacts(reporting_day=printed, rest_day=rest_day)
    found = reporting_day(month, office, SHIPPED)
    assert (found.on, found.unknown_years) == (day(on), unknown)
    assert found.printed.day == min(printed, found.printed.day)


@pytest.mark.parametrize(
    ("as_of", "month"),
    [
        ("2023-08-25", "2023-07"),
        ("2023-08-26", "2023-08"),
        ("2023-09-25", "2023-08"),
        ("2023-11-26", "2023-11"),
        ("2024-01-03", "2023-12"),
    ],
    ids=["on the day itself", "the day after", "until the next", "though a Saturday moved it", "over the year's end"],
)
def test_the_month_whose_reporting_day_has_last_passed(as_of: str, month: str) -> None:
    assert last_reported_month(day(as_of), OfficeFacts(reporting_day=25)) == month


def test_a_move_into_an_unknown_year_names_that_year() -> None:
    known = WorkingCalendar().with_days((CalendarDay(day("2027-12-31"), False, "元旦"),))
    assert reporting_day("2027-12", OfficeFacts(reporting_day=31), known).unknown_years == (2028,)


def test_days_that_are_added_win() -> None:
    own = SHIPPED.with_days((CalendarDay(day("2023-06-29"), False, "古尔邦节"),))
    assert (SHIPPED.is_working(day("2023-06-29")), own.is_working(day("2023-06-29"))) == (True, False)
    assert own.is_working(day("2023-06-25"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_a_shipped_year_gives_the_days_off_that_the_law_grants(table: Path) -> None:
    """全国年节及纪念日放假办法: 11 days a year, 13 since 2025; all else is exchanged for Saturdays and Sundays."""
    days = days_of(table)
    off = sum(one.on.weekday() < 5 and not one.is_working for one in days)
    worked = [one.on for one in days if one.is_working]
    assert all(on.weekday() >= 5 for on in worked)
    assert off - len(worked) == (13 if int(table.stem) >= 2025 else 11)


def test_the_years_that_are_shipped() -> None:
    assert [year for year in range(2015, 2035) if SHIPPED.knows(year)] == [2021, 2022, 2023, 2024, 2025, 2026]


@given(
    start=st.dates(day("2023-01-01"), day("2024-12-31")),
    named=st.dictionaries(st.dates(day("2023-01-01"), day("2025-01-31")), st.booleans(), max_size=60),
)
def test_the_next_working_day_is_worked_and_none_before_it_is(start: date, named: dict[date, bool]) -> None:
    calendar = WorkingCalendar().with_days(CalendarDay(on, works, "") for on, works in named.items())
    found = calendar.next_working_day(start)
    assert calendar.is_working(found)
    assert not any(calendar.is_working(start + timedelta(days=passed)) for passed in range((found - start).days))
