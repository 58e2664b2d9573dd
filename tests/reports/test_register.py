"""The register as of a day."""

from __future__ import annotations

from datetime import date

from tests.unit.domain.by_hand import (
    day,
    doubt,
    due,
    finish,
    milestone,
    ongoing,
    plan,
    register_facts,
    reopen,
    report,
    shipped_policies,
    target,
    task,
    unit,
    units,
)
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts
from wuye_cli.domain.terms import EventKind, Light, Status
from wuye_cli.reports.lines import DeadlineLine, DoubtLine, EventLine, Register, ReportLine, TaskLine
from wuye_cli.reports.register import build_register

POLICIES = shipped_policies()
UNITS = units(
    unit(1, "市住建局"),
    unit(2, "甲区政府"),
    unit(3, "乙县政府"),
    unit(10, "各县（市）区政府", (2, 3)),
    unit(4, "市民政局"),
)


def build(facts: RegisterFacts, on: str, office: OfficeFacts | None = None) -> Register:
    return build_register(facts, office or OfficeFacts(), day(on), POLICIES)


def only_line(facts: RegisterFacts, on: str) -> TaskLine:
    (line,) = build(facts, on).tasks
    return line


GROUP_TASK = task(
    leads=(10, 1),
    responsible=(4,),
    guides=(1,),
    deadlines=(due("2023-10-31", "10月底前"), ongoing()),
    milestones=(milestone("2023-04-30", "4月底前，制定方案"),),
    targets=(target(1, 9, "个"),),
    doubts=(doubt("年份不确定"),),
    reports=(
        report(1, "2023-07", 30, unit=2, note="已部署", values={1: 2.0}),
        report(2, "2023-08", 60, unit=2, note="已完成试点", problem="资金不足", values={1: 4.0}),
        report(3, "2023-08", 20, unit=3, note="已摸底", next_step="下月组织验收", values={1: 1.0, 99: 7.0}),
    ),
)


def test_a_line_names_units_as_printed_and_reporters_as_members() -> None:
    line = only_line(register_facts(GROUP_TASK, known=UNITS), "2023-08-31")
    assert line.lead == ("各县（市）区政府", "市住建局")
    assert (line.responsible, line.guide) == (("市民政局",), ("市住建局",))
    assert line.reporters == ("甲区政府", "乙县政府", "市住建局")


def test_the_office_may_want_reports_of_all() -> None:
    facts = register_facts(GROUP_TASK, known=UNITS)
    (line,) = build(facts, "2023-08-31", OfficeFacts(reporters="all")).tasks
    assert line.reporters == ("甲区政府", "乙县政府", "市住建局", "市民政局")


def test_a_line_carries_the_state_and_its_numbers() -> None:
    line = only_line(register_facts(GROUP_TASK, known=UNITS), "2023-08-31")
    assert (line.percent, line.expected, line.behind) == (40, 79.9, 39.9)
    assert (line.status, line.light, line.due, line.days_overdue) == (
        Status.BEHIND,
        Light.RED,
        date(2023, 10, 31),
        None,
    )
    assert line.light_reason.startswith("通用规则：落后超过30个百分点")
    assert line.deadline_text == "10月底前、长期坚持"
    assert line.deadlines[0] == DeadlineLine("date", date(2023, 10, 31), None, "10月底前")
    assert line.doubts == (DoubtLine("deadlines", "deadline-year-unknown", "年份不确定"),)


def test_a_line_shows_the_amount_reached_of_each_target() -> None:
    (shown,) = only_line(register_facts(GROUP_TASK, known=UNITS), "2023-08-31").targets
    assert (shown.actual, shown.actual_month, shown.rate, shown.met) == (5, "2023-08", 55.6, False)
    (blank,) = only_line(register_facts(GROUP_TASK, known=UNITS), "2023-06-30").targets
    assert (blank.actual, blank.actual_month, blank.rate, blank.met) == (None, None, None, False)


def test_reports_stand_newest_month_first_in_official_order() -> None:
    line = only_line(register_facts(GROUP_TASK, known=UNITS), "2023-08-31")
    assert [(item.month, item.unit) for item in line.reports] == [
        ("2023-08", "甲区政府"),
        ("2023-08", "乙县政府"),
        ("2023-07", "甲区政府"),
    ]
    assert line.reports[1] == ReportLine(
        "乙县政府", "2023-08", 20, (("成立率", 1, "个"),), "已摸底", "", "下月组织验收", date(2023, 8, 31)
    )


