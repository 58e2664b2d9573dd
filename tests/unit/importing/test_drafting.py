from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from wuye_cli.domain.terms import DeadlineKind
from wuye_cli.importing.document import Locator
from wuye_cli.importing.draft import DraftPlan, DraftTask, Period, Problem
from wuye_cli.importing.drafting import DraftContext, assign_keys, build_task, build_tasks
from wuye_cli.importing.recognisers.claim import Claim, RawTask

CONTEXT = DraftContext(year=2025, issued_on=date(2025, 1, 10))


def test_a_row_becomes_a_task() -> None:
    raw = RawTask(
        no="3",
        section="（二）整治",
        title="规范停车秩序",
        content="4月底前，制定方案；新增车位300个。",
        level="市级",
        remark="重点",
        lead="市城管、公安局",
        responsible="各县（市）区住建、城管部门",
        guide="/",
        deadline="10月底前",
        target="车位利用率≥80%",
        source=Locator(line=12),
    )
    task = build_task(raw, CONTEXT)
    assert (task.no, task.section, task.title, task.level, task.remark) == (
        "3",
        "（二）整治",
        "规范停车秩序",
        "市级",
        "重点",
    )
    assert task.lead.units == ("市城管", "市公安局")
    assert task.lead.text == "市城管、公安局"
    assert task.responsible.units == ("各县（市）区住建部门", "各县（市）区城管部门")
    assert task.guide.units == ()
    assert [item.date for item in task.deadlines] == [date(2025, 10, 31)]
    assert [item.date for item in task.milestones] == [date(2025, 4, 30)]
    assert [(item.value, item.unit) for item in task.targets] == [(80, "%"), (300, "个")]
    assert task.problems == ()


def test_without_a_deadline_column_the_words_hold_the_deadlines() -> None:
    task = build_task(RawTask(title="规范停车秩序", content="2025年6月底前，制定方案。"), CONTEXT)
    assert [item.date for item in task.deadlines] == [date(2025, 6, 30)]
    assert task.milestones == ()


def test_what_a_target_says_with_its_date_is_no_milestone_besides() -> None:
    content = "4月底前，制定方案；2025年10月底前，完成120处充电点建设（甲区80处、乙县40处）。"
    task = build_task(RawTask(content=content, deadline="12月底前"), CONTEXT)
    assert [item.by for item in task.targets] == [date(2025, 10, 31)] * 3
    assert [item.text for item in task.milestones] == ["4月底前，制定方案"]


@pytest.mark.parametrize(
    ("title", "indicator"),
    [
        ("1.搭建议事平台,制定规则,公开结果。", "搭建议事平台"),
        ("改造老旧管网", "改造老旧管网"),
        ("", "小区"),
    ],
)
def test_a_target_without_a_name_of_its_own_takes_the_first_words_of_the_title(title: str, indicator: str) -> None:
    (target,) = build_task(RawTask(title=title, content="完成首批15个小区。"), CONTEXT).targets
    assert target.indicator == indicator


def test_an_empty_deadline_cell_is_no_deadline_and_its_content_holds_milestones() -> None:
    task = build_task(RawTask(content="2025年6月底前，制定方案。", deadline=""), CONTEXT)
    assert task.deadlines == ()
    assert [item.date for item in task.milestones] == [date(2025, 6, 30)]


def test_a_title_that_heads_its_content_counts_once() -> None:
    raw = RawTask(title="打造示范点5个。", content="打造示范点5个，规范小区10个。")
    assert [item.value for item in build_task(raw, CONTEXT).targets] == [5, 10]


def test_a_title_with_its_own_numbers_is_read_beside_the_content() -> None:
    raw = RawTask(title="打造示范点5个", content="做好宣传。")
    assert [item.value for item in build_task(raw, CONTEXT).targets] == [5]


def test_a_deadline_cell_may_hold_targets_of_the_task_as_such() -> None:
    raw = RawTask(title="组建业委会", deadline="2025年底达到70%2026年底达到90%")
    targets = build_task(raw, CONTEXT).targets
    assert [(item.indicator, item.value, item.by) for item in targets] == [
        ("组建业委会", 70, date(2025, 12, 31)),
        ("组建业委会", 90, date(2026, 12, 31)),
    ]


