"""What holds for every register: nothing is lost, nothing depends on the order of rows, every count can be listed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.domain.by_hand import (
    due,
    finish,
    ongoing,
    plan,
    register_facts,
    report,
    shipped_policies,
    target,
    task,
    unit,
    units,
)
from wuye_cli.domain.facts import EventFacts, OfficeFacts, RegisterFacts, ReportFacts, TaskFacts
from wuye_cli.domain.months import last_day
from wuye_cli.domain.terms import STATUS_WORDS, Status
from wuye_cli.reports.board import build_board
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import Circular
from wuye_cli.reports.lines import TaskLine
from wuye_cli.reports.overdue import build_overdue
from wuye_cli.reports.register import build_register
from wuye_cli.reports.selection import Selection, select_tasks

POLICIES = shipped_policies()
FEW = settings(max_examples=30)  # registers are large examples: few of them already meet every branch
UNITS = units(unit(1), unit(2), unit(3), unit(10, "各区政府", (2, 3)))
DAYS = st.dates(date(2023, 1, 1), date(2024, 3, 31))
MONTHS = st.integers(1, 12).map(lambda month: f"2023-{month:02d}")
DEADLINES = st.lists(st.one_of(DAYS.map(lambda day: due(day.isoformat())), st.just(ongoing())), max_size=2).map(tuple)


@st.composite
def reports(draw: st.DrawFn) -> tuple[ReportFacts, ...]:
    months = draw(st.lists(MONTHS, max_size=4))
    return tuple(
        report(
            key,
            month,
            draw(st.none() | st.integers(0, 100).map(float)),
            unit=draw(st.sampled_from((1, 2, 3))),
            values=draw(st.sampled_from(({}, {1: 0.0}, {1: 40.0}, {1: 90.0}))),
            note=draw(st.sampled_from(("", "本月无进展", "已完成摸底"))),
            reported_on=last_day(month),
        )
        for key, month in enumerate(months, 1)
    )


@st.composite
def tasks(draw: st.DrawFn, number: int) -> TaskFacts:
    events: tuple[EventFacts, ...] = ()
    if draw(st.booleans()):
        events = (finish(draw(DAYS).isoformat()),)
    return task(
        number,
        leads=draw(st.sampled_from(((), (1,), (10,), (2, 1)))),
        responsible=draw(st.sampled_from(((), (3,)))),
        deadlines=draw(DEADLINES),
        targets=draw(st.sampled_from(((), (target(1, 80, by="2023-12-31"),)))),
        reports=draw(reports()),
        events=events,
    )


@st.composite
def registers(draw: st.DrawFn) -> RegisterFacts:
    count = draw(st.integers(1, 5))
    return register_facts(*(draw(tasks(number)) for number in range(1, count + 1)), plans=(plan(),), known=UNITS)


def lines(facts: RegisterFacts, on: date, policy: str = "office") -> tuple[TaskLine, ...]:
    return build_register(facts, OfficeFacts(policy=policy), on, POLICIES).tasks


@FEW
@given(registers(), DAYS)
def test_the_six_states_add_up_to_all_tasks(facts: RegisterFacts, on: date) -> None:
    register = build_register(facts, OfficeFacts(), on, POLICIES)
    board = build_board(register, facts)
    assert sum(count for _, count in board.by_status) == sum(count for _, count in board.by_light) == len(facts.tasks)
    assert sum(len(select_tasks(register, Selection(status=status)).tasks) for status in Status) == len(facts.tasks)


@FEW
@given(registers(), DAYS)
def test_overdue_is_what_has_days_overdue(facts: RegisterFacts, on: date) -> None:
    register = build_register(facts, OfficeFacts(), on, POLICIES)
    assert [line.code for line in build_overdue(register).tasks] == [
        line.code for line in register.tasks if line.days_overdue
    ]


@FEW
@given(registers(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(facts: RegisterFacts, on: date, shuffler: random.Random) -> None:
    def shuffled(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(shuffler.sample(items, len(items)))

    mixed = [replace(item, reports=shuffled(item.reports)) for item in facts.tasks]  # type: ignore[arg-type]
    shuffler.shuffle(mixed)
    other = RegisterFacts(facts.plans, facts.units, tuple(mixed))
    assert sorted(lines(other, on), key=lambda line: line.code) == list(lines(facts, on))


@FEW
@given(registers(), DAYS)
def test_another_light_policy_changes_only_lights(facts: RegisterFacts, on: date) -> None:
    for policy in POLICIES.by_code:
        recoloured = [
            replace(line, light=first.light, light_reason=first.light_reason)
            for line, first in zip(lines(facts, on, policy), lines(facts, on), strict=True)
        ]
        assert recoloured == list(lines(facts, on))


@FEW
@given(registers(), DAYS)
def test_what_happens_later_changes_nothing_before(facts: RegisterFacts, on: date) -> None:
    known = [
        replace(
            item,
            reports=tuple(sent for sent in item.reports if sent.reported_on <= on),
            events=tuple(event for event in item.events if event.on <= on),
        )
        for item in facts.tasks
    ]
    assert lines(RegisterFacts(facts.plans, facts.units, tuple(known)), on) == lines(facts, on)


STATES = "|".join(STATUS_WORDS.values())
SAID: dict[str, Callable[[Circular, re.Match[str]], int]] = {
    r"共有任务(?P<n>\d+)项": lambda circular, _: len(circular.progress),
    r"待销号(?P<n>\d+)项": lambda circular, _: sum(row.awaiting_verification for row in circular.progress),
    r"(?m)^(?P<unit>.+)：承担任务(?P<n>\d+)项": lambda circular, said: sum(
        said["unit"] in row.units for row in circular.progress
    ),
    r"未明确单位的任务(?P<n>\d+)项": lambda circular, _: sum(not row.units for row in circular.progress),
    r"(?m)^（.）(?P<state>逾期|慢序时)任务(?P<n>\d+)项": lambda circular, said: sum(
        STATUS_WORDS[row.status] == said["state"] for row in circular.overdue
    ),
    r"应报送单位(?P<n>\d+)家": lambda circular, _: len(circular.reporting),
    r"(?P<state>未报送|部分报送|迟报)(?P<n>\d+)家": lambda circular, said: sum(
        row.state == said["state"] for row in circular.reporting
    ),
    r"(?P<year>\d+)年(?P<month>\d+)月到期任务(?P<n>\d+)项": lambda circular, said: sum(
        row.status is not Status.DONE
        and row.due is not None
        and (row.due.year, row.due.month) == (int(said["year"]), int(said["month"]))
        for row in circular.progress
    ),
}  # fmt: skip


@FEW
@given(registers(), MONTHS)
def test_every_count_in_the_text_is_a_count_of_annex_rows(facts: RegisterFacts, month: str) -> None:
    circular = build_circular(facts, OfficeFacts(), month, date(2024, 1, 20), POLICIES)
    text = "\n".join(circular.paragraphs)
    counts = [(said, rows(circular, said)) for words, rows in SAID.items() for said in re.finditer(words, text)]
    assert [int(said["n"]) for said, _ in counts] == [count for _, count in counts]
    states = re.findall(rf"(?:{STATES})(\d+)项", text.split("（")[0])
    assert [int(count) for count in states] == [count for _, count in circular.by_status]


@FEW
@given(registers(), MONTHS)
def test_a_unit_s_states_add_up_to_its_tasks(facts: RegisterFacts, month: str) -> None:
    circular = build_circular(facts, OfficeFacts(), month, date(2024, 1, 20), POLICIES)
    for paragraph in circular.paragraphs:
        if said := re.search(r"(?:承担任务|未明确单位的任务)(\d+)项，(.+)", paragraph):
            assert int(said[1]) == sum(int(count) for count in re.findall(rf"(?:{STATES})(\d+)项", said[2]))