def test_words_of_the_newest_month_carry_their_unit_where_there_are_several() -> None:
    line = only_line(register_facts(GROUP_TASK, known=UNITS), "2023-08-31")
    assert line.last_month == "2023-08"
    assert line.note == "甲区政府：已完成试点；乙县政府：已摸底"
    assert (line.problem, line.next_step) == ("资金不足", "下月组织验收")


def test_without_reports_there_is_nothing_to_say() -> None:
    line = only_line(register_facts(GROUP_TASK, known=UNITS), "2023-06-30")
    assert (line.last_month, line.percent, line.note, line.reports) == (None, None, "", ())


def test_units_of_one_name_in_two_regions_are_told_apart() -> None:
    known = units(
        unit(1, "市住建局", region="甲市"), unit(2, "市住建局", region="乙市"), unit(3, "市民政局", region="甲市")
    )
    line = only_line(register_facts(task(leads=(1, 2, 3)), known=known), "2023-08-31")
    assert line.lead == ("市住建局（甲市）", "市住建局（乙市）", "市民政局")


FINISHED = task(
    deadlines=(due("2023-04-30"),),
    milestones=(milestone("2023-02-28"),),
    events=(finish("2023-05-02", 1), reopen("2023-06-01")),
)


def test_a_finished_task_waits_for_verification_until_it_is_reopened() -> None:
    line = only_line(register_facts(FINISHED), "2023-05-31")
    assert (line.status, line.light, line.percent, line.behind) == (Status.DONE, Light.BLUE, 100, None)
    assert (line.finished_on, line.awaiting_verification) == (date(2023, 5, 2), True)
    assert line.events == (EventLine(EventKind.FINISH, date(2023, 5, 2), "单位1"),)
    reopened = only_line(register_facts(FINISHED), "2023-06-01")
    assert (reopened.status, reopened.awaiting_verification, reopened.days_overdue) == (Status.OVERDUE, False, 32)
    assert reopened.events[1] == EventLine(EventKind.REOPEN, date(2023, 6, 1), "")


def test_milestones_of_open_tasks_are_listed_with_the_days_they_were_missed_by() -> None:
    missed = build(register_facts(FINISHED), "2023-03-02").milestones
    assert [(line.code, line.on, line.days_overdue) for line in missed] == [("p1-1", date(2023, 2, 28), 2)]
    assert [line.days_overdue for line in build(register_facts(FINISHED), "2023-02-28").milestones] == [None]
    assert build(register_facts(FINISHED), "2023-05-31").milestones == ()


def test_tasks_of_a_plan_that_is_not_yet_in_force_are_not_there() -> None:
    facts = register_facts(task(), plans=(plan(issued_on=day("2023-06-01")),))
    assert build(facts, "2023-05-31").tasks == ()
    assert len(build(facts, "2023-06-01").tasks) == 1


def test_the_day_of_import_does_not_matter() -> None:
    assert len(build(register_facts(task(added_on=day("2026-01-01"))), "2023-05-31").tasks) == 1


def test_what_was_put_away_is_marked_from_that_day_on() -> None:
    away = task(archived_on=day("2023-06-01"), milestones=(milestone("2023-02-28"),))
    assert not only_line(register_facts(away), "2023-05-31").archived
    assert only_line(register_facts(away), "2023-06-01").archived
    assert build(register_facts(away), "2023-06-01").milestones == ()
    assert only_line(register_facts(task(), plans=(plan(archived_on=day("2023-06-01")),)), "2023-06-01").archived


def test_a_plan_picks_its_own_policy_and_else_has_the_office_s() -> None:
    far = task(deadlines=(due("2033-12-31"),))
    own = register_facts(far, plans=(plan(policy="yinchuan"),))
    assert only_line(own, "2023-05-31").light is Light.RED
    assert only_line(register_facts(far), "2023-05-31").light is Light.GREEN
    (line,) = build(register_facts(far), "2023-05-31", OfficeFacts(policy="yinchuan")).tasks
    assert line.light is Light.RED


def test_a_register_knows_the_members_of_its_groups() -> None:
    facts = register_facts(GROUP_TASK, known=UNITS)
    assert build(facts, "2023-08-31").groups == (("各县（市）区政府", ("甲区政府", "乙县政府")),)
