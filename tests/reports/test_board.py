"""The status board."""

from __future__ import annotations

from tests.unit.domain.by_hand import (
    day,
    doubt,
    due,
    finish,
    plan,
    register_facts,
    report,
    shipped_policies,
    target,
    task,
    unit,
    units,
)
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts
from wuye_cli.domain.terms import Light, Status
from wuye_cli.reports.board import NO_UNIT, build_board
from wuye_cli.reports.board_lines import Board
from wuye_cli.reports.register import build_register

UNITS = units(unit(1, "市住建局"), unit(2, "甲区政府"), unit(3, "乙县政府"), unit(10, "各区县政府", (3, 2)))
RATE = target(1, 60, by="2023-12-31", indicator="组建率")
TASKS = (
    task(1, deadlines=(due("2023-06-30"),), doubts=(doubt(), doubt())),
    task(2, leads=(10,), deadlines=(due("2023-12-31"),), reports=(report(1, "2023-07", 70, unit=2),)),
    task(3, leads=(1, 2), events=(finish("2023-08-01"),)),
    task(4, leads=()),
    task(5, archived_on=day("2023-08-01")),
    task(6, plan=2, code="p2-1", targets=(RATE,), reports=(report(2, "2023-08", values={1: 45.0}),)),
)
PLANS = (
    plan(targets=(target(51, 60, by="2023-12-31", indicator="组建率"),)),
    plan(id=2, code="p2", targets=(target(50, 60, by="2023-12-31", indicator="组建率"),), doubts=(doubt("年份不明"),)),
    plan(id=3, code="p3", archived_on=day("2023-08-15")),
)


def board() -> Board:
    facts = RegisterFacts(
        {item.id: item for item in PLANS}, UNITS, (*TASKS, task(7, plan=3, code="p3-1", events=(finish("2023-08-01"),)))
    )
    return build_board(build_register(facts, OfficeFacts(), day("2023-08-31"), shipped_policies()), facts)


def test_every_count_is_of_the_same_open_tasks() -> None:
    shown = board()
    assert shown.total == 5
    assert dict(shown.by_status) == {
        Status.DONE: 1,
        Status.OVERDUE: 1,
        Status.AHEAD: 0,
        Status.ON_TRACK: 0,
        Status.BEHIND: 1,
        Status.OTHER: 2,
    }
    assert dict(shown.by_light) == {Light.RED: 2, Light.YELLOW: 0, Light.GREEN: 0, Light.BLUE: 1, Light.GREY: 2}
    assert (shown.awaiting_verification, shown.doubts) == (1, 1)


def test_units_stand_in_official_order_and_tasks_without_one_last() -> None:
    assert [(line.unit, line.total) for line in board().units] == [
        ("市住建局", 3),
        ("甲区政府", 2),
        ("乙县政府", 1),
        (NO_UNIT, 1),
    ]


def test_each_unit_s_states_and_lights_add_up_to_its_tasks() -> None:
    for line in board().units:
        assert sum(count for _, count in line.by_status) == line.total
        assert sum(count for _, count in line.by_light) == line.total


def test_a_unit_s_mean_is_of_its_own_figures_not_its_group_s() -> None:
    means = {line.unit: line.mean_percent for line in board().units}
    assert means == {"市住建局": 33.3, "甲区政府": 85, "乙县政府": None, NO_UNIT: None}


def test_plans_count_their_tasks_and_one_put_away_its_own() -> None:
    lines = {line.code: line for line in board().plans}
    assert {code: (line.tasks, line.archived) for code, line in lines.items()} == {
        "p1": (4, False),
        "p2": (1, False),
        "p3": (1, True),
    }
    assert [doubt.message for doubt in lines["p2"].doubts] == ["年份不明"]


def test_a_plan_s_target_takes_what_its_task_has_reached() -> None:
    lines = {line.code: line for line in board().plans}
    assert [(line.actual, line.rate, line.met) for line in lines["p2"].targets] == [(45, 75, False)]
    assert [line.actual for line in lines["p1"].targets] == [None]


def test_a_plan_s_target_that_two_tasks_answer_differently_takes_neither() -> None:
    twice = register_facts(
        task(1, targets=(RATE,), reports=(report(1, "2023-08", values={1: 45.0}),)),
        task(2, targets=(target(2, 60, indicator="组建率"),), reports=(report(2, "2023-08", values={2: 50.0}),)),
        plans=(PLANS[0],),
    )
    (line,) = build_board(build_register(twice, OfficeFacts(), day("2023-08-31"), shipped_policies()), twice).plans
    assert line.targets[0].actual is None
