"""办结, 销号, 退回, 取消 and their undoing, as of a day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.by_hand import cancel, day, event, extend, finish, reopen, send_back, verify
from wuye_cli.domain.closing import OPEN, Closing, task_closing, unit_closing, unit_closings
from wuye_cli.domain.facts import EventFacts
from wuye_cli.domain.terms import EventKind

GROUP = (1, 2)
TODAY = day("2023-08-31")


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
        ((finish("2023-08-10"), send_back("2023-08-12")), None),
        ((finish("2023-08-10"), send_back("2023-08-12", 1), finish("2023-08-20", 1)), "2023-08-20"),
        ((finish("2023-08-10", part="2023-04-30"),), None),
        ((extend("2023-08-10", "2023-08-31", "2023-10-31"),), None),
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
        "returned is open again",
        "a member returned claims anew",
        "a milestone is not the task",
        "an extension closes nothing",
    ],
)
def test_a_task_is_finished(events: tuple[EventFacts, ...], expected: str | None) -> None:
    assert task_closing(events, GROUP, TODAY).finished_on == (day(expected) if expected else None)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((verify("2023-08-10"),), OPEN),
        ((finish("2023-08-10"), verify("2023-08-12")), Closing(day("2023-08-10"), day("2023-08-12"))),
        ((finish("2023-08-10"), verify("2023-09-01")), Closing(day("2023-08-10"))),
        (
            (finish("2023-08-10"), verify("2023-08-12"), verify("2023-08-20")),
            Closing(day("2023-08-10"), day("2023-08-12")),
        ),
        (
            (finish("2023-08-10"), verify("2023-08-12"), send_back("2023-08-20")),
            Closing(day("2023-08-10"), day("2023-08-12")),
        ),
        ((finish("2023-08-10"), verify("2023-08-12"), reopen("2023-08-20")), OPEN),
        ((finish("2023-08-10"), verify("2023-08-12", 1)), Closing(day("2023-08-10"))),
        (
            (finish("2023-08-10"), verify("2023-08-12", 2), verify("2023-08-15", 1)),
            Closing(day("2023-08-10"), day("2023-08-15")),
        ),
        (
            (finish("2023-08-10"), verify("2023-08-12", 1), send_back("2023-08-15"), finish("2023-08-20", 2)),
            Closing(day("2023-08-20")),
        ),
    ],
    ids=[
        "what was not claimed is not verified",
        "verified",
        "not verified yet",
        "the first verification counts",
        "a return no longer touches what is verified",
        "only reopening opens it",
        "one verified member is not the group",
        "a group is verified with its last member",
        "a return of the whole opens the parts not yet verified",
    ],
)
def test_a_claim_is_verified(events: tuple[EventFacts, ...], expected: Closing) -> None:
    assert task_closing(events, GROUP, TODAY) == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((cancel("2023-08-10"),), Closing(cancelled_on=day("2023-08-10"))),
        ((cancel("2023-09-10"),), OPEN),
        ((cancel("2023-08-10"), finish("2023-08-12")), Closing(cancelled_on=day("2023-08-10"))),
        ((cancel("2023-08-10"), reopen("2023-08-12")), OPEN),
        ((finish("2023-08-05", 1), cancel("2023-08-10")), Closing(cancelled_on=day("2023-08-10"))),
        (
            (finish("2023-08-05", 1), cancel("2023-08-10"), reopen("2023-08-12"), finish("2023-08-20", 2)),
            Closing(day("2023-08-20")),
        ),
    ],
    ids=[
        "cancelled",
        "not cancelled yet",
        "nothing is finished that was cancelled",
        "taken up again",
        "what some members had finished does not count",
        "but does once the task is taken up again",
    ],
)
def test_a_task_is_cancelled(events: tuple[EventFacts, ...], expected: Closing) -> None:
    assert task_closing(events, GROUP, TODAY) == expected


def test_a_task_without_units_is_finished_as_a_whole() -> None:
    assert task_closing((finish("2023-08-10"),), (), TODAY).finished_on == day("2023-08-10")


def test_the_members_that_finished_are_known() -> None:
    assert unit_closings((finish("2023-08-10", 2),), GROUP, TODAY) == {1: OPEN, 2: Closing(day("2023-08-10"))}
    assert unit_closings((), GROUP, TODAY) == {1: OPEN, 2: OPEN}


def test_a_milestone_goes_a_way_of_its_own() -> None:
    events = (finish("2023-05-02", part="2023-04-30"), reopen("2023-05-05", part="2023-04-30"), finish("2023-08-01"))
    assert task_closing(events, GROUP, day("2023-05-04"), "2023-04-30").finished_on == day("2023-05-02")
    assert task_closing(events, GROUP, TODAY, "2023-04-30") == OPEN
    assert task_closing(events, GROUP, TODAY, "2023-06-30") == OPEN


EVENTS = st.lists(
    st.builds(
        event,
        st.sampled_from(EventKind),
        st.dates(day("2023-01-01"), day("2023-12-31")).map(str),
        st.sampled_from((None, 1, 2)),
        st.sampled_from(("", "2023-04-30")),
    ),
    max_size=12,
).map(tuple)


@given(EVENTS)
def test_whatever_happens_verified_is_finished_and_cancelled_is_neither(events: tuple[EventFacts, ...]) -> None:
    for closing in (unit_closing(events, 1, TODAY), task_closing(events, GROUP, TODAY)):
        assert closing.finished_on or not closing.verified_on
    whole = task_closing(events, GROUP, TODAY)
    assert not (whole.cancelled_on and whole.finished_on)


@given(EVENTS)
def test_what_happens_later_changes_nothing_before(events: tuple[EventFacts, ...]) -> None:
    known = tuple(one for one in events if one.on <= TODAY)
    assert task_closing(known, GROUP, TODAY) == task_closing(events, GROUP, TODAY)
