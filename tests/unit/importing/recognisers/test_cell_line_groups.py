"""One cell per line, with groups between the rows: told from units by their place and words."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import read_tasks
from wuye_cli.importing.recognisers.cell_lines import RECOGNISER

DOGS = """\
养犬管理任务分工表
工作方案
序号
主要任务
工作内容
责任单位
文明养犬宣传方案
（一）
集中宣传
张贴养犬须知。
区公安分局牵头,各街镇配合实施
（二）
基层培训
组织网格员培训。
各街镇、区属物业企业
流浪犬管控方案
（一）
建收容基地
选址建设基地。
区农业农村局
（三）
统一免疫
对收容犬只统一免疫。
区属国企
"""


def test_a_heading_that_nobody_knows_left_of_the_numbers_is_that_of_groups_and_numbers_begin_anew() -> None:
    tasks = read_tasks(RECOGNISER, DOGS)
    assert [(task.no, task.section, task.title, task.responsible) for task in tasks] == [
        ("（一）", "文明养犬宣传方案", "集中宣传", "区公安分局牵头,各街镇配合实施"),
        ("（二）", "文明养犬宣传方案", "基层培训", "各街镇、区属物业企业"),
        ("（一）", "流浪犬管控方案", "建收容基地", "区农业农村局"),
        ("（三）", "流浪犬管控方案", "统一免疫", "区属国企"),
    ]
    assert all(not task.problems for task in tasks)


def test_groups_may_stand_between_the_rows_without_a_column_of_their_own() -> None:
    tasks = read_tasks(RECOGNISER, DOGS.replace("工作方案\n序号", "序号"))
    assert [(task.no, task.section) for task in tasks][1:3] == [
        ("（二）", "文明养犬宣传方案"),
        ("（一）", "流浪犬管控方案"),
    ]
    assert all(not task.problems for task in tasks)


HEAD = "工作类别\n序号\n任务\n举措\n牵头单位\n配合单位\n"
FIRST = "强基础\n1\n普查\n逐一登记。\n市城管局\n"


@pytest.mark.parametrize(
    ("cells", "responsible", "section", "is_doubted"),
    [
        ("市园林局\n优服务，提品质", "市园林局", "优服务，提品质", False),
        ("市园林局\n市区道路提升", "市园林局", "市区道路提升", False),
        ("优服务，提品质", "", "优服务，提品质", True),
        ("市政设施提升", "", "市政设施提升", True),
        ("各县区、开发区", "各县区、开发区", "强基础", False),
        ("市属国企", "市属国企", "强基础", False),
    ],
)
def test_what_stands_above_a_number_is_a_group_or_units(
    cells: str, responsible: str, section: str, is_doubted: bool
) -> None:
    first, second = read_tasks(RECOGNISER, f"{HEAD}{FIRST}{cells}\n2\n选址\n编制规划。\n市规划局\n市林业局")
    assert (first.lead, first.responsible, second.section) == ("市城管局", responsible, section)
    assert {problem.field for problem in first.problems} == ({"lead", "responsible"} if is_doubted else set())


def test_bracketed_numbers_above_plain_ones_are_sections() -> None:
    (task,) = read_tasks(RECOGNISER, "序号\n任务\n举措\n责任单位\n（一）规范服务\n1\n普查\n逐一登记。\n市城管局")
    assert (task.no, task.section) == ("1", "（一）规范服务")


def test_the_name_of_a_table_above_its_headings_is_none_of_them() -> None:
    (task,) = read_tasks(RECOGNISER, "任务清单\n序号\n任务\n举措\n责任单位\n1\n普查\n逐一登记。\n市城管局")
    assert (task.no, task.section, task.title) == ("1", "", "普查")
