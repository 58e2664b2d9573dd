"""Which deadlines still count."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import due, ongoing, recurring, target, task
from wuye_cli.domain.deadlines import carried_targets, dated_days, unmet_days
from wuye_cli.domain.facts import DeadlineFacts
from wuye_cli.domain.targets import Reached
from wuye_cli.domain.terms import DeadlineKind

BY_2025, BY_2026 = (
    target(1, 70, by="2025-12-31", text="2025年底达到70%"),
    target(2, 90, by="2026-12-31", text="2026年底达到90%"),
)
STEPS = task(
    deadlines=(due("2026-12-31", "2026年底达到90%"), due("2025-12-31", "2025年底达到70%")), targets=(BY_2025, BY_2026)
)


def unmet(value: float | None) -> list[str]:
    reached = {} if value is None else {1: Reached(value, "2025-12"), 2: Reached(value, "2025-12")}
    return [day.isoformat() for day in unmet_days(STEPS, reached)]


def test_a_deadline_with_a_target_is_met_when_the_target_is() -> None:
    assert unmet(None) == ["2025-12-31", "2026-12-31"]
    assert unmet(69.9) == ["2025-12-31", "2026-12-31"]
    assert unmet(70) == ["2026-12-31"]
    assert unmet(95) == []


def test_a_deadline_without_a_target_is_not_met_by_amounts() -> None:
    quota = target(1, 9, "个", by="2023-12-31", text="2023年底完成9个试点")
    several = task(deadlines=(due("2023-12-31", "12月底前"),), targets=(quota,))
    assert unmet_days(several, {1: Reached(9, "2023-11")}) == (quota.by,)


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
    assert [day.isoformat() for day in dated_days(mixed)] == ["2023-06-30", "2023-12-31"]
