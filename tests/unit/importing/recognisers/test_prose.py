"""Numbered prose: the innermost number under a heading that promises tasks."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.recognisers.prose import RECOGNISER

PLAN = """
一、指导思想
坚持为民服务。
二、工作目标
2025年覆盖率达到80%。
三、主要任务
（一）规范服务
1.公开收费。公示项目和标准。
2.畅通渠道。设立投诉热线。
（二）保障安全
定期检查电梯。
（三）强化宣传
1.组织培训。每季度一次。
四、保障措施
（一）加强领导。落实责任。
甲市人民政府办公室
2025年1月8日
"""


def test_the_innermost_number_is_the_task_and_its_numbers_may_start_again() -> None:
    tasks = read_tasks(RECOGNISER, PLAN)
    assert [(task.no, task.section, task.title) for task in tasks] == [
        ("1", "（一）规范服务", "公开收费"),
        ("2", "（一）规范服务", "畅通渠道"),
        ("（二）", "三、主要任务", "保障安全"),
        ("1", "（三）强化宣传", "组织培训"),
    ]


def test_items_below_a_dated_heading_are_due_on_that_date() -> None:
    first, second = read_tasks(
        RECOGNISER, "三、时间节点\n（一）2025年4月底前\n制定计划。完成摸底。\n（二）年底前\n1.总结经验。"
    )
    assert (first.deadline, first.title, first.content) == ("2025年4月底前", "制定计划", "制定计划。完成摸底。")
    assert (second.deadline, second.title) == ("年底前", "总结经验")


def test_only_annexes_that_promise_tasks_are_read() -> None:
    text = PLAN + "\n附件1\n甲市领导小组名单\n一、组长\n1.某某。\n附件2\n甲市行动计划\n一、重点工作\n1.清理楼道。"
    assert [task.title for task in read_tasks(RECOGNISER, text)][-2:] == ["组织培训", "清理楼道"]


def test_a_paragraph_without_a_heading_lends_its_first_words() -> None:
    (task,) = read_tasks(
        RECOGNISER, f"四、主要任务\n1.各区要组织开展老旧小区摸底调查，{'逐户登记，' * 10}分类施策。建立台账。"
    )
    assert task.title == "各区要组织开展老旧小区摸底调查"
    assert task.content.startswith("各区要组织")


def test_a_bracket_that_seems_to_name_units_is_asked_about_wherever_it_stands() -> None:
    text = "四、保障措施\n1.落实资金。（县财政局抓总牵头并由专班落实到人）\n2.加强宣传。"
    (task,) = read_tasks(RECOGNISER, text)
    assert [(problem.code, problem.field) for problem in task.problems] == [
        ("units-unsure", "lead"),
        ("units-unsure", "responsible"),
    ]


def test_numbers_may_be_dotted_and_lines_broken_before_a_decimal() -> None:
    text = (
        "二、重点任务\n2.1 摸清底数\n2.1.1 开展排查。逐区登记，改造面积达到\n1.5万平方米以上。\n2.1.2建立台账。\n"
        "2.2、加快改造。依照《甲市条例》，按\n第十二条开列的程序办理。"
    )
    assert [(task.no, task.section, task.title) for task in read_tasks(RECOGNISER, text)] == [
        ("2.1.1", "2.1 摸清底数", "开展排查"),
        ("2.1.2", "2.1 摸清底数", "建立台账"),
        ("2.2", "二、重点任务", "加快改造"),
    ]


def test_articles_need_no_space_and_cited_ones_are_none() -> None:
    text = "第一条为规范服务，制定本措施。\n第二条公开收费标准。依照\n第十二条规定的程序公示。\n第三条设立热线。"
    assert [task.title for task in read_tasks(RECOGNISER, text)] == ["公开收费标准", "设立热线"]


def test_provisions_are_no_tasks() -> None:
    text = "第一条　为规范服务，制定本办法。\n第二条　公开收费标准。\n第三条　本办法自2025年1月1日起施行。"
    assert [task.no for task in read_tasks(RECOGNISER, text)] == ["第二条"]


@pytest.mark.parametrize(("units", "is_list"), [("（市甲局负责）", True), ("", False)])
def test_a_task_without_units_counts_beside_those_with_units_in_a_list(units: str, is_list: bool) -> None:
    text = f"甲市重点任务分工\n一、重点任务\n1.公开收费。{units}\n2.设立热线。"
    assert {claim.is_list for claim in RECOGNISER.find_claims(document(text))} == {is_list}


@pytest.mark.parametrize(
    ("opening", "own", "is_read"),
    [
        ("现将《2025年任务清单》印发给你们，请抓好落实。", "一、压实责任。对照清单逐项细化。", False),
        ("现将2025年重点任务分解下达，请认真执行。", "一、加强调度。紧盯序时进度。", False),
        ("现将有关事项通知如下：", "一、压实责任。对照清单逐项细化。", True),
        ("现将《方案》印发给你们。", "一、重点任务\n（一）规范服务。公示收费。", True),  # the plan itself
    ],
)
def test_a_notice_that_sends_out_a_list_has_no_tasks_of_its_own(opening: str, own: str, is_read: bool) -> None:
    text = f"各单位：\n{opening}\n{own}\n附件1\n2025年重点任务清单\n一、经济\n1.建设基地。\n2.打造园区。"
    found = [task.title for task in read_tasks(RECOGNISER, text)]
    assert found[-2:] == ["建设基地", "打造园区"]
    assert (len(found) > 2) is is_read


@pytest.mark.parametrize(
    ("words", "units", "doubted"),
    [
        ("市财政局要牵头优化系统。市公安局要加强指导。", ("市财政局", "市公安局"), []),
        ("市财政局要牵头，会同市公安局、市应急局制定办法。", ("市财政局", ""), ["responsible"]),
        ("市财政局要优化系统。市公安局要加强指导。", ("", ""), []),
    ],
)
def test_the_unit_of_which_a_sentence_says_that_it_leads_is_the_lead(
    words: str, units: tuple[str, str], doubted: list[str]
) -> None:
    (task,) = read_tasks(RECOGNISER, f"一、主要任务\n（一）完善基金管理。{words}")
    assert (task.lead, task.responsible) == units
    assert [problem.field for problem in task.problems] == doubted
