"""A task's progress from the reports of its units."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import report, target
from wuye_cli.domain.progress import newest_percents, task_percent
from wuye_cli.domain.targets import Reached

NOBODY: frozenset[int] = frozenset()


@pytest.mark.parametrize(
    ("scored", "percents", "expected"),
    [
        ((1,), {1: 60.0, 2: 90.0}, 60),
        ((1,), {2: 90.0}, None),
        ((1,), {1: 0.0}, 0),
        ((1, 2, 3), {1: 60.0, 2: 30.0, 3: 0.0}, 30),
        ((1, 2, 3), {1: 60.0, 2: 30.0}, 30),
        ((1, 2, 3), {1: 50.0}, 16.7),
        ((1, 2, 3), {}, None),
        ((), {}, None),
    ],
    ids=[
        "the scored unit's figure is the task's",
        "another unit's is not",
        "zero is a figure",
        "members average",
        "a member that never reported counts 0",
        "rounded to one decimal",
        "nothing reported is not 0",
        "no units, no figure",
    ],
)
def test_progress_of_a_task(scored: tuple[int, ...], percents: dict[int, float], expected: float | None) -> None:
    assert task_percent(scored, NOBODY, percents, (), {}) == expected


def test_a_member_that_finished_counts_as_100() -> None:
    assert task_percent((1, 2), frozenset({1}), {1: 80.0, 2: 40.0}, (), {}) == 70


def test_amounts_say_how_far_a_task_is_where_no_percentage_was_reported() -> None:
    quota = target(7, 4, "个")
    assert task_percent((1,), NOBODY, {}, (quota,), {7: Reached(3, "2023-08")}) == 75
    assert task_percent((1,), NOBODY, {1: 20.0}, (quota,), {7: Reached(3, "2023-08")}) == 20


def test_a_unit_that_missed_a_month_or_sent_only_words_keeps_its_last_figure() -> None:
    sent = [
        report(1, "2023-06", 30),
        report(2, "2023-06", 50, unit=2),
        report(3, "2023-07", None),
        report(4, "2023-08", 55, unit=2),
    ]
    assert newest_percents(sent) == {1: 30, 2: 55}
