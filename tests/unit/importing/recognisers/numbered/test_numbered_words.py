"""Numbered lines that are words of the paragraph above."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import read_tasks
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.inline_units import RECOGNISER
from wuye_cli.importing.recognisers.prose import RECOGNISER as PROSE

LAST = "\n二、修桥\n改造危桥3座。\n（责任单位：市交通局）"


def read_first(fields: str) -> RawTask:
    """The first of two tasks."""
    first, last = read_tasks(RECOGNISER, f"一、改水改厕\n{fields}{LAST}")
    assert (last.no, last.title, last.responsible) == ("二", "修桥", "市交通局")
    return first


@pytest.mark.parametrize(
    "fields",
    [
        "（一）责任领导：李明\n（二）责任单位：市教育局\n（三）协办单位：市财政局\n（四）工作内容：改水。\n（五）完成时限：6月底前",
        "1.工作内容：改水。\n2.责任单位：市教育局\n3.配合单位：市财政局\n4.完成时间：6月底前",
        "1、责任单位：市教育局。\n2、任务分解：\n（1）改水。\n（2）改厕。\n3、配合单位：市财政局。\n4、完成时限：6月底前。",
        "1.责任单位\n市教育局\n2.配合单位\n市财政局\n3.工作内容\n改水。\n4.完成时限\n6月底前",
        "（一）责任单位 市教育局\n（二）配合单位 市财政局\n（三）项目内容：改水\n（四）完成时限：6月底前",
    ],
)
def test_numbered_fields_belong_to_the_task_above_them(fields: str) -> None:
    task = read_first(fields)
    assert (task.no, task.title, task.deadline) == ("一", "改水改厕", "6月底前")
    assert task.responsible.replace("；", "、") == "市教育局、市财政局"
    assert "改水" in task.content
    assert "单位" not in task.content


@pytest.mark.parametrize(
    "steps",
    [
        "（一）改水：改造水管。责任单位：市教育局\n（二）改厕：改造厕所。责任单位：市卫健委",
        "（一）改水：改造水管。（责任单位：市教育局）\n（二）改厕：改造厕所。（责任单位：市卫健委）",
        "（一）改水工程。\n责任单位：市教育局\n（二）改厕工程。\n责任单位：市卫健委",
    ],
)
def test_steps_that_name_units_of_their_own_are_tasks(steps: str) -> None:
    first, second, _ = read_tasks(RECOGNISER, f"一、改水改厕\n{steps}{LAST}")
    assert [(task.no, task.responsible) for task in (first, second)] == [("（一）", "市教育局"), ("（二）", "市卫健委")]


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ("申请企业应当符合以下条件：", ["（一）"]),
        ("属于下列情形之一的，应当优先整治：", ["（一）"]),
        ("符合以下三类标准：", ["（一）"]),
        ("重点做好以下工作：", ["1", "2"]),
        ("按照以下要求抓好落实：", ["1", "2"]),
        ("对照以下情形开展排查。重点是：", ["1", "2"]),
        ("", ["1", "2"]),
    ],
)
def test_cases_are_words_of_the_rule_above_them(opening: str, numbers: list[str]) -> None:
    text = f"一、主要任务\n（一）严格准入\n{opening}\n1.具有固定场所；\n2.制度健全。"
    assert [task.no for task in read_tasks(PROSE, text)] == numbers


def test_what_names_units_of_its_own_is_no_case() -> None:
    text = "一、主要任务\n（一）严格准入\n符合以下条件：\n1.场所固定。（市甲局负责）\n2.制度健全。（市乙局负责）"
    assert [task.responsible for task in read_tasks(RECOGNISER, text)] == ["市甲局", "市乙局"]
