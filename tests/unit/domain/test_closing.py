"""Finished and reopened, as of a day."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import day, finish, reopen
from wuye_cli.domain.closing import finished_on, finished_units
from wuye_cli.domain.facts import EventFacts

GROUP = (1, 2)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), None),
        ((finish("2023-08-10"),), "2023-08-10"),
        ((finish("2023-09-01"),), None),
        ((finish("2023-08-10"), reopen("2023-08-12")), None),
        ((finish("2023-08-10"), reopen("2023-09-02")), "2023-08-10"),
        ((finish("2023-08-10"), reopen("2023-08-12"), finish("2023-08-20")), "2023-08-20"),
        ((finish("2023-08-20"), finish("2023-08-10")), "2023-08-10"),
        ((finish("2023-08-10", 1),), None),
        ((finish("2023-08-10", 1), finish("2023-08-15", 2)), "2023-08-15"),
        ((finish("2023-08-10"), reopen("2023-08-12", 2)), None),
    ],
    ids=[
        "nothing happened",
        "finished",
        "not finished yet",
        "reopened",
        "not reopened yet",
        "finished again",
        "the first claim counts",
        "one member of a group is not the group",
        "a group closes with its last member",
        "a member reopened opens the group",
    ],
)
def test_a_task_is_finished(events: tuple[EventFacts, ...], expected: str | None) -> None:
    assert finished_on(events, GROUP, day("2023-08-31")) == (day(expected) if expected else None)


def test_a_task_without_units_is_finished_as_a_whole() -> None:
    assert finished_on((finish("2023-08-10"),), (), day("2023-08-31")) == day("2023-08-10")


def test_the_members_that_finished_are_known() -> None:
    assert finished_units((finish("2023-08-10", 2),), GROUP, day("2023-08-31")) == {2}
    assert finished_units((), GROUP, day("2023-08-31")) == frozenset()