def test_how_long_a_task_may_take_is_no_target() -> None:
    task = build_task(RawTask(title="整改", deadline="3个月内"), CONTEXT)
    assert (task.targets, [problem.code for problem in task.problems]) == ((), ["deadline-unreadable"])


def test_columns_headed_by_a_year_date_their_targets() -> None:
    raw = RawTask(title="提升覆盖率", yearly=((2026, "60%"), (2027, "≥80%")), deadline="")
    targets = build_task(raw, CONTEXT).targets
    assert [(item.value, item.by) for item in targets] == [(60, date(2026, 12, 31)), (80, date(2027, 12, 31))]


@pytest.mark.parametrize(
    ("cells", "deadlines"),
    [
        (("2026年6月底前完成试点", "9月底前全覆盖", "长期坚持"), ("date 2026-06-30", "date 2027-09-30", "ongoing")),
        (("6月底前", "6月底前", "6月底前"), ("date 2026-06-30", "date 2027-06-30", "date 2028-06-30")),
        (
            ("10月底前印发方案", "6月底前建成，12月底前验收", ""),
            ("date 2026-10-31", "date 2027-06-30", "date 2027-12-31"),
        ),
        (("5月完成选址", "持续推进", "长期坚持"), ("date 2026-05-31", "ongoing", "ongoing")),
        (("60%", "年底前达到80%", "全覆盖"), ()),
        (("完善提升", "每季度1次", "——"), ()),
    ],
)
def test_columns_of_years_may_hold_dates_where_none_is_for_deadlines(
    cells: tuple[str, ...], deadlines: tuple[str, ...]
) -> None:
    raw = RawTask(title="改造系统", yearly=tuple(zip((2026, 2027, 2028), cells, strict=True)))
    found = build_task(raw, CONTEXT).deadlines
    assert tuple(f"{one.kind} {one.date or ''}".strip() for one in found) == deadlines
    assert build_task(replace(raw, deadline="2028年"), CONTEXT).deadlines[1:] == ()


@pytest.mark.parametrize(
    ("target", "requirement", "kept"),
    [("完成方案编制", "", "完成方案编制"), ("完成方案编制", "按标准", "按标准"), ("5个", "", "")],
)
def test_a_target_cell_without_a_number_is_kept_as_what_is_wanted(target: str, requirement: str, kept: str) -> None:
    raw = RawTask(title="编制方案", target=target, requirement=requirement, deadline="")
    assert build_task(raw, CONTEXT).requirement == kept


@pytest.mark.parametrize(
    ("cells", "requirement"),
    [
        (("100条", "完成前期研究", "200条"), "完善设施\n2027年：完成前期研究"),
        (("100条", "6月底前", "长期坚持"), "完善设施"),
        (("", "—", "无"), "完善设施"),
    ],
)
def test_what_a_year_wants_in_words_is_kept_with_the_requirement(cells: tuple[str, ...], requirement: str) -> None:
    raw = RawTask(title="建道路", requirement="完善设施", yearly=tuple(zip((2026, 2027, 2028), cells, strict=True)))
    assert build_task(raw, CONTEXT).requirement == requirement


@pytest.mark.parametrize(
    ("raw", "context", "day"),
    [
        (RawTask(deadline="10月底前"), DraftContext(year=2025), date(2025, 10, 31)),
        (RawTask(deadline="10月底前"), DraftContext(issued_on=date(2025, 1, 10)), date(2025, 10, 31)),
        (RawTask(deadline="10月底前", year=2026), DraftContext(year=2025), date(2026, 10, 31)),
        (
            RawTask(deadline="10月底前"),
            DraftContext(year=2025, period=Period(date(2025, 1, 1), date(2025, 12, 31))),
            date(2025, 10, 31),
        ),
        (
            RawTask(deadline="10月底前", year=2026),
            DraftContext(year=2025, period=Period(date(2025, 1, 1), date(2027, 12, 31))),
            date(2026, 10, 31),
        ),
    ],
)
def test_a_year_comes_from_the_heading_then_the_plan(raw: RawTask, context: DraftContext, day: date) -> None:
    task = build_task(raw, context)
    assert ([item.date for item in task.deadlines], task.problems) == ([day], ())


