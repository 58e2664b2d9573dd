"""Which deadlines still count."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import day, due, extend, finish, ongoing, recurring, target, task
from wuye_cli.domain.deadlines import carried_targets, due_days, extensions, unmet_days
from wuye_cli.domain.facts import DeadlineFacts, EventFacts, TaskFacts
from wuye_cli.domain.targets import Reached
from wuye_cli.domain.terms import DeadlineKind

BY_2025, BY_2026 = (
    target(1, 70, by="2025-12-31", text="2025年底达到70%"),
    target(2, 90, by="2026-12-31", text="2026年底达到90%"),
)
STEPS = task(
    deadlines=(due("2026-12-31", "2026年底达到90%"), due("2025-12-31", "2025年底达到70%")), targets=(BY_2025, BY_2026)
)


LONG_AGO = day("2023-01-01")


def unmet(value: float | None, steps: TaskFacts = STEPS, on: str = "2023-01-01") -> list[str]:
    reached = {} if value is None else {1: Reached(value, "2025-12"), 2: Reached(value, "2025-12")}
    return [str(due.on) for due in unmet_days(due_days(steps, day(on)), steps, reached)]


def test_a_deadline_with_a_target_is_met_when_the_target_is() -> None:
    assert unmet(None) == ["2025-12-31", "2026-12-31"]
    assert unmet(69.9) == ["2025-12-31", "2026-12-31"]
    assert unmet(70) == ["2026-12-31"]
    assert unmet(95) == []


def test_a_deadline_without_a_target_is_not_met_by_amounts() -> None:
    quota = target(1, 9, "个", by="2023-12-31", text="2023年底完成9个试点")
    several = task(deadlines=(due("2023-12-31", "12月底前"),), targets=(quota,))
    (left,) = unmet_days(due_days(several, LONG_AGO), several, {1: Reached(9, "2023-11")})
    assert left.on == quota.by


@pytest.mark.parametrize(
    ("deadline", "words", "carried"),
    [
        (due("2025-12-31", "2025年底"), "2025年底达到70%", True),
        (due("2025-12-31", "2025年底达到70%2026年底达到90%"), "2025年底达到70%", True),
        (due("2026-12-31", "2025年底达到70%2026年底达到90%"), "2025年底达到70%", False),
        (due("2025-12-31", "12月底前"), "2025年底达到70%", False),
        (due("2025-12-31", ""), "2025年底达到70%", True),
        (ongoing(), "2025年底达到70%", False),
    ],
    ids=["its date", "its whole cell", "another day", "other words", "no words, so the day decides", "no day"],
)
def test_a_deadline_carries_the_targets_that_it_prints(deadline: DeadlineFacts, words: str, carried: bool) -> None:
    printed = target(1, 70, by="2025-12-31", text=words)
    assert carried_targets(deadline, (printed,)) == ((printed,) if carried else ())


def test_only_days_count_as_dated_earliest_first() -> None:
    unreadable = DeadlineFacts(DeadlineKind.DATE, None, None, "2024115")
    mixed = task(deadlines=(ongoing(), due("2023-12-31"), recurring(), unreadable, due("2023-06-30")))
    assert [str(item.on) for item in due_days(mixed, LONG_AGO)] == ["2023-06-30", "2023-12-31"]


ONCE = extend("2023-06-10", "2023-06-30", "2023-08-31")
AGAIN = extend("2023-08-20", "2023-08-31", "2023-10-31")


@pytest.mark.parametrize(
    ("events", "on", "expected"),
    [
        ((ONCE,), "2023-06-09", ("2023-06-30", "2023-06-30", 0)),
        ((ONCE,), "2023-06-10", ("2023-08-31", "2023-06-30", 1)),
        ((ONCE, AGAIN), "2023-08-19", ("2023-08-31", "2023-06-30", 1)),
        ((AGAIN, ONCE), "2023-09-01", ("2023-10-31", "2023-06-30", 2)),
        ((finish("2023-06-05"),), "2023-09-01", ("2023-06-30", "2023-06-30", 0)),
    ],
    ids=["not yet extended", "extended", "not yet again", "twice, in whatever order told", "no extension"],
)
def test_an_extension_moves_the_day_and_keeps_the_original(
    events: tuple[EventFacts, ...], on: str, expected: tuple[str, str, int]
) -> None:
    extended = task(deadlines=(due("2023-06-30"),), events=events)
    (item,) = due_days(extended, day(on))
    assert (str(item.on), str(item.original), len(extensions(extended, day(on)))) == expected


def test_an_extension_moves_no_other_deadline_and_keeps_the_order() -> None:
    two = task(
        deadlines=(due("2023-06-30"), due("2023-09-30")), events=(extend("2023-06-10", "2023-06-30", "2023-12-31"),)
    )
    assert [(str(item.on), str(item.original)) for item in due_days(two, day("2023-07-01"))] == [
        ("2023-09-30", "2023-09-30"),
        ("2023-12-31", "2023-06-30"),
    ]


def test_an_extended_deadline_is_still_met_by_the_target_that_it_prints() -> None:
    later = task(
        deadlines=STEPS.deadlines, targets=STEPS.targets, events=(extend("2025-11-01", "2025-12-31", "2026-06-30"),)
    )
    assert unmet(69, later, "2025-12-01") == ["2026-06-30", "2026-12-31"]
    assert unmet(70, later, "2025-12-01") == ["2026-12-31"]
