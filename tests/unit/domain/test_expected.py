"""序时进度."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.by_hand import day, plan
from wuye_cli.domain.expected import full_months, linear_share, months_between, points_behind, yearly_share
from wuye_cli.domain.plans import is_archived, is_in_force, start_of_work

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("start", "deadline", "on", "share"),
    [
        ("2023-01-01", "2023-12-31", "2023-07-02", 50),
        ("2023-01-01", "2023-12-31", "2023-01-01", 0),
        ("2023-01-01", "2023-12-31", "2022-11-30", 0),
        ("2023-01-01", "2023-12-31", "2023-12-31", 100),
        ("2023-01-01", "2023-12-31", "2024-02-01", 100),
        ("2023-01-01", "2023-10-31", "2023-08-31", 79.9),
        ("2024-01-01", "2023-10-31", "2023-09-30", 0),
        ("2023-10-31", "2023-10-31", "2023-10-31", 100),
    ],
    ids=["half way", "at the start", "before", "on the day", "after", "rounded", "starts too late", "of one day"],
)
def test_even_steps_from_start_to_deadline(start: str, deadline: str, on: str, share: float) -> None:
    assert linear_share(day(start), day(deadline), day(on)) == share


@given(DAYS, DAYS, DAYS, DAYS)
def test_the_expected_share_never_falls(start: date, deadline: date, first: date, second: date) -> None:
    earlier, later = sorted((first, second))
    assert 0 <= linear_share(start, deadline, earlier) <= linear_share(start, deadline, later) <= 100
    assert 0 <= yearly_share(start, deadline, earlier) <= yearly_share(start, deadline, later) <= 100


@pytest.mark.parametrize("month", range(1, 13))
def test_a_yearly_target_by_the_end_of_month_m_is_m_twelfths(month: int) -> None:
    end = date(2023, month, 28 if month == 2 else 30 if month in {4, 6, 9, 11} else 31)
    assert yearly_share(day("2023-01-01"), day("2023-12-31"), end) == round(month / 12 * 100, 1)


def test_a_month_counts_once_it_is_over() -> None:
    assert full_months(day("2023-06-29")) == 5
    assert full_months(day("2023-06-30")) == 6


def test_several_years_share_their_months_and_the_issue_day_does_not_shorten_them() -> None:
    assert yearly_share(day("2022-06-14"), day("2023-11-30"), day("2022-12-31")) == 50
    assert yearly_share(day("2024-03-01"), day("2023-11-30"), day("2023-11-30")) == 0


@pytest.mark.parametrize(
    ("expected", "percent", "behind"), [(50, 45, 5), (50, 60.5, -10.5), (50, None, 50), (0, None, 0)]
)
def test_points_behind(expected: float, percent: float | None, behind: float) -> None:
    assert points_behind(expected, percent) == behind


def test_a_month_is_full_on_the_same_day_of_the_next() -> None:
    assert months_between(day("2023-01-15"), day("2023-04-14")) == 2
    assert months_between(day("2023-01-15"), day("2023-04-15")) == 3
    assert months_between(day("2022-12-01"), day("2023-01-01")) == 1


@pytest.mark.parametrize(
    ("values", "start"),
    [
        ({"period_start": day("2023-02-01"), "issued_on": day("2023-03-10")}, "2023-02-01"),
        ({"issued_on": day("2023-03-10")}, "2023-03-10"),
        ({"year": 2023}, "2023-01-01"),
        ({"year": None}, "2025-01-01"),
    ],
    ids=["period", "issue date", "1 January of the plan's year", "1 January of the deadline's year"],
)
def test_work_starts_with(values: dict[str, object], start: str) -> None:
    assert start_of_work(plan(**values), day("2025-12-31")) == day(start)


@pytest.mark.parametrize(
    ("values", "in_force"),
    [
        ({"issued_on": day("2023-08-01"), "period_start": day("2023-01-01")}, False),
        ({"issued_on": day("2023-07-31")}, True),
        ({"period_start": day("2023-08-01")}, False),
        ({"period_start": day("2023-07-31")}, True),
        ({}, True),
    ],
    ids=["not issued", "issued today", "period not begun", "period begun", "nothing known"],
)
def test_a_plan_is_in_force_from_its_issue_date_else_its_period_else_always(
    values: dict[str, object], in_force: bool
) -> None:
    assert is_in_force(plan(**values), day("2023-07-31")) is in_force


def test_what_was_put_away_later_is_still_there_before() -> None:
    assert not is_archived(None, day("2023-07-31"))
    assert not is_archived(day("2023-08-01"), day("2023-07-31"))
    assert is_archived(day("2023-07-31"), day("2023-07-31"))