def test_in_a_plan_of_several_years_a_missing_year_is_asked_about() -> None:
    context = DraftContext(year=2025, period=Period(date(2025, 1, 1), date(2027, 12, 31)))
    task = build_task(RawTask(deadline="10月底前", source=Locator(line=7)), context)
    assert [(item.kind, item.date) for item in task.deadlines] == [(DeadlineKind.DATE, None)]
    assert [(item.code, item.field, item.at) for item in task.problems] == [
        ("deadline-year-unknown", "deadlines", Locator(line=7))
    ]


def test_problems_of_the_layout_keep_their_own_place() -> None:
    problem = Problem("columns-run-together", "lead", "两栏相连", Locator(line=3))
    task = build_task(RawTask(lead="市场监管城市管理局", problems=(problem,), source=Locator(line=9)), CONTEXT)
    assert [(item.code, item.at) for item in task.problems] == [
        ("columns-run-together", Locator(line=3)),
        ("units-unsure", Locator(line=9)),
    ]


def test_roles_are_taken_out_of_the_content_when_no_cell_holds_them() -> None:
    task = build_task(RawTask(content="修缮楼道。（市住建局牵头，市财政局配合）"), CONTEXT)
    assert (task.content, task.lead.units, task.responsible.units) == ("修缮楼道。", ("市住建局",), ("市财政局",))


def test_roles_are_told_apart_in_the_cell_of_the_lead() -> None:
    task = build_task(RawTask(title="规范", lead="市公安局牵头，市教育局配合"), CONTEXT)
    assert (task.lead.units, task.responsible.units) == (("市公安局",), ("市教育局",))


@pytest.mark.parametrize("guide", ["", "省住建厅"])
def test_roles_are_told_apart_inside_one_cell(guide: str) -> None:
    task = build_task(RawTask(responsible="市住建局牵头，市财政局配合", guide=guide), CONTEXT)
    assert (task.lead.text, task.responsible.text, task.guide.text) == ("市住建局", "市财政局", guide)


@pytest.mark.parametrize(
    ("raw", "lead", "responsible"),
    [
        (RawTask(responsible="市住建、财政局"), "市住建", "市财政局"),
        (RawTask(lead="市住建局", responsible="市财政局"), "市住建局", "市财政局"),
        (RawTask(content="修缮楼道。"), "", ""),
    ],
)
def test_the_first_unit_leads_where_the_document_says_so(raw: RawTask, lead: str, responsible: str) -> None:
    task = build_task(raw, DraftContext(first_leads=True))
    assert (task.lead.text, task.responsible.text) == (lead, responsible)


def test_keys_tell_tasks_of_one_title_apart() -> None:
    tasks = (DraftTask(title="修缮", level="市级"), DraftTask(title="修缮", level="市级"), DraftTask(content="增绿"))
    assert [task.key for task in assign_keys(tasks)] == ["市级|修缮|1", "市级|修缮|2", "|增绿|1"]


def test_a_plan_lends_its_year_to_all_its_tasks() -> None:
    raws = (RawTask(title="修缮", deadline="10月"), RawTask(title="增绿", deadline="2024115"))
    tasks = build_tasks([Claim("tables", 0, 0, True, raws)], DraftPlan(year=2024), header_dates=(date(2024, 11, 25),))
    assert [task.deadlines[0].date for task in tasks] == [date(2024, 10, 31), date(2024, 11, 25)]
    assert [(task.key, task.recogniser) for task in tasks] == [("|修缮|1", "tables"), ("|增绿|1", "tables")]


