"""Numbered paragraphs that name their units."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
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


def test_a_heading_on_its_own_line_is_the_title() -> None:
    (task,) = read_tasks(RECOGNISER, "（一）实施“光伏+”工程\n\n在屋顶建设光伏。\n\n（责任单位：甲局）")
    assert (task.no, task.title, task.content) == ("（一）", "实施“光伏+”工程", "在屋顶建设光伏。")


def test_steps_that_share_one_line_of_units_are_one_task() -> None:
    (task,) = read_tasks(RECOGNISER, PLAN + "1. 公开收费。\n（1）清理项目。\n（2）公示标准。\n（责任单位：甲局）")
    assert (task.no, task.title, task.responsible) == ("1", "公开收费", "甲局")
    assert task.content == "（1）清理项目。\n（2）公示标准。"


def test_a_paragraph_without_units_is_left_alone() -> None:
    assert read_tasks(RECOGNISER, PLAN + "1. 公开收费。公示标准。") == ()


@pytest.mark.parametrize(("title", "is_list"), [("甲市重点任务分工", True), ("甲市工作方案", False)])
def test_an_annex_that_shares_out_tasks_is_a_list(title: str, is_list: bool) -> None:
    (claim,) = RECOGNISER.find_claims(document(f"附件1\n{title}\n1. 公开收费。公示标准。（责任单位：甲局）"))
    assert claim.is_list is is_list
