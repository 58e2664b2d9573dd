"""What each unit is reminded of, and the text that goes to it."""

from __future__ import annotations

import pytest

from tests.reports.story import COUNTY_A, FACTS, OFFICE, POLICIES, UNITS
from tests.unit.domain.by_hand import day, due, finish, milestone, plan, recurring, register_facts, report, task
from wuye_cli.domain.calendar import CalendarDay, WorkingCalendar
from wuye_cli.domain.contacts import Contact
from wuye_cli.domain.facts import RegisterFacts
from wuye_cli.render.reminders import reminder_heading, reminder_text
from wuye_cli.reports.reminders import Reminders, build_reminders

KNOWN_YEAR = WorkingCalendar().with_days((CalendarDay(day("2023-10-01"), False, "国庆节"),))


def remind(on: str, within: int = 7, facts: RegisterFacts = FACTS, plan: str | None = None) -> Reminders:
    contacts = {COUNTY_A: (Contact("联络员", "张三", "科长", "139"),)}
    return build_reminders(facts, OFFICE, contacts, day(on), within, POLICIES, KNOWN_YEAR, plan=plan)


def test_units_are_reminded_in_official_order_of_what_is_theirs() -> None:
    found = remind("2023-09-25")
    assert [
        (one.unit, [task.code for task in one.overdue], [task.code for task in one.due], one.missing)
        for one in found.units
    ] == [
        ("市民政局", [], [], "p1-4、p1-5"),
        ("甲区政府", [], ["p1-2"], "p1-2"),
        ("市住建局", ["p1-1"], [], "p1-1"),
        ("乙县政府", [], ["p1-2"], "p1-2"),
    ]


@pytest.mark.parametrize(
    ("on", "within", "month", "due_on"),
    [
        ("2023-09-17", 7, "2023-08", "2023-08-25"),
        ("2023-09-18", 7, "2023-09", "2023-09-25"),
        ("2023-09-30", 7, "2023-09", "2023-09-25"),
        ("2023-11-19", 7, "2023-10", "2023-10-25"),
        ("2023-11-20", 7, "2023-11", "2023-11-27"),
        ("2023-11-25", 0, "2023-10", "2023-10-25"),
    ],
    ids=[
        "a day too early for this month",
        "so many days before",
        "still after the day",
        "a day before a moved day",
        "so many days before a moved day",
        "on the Saturday that was moved",
    ],
)
def test_the_newest_report_that_is_due_by_then_is_asked_for(on: str, within: int, month: str, due_on: str) -> None:
    found = remind(on, within)
    assert (found.month, found.report_due_on) == (month, day(due_on))


def test_a_member_that_has_finished_is_left_in_peace() -> None:
    group = task(1, leads=(10,), deadlines=(due("2023-08-31"),), events=(finish("2023-08-10", unit=COUNTY_A),))
    found = remind("2023-09-05", facts=register_facts(group, known=UNITS))
    assert [one.unit for one in found.units] == ["乙县政府"]


def test_steps_stand_apart_missed_and_coming() -> None:
    steps = (milestone("2023-08-31", "制定方案"), milestone("2023-09-10", "印发方案"), milestone("2023-12-10", "总结"))
    found = remind("2023-09-05", facts=register_facts(task(deadlines=(due("2023-12-31"),), milestones=steps)))
    (one,) = found.units
    assert ([step.text for step in one.steps], one.overdue, one.due) == (["制定方案", "印发方案"], (), ())


def test_who_has_done_all_is_not_reminded() -> None:
    on_time = task(deadlines=(due("2023-12-31"),), reports=(report(1, "2023-08", 80),))
    assert remind("2023-09-05", facts=register_facts(on_time)).units == ()


def test_a_plan_that_was_not_in_force_asks_for_nothing() -> None:
    facts = register_facts(task(), plans=(plan(issued_on=day("2023-09-01")),))
    assert remind("2023-09-05", facts=facts).units == ()
    assert remind("2023-08-25", facts=facts).units == ()
    assert [one.missing for one in remind("2023-09-18", facts=facts).units] == ["p1-1"]


