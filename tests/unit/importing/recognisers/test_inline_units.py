"""Numbered paragraphs that name their units."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.fields.units import split_units
from wuye_cli.importing.recognisers.inline_units import RECOGNISER

PLAN = "三、主要任务\n\n（一）规范服务\n\n"


@pytest.mark.parametrize(
    ("paragraph", "lead", "responsible", "guide"),
    [
        ("1. 公开收费。公示标准。（责任单位：甲局、乙局，指导单位：丙局）", "", "甲局、乙局", "丙局"),
        ("1. 公开收费。公示标准。\n（牵头单位：甲局；配合单位：乙局）", "甲局", "乙局", ""),
        ("1. 公开收费。公示标准。\n\n（责任单位：甲局，各街\n\n— 3 —\n\n道办事处）", "", "甲局，各街道办事处", ""),
        ("1. 公开收费。公示标准。（市甲局牵头，市乙局、市丙局按职责分工负责）", "市甲局", "市乙局、市丙局", ""),
    ],
)
def test_units_stand_in_a_bracket_wherever_lines_break(paragraph: str, lead: str, responsible: str, guide: str) -> None:
    (task,) = read_tasks(RECOGNISER, PLAN + paragraph)
    assert (task.no, task.section, task.title, task.content) == ("1", "（一）规范服务", "公开收费", "公示标准。")
    assert (task.lead, task.responsible, task.guide) == (lead, responsible, guide)


@pytest.mark.parametrize(
    "units",
    [
        "1.市住建局 2.市财政局 3.各区政府",
        "1.市住建局；2.市财政局；3.各区政府",
        "（1）市住建局；（2）市财政局",
        "\n1.市住建局；\n2.市财政局",
    ],
)
def test_numbers_of_units_inside_their_bracket_open_no_paragraph(units: str) -> None:
    below = "2.整治违建。（责任单位：1.市城管局 2.各区政府）\n3.清理。（甲局负责）"
    tasks = read_tasks(RECOGNISER, f"1.开展排查。摸清底数。（责任单位：{units}）\n{below}")
    assert [(task.no, task.title) for task in tasks] == [("1", "开展排查"), ("2", "整治违建"), ("3", "清理")]
    assert split_units(tasks[0].responsible)[:2] == ("市住建局", "市财政局")
    assert split_units(tasks[1].responsible) == ("市城管局", "各区政府")


@pytest.mark.parametrize("below", ["", "\n2.登记。造册。\n责任单位：丙局"])
def test_labels_may_have_lost_their_colons(below: str) -> None:
    text = f"{PLAN}1.公开收费。公示标准。\n责任单位 市甲局、市乙局\n完成时限 2025年6月30日{below}"
    task, *_ = read_tasks(RECOGNISER, text)
    assert (task.content, task.responsible, task.deadline) == ("公示标准。", "市甲局、市乙局", "2025年6月30日")


def test_a_heading_on_its_own_line_is_the_title() -> None:
    (task,) = read_tasks(RECOGNISER, "（一）实施“光伏+”工程\n\n在屋顶建设光伏。\n\n（责任单位：甲局）")
    assert (task.no, task.title, task.content) == ("（一）", "实施“光伏+”工程", "在屋顶建设光伏。")


def test_steps_that_share_one_line_of_units_are_one_task() -> None:
    (task,) = read_tasks(RECOGNISER, PLAN + "1. 公开收费。\n（1）清理项目。\n（2）公示标准。\n（责任单位：甲局）")
    assert (task.no, task.title, task.responsible) == ("1", "公开收费", "甲局")
    assert task.content == "（1）清理项目。\n（2）公示标准。"


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("2项工作的责任单位均为县住建局。", ["", "县住建局", "县住建局"]),
        ("上述两项任务由县住建局负责。", ["", "县住建局", "县住建局"]),
        ("以上工作由县住建局负责。", ["县住建局", "县住建局", "县住建局"]),
        ("该项工作责任单位为县住建局。", ["", "", "县住建局"]),
        ("由县住建局负责。", ["", "", "县住建局"]),
    ],
)
def test_a_sentence_may_name_the_units_of_several_paragraphs(sentence: str, units: list[str]) -> None:
    tasks = read_tasks(
        RECOGNISER,
        f"三、主要任务\n（一）修桥。（责任单位：县交通局）\n（二）环境\n1.清理。\n2.整治。\n3.绿化。\n{sentence}",
    )
    given = {task.title: task.responsible for task in tasks}
    assert given.pop("修桥") == "县交通局"
    assert [given.get(title, "") for title in ("清理", "整治", "绿化")] == units


def test_a_paragraph_without_units_is_left_alone() -> None:
    assert read_tasks(RECOGNISER, PLAN + "1. 公开收费。公示标准。") == ()


@pytest.mark.parametrize(("title", "is_list"), [("甲市重点任务分工", True), ("甲市工作方案", False)])
def test_an_annex_that_shares_out_tasks_is_a_list(title: str, is_list: bool) -> None:
    (claim,) = RECOGNISER.find_claims(document(f"附件1\n{title}\n1. 公开收费。公示标准。（责任单位：甲局）"))
    assert claim.is_list is is_list


@pytest.mark.parametrize(
    "text",
    [
        "三、任务分工\n1.甲局：公开收费标准。",
        "三、任务分工\n（一）甲局\n1.公开收费标准。",
        "三、任务分工\n（一）甲局：\n1.公开收费标准。",
        "三、任务分工\n（一）市乙局\n1.开展培训。\n市甲局\n1.公开收费标准。",
    ],
)
def test_units_may_open_the_paragraph_or_head_it(text: str) -> None:
    task = read_tasks(RECOGNISER, text)[-1]
    assert (task.no, task.title, task.responsible.removeprefix("市")) == ("1", "公开收费标准", "甲局")


@pytest.mark.parametrize(
    "heading", ["（一）各镇、街道：", "（一）各县（市、区）、开发区", "（一）各乡镇人民政府、街道办"]
)
def test_a_heading_may_name_every_place_below(heading: str) -> None:
    (task,) = read_tasks(RECOGNISER, f"三、任务分工\n{heading}\n1.开展巡查。")
    assert task.responsible == heading.removeprefix("（一）").rstrip("：")


@pytest.mark.parametrize(
    ("heading", "lead", "responsible"),
    [
        ("县住建局牵头工作(8项)", "县住建局", ""),
        ("由县住建局、县教育局牵头负责的重点任务", "县住建局、县教育局", ""),
        ("县住建局牵头（共2项）", "县住建局", ""),
        ("县住建局负责落实的事项", "", "县住建局"),
        ("县住建局（2项）", "", "县住建局（2项）"),
        ("压实牵头工作", "", ""),
        ("县住建局牵头制度建设", "", ""),
    ],
)
def test_a_heading_may_say_who_does_what_stands_below(heading: str, lead: str, responsible: str) -> None:
    tasks = read_tasks(RECOGNISER, f"一、{heading}\n1.开展巡查。\n2.造册。（责任单位：县教育局）")
    assert [(task.lead, task.responsible) for task in tasks[:-1]] == [(lead, responsible)] * bool(lead or responsible)


def test_every_place_below_may_open_the_paragraph() -> None:
    (task,) = read_tasks(RECOGNISER, "三、任务分工\n1.各镇（街道）：开展巡查。")
    assert (task.title, task.responsible) == ("开展巡查", "各镇（街道）")


def test_units_of_a_heading_are_those_of_all_below_that_name_none() -> None:
    text = "一、规范服务（市甲局牵头）\n（一）公开收费。\n（二）设立热线。（市乙局牵头）"
    assert [task.lead for task in read_tasks(RECOGNISER, text)] == ["市甲局", "市乙局"]


def test_standing_duties_are_no_tasks() -> None:
    annex = "附件2\n甲市重点工作责任分工\n一、甲局\n1.负责公开收费标准。"
    assert read_tasks(RECOGNISER, annex) == ()
    assert len(read_tasks(RECOGNISER, f"{annex}（甲局牵头）")) == 1
    assert read_tasks(RECOGNISER, "三、职责分工\n1.甲局：负责公开收费标准。\n（二）乙局\n1.负责监督。") == ()


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("1.公开收费。（责任单位：甲局；完成时限：长期坚持）", "长期坚持"),
        ("1.公开收费。\n责任单位：甲局\n完成时限：6月底", "6月底"),
        ("（一）2025年6月底前：规范服务\n1.公开收费。（甲局负责）", "2025年6月底前"),
        ("（一）6月底前：规范服务\n1.公开收费。（责任单位：甲局；完成时限：4月底）", "4月底"),
        ("1.公开收费。（责任单位：甲局）", None),
    ],
)
def test_the_deadline_stands_beside_the_units_or_above(text: str, deadline: str | None) -> None:
    (task,) = read_tasks(RECOGNISER, text)
    assert (task.title, task.content, task.deadline) == ("公开收费", "", deadline)
