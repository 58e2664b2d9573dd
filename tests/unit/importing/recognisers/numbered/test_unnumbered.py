"""What begins without a number."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.recognisers.inline_units import RECOGNISER as UNITS
from wuye_cli.importing.recognisers.numbered.outline import read_entries, read_parts
from wuye_cli.importing.recognisers.prose import RECOGNISER as PROSE


def outline(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = document(text)
    return [(entry.heading, entry.above) for part in read_parts(found) for entry in read_entries(found, part)]


def test_markdown_headings_nest_by_their_signs() -> None:
    text = (
        "# 甲市工作方案\n## 重点任务\n### 规范服务\n1.公开收费。\n### 保障安全\n1.检查电梯。\n## 工作要求\n1.抓好落实。"
    )
    assert outline(text) == [
        ("重点任务", ()),
        ("规范服务", ("重点任务",)),
        ("1.公开收费", ("重点任务", "规范服务")),
        ("保障安全", ("重点任务",)),
        ("1.检查电梯", ("重点任务", "保障安全")),
        ("工作要求", ()),
        ("1.抓好落实", ("工作要求",)),
    ]
    assert [task.title for task in read_tasks(PROSE, text)] == ["公开收费", "检查电梯"]


def test_markdown_headings_may_stand_below_numbered_ones() -> None:
    text = "## 一、重点任务\n### 规范服务\n1.公开收费。\n## 二、保障措施\n### 加强领导\n1.抓好落实。"
    assert [task.section for task in read_tasks(PROSE, text)] == ["规范服务"]


@pytest.mark.parametrize("line", ["资金管理", "市财政局", "乡镇人民政府、街道办事处", "市财政局、市审计局"])
def test_a_short_line_or_units_above_numbers_that_start_again_are_a_heading(line: str) -> None:
    text = f"三、重点任务\n（一）规范服务。\n1.公开收费。\n{line}\n1.落实资金。\n2.开展审计。"
    found = [task for recogniser in (PROSE, UNITS) for task in read_tasks(recogniser, text)]
    assert [(task.title, task.section, task.content) for task in found] == [
        ("公开收费", "（一）规范服务", ""),
        ("落实资金", line, ""),
        ("开展审计", line, ""),
    ]


def test_units_above_numbers_that_go_on_are_those_of_the_paragraph_before() -> None:
    (task,) = read_tasks(UNITS, "三、重点任务\n1.公开收费。\n市财政局、市审计局\n2.落实资金。")
    assert (task.title, task.responsible) == ("公开收费", "市财政局、市审计局")


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        (
            "（一）规范服务\n公开收费。（责任单位：甲局）\n设立热线。\n责任单位：乙局\n完成时限：6月底",
            [("", "公开收费", "甲局"), ("", "设立热线", "乙局")],
        ),
        (
            "## 规范服务\n- **公开收费。** 公示。（责任单位：甲局）\n- 设立热线。（乙局负责）",
            [("", "公开收费", "甲局"), ("", "设立热线", "乙局")],
        ),
        (
            "1.公开收费。公示。（责任单位：甲局）\n设立热线。限时办结。（责任单位：乙局）",
            [("1", "公开收费", "甲局"), ("", "设立热线", "乙局")],
        ),
    ],
)
def test_paragraphs_with_units_of_their_own_are_tasks(text: str, tasks: list[tuple[str, str, str]]) -> None:
    assert [(task.no, task.title, task.responsible) for task in read_tasks(UNITS, text)] == tasks


@pytest.mark.parametrize(
    "text",
    [
        "1.公开收费。\n- 牵头单位：甲局\n- 配合单位：乙局\n- 完成时限：6月底",
        "1.公开收费。\n牵头单位：甲局\n责任领导：张三\n配合单位：乙局",
        "1.公开收费。\n一是公示标准。（责任单位：甲局）\n二是清理项目。（责任单位：乙局）",
        "1.公开收费。（责任单位：甲局）\n各小区要在显著位置公示。",
    ],
)
def test_lines_that_belong_to_the_task_above_are_none(text: str) -> None:
    assert [task.no for task in read_tasks(UNITS, text)] == ["1"]
