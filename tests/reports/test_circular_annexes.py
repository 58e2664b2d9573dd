"""The annexes of the circular that are more than a copy of the tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.reports.story import OFFICE, POLICIES, august
from tests.unit.domain.by_hand import day, due, finish, plan, register_facts, report, target, task
from wuye_cli.domain.calendar import CalendarDay, WorkingCalendar
from wuye_cli.domain.facts import PlanFacts, ReportFacts, TargetFacts, TaskFacts
from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import ReportingRow, TargetRow
from wuye_cli.reports.circular_reporting import is_nil


def circular_of(*tasks: TaskFacts, plans: tuple[PlanFacts, ...] = (), on: str = "2023-09-05") -> tuple[
    tuple[TargetRow, ...], tuple[ReportingRow, ...]
]:  # fmt: skip
    circular = build_circular(register_facts(*tasks, plans=plans), OFFICE, "2023-08", day(on), POLICIES)
    return circular.targets, circular.reporting


def test_late_tasks_the_longest_overdue_first_then_the_furthest_behind() -> None:
    facts = register_facts(
        task(1, deadlines=(due("2023-12-31"),)),
        task(2, deadlines=(due("2023-08-30"),)),
        task(3, deadlines=(due("2023-09-30"),)),
        task(4, deadlines=(due("2023-06-30"),)),
        task(5, deadlines=(due("2033-09-30"),), reports=(report(1, "2023-08", 90),)),
    )
    rows = build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES).overdue
    assert [(row.no, row.status) for row in rows] == [
        ("4", Status.OVERDUE),
        ("2", Status.OVERDUE),
        ("3", Status.BEHIND),
        ("1", Status.BEHIND),
    ]
    assert [row.days_overdue for row in rows] == [62, 1, None, None]


def test_a_total_stands_before_the_quotas_it_is_split_into() -> None:
    rows = august().targets
    assert [(row.scope, row.target, row.actual, row.rate, row.month, row.state) for row in rows] == [
        ("全市", "≥5个", 3, 60, "2023年8月", "推进中"),
        ("甲区", "≥3个", 3, 100, "2023年8月", "已达标"),
        ("乙县", "≥2个", None, None, "", "未填报"),
    ]


@pytest.mark.parametrize(("level", "whole"), [("省级", "全省"), ("县（市）区级", "全县"), ("", "合计")])
def test_the_whole_is_named_after_the_plan_s_level(level: str, whole: str) -> None:
    quotas = (target(1, 3, "个"), target(2, 3, "个", scope="甲区"))
    targets, _ = circular_of(task(targets=quotas), plans=(plan(level=level),))
    assert [row.scope for row in targets] == [whole, "甲区"]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (target(1, 70), "≥70%"),
        (target(1, 9, "个", op="="), "9个"),
        (target(1, 5, "件", op="<="), "≤5件"),
        (target(1, 91.5, op=">"), "＞91.5%"),
        (target(1, 3, "家", op="=", value_max=5), "3～5家"),
    ],
)
def test_a_target_in_print(wanted: TargetFacts, words: str) -> None:
    targets, _ = circular_of(task(targets=(wanted,)))
    assert [row.target for row in targets] == [words]


@pytest.mark.parametrize(
    ("by", "value", "state"),
    [
        ("2023-08-31", 50, "推进中"),
        ("2023-08-30", 50, "逾期未达标"),
        ("2023-08-30", None, "逾期未达标"),
        ("2023-08-30", 70, "已达标"),
        ("2023-12-31", None, "未填报"),
    ],
)
def test_the_state_of_a_target(by: str, value: float | None, state: str) -> None:
    sent = () if value is None else (report(1, "2023-08", values={1: value}),)
    targets, _ = circular_of(task(targets=(target(1, 70, by=by),), reports=sent))
    assert [row.state for row in targets] == [state]


def test_the_plan_s_own_targets_come_first_under_its_title() -> None:
    own = plan(targets=(target(9, 80, by="2025-12-31", indicator="", text="2025年底达到80%"),))
    targets, _ = circular_of(task(targets=(target(1, 70),)), plans=(own,))
    assert [(row.code, row.no, row.title, row.indicator, row.by) for row in targets] == [
        ("p1", "", own.title, "2025年底达到80%", "2025年12月31日"),
        ("p1-1", "1", "第1项任务", "成立率", ""),
    ]


def test_units_that_were_to_report_in_official_order() -> None:
    assert august().reporting == (
        ReportingRow("市民政局", 2, 2, date(2023, 8, 25), "零报告", "", ("p1-4", "p1-5")),
        ReportingRow("甲区政府", 1, 1, date(2023, 9, 2), "迟报", "", ("p1-2",)),
        ReportingRow("市住建局", 1, 1, date(2023, 8, 24), "已报送", "", ("p1-1",)),
        ReportingRow("乙县政府", 1, 0, None, "未报送", "p1-2"),
    )


def sent_on(number: int, *days: str, note: str = "") -> TaskFacts:
    sent = tuple(
        report(10 * number + i, "2023-08", 10, reported_on=day(text), note=note) for i, text in enumerate(days)
    )
    return task(number, reports=sent)


@pytest.mark.parametrize(
    ("tasks", "state", "reported_on"),
    [
        ((sent_on(1, "2023-08-25"), sent_on(2, "2023-08-20")), "已报送", "2023-08-25"),
        ((sent_on(1, "2023-08-26"), sent_on(2, "2023-08-20")), "迟报", "2023-08-26"),
        ((sent_on(1, "2023-08-25", "2023-09-03"),), "已报送", "2023-08-25"),
        ((sent_on(1, "2023-08-20"), sent_on(2)), "部分报送", "2023-08-20"),
        ((sent_on(1, "2023-09-06"),), "未报送", None),
    ],
    ids=["on the day is in time", "a day late", "a correction of a punctual report", "one of two", "not known yet"],
)
def test_the_state_of_a_unit_s_reporting(tasks: tuple[TaskFacts, ...], state: str, reported_on: str | None) -> None:
    _, (row,) = circular_of(*tasks)
    assert (row.state, row.reported_on) == (state, day(reported_on) if reported_on else None)


def test_a_task_finished_in_the_month_is_asked_for_no_report_but_one_that_came_counts() -> None:
    silent = task(1, events=(finish("2023-08-10"),))
    spoke = task(2, events=(finish("2023-08-10"),), reports=(report(1, "2023-08", 100, reported_on=day("2023-08-10")),))
    assert circular_of(silent)[1] == ()
    assert [row.due_tasks for row in circular_of(silent, spoke)[1]] == [1]


@pytest.mark.parametrize(
    ("now", "nil"),
    [
        (report(2, "2023-08", 30, note="本月无进展"), True),
        (report(2, "2023-08", None, note="无进展。"), True),
        (report(2, "2023-08", 30, is_nil=True), True),
        (report(2, "2023-08", 35, is_nil=True), False),
        (report(2, "2023-08", 35, note="本月无进展"), False),
        (report(2, "2023-08", 30, note="完成摸底"), False),
        (report(2, "2023-08", 0, note=""), True),
        (report(2, "2023-08", None, values={1: 0.0}), True),
        (report(2, "2023-08", None, values={1: 0.0, 2: 3.0}), False),
        (report(2, "2023-08", None, note="正在摸底"), False),
    ],
    ids=[
        "same percentage and the words",
        "the words alone",
        "marked as nil",
        "marked as nil, but a higher percentage",
        "the words, but a higher percentage",
        "same percentage with other words",
        "0%",
        "amount 0",
        "one amount of two",
        "words of something",
    ],
)
def test_a_nil_report(now: ReportFacts, nil: bool) -> None:
    assert is_nil(now, (report(1, "2023-07", 30),)) is nil


HOLIDAY = WorkingCalendar().with_days(
    CalendarDay(day(on), False, "节日") for on in ("2023-08-25", "2023-08-28", "2023-09-25")
)


@pytest.mark.parametrize(
    ("rest_day", "calendar", "sent", "state", "next_report"),
    [
        ("next", HOLIDAY, "2023-08-29", "已报送", "9月26日"),
        ("next", HOLIDAY, "2023-08-30", "迟报", "9月26日"),
        ("keep", HOLIDAY, "2023-08-29", "迟报", "9月25日"),
        ("next", WorkingCalendar(), "2023-08-28", "迟报", "9月25日"),
    ],
    ids=["on the day it was moved to", "a day after that", "not moved by this office", "a calendar without the year"],
)
def test_a_reporting_day_on_a_rest_day_decides_where_it_was_moved_to(
    rest_day: str, calendar: WorkingCalendar, sent: str, state: str, next_report: str
) -> None:
    office = replace(OFFICE, rest_day=rest_day)
    facts = register_facts(sent_on(1, sent))
    circular = build_circular(facts, office, "2023-08", day("2023-09-05"), POLICIES, calendar)
    assert [row.state for row in circular.reporting] == [state]
    assert f"请各单位于2023年{next_report}前报送" in circular.paragraphs[-1]
    assert circular.unknown_years == (() if calendar.days else (2023,))
