"""The six states in print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.by_hand import (
    cancel,
    day,
    due,
    extend,
    finish,
    ongoing,
    plan,
    recurring,
    reopen,
    report,
    target,
    task,
    unit,
    units,
)
from wuye_cli.domain.cutoff import cut_month, cut_on
from wuye_cli.domain.facts import TaskFacts
from wuye_cli.domain.standing import Standing, assess_task
from wuye_cli.domain.status import task_status
from wuye_cli.domain.terms import Status

UNITS = units(unit(1), unit(2), unit(3), unit(10, "各区政府", (2, 3)))
HALF_WAY, YEAR = "2023-07-02", due("2023-12-31")  # 50 % of the way from 1 January


def assess(values: TaskFacts, on: str) -> Standing:
    return assess_task(values, plan(), UNITS, cut_on(day(on)))


@pytest.mark.parametrize(
    ("percent", "status"),
    [
        (61, Status.AHEAD),
        (60.1, Status.AHEAD),
        (60, Status.ON_TRACK),
        (50, Status.ON_TRACK),
        (49.9, Status.BEHIND),
        (0, Status.BEHIND),
        (None, Status.BEHIND),
        (100, Status.AHEAD),
    ],
)
def test_the_state_follows_the_points_ahead_or_behind(percent: float | None, status: Status) -> None:
    reported = task(deadlines=(YEAR,), reports=(report(1, "2023-06", percent),))
    assert assess(reported, HALF_WAY).status is status


@pytest.mark.parametrize(
    ("values", "on", "status"),
    [
        (task(deadlines=(YEAR,)), "2023-12-31", Status.BEHIND),
        (task(deadlines=(YEAR,)), "2024-01-01", Status.OVERDUE),
        (task(deadlines=(YEAR,), reports=(report(1, "2023-12", 100),)), "2024-01-01", Status.OVERDUE),
        (task(deadlines=(YEAR,), events=(finish("2024-01-05"),)), "2024-01-05", Status.DONE),
        (task(deadlines=(YEAR,), events=(finish("2024-01-05"),)), "2024-01-04", Status.OVERDUE),
        (task(deadlines=(YEAR,), events=(finish("2023-11-05"), reopen("2024-01-02"))), "2024-01-02", Status.OVERDUE),
        (task(deadlines=(YEAR, due("2024-12-31"))), "2024-01-01", Status.OVERDUE),
        (task(deadlines=(YEAR, ongoing())), "2024-01-01", Status.OVERDUE),
        (task(deadlines=(ongoing(),)), "2030-01-01", Status.OTHER),
        (task(deadlines=(recurring(),)), "2030-01-01", Status.OTHER),
        (task(), "2030-01-01", Status.OTHER),
        (task(deadlines=(ongoing(),), reports=(report(1, "2023-06", 80),)), "2023-07-01", Status.OTHER),
        (task(deadlines=(ongoing(),), events=(finish("2023-06-01"),)), "2023-07-01", Status.DONE),
        (task(deadlines=(YEAR,)), "2022-12-01", Status.ON_TRACK),
        (
            task(deadlines=(YEAR,), events=(extend("2023-12-01", "2023-12-31", "2024-03-31"),)),
            "2024-01-01",
            Status.BEHIND,
        ),
        (
            task(deadlines=(YEAR,), events=(extend("2023-12-01", "2023-12-31", "2024-03-31"),)),
            "2024-04-01",
            Status.OVERDUE,
        ),
        (
            task(deadlines=(YEAR,), events=(extend("2024-01-10", "2023-12-31", "2024-03-31"),)),
            "2024-01-09",
            Status.OVERDUE,
        ),
        (task(deadlines=(YEAR,), events=(cancel("2024-01-05"),)), "2024-01-04", Status.OVERDUE),
        (task(deadlines=(YEAR,), events=(cancel("2024-01-05"),)), "2024-01-05", Status.OTHER),
    ],
    ids=[
        "on its day a deadline has not passed",
        "the day after it has",
        "100% is not a claim of being finished",
        "finished late stops being overdue",
        "before the claim it was",
        "reopened has its original deadline",
        "a later deadline excuses nothing",
        "nor does 长期坚持 beside a date",
        "长期坚持 alone is never overdue",
        "nor is a recurring duty",
        "nor what has no deadline at all",
        "长期坚持 is not measured",
        "but may be finished",
        "before the start nothing is expected",
        "extended in time it is not overdue",
        "until the new day has passed",
        "before the extension it was",
        "before it was cancelled it was late",
        "cancelled it is late with nothing",
    ],
)
def test_the_state_of_a_task(values: TaskFacts, on: str, status: Status) -> None:
    assert assess(values, on).status is status


TWO_STEPS = task(
    deadlines=(due("2023-06-30", "6月底达到70%"), due("2023-12-31", "年底达到90%")),
    targets=(
        target(1, 70, by="2023-06-30", text="6月底达到70%"),
        target(2, 90, by="2023-12-31", text="年底达到90%"),
    ),
    reports=(report(1, "2023-06", values={1: 63.0}), report(2, "2023-08", values={1: 72.0})),
)


@pytest.mark.parametrize(
    ("on", "status", "due_on", "percent", "days"),
    [
        ("2023-06-30", Status.AHEAD, "2023-06-30", 70, None),
        ("2023-07-31", Status.OVERDUE, "2023-06-30", 70, 31),
        ("2023-08-31", Status.AHEAD, "2023-12-31", 80, None),
        ("2024-01-02", Status.OVERDUE, "2023-12-31", 80, 2),
    ],
    ids=["not passed", "passed unmet", "met later", "the next one passed"],
)
def test_deadlines_with_targets_one_after_the_other(
    on: str, status: Status, due_on: str, percent: float, days: int | None
) -> None:
    standing = assess(TWO_STEPS, on)
    assert (standing.status, standing.due, standing.percent) == (status, day(due_on), percent)
    assert standing.days_overdue == days


def test_where_every_deadline_is_met_the_last_one_is_shown_and_nothing_is_overdue() -> None:
    reached = task(
        deadlines=TWO_STEPS.deadlines, targets=TWO_STEPS.targets, reports=(report(1, "2023-06", values={2: 95}),)
    )
    standing = assess(reached, "2024-03-01")
    assert (standing.due, standing.days_overdue, standing.days_left) == (day("2023-12-31"), None, None)
    assert standing.status is Status.ON_TRACK


def test_a_group_is_late_with_its_last_member() -> None:
    group = task(
        leads=(10,), deadlines=(YEAR,), events=(finish("2023-12-01", 2),), reports=(report(1, "2023-06", 40, 3),)
    )
    assert assess(group, "2024-01-01").status is Status.OVERDUE
    assert assess(group, "2024-01-01").percent == 70


def test_the_members_that_a_group_still_waits_for_are_known_once_one_has_finished() -> None:
    group = task(leads=(10,), events=(finish("2023-06-01", 3), finish("2023-08-01", 2)))
    assert [assess(group, on).unfinished for on in ("2023-05-31", "2023-06-01", "2023-08-01")] == [(), (2,), ()]


def test_the_original_day_stands_beside_the_extended_one() -> None:
    extended = task(deadlines=(YEAR,), events=(extend("2023-12-01", "2023-12-31", "2024-03-31"),))
    before, after = assess(extended, "2023-11-30"), assess(extended, "2023-12-01")
    assert (before.due, before.original_due, before.extensions) == (day("2023-12-31"), None, 0)
    assert (after.due, after.original_due, after.extensions) == (day("2024-03-31"), day("2023-12-31"), 1)


def test_where_no_unit_is_printed_whoever_reports_is_scored() -> None:
    homeless = task(leads=(), deadlines=(YEAR,), reports=(report(1, "2023-06", 55, 2),))
    assert assess(homeless, HALF_WAY).percent == 55


def test_a_month_is_judged_on_its_last_day_with_what_was_known_later() -> None:
    late_report = task(deadlines=(YEAR,), reports=(report(1, "2023-08", 90, reported_on=day("2023-09-03")),))
    standing = assess_task(late_report, plan(), UNITS, cut_month("2023-08", day("2023-09-05")))
    assert (standing.day, standing.percent, standing.status) == (day("2023-08-31"), 90, Status.AHEAD)


@given(st.booleans(), st.booleans(), st.none() | st.floats(-100, 100))
def test_every_task_is_in_exactly_one_state(finished: bool, overdue: bool, behind: float | None) -> None:
    held = {
        Status.DONE: finished,
        Status.OVERDUE: not finished and overdue,
        Status.OTHER: not finished and not overdue and behind is None,
        Status.BEHIND: not finished and not overdue and behind is not None and behind > 0,
        Status.ON_TRACK: not finished and not overdue and behind is not None and -10 <= behind <= 0,
        Status.AHEAD: not finished and not overdue and behind is not None and behind < -10,
    }
    assert [status for status, holds in held.items() if holds] == [
        task_status(finished=finished, overdue=overdue, behind=behind)
    ]