@pytest.mark.parametrize(
    ("cell", "words", "figures"),
    [
        ("98%以上", "诉求办结率达到98%以上。", [("诉求办结率", 98, None)]),
        ("150亿元以上", "新增制造业中长期贷款150亿元以上。", [("制造业中长期贷款", 150, None)]),
        ("100%", "低压办电“零投资”实现全覆盖。", [("低压办电“零投资”", 100, None)]),
        ("98%以上", "到2025年底，诉求办结率达到98%以上。", [("诉求办结率", 98, date(2025, 12, 31))]),
        ("98%以上", "诉求办结率达到99%以上。", [("推行", 98, None), ("诉求办结率", 99, None)]),
        ("整治公园20个", "新增车位20个。", [("公园", 20, None), ("车位", 20, None)]),
    ],
)
def test_a_figure_of_the_target_cell_that_the_words_repeat_counts_once(
    cell: str, words: str, figures: list[tuple[str, float, date | None]]
) -> None:
    targets = build_task(RawTask(title="推行", content=words, target=cell, deadline=""), CONTEXT).targets
    assert [(item.indicator, item.value, item.by) for item in targets] == figures


@pytest.mark.parametrize(
    ("words", "lead", "responsible"),
    [
        ("区甲局、区乙局牵头,各街镇、开发区配合实施", ("区甲局", "区乙局"), ("各街镇", "开发区")),
        ("市甲局牵头，高新区、经开区、市水务集团协同推进", ("市甲局",), ("高新区", "经开区", "市水务集团")),
    ],
)
def test_zones_without_a_name_take_parts_too(words: str, lead: tuple[str, ...], responsible: tuple[str, ...]) -> None:
    task = build_task(RawTask(responsible=words), CONTEXT)
    assert (task.lead.units, task.responsible.units, task.problems) == (lead, responsible, ())


def test_a_cell_that_says_who_leads_in_words_that_are_not_read_is_asked_about() -> None:
    task = build_task(RawTask(responsible="市甲局牵头，热心人士、能人巧匠帮忙"), CONTEXT)
    assert task.lead.units == ()
    assert {"lead", "responsible"} <= {problem.field for problem in task.problems if problem.code == "roles-unread"}


def test_a_task_without_a_name_or_words_is_asked_about() -> None:
    raws = (RawTask(no="1", title="修桥"), RawTask(no="2", content="修路。"), RawTask(no="3", responsible="市甲局"))
    tasks = build_tasks([Claim("样例", 0, 2, is_list=True, tasks=raws)], DraftPlan())
    assert [[problem.field for problem in task.problems] for task in tasks] == [[], [], ["title"]]


@pytest.mark.parametrize(
    ("title", "content", "is_asked"),
    [
        ("", "", True),
        ("7以上", "", True),
        ("550", "550", True),
        ("", "47.1%", True),
        ("", "改造小区550个", False),
        ("5G基站", "", False),
    ],
)
def test_a_task_without_a_name_or_named_by_a_number_is_asked_about(title: str, content: str, is_asked: bool) -> None:
    claim = Claim("tables", 0, 0, is_list=True, tasks=(RawTask(title=title, content=content),))
    (task,) = build_tasks((claim,), DraftPlan(title="方案"))
    assert [problem.field for problem in task.problems] == ["title"] * is_asked


def test_a_convention_in_a_cell_says_nothing_of_its_units() -> None:
    task = build_task(
        RawTask(responsible="市甲局、市乙局（列第一位的为牵头单位，下同）"), replace(CONTEXT, first_leads=True)
    )
    assert (task.lead.units, task.responsible.units, task.problems) == (("市甲局",), ("市乙局",), ())


@pytest.mark.parametrize(
    ("column", "field"), [("deadline", "deadlines"), ("yearly", "targets"), ("measure", "targets"), ("lead", "lead")]
)
def test_a_problem_of_a_column_is_one_of_the_field_that_is_read_from_it(column: str, field: str) -> None:
    task = build_task(RawTask(title="甲", problems=(Problem("cell-broken", column, "请核对"),)), CONTEXT)
    assert [problem.field for problem in task.problems] == [field]
