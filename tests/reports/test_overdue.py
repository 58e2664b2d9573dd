"""What is overdue and what soon falls due, on lists like those that offices issue."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import (
    day,
    due,
    finish,
    milestone,
    ongoing,
    plan,
    register_facts,
    shipped_policies,
    target,
    task,
)
from wuye_cli.domain.facts import DeadlineFacts, OfficeFacts, RegisterFacts, TaskFacts
from wuye_cli.reports.lines import Register
from wuye_cli.reports.overdue import build_due, build_overdue
from wuye_cli.reports.register import build_register

JUNE, OCTOBER = due("2023-06-30", "6月底前"), due("2023-10-31", "10月底前")
NOVEMBER, DECEMBER = due("2023-11-30", "11月底前"), due("2023-12-31", "12月底前")


def yearly_list(*events: tuple[int, str]) -> RegisterFacts:
    """Seven numbers, one of them with two items; two have a step in April."""
    deadlines = {1: OCTOBER, 2: NOVEMBER, 3: NOVEMBER, 4: DECEMBER, 5: JUNE, 6: DECEMBER, 7: NOVEMBER}
    claims = dict(events)
    tasks = [
        task(
            number,
            deadlines=(deadline,),
            milestones=(milestone("2023-04-30", "4月底前，制定计划"),) if number in {4, 7} else (),
            events=(finish(claims[number]),) if number in claims else (),
        )
        for number, deadline in deadlines.items()
    ]
    second_item = task(8, code="p1-3.2", no="3", deadlines=(DECEMBER,))
    return register_facts(*tasks[:3], second_item, *tasks[3:])


def overdue(facts: RegisterFacts, on: str) -> Register:
    return build_overdue(build_register(facts, OfficeFacts(), day(on), shipped_policies()))


def test_overdue_tasks_and_apart_from_them_missed_milestones() -> None:
    found = overdue(yearly_list(), "2023-11-15")
    assert [(line.no, line.days_overdue) for line in found.tasks] == [("1", 15), ("5", 138)]
    assert [(line.no, line.on, line.days_overdue) for line in found.milestones] == [
        ("4", day("2023-04-30"), 199),
        ("7", day("2023-04-30"), 199),
    ]


def test_a_finished_task_is_no_longer_overdue_and_its_milestones_are_not_missed() -> None:
    found = overdue(yearly_list((1, "2023-11-15"), (4, "2023-11-01")), "2023-11-15")
    assert [line.no for line in found.tasks] == ["5"]
    assert [line.no for line in found.milestones] == ["7"]
    assert [line.no for line in overdue(yearly_list((1, "2023-11-15")), "2023-11-14").tasks] == ["1", "5"]


def steps(first: int, second: int) -> dict[str, object]:
    words = (f"2025年底达到{first}%", f"2026年底达到{second}%")
    return {
        "deadlines": (due("2025-12-31", words[0]), due("2026-12-31", words[1])),
        "targets": (
            target(first, first, by="2025-12-31", text=words[0]),
            target(second, second, by="2026-12-31", text=words[1]),
        ),
    }


def opinion_task(number: int) -> TaskFacts:
    """One of twenty tasks with dates, percentages by the year, 长期坚持, or a date and 长期坚持."""
    if number in {3, 4}:
        return task(number, **steps(*{3: (70, 90), 4: (60, 80)}[number]))
    by_date: dict[int, tuple[DeadlineFacts, ...]] = {
        **dict.fromkeys((1, 2, 19), (due("2025-06-30", "20256"),)),
        **dict.fromkeys((7, 8, 9, 11, 12, 20), (due("2025-12-31", "202512"),)),
        6: (due("2025-12-31", "202512"), ongoing()),
        13: (due("2026-12-31", "202612"),),
    }
    return task(number, deadlines=by_date.get(number, (ongoing(),)))


def test_yearly_percentages_and_long_term_duties() -> None:
    opinion = plan(issued_on=day("2024-11-25"), year=2024)
    facts = register_facts(*(opinion_task(number) for number in range(1, 21)), plans=(opinion,))
    found = overdue(facts, "2026-01-15")
    assert [line.no for line in found.tasks] == ["1", "2", "3", "4", "6", "7", "8", "9", "11", "12", "19", "20"]


@pytest.mark.parametrize("on", ["2026-01-15", "2036-01-15"])
def test_long_term_duties_alone_never_fall_overdue(on: str) -> None:
    assert overdue(register_facts(opinion_task(5), opinion_task(18)), on).tasks == ()


def test_what_was_put_away_is_not_overdue() -> None:
    assert overdue(register_facts(task(deadlines=(JUNE,), archived_on=day("2023-07-01"))), "2023-08-01").tasks == ()


@pytest.mark.parametrize(
    ("on", "within", "numbers"),
    [
        ("2023-10-01", 30, ["1"]),
        ("2023-10-01", 29, []),
        ("2023-10-31", 0, ["1"]),
        ("2023-10-31", 30, ["1", "2", "3", "7"]),
        ("2023-11-15", 60, ["2", "3", "7", "3", "4", "6"]),
    ],
    ids=["both ends in", "one day short", "today", "the earliest first", "what has passed is not due"],
)
def test_tasks_that_fall_due(on: str, within: int, numbers: list[str]) -> None:
    register = build_register(yearly_list(), OfficeFacts(), day(on), shipped_policies())
    assert [line.no for line in build_due(register, within).tasks] == numbers


def test_milestones_fall_due_too() -> None:
    register = build_register(yearly_list(), OfficeFacts(), day("2023-04-01"), shipped_policies())
    assert [line.no for line in build_due(register, 30).milestones] == ["4", "7"]
    assert build_due(register, 28).milestones == ()


def test_a_finished_task_does_not_fall_due() -> None:
    register = build_register(yearly_list((1, "2023-10-01")), OfficeFacts(), day("2023-10-02"), shipped_policies())
    assert build_due(register, 30).tasks == ()
