"""What each unit is asked for a month: which tasks, and which amounts of each."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.domain.by_hand import (
    cancel,
    day,
    finish,
    plan,
    register_facts,
    reopen,
    report,
    target,
    task,
    unit,
    units,
)
from wuye_cli.domain.asking import asked_tasks, last_amounts, own_targets, standing_report
from wuye_cli.domain.facts import EventFacts, TaskFacts, UnitFacts

TODAY = day("2023-08-24")
CITY, EAST, WEST, GROUP = 1, 2, 3, 10
KNOWN = units(
    unit(CITY, "市住建局", region="甲市"),
    unit(WEST, "西区政府", region="甲市西区"),
    unit(EAST, "东区政府", region="甲市东区"),
    unit(GROUP, "各区政府", (EAST, WEST)),
)
WHOLE = target(1, 5, "个", indicator="试点")
QUOTAS = (target(2, 3, "个", indicator="试点", scope="东区"), target(3, 2, "个", indicator="试点", scope="西区"))


def asked_codes(*tasks: TaskFacts, known: dict[int, UnitFacts] | None = None, **wanted: str) -> dict[int, list[str]]:
    asked = asked_tasks(register_facts(*tasks, known=known or KNOWN), "leads", TODAY, **wanted)
    return {one: [item.task.code for item in tasks] for one, tasks in asked.items()}


def test_every_member_of_a_group_is_asked_in_official_order() -> None:
    tasks = (task(1, leads=(GROUP,)), task(2, leads=(CITY,), responsible=(EAST,)))
    asked = asked_codes(*tasks)
    assert asked == {CITY: ["p1-2"], EAST: ["p1-1"], WEST: ["p1-1"]}
    assert list(asked) == [CITY, EAST, WEST]


@pytest.mark.parametrize(
    ("events", "left"),
    [
        ((), [EAST, WEST]),
        ((finish("2023-08-20"),), []),
        ((finish("2023-08-20"), reopen("2023-08-22")), [EAST, WEST]),
        ((finish("2023-08-25"),), [EAST, WEST]),
        ((finish("2023-08-20", unit=EAST),), [WEST]),
        ((finish("2023-08-20", unit=EAST), finish("2023-08-21", unit=WEST)), []),
        ((cancel("2023-08-20"),), []),
    ],
)
def test_what_is_closed_is_not_asked_for(events: tuple[EventFacts, ...], left: list[int]) -> None:
    assert list(asked_codes(task(1, leads=(GROUP,), events=events))) == left


def test_what_is_put_away_or_not_yet_in_force_is_not_asked_for() -> None:
    assert not asked_codes(task(1, leads=(CITY,), archived_on=day("2023-08-01")))
    facts = register_facts(task(1, leads=(CITY,)), plans=(plan(issued_on=day("2023-09-01")),), known=KNOWN)
    assert not asked_tasks(facts, "leads", TODAY)


def test_one_plan_alone_can_be_asked_for() -> None:
    assert asked_codes(task(1, leads=(CITY,)), plan="p1") == {CITY: ["p1-1"]}
    assert asked_codes(task(1, leads=(CITY,)), plan="p2") == {}


def test_the_role_is_told() -> None:
    facts = register_facts(task(1, leads=(CITY,), responsible=(EAST,)), known=KNOWN)
    asked = asked_tasks(facts, "all", TODAY)
    assert {one: tasks[0].is_lead for one, tasks in asked.items()} == {CITY: True, EAST: False}


@pytest.mark.parametrize(
    ("leads", "asking", "expected"),
    [
        ((GROUP,), EAST, [2]),  # its own quota, not the total and not another's
        ((GROUP,), WEST, [3]),
        ((CITY,), CITY, [1, 2, 3]),  # a bureau that alone reports knows them all
        ((CITY, GROUP), CITY, [1]),  # but not where the districts report themselves
    ],
)
def test_a_quota_is_asked_of_whom_it_belongs_to(leads: tuple[int, ...], asking: int, expected: list[int]) -> None:
    one = task(1, leads=leads, targets=(WHOLE, *QUOTAS))
    facts = register_facts(one, known=KNOWN)
    assert [item.id for item in own_targets(one, asking, facts, "leads", TODAY)] == expected


@pytest.mark.parametrize(("on", "expected"), [("2023-08-24", 1), ("2024-06-30", 2), ("2026-01-01", 2)])
def test_of_rising_thresholds_the_next_one_is_asked_for(on: str, expected: int) -> None:
    one = task(1, leads=(CITY,), targets=(target(1, 70, by="2023-12-31"), target(2, 90, by="2025-12-31")))
    facts = register_facts(one, known=KNOWN)
    assert [item.id for item in own_targets(one, CITY, facts, "leads", date.fromisoformat(on))] == [expected]


SENT = (
    report(1, "2023-06", 40, values={1: 3.0}),
    report(2, "2023-07", None, values={2: 60.0}),
    report(3, "2023-08", 50),
    report(4, "2023-07", 99, unit=EAST),
)


def test_the_last_figures_are_those_of_earlier_months() -> None:
    rising = (target(1, 70, by="2023-12-31"), target(2, 90, by="2025-12-31"))
    one = task(1, leads=(CITY,), targets=rising, reports=SENT)
    assert last_amounts(one, CITY, "2023-08", day("2023-08-31")) == (40, {1: 60.0, 2: 60.0})
    assert last_amounts(one, CITY, "2023-06", day("2023-08-31")) == (None, {})


def test_the_report_of_a_month_is_that_unit_s_own() -> None:
    one = task(1, leads=(CITY,), reports=SENT)
    assert standing_report(one, CITY, "2023-08", day("2023-08-31")) == SENT[2]
    assert standing_report(one, EAST, "2023-08", day("2023-08-31")) is None
