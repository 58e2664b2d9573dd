"""The monthly circular: its head, its text, its annexes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.story import FACTS, OFFICE, POLICIES, TASKS, UNITS, august
from tests.unit.domain.by_hand import day, doubt, due, finish, plan, register_facts, report, task
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.terms import Status
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import Circular
from wuye_cli.reports.circular_title import plan_subject


def text(circular: Circular) -> str:
    return "\n".join(circular.paragraphs)


def test_the_head_of_a_draft() -> None:
    circular = august()
    assert circular.title == "关于2023年8月份甲市物业提升三年行动工作进展情况的通报"
    assert circular.number == "第×期（草稿）"
    assert (circular.issuer, circular.contact) == ("甲市物业提升领导小组", "0951-1234567")
    assert (circular.month, circular.counted_to, circular.issued_on) == (
        "2023-08",
        day("2023-08-31"),
        day("2023-09-05"),
    )


def test_an_office_without_an_issuer_issues_in_its_own_name() -> None:
    assert (
        build_circular(FACTS, replace(OFFICE, issuer=""), "2023-08", day("2023-09-05"), POLICIES).issuer == OFFICE.name
    )


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("甲市2023年物业提升“123”专项行动重点任务清单", "甲市2023年物业提升“123”专项行动"),
        ("住宅小区管理服务能力提升三年行动任务清单", "住宅小区管理服务能力提升三年行动"),
        ("甲县加强住宅物业管理工作（2021—2023年）实施方案", "甲县加强住宅物业管理工作"),
        ("甲市提升服务质量三年行动方案（2022—2024年）", "甲市提升服务质量三年行动"),
        ("关于进一步加强甲市物业服务管理工作的意见", "进一步加强甲市物业服务管理工作"),
        ("甲市物业提升三年行动任务清单（试行）", "甲市物业提升三年行动"),
        ("关于印发《甲市绿色社区行动计划》的通知", "甲市绿色社区"),
        ("实施方案", "重点任务"),
    ],
)
def test_a_circular_is_about_the_work_of_the_plan(title: str, subject: str) -> None:
    assert plan_subject(title) == subject


def test_a_subject_that_ends_in_work_is_not_followed_by_it_again() -> None:
    facts = register_facts(task(), plans=(plan(title="关于加强甲市物业服务管理工作的意见"),))
    circular = build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES)
    assert circular.title == "关于2023年8月份加强甲市物业服务管理工作进展情况的通报"


def test_the_six_states_add_up() -> None:
    circular = august()
    assert circular.total == len(circular.progress) == 6
    assert circular.by_status == tuple((status, 1) for status in Status)
    assert circular.awaiting_verification == 1
    assert "共有任务6项" in text(circular)
    assert "已完成1项、逾期1项、超序时1项、达序时1项、慢序时1项、其他1项（1＋1＋1＋1＋1＋1＝6）" in text(circular)
    assert "待销号1项" in text(circular)


def test_change_against_last_month_is_in_points() -> None:
    assert (
        "与7月（没有印发通报，按台账重新统计）相比，已完成任务占任务总数的16.7%，上升16.7个百分点；"
        "逾期任务占16.7%，与上月持平；慢序时任务占16.7%，下降16.6个百分点。" in text(august())
    )
    assert [row.change for row in august().progress] == [20, 45, 100, 0, 0, None]


def test_a_first_circular_compares_with_nothing() -> None:
    facts = register_facts(task(reports=(report(1, "2023-08", 10),)), plans=(plan(issued_on=day("2023-08-10")),))
    circular = build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES)
    assert "上月没有正在执行的任务，本月不作比较。" in circular.paragraphs
    assert circular.progress[0].change is None


def test_the_headings() -> None:
    headings = [paragraph for paragraph in august().paragraphs if paragraph[1:2] == "、"]
    assert headings == ["一、总体情况", "二、各单位进展情况", "三、存在问题", "四、下一步工作要求"]
    assert august().paragraphs[0] == "现将《甲市物业提升三年行动方案（2021—2023年）》2023年8月份工作进展情况通报如下。"


def test_units_stand_in_official_order_and_the_fast_and_slow_are_named() -> None:
    paragraphs = august().paragraphs
    start = paragraphs.index("二、各单位进展情况")
    assert paragraphs[start + 2 : start + 8] == (
        "市民政局：承担任务3项，已完成1项、超序时1项、达序时1项。",
        "市住建局：承担任务1项，逾期1项。",
        "各县区政府：承担任务1项，慢序时1项。",
        "未明确单位的任务1项，其他1项。",
        "进展较快的单位（有已完成或超序时任务，且没有逾期、慢序时任务）：市民政局。",
        "进展较慢的单位（有逾期或慢序时任务）：市住建局、各县区政府。",
    )


def test_problems_are_named_with_their_units() -> None:
    paragraphs = august().paragraphs
    start = paragraphs.index("三、存在问题")
    assert paragraphs[start + 1 : start + 9] == (
        "（一）逾期任务1项。",
        "1．出台收费办法（市住建局；完成时限：6月底前；已逾期62天，连续2个月逾期）。存在问题：听证未完成。",
        "（二）慢序时任务1项。",
        "1．完成试点（各县区政府；完成时限：9月底前；落后序时进度44个百分点）。",
        "（三）连续3个月及以上没有进展的任务1项。",
        "1．第6项任务（未明确单位；连续8个月没有填报）。",
        "（四）进展报送不到位。应报送单位4家，其中未报送1家（乙县政府）；迟报1家（甲区政府）。",
        "（五）待核事项1项，相关内容以核实后的为准：完成试点（总数与分解数待核对）。",
    )


def test_demands_follow_the_figures() -> None:
    paragraphs = august().paragraphs
    assert paragraphs[paragraphs.index("四、下一步工作要求") + 1 :] == (
        "（一）逾期任务1项，市住建局要逐项说明原因，明确完成日期和责任人，尽快办结。",
        "（二）慢序时任务1项，有关单位要查找原因，制定追赶计划，加快推进。",
        "（三）长期没有进展的任务1项，有关单位要专题研究，书面说明原因和下一步安排。",
        "（四）未报送或报送不全的1家单位要尽快补报，今后按时、如实报送进展。",
        "（五）2023年9月到期任务1项（完成试点），牵头单位要倒排时间，确保按期完成。",
        "（六）请各单位于2023年9月25日前报送2023年9月份进展；没有进展的也要报送，并注明“本月无进展”。",
    )


def test_a_month_without_problems_says_so() -> None:
    facts = register_facts(task(events=(finish("2023-08-20"),)))
    paragraphs = build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES).paragraphs
    assert "本月没有逾期、慢序时任务，报送齐全、及时。" in paragraphs
    assert "进展较慢的单位（有逾期或慢序时任务）：无。" in paragraphs
    assert paragraphs[-1].startswith("（一）请各单位于2023年9月25日前")


def test_units_that_all_failed_to_report_are_not_named_one_by_one() -> None:
    facts = register_facts(task(1, deadlines=(due("2023-12-31"),)), task(2, leads=(2,), deadlines=(due("2023-12-31"),)))
    circular = build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES)
    assert "进展报送不到位。应报送单位2家，均未报送。" in text(circular)


def test_a_month_without_problems_tells_what_has_turned_without_a_number() -> None:
    facts = register_facts(task(deadlines=(due("2023-07-20"),), events=(finish("2023-08-20"),)))
    paragraphs = build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES).paragraphs
    assert "与7月相比，已扭转的逾期任务1项：第1项任务（2023年8月20日办结）。" in paragraphs


def test_a_late_task_without_units_or_printed_number_still_has_its_line() -> None:
    facts = register_facts(task(no="", leads=(), deadlines=(due("2023-06-30", "6月底前"),)))
    assert "1．第1项任务（未明确单位；完成时限：6月底前；已逾期62天，连续2个月逾期）。" in text(
        build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES)
    )


def test_reports_are_counted_by_period_and_known_day() -> None:
    on_the_day, later = august("2023-08-31"), august("2023-09-05")
    assert [row.percent for row in on_the_day.progress][1] is None
    assert [row.percent for row in later.progress][1] == 45
    in_september = task(1, deadlines=(due("2023-12-31"),), reports=(report(1, "2023-08", 10), report(2, "2023-09", 90)))
    (row,) = build_circular(register_facts(in_september), OFFICE, "2023-08", day("2023-10-05"), POLICIES).progress
    assert row.percent == 10


def test_a_month_that_runs_is_counted_to_the_day_asked_about() -> None:
    circular = august("2023-08-10")
    assert circular.counted_to == day("2023-08-10")
    assert "截至8月10日" in text(circular)
    assert circular.by_status[0] == (Status.DONE, 0)


@pytest.mark.parametrize(
    ("month", "code"), [("2023-09", "future-month"), ("2024-01", "future-month"), ("2023-13", "bad-month")]
)
def test_a_month_that_has_not_come_or_is_none_is_refused(month: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        build_circular(FACTS, OFFICE, month, day("2023-08-31"), POLICIES)
    assert caught.value.code == code
    assert month[:4] in caught.value.message


TWO_PLANS = register_facts(
    *TASKS,
    task(7, plan=2, code="p2-1", title="另一项"),
    plans=(
        plan(title="甲方案"),
        plan(id=2, code="p2", title="乙方案"),
        plan(id=3, code="p3", issued_on=day("2023-09-01")),
    ),
    known=UNITS,
)


def test_a_circular_covers_all_open_plans_in_force() -> None:
    circular = build_circular(TWO_PLANS, OFFICE, "2023-08", day("2023-09-05"), POLICIES)
    assert circular.title == "关于2023年8月份重点任务工作进展情况的通报"
    assert circular.paragraphs[0].startswith("现将《甲方案》《乙方案》2023年8月份")
    assert circular.total == 7


def test_a_circular_may_cover_one_plan() -> None:
    circular = build_circular(TWO_PLANS, OFFICE, "2023-08", day("2023-09-05"), POLICIES, plan="p2")
    assert (circular.title, circular.total) == ("关于2023年8月份乙工作进展情况的通报", 1)


@pytest.mark.parametrize(("code", "error"), [("p9", "unknown-plan"), ("p3", "nothing-in-force")])
def test_a_plan_that_is_unknown_or_not_in_force_is_refused(code: str, error: str) -> None:
    with pytest.raises(RefusedError) as caught:
        build_circular(TWO_PLANS, OFFICE, "2023-08", day("2023-09-05"), POLICIES, plan=code)
    assert caught.value.code == error


def test_what_was_put_away_is_left_out() -> None:
    facts = register_facts(task(1), task(2, archived_on=day("2023-08-15")))
    circular = build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES)
    assert [row.code for row in circular.progress] == ["p1-1"]
    assert [row.due_tasks for row in circular.reporting] == [1]


def test_doubts_are_seen_in_the_annex_each_once() -> None:
    facts = register_facts(task(doubts=(doubt("年份不明。"), doubt("单位不明"), doubt("年份不明"))))
    (row,) = build_circular(facts, OfficeFacts(), "2023-08", day("2023-09-05"), POLICIES).progress
    assert row.note == "〔待核：年份不明；单位不明〕"
    assert row.doubts == ("年份不明", "单位不明")
