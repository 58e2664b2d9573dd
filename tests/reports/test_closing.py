"""What reports say of tasks on their way to the end: claimed, verified, returned, extended, cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.domain.by_hand import (
    cancel,
    day,
    due,
    extend,
    finish,
    milestone,
    plan,
    register_facts,
    send_back,
    shipped_policies,
    task,
    unit,
    units,
    verify,
)
from wuye_cli.domain.facts import EventFacts, OfficeFacts, RegisterFacts, TaskFacts
from wuye_cli.domain.terms import EventKind, Status
from wuye_cli.reports.board import build_board
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import Circular
from wuye_cli.reports.lines import Register
from wuye_cli.reports.overdue import build_due, build_overdue
from wuye_cli.reports.register import build_register
from wuye_cli.reports.selection import Selection, select_tasks

POLICIES = shipped_policies()
UNITS = units(unit(1, "市住建局"), unit(2, "甲区政府"), unit(3, "乙县政府"), unit(10, "各区县政府", (2, 3)))
JUNE = due("2023-06-30", "6月底前")
EXTENDED = task(1, deadlines=(JUNE,), events=(extend("2023-06-10", "2023-06-30", "2023-09-30"),))
PARTLY = task(2, leads=(10,), deadlines=(JUNE,), events=(finish("2023-06-20", 3),))
CANCELLED = task(3, deadlines=(JUNE,), milestones=(milestone("2023-05-31"),), events=(cancel("2023-08-15"),))
CLAIMED = task(4, events=(finish("2023-08-10"),))
VERIFIED = task(5, events=(finish("2023-08-10"), verify("2023-08-20")))
RETURNED = task(6, events=(finish("2023-08-10"), send_back("2023-08-20")))


def facts_of(*tasks: TaskFacts) -> RegisterFacts:
    return register_facts(*tasks, known=UNITS)


def register(*tasks: TaskFacts, on: str = "2023-08-31") -> Register:
    return build_register(facts_of(*tasks), OfficeFacts(), day(on), POLICIES)


def august(*tasks: TaskFacts) -> Circular:
    return build_circular(facts_of(*tasks), OfficeFacts(), "2023-08", day("2023-09-05"), POLICIES)


def test_what_is_verified_no_longer_waits_and_what_is_returned_is_open() -> None:
    board = build_board(register(CLAIMED, VERIFIED, RETURNED), facts_of(CLAIMED, VERIFIED, RETURNED))
    assert (board.total, dict(board.by_status)[Status.DONE], board.awaiting_verification) == (3, 2, 1)
    assert "待销号1项" in "\n".join(august(CLAIMED, VERIFIED, RETURNED).paragraphs)


@pytest.mark.parametrize(("on", "codes"), [("2023-08-14", ["p1-1", "p1-3"]), ("2023-08-15", ["p1-1"])])
def test_a_cancelled_task_leaves_every_count_on_its_day(on: str, codes: list[str]) -> None:
    tasks = (replace(EXTENDED, events=()), CANCELLED)
    whole = register(*tasks, on=on)
    assert build_board(whole, facts_of(*tasks)).total == len(codes)
    assert build_board(whole, facts_of(*tasks)).plans[0].tasks == len(codes)
    assert [line.code for line in build_overdue(whole).tasks] == codes
    assert [line.code for line in select_tasks(whole, Selection()).tasks] == codes
    assert len(select_tasks(whole, Selection(archived=True)).tasks) == 2


def test_a_cancelled_task_is_in_no_circular_and_its_milestones_are_missed_by_nobody() -> None:
    assert [row.code for row in august(CLAIMED, CANCELLED).progress] == ["p1-4"]
    assert register(CANCELLED).milestones == ()


def test_a_plan_put_away_counts_its_tasks_but_none_that_was_cancelled() -> None:
    away = replace(facts_of(CLAIMED, CANCELLED), plans={1: plan(archived_on=day("2023-08-20"))})
    board = build_board(build_register(away, OfficeFacts(), day("2023-08-31"), POLICIES), away)
    assert board.plans[0].tasks == sum(count for _, count in board.plans[0].by_status) == 1


def test_an_extended_task_is_due_on_its_new_day_with_the_original_beside_it() -> None:
    (line,) = build_due(register(EXTENDED), 30).tasks
    assert (line.due, line.original_due, line.extensions) == (day("2023-09-30"), day("2023-06-30"), 1)
    assert build_overdue(register(EXTENDED)).tasks == ()
    assert [task.code for task in build_overdue(register(EXTENDED, on="2023-10-01")).tasks] == ["p1-1"]


def test_the_circular_prints_the_extended_day_beside_the_printed_one() -> None:
    assert august(EXTENDED).progress[0].deadline == "6月底前（延期至2023年9月30日）"


def test_the_circular_names_the_units_that_a_group_task_still_waits_for() -> None:
    circular = august(PARTLY)
    assert circular.progress[0].note == "〔尚未办结：甲区政府〕"
    assert circular.overdue[0].unfinished == ("甲区政府",)
    assert "尚未办结：甲区政府）" in "\n".join(circular.paragraphs)


def test_a_member_that_has_finished_its_part_stands_at_all_of_it_on_the_board() -> None:
    means = {line.unit: line.mean_percent for line in build_board(register(PARTLY), facts_of(PARTLY)).units}
    assert means == {"甲区政府": None, "乙县政府": 100.0}
    assert register(PARTLY).tasks[0].finished_units == ("乙县政府",)


def test_a_milestone_that_was_finished_is_missed_no_longer() -> None:
    steps = (milestone("2023-02-28"), milestone("2023-04-30"))
    partly = task(deadlines=(due("2023-12-31"),), milestones=steps, events=(finish("2023-05-02", part="2023-02-28"),))
    assert [step.on for step in register(partly, on="2023-05-01").milestones] == [step.on for step in steps]
    assert [step.on for step in build_overdue(register(partly, on="2023-05-02")).milestones] == [steps[1].on]
    assert register(partly).tasks[0].milestones[0].finished_on == day("2023-05-02")


DAYS = st.dates(date(2023, 1, 1), date(2024, 3, 31))
WORDS: dict[EventKind, dict[str, Any]] = {
    EventKind.EXTEND: {"from_on": day("2023-06-30"), "to_on": day("2023-09-30")},
}


@st.composite
def stories(draw: st.DrawFn) -> TaskFacts:
    """A task to which anything may have happened, in any order."""
    kinds = draw(st.lists(st.sampled_from(EventKind), max_size=8))
    events = (
        EventFacts(kind, draw(DAYS), draw(st.sampled_from((None, 2, 3))), **WORDS.get(kind, {})) for kind in kinds
    )
    return task(draw(st.integers(1, 99)), leads=draw(st.sampled_from(((1,), (10,), ()))), deadlines=(JUNE,),
                events=tuple(events))  # fmt: skip


@settings(max_examples=60)
@given(st.lists(stories(), max_size=5, unique_by=lambda one: one.code), DAYS)
def test_whatever_happened_every_task_has_one_state_and_the_sums_add_up(tasks: list[TaskFacts], on: date) -> None:
    facts = facts_of(*tasks)
    whole = build_register(facts, OfficeFacts(), on, POLICIES)
    board = build_board(whole, facts)
    open_tasks = select_tasks(whole, Selection()).tasks
    assert len(whole.tasks) == len(tasks)
    assert board.total == len(open_tasks) == sum(count for _, count in board.by_status)
    assert board.total + sum(line.cancelled_on is not None for line in whole.tasks) == len(tasks)
    assert board.awaiting_verification == sum(line.awaiting_verification for line in open_tasks)
    for line in whole.tasks:
        assert (line.status is Status.DONE) == (line.finished_on is not None)
        assert line.awaiting_verification == (line.finished_on is not None and line.verified_on is None)
        assert line.days_overdue is None or line.status is Status.OVERDUE
