"""Recurring duties, period by period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.by_hand import day, due, finish, plan, recurring, reopen, report, task
from wuye_cli.domain.facts import EventFacts, PlanFacts, TaskFacts
from wuye_cli.domain.periods import assess_periods, find_period, missing_periods, period_of
from wuye_cli.domain.terms import EventKind, Every, PeriodState

DONE, OPEN, LATE = PeriodState.DONE, PeriodState.OPEN, PeriodState.LATE
PLAN = plan(issued_on=day("2026-01-20"), year=2026)
QUARTERLY = task(deadlines=(recurring(Every.QUARTER),))
MONTHLY = task(deadlines=(recurring(Every.MONTH),))


@pytest.mark.parametrize(
    ("every", "on", "name", "first", "last"),
    [
        (Every.WEEK, "2026-02-01", "2026W05", "2026-01-26", "2026-02-01"),
        (Every.WEEK, "2027-01-01", "2026W53", "2026-12-28", "2027-01-03"),
        (Every.MONTH, "2024-02-10", "2024-02", "2024-02-01", "2024-02-29"),
        (Every.QUARTER, "2026-03-31", "2026Q1", "2026-01-01", "2026-03-31"),
        (Every.QUARTER, "2026-10-01", "2026Q4", "2026-10-01", "2026-12-31"),
        (Every.HALF_YEAR, "2026-07-01", "2026H2", "2026-07-01", "2026-12-31"),
        (Every.YEAR, "2026-07-01", "2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_day_lies_in_a_period(every: Every, on: str, name: str, first: str, last: str) -> None:
    period = period_of(every, day(on))
    assert (period.name, period.first, period.last) == (name, day(first), day(last))


@given(st.sampled_from(Every), st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_period_is_found_by_its_name(every: Every, on: date) -> None:
    period = period_of(every, on)
    assert period.first <= on <= period.last
    assert find_period(period.name.lower()) == period


@pytest.mark.parametrize(
    "text", ["2026Q5", "2026-13", "2025W53", "2026W00", "2026H3", "第一季度", "26Q1", "0000Q1", ""]
)
def test_what_names_no_period(text: str) -> None:
    assert find_period(text) is None


def names(values: TaskFacts, on: str, of: PlanFacts = PLAN) -> list[str]:
    return [period.period for period in missing_periods(values, of, day(on))]


@pytest.mark.parametrize(
    ("values", "on", "expected"),
    [
        (MONTHLY, "2026-01-19", []),
        (MONTHLY, "2026-01-20", ["2026-01"]),
        (MONTHLY, "2026-03-01", ["2026-01", "2026-02", "2026-03"]),
        (QUARTERLY, "2026-07-01", ["2026Q1", "2026Q2", "2026Q3"]),
        (task(deadlines=(recurring(Every.HALF_YEAR), recurring(Every.YEAR))), "2026-05-01", ["2026H1", "2026"]),
        (task(deadlines=(due("2026-12-31"),)), "2026-12-31", []),
    ],
    ids=["not begun", "the day of issue", "by month", "by quarter", "two rhythms", "no rhythm"],
)
def test_periods_follow_from_the_start_of_the_plan(values: TaskFacts, on: str, expected: list[str]) -> None:
    assert names(values, on) == expected


def test_periods_end_with_the_plan() -> None:
    assert names(MONTHLY, "2026-06-01", plan(issued_on=day("2026-01-20"), period_end=day("2026-02-28"))) == [
        "2026-01",
        "2026-02",
    ]


def record(values: TaskFacts, on: str) -> TaskFacts:
    return replace(values, periods=(*values.periods, *missing_periods(values, PLAN, day(on))))


def test_what_is_recorded_is_not_made_again() -> None:
    recorded = record(MONTHLY, "2026-02-10")
    assert names(recorded, "2026-02-28") == []
    assert names(recorded, "2026-03-01") == ["2026-03"]


def test_a_new_rhythm_leaves_history_alone_and_goes_on_after_it() -> None:
    monthly = record(MONTHLY, "2026-05-10")
    quarterly = replace(monthly, deadlines=QUARTERLY.deadlines)
    standing = assess_periods(quarterly, PLAN, (1,), (), day("2026-09-30"))
    assert [one.period.period for one in standing] == [
        *("2026-01", "2026-02", "2026-03", "2026-04", "2026-05"),
        *("2026Q2", "2026Q3"),
    ]
    back = replace(record(quarterly, "2026-09-30"), deadlines=MONTHLY.deadlines)
    assert names(back, "2026-11-02") == ["2026-10", "2026-11"]


def claim(on: str, part: str, unit: int | None = None, kind: EventKind = EventKind.FINISH) -> EventFacts:
    return EventFacts(kind, day(on), unit, part)


def states(values: TaskFacts, on: str, scored: tuple[int, ...] = (1,)) -> dict[str, PeriodState]:
    known = tuple(one for one in values.reports if one.reported_on <= day(on))
    return {one.period.period: one.state for one in assess_periods(values, PLAN, scored, known, day(on))}


@pytest.mark.parametrize(
    ("values", "on", "expected"),
    [
        (QUARTERLY, "2026-03-31", {"2026Q1": OPEN}),
        (QUARTERLY, "2026-04-01", {"2026Q1": LATE, "2026Q2": OPEN}),
        (replace(QUARTERLY, events=(claim("2026-04-02", "2026Q1"),)), "2026-04-01", {"2026Q1": LATE, "2026Q2": OPEN}),
        (replace(QUARTERLY, events=(claim("2026-04-02", "2026Q1"),)), "2026-04-02", {"2026Q1": DONE, "2026Q2": OPEN}),
        (
            replace(
                QUARTERLY,
                events=(claim("2026-04-02", "2026Q1"), claim("2026-04-03", "2026Q1", kind=EventKind.REOPEN)),
            ),
            "2026-04-03",
            {"2026Q1": LATE, "2026Q2": OPEN},
        ),
        (replace(QUARTERLY, reports=(report(1, "2026-02"),)), "2026-04-01", {"2026Q1": DONE, "2026Q2": OPEN}),
        (replace(MONTHLY, reports=(report(1, "2026-02"),)), "2026-03-01", {
            "2026-01": LATE, "2026-02": DONE, "2026-03": OPEN,
        }),
        (
            replace(QUARTERLY, reports=(report(1, "2026-02", is_nil=True),)),
            "2026-04-01",
            {"2026Q1": LATE, "2026Q2": OPEN},
        ),
        (replace(QUARTERLY, events=(finish("2026-03-10"),)), "2026-07-01", {"2026Q1": DONE}),
        (replace(QUARTERLY, events=(finish("2026-04-10"),)), "2026-07-01", {"2026Q1": LATE, "2026Q2": DONE}),
        (
            replace(QUARTERLY, events=(finish("2026-03-10"), reopen("2026-04-10"))),
            "2026-04-10",
            {"2026Q1": LATE, "2026Q2": OPEN},
        ),
    ],
    ids=[
        "the last day is in time",
        "the day after is late",
        "not yet claimed",
        "claimed late is done",
        "claim taken back",
        "a report of one of its months",
        "a month by its own report only",
        "零报告 does nothing",
        "a finished task asks no more",
        "finished, but late for the first",
        "open again",
    ],
)  # fmt: skip
def test_a_period_has_a_state_of_its_own(values: TaskFacts, on: str, expected: dict[str, PeriodState]) -> None:
    assert states(values, on) == expected


def test_a_week_is_spoken_for_by_the_month_it_ends_in() -> None:
    weekly = task(deadlines=(recurring(Every.WEEK),), reports=(report(1, "2026-01"),))
    assert states(weekly, "2026-02-02") == {"2026W04": DONE, "2026W05": LATE, "2026W06": OPEN}


def test_a_period_of_a_group_is_done_with_its_last_member() -> None:
    values = replace(QUARTERLY, reports=(report(1, "2026-02", unit=1),))
    assert states(values, "2026-04-01", (1, 2)) == {"2026Q1": LATE, "2026Q2": OPEN}
    both = replace(values, events=(claim("2026-04-01", "2026Q1", unit=2),))
    assert states(both, "2026-04-01", (1, 2)) == {"2026Q1": DONE, "2026Q2": OPEN}