def test_only_one_plan_when_it_is_named() -> None:
    facts = register_facts(task(1), task(2, plan=2, code="p2-1"), plans=(plan(), plan(id=2, code="p2")))
    assert [one.missing for one in remind("2023-08-25", facts=facts, plan="p2").units] == ["p2-1"]


def test_the_text_is_ready_to_paste() -> None:
    found = remind("2023-09-25")
    texts = {one.unit: reminder_text(one, found) for one in found.units}
    assert texts["市住建局"] == (
        "市住建局：截至2023年9月25日，请关注以下事项。\n"
        "一、已逾期任务1项，请尽快办结并说明原因：\n"
        "1．出台收费办法（p1-1）：完成时限2023-06-30，已逾期87天。\n"
        "二、2023年9月份进展尚未报送（p1-1），请于2023年9月25日前报送；没有进展的也要报送，并注明“本月无进展”。\n"
        "甲市物业提升领导小组办公室"
    )
    assert "一、7日内到期任务1项，请抓紧完成：\n1．完成试点（p1-2）：完成时限2023-09-30，还有5天。" in texts["甲区政府"]
    assert "\n2023年9月份进展尚未报送（p1-4、p1-5），" in texts["市民政局"]  # one kind alone needs no number


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2023-09-30", "完成时限2023-09-30，今日到期"),
        ("2023-09-26", "已过报送时限（2023年9月25日），请尽快报送"),
        ("2023-10-01", "完成时限2023-09-30，已逾期1天"),
    ],
)
def test_the_words_follow_the_day(on: str, words: str) -> None:
    found = remind(on)
    assert words in "\n".join(reminder_text(one, found) for one in found.units)


def test_the_words_of_a_step() -> None:
    steps = (milestone("2023-08-31", "制定方案。"), milestone("2023-09-10", "印发方案"))
    found = remind("2023-09-05", facts=register_facts(task(deadlines=(due("2023-12-31"),), milestones=steps)))
    text = reminder_text(found.units[0], found)
    assert "阶段性时限2项：\n1．第1项任务（p1-1）：制定方案（时限2023-08-31，已过5天）。" in text
    assert "2．第1项任务（p1-1）：印发方案（时限2023-09-10，还有5天）。" in text


def test_the_clerk_sees_whom_to_send_it_to() -> None:
    headings = [reminder_heading(one) for one in remind("2023-09-25").units]
    assert headings[:2] == ["—— 市民政局（未登记联系人）——", "—— 甲区政府（张三 科长 139）——"]


def test_of_a_recurring_duty_each_member_is_reminded_of_its_own_periods() -> None:
    duty = task(
        1,
        leads=(10,),
        deadlines=(recurring(),),
        added_on=day("2023-01-01"),
        reports=tuple(report(key, f"2023-0{key}", 10 * key, unit=COUNTY_A) for key in range(1, 8)),
    )
    found = remind("2023-08-25", facts=register_facts(duty, known=UNITS))
    assert [(one.unit, [line.period for line in one.periods][-2:]) for one in found.units] == [
        ("甲区政府", ["2023-08"]),
        ("乙县政府", ["2023-07", "2023-08"]),
    ]
    assert "周期性工作1项：\n1．第1项任务（p1-1）：2023-08应于2023-08-31前完成。" in reminder_text(
        found.units[0], found
    )
    assert "：2023-05、2023-06、2023-07等7期过期未完成；2023-08应于2023-08-31前完成。" in reminder_text(
        found.units[1], found
    )


def test_of_a_step_only_the_members_that_have_not_done_it_are_reminded() -> None:
    events = (finish("2023-08-20", unit=COUNTY_A, part="2023-08-31"),)
    group = task(1, leads=(10,), deadlines=(due("2023-12-31"),), milestones=(milestone("2023-08-31"),), events=events)
    found = remind("2023-08-25", facts=register_facts(group, known=UNITS))
    assert [(one.unit, len(one.steps)) for one in found.units] == [("甲区政府", 0), ("乙县政府", 1)]
