"""Tables printed block by block, not row by row: what can be put together again, and what is said of it."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.recognisers import cell_lines
from wuye_cli.importing.recognisers.scattered_table import RECOGNISER
from wuye_cli.importing.recognisers.text_table.scattered_blocks import read_blocks
from wuye_cli.importing.recognisers.text_table.scattered_cells import read_cells
from wuye_cli.importing.recognisers.text_table.scattered_titles import share_titles

TABLE = """
序号

重点任务

1

2

规范物业
收费

检修老旧
电梯

工作内容

公示物业收费项目和收费标准，接受业主的
监督，查处乱收费。
逐台排查使用十五年以上的电梯，对有隐患
的电梯建立台账。
改造不符合安全标准的电梯控制柜，每季度
通报一次进展。

完成时限

牵头单位

责任单位

3月底
前

市发展和改革
委员会

市住建局、市市场监
管局

长期坚持

市住建局

各区政府

10月底
前

市市场监管局

市财政局
"""


def test_cells_are_matched_by_their_order_where_there_are_as_many() -> None:
    tasks = read_tasks(RECOGNISER, TABLE)
    assert [(task.deadline, task.lead, task.responsible) for task in tasks] == [
        ("3月底前", "市发展和改革委员会", "市住建局、市市场监管局"),
        ("长期坚持", "市住建局", "各区政府"),
        ("10月底前", "市市场监管局", "市财政局"),
    ]
    assert tasks[0].content == "公示物业收费项目和收费标准，接受业主的监督，查处乱收费。"
    assert [(task.no, task.title) for task in tasks] == [
        ("1", "规范物业收费"),
        ("2", "检修老旧电梯"),
        ("2", "检修老旧电梯"),
    ]


def test_every_task_and_their_number_are_doubtful() -> None:
    (claim,) = RECOGNISER.find_claims(document(TABLE))
    assert [[problem.field for problem in task.problems] for task in claim.tasks] == [["*"]] * 3
    assert [problem.field for problem in claim.problems] == ["tasks"]


COLUMNS = """
序号

重点任务

1

规范物业收费
{title}
2

检修老旧电梯

工作内容
公示物业收费项目和收费标准，接受业主的
监督，查处乱收费。
逐台排查使用十五年以上的电梯，对有隐患
的电梯建立台账。

责任单位
市发展改革委、市市场
监管局
{unit}

序号

3

开展群众评价

每半年组织一次业主满意度评价，评价结果
向社会公开。

市住建局
"""


def test_columns_that_follow_each_other_each_with_a_cell_for_every_number_are_certain() -> None:
    tasks = read_tasks(RECOGNISER, COLUMNS.format(title="", unit="市应急局"))
    assert [(task.no, task.title, task.content[:2], task.responsible, task.problems) for task in tasks] == [
        ("1", "规范物业收费", "公示", "市发展改革委、市市场监管局", ()),
        ("2", "检修老旧电梯", "逐台", "市应急局", ()),
        ("3", "开展群众评价", "每半", "市住建局", ()),
    ]


@pytest.mark.parametrize(
    "text",
    [
        COLUMNS.format(title="", unit=""),
        COLUMNS.format(title="", unit="市应急局\n\n市财政局"),
        COLUMNS.format(title="\n规范停车收费\n", unit="市应急局"),
        COLUMNS.format(title="", unit="市应急局").replace("向社会公开。", "向社会公开"),
        COLUMNS.format(title="", unit="市应急局").replace("责任单位", "责任单位\n\n配合单位\n"),
    ],
)
def test_columns_with_a_cell_too_few_or_too_many_are_doubtful(text: str) -> None:
    tasks = read_tasks(RECOGNISER, text)
    assert tasks
    assert all(task.problems for task in tasks)


def test_deadlines_that_are_not_as_many_as_the_contents_are_left_out() -> None:
    tasks = read_tasks(RECOGNISER, TABLE.replace("\n长期坚持\n", "\n"))
    assert [task.deadline for task in tasks] == ["", "", ""]


ITEMS = """
编号
1
2

主要任务
规范物业收费
检修老旧电梯

分项措施
{0}1{1}公示物业收费项目和收费标准，接受业主的
监督。
{0}2{1}开展满意度调查，满意率不低于九成的
予以通报。
{0}1{1}逐台排查使用十五年以上的电梯，建立
台账。
{note}

牵头单位
市发改委

市住建局

协办单位
市市场监管局

完成时限
6月30日前

12月底
"""


@pytest.mark.parametrize("marks", ["（）", "()"])
@pytest.mark.parametrize("note", ["", "注：各单位按季度报送进展。", "备注：1．牵头单位负总责。2．各单位按月报送。"])
def test_items_of_a_cell_are_no_paragraphs_and_a_note_between_columns_ends_no_table(marks: str, note: str) -> None:
    (claim,) = RECOGNISER.find_claims(document(ITEMS.format(*marks, note=note)))
    assert [task.content[3:6] for task in claim.tasks] == ["公示物", "开展满", "逐台排"]
    assert all(task.problems for task in claim.tasks)
    assert not any("报送" in task.content for task in claim.tasks)


def test_headings_without_contents_below_are_no_table() -> None:
    headings = "\n\n".join(("具体措施", "目标值", "牵头单位", "配合单位", "完成时限", "备注"))
    assert RECOGNISER.find_claims(document(f"{headings}\n\n1\n\nrowspan and colspan = 1\n优化便民服务\n")) == ()


def test_either_reading_of_stacked_headings_leaves_the_other_alone() -> None:
    first = "1\n规范住宅小区物业收费行为\n公示物业收费项目和收费标准。\n市发改委\n年底前\n"
    rows = first + "2\n检修老旧电梯\n排查电梯。\n市住建局\n长期"
    text = "序号\n重点任务\n工作内容\n责任单位\n完成时限\n" + rows
    assert RECOGNISER.find_claims(document(text)) == ()
    assert len(read_tasks(cell_lines.RECOGNISER, text)) == 2
    assert cell_lines.RECOGNISER.find_claims(document(TABLE)) == ()


@pytest.mark.parametrize(
    ("contents", "numbers"),
    [
        (["排查电梯隐患。", "改造电梯。", "公示收费标准。"], ["1", "1", "2"]),
        (["排查电梯隐患。", "公示收费项目。", "明确收费标准。"], ["1", "2", "2"]),
        (["排查隐患。", "公示标准。"], ["1", "2"]),
        (["排查隐患。"], [""]),
    ],
)
def test_titles_are_shared_out_in_order_by_the_words_they_share(contents: list[str], numbers: list[str]) -> None:
    shared = share_titles([("1", "检修电梯"), ("2", "规范收费")], contents)
    assert [number for number, _ in shared] == numbers


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        ("市规划局、市财政局、市\n数据局、杨浦区", ["市规划局、市财政局、市数据局、杨浦区"]),
        ("市科委、同济大学\n杨浦区、市教委", ["市科委、同济大学", "杨浦区、市教委"]),
        ("市科委、甲市\n乙市、市教委", ["市科委、甲市", "乙市、市教委"]),
    ],
)
def test_a_cell_of_units_ends_with_a_whole_name(lines: str, cells: list[str]) -> None:
    found = read_cells(read_blocks(document(lines), 0, 1)[0], has_targets=False, has_persons=False)
    assert [cell.text for cell in found] == cells
