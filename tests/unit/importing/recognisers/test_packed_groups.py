"""Packed lines of tables whose groups stand left of the numbers: a group is printed above its first number."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.recognisers.text_table.packed_costs import misfit_cell
from wuye_cli.importing.recognisers.wrapped_table import RECOGNISER

PARKS = """\
乙市口袋公园建设任务分工表
工作类别 序号 主要任务 工作内容 责任单位
摸清家底，夯
实建设基础
（一）
开展全域普查
对建成区内零星边角地块逐一登记造册，形
成一图一表。
市园林局、市城市管
理局，各街道
（二）
编制三年选址规
划
按照就近就便原则确定选址，优先安排老旧
小区周边地块。
市自然资源局、市园
林局、市住房城乡建
设局，各县区政府
提升品质，丰
富服务功能
（三） 推广一园一主
题
结合本地历史文化确定主题，年内打造不少
于 12 处主题公园。
市委宣传部、市文化
和旅游局
（四）
完善适老适幼设
施
增设休憩座椅、儿童游乐设施。
市园林局、市妇联、
市总工会
工作类别 序号 主要任务 工作内容 责任单位
常态长效，健
全管护机制
（五）
落实管护责任
明确管护主体，做到有人管、有钱管，管护情
况每季度通报。
各县区政府，市财
政局
（六）
引导公众参与
推行市民园长制，组织志愿服务活动。
市文明办、团市委
"""
NIGHTS = """\
重点方向 编号 任务名称 具体举措 完成时限 牵头单位 配合单位
繁荣夜间消费
1
打造夜市街区
提升改造老街夜市，引进特色小吃
商户 40 家。
10月底前 县商务局
县市场监管局、县城
管局
2
延长营业时间
鼓励大型商超延长营业时间至 23
时。
持续推进 县商务局
县供电公司
丰富夜间文旅
{restart}
开放夜间场馆
图书馆、文化馆每周至少开放三个
夜场。
6月底前 县文化和旅游局
县委宣传部
"""


def test_a_group_belongs_to_the_row_below_it_and_to_those_that_print_none() -> None:
    tasks = read_tasks(RECOGNISER, PARKS)
    assert [(task.no, task.section, task.title) for task in tasks] == [
        ("（一）", "摸清家底，夯实建设基础", "开展全域普查"),
        ("（二）", "摸清家底，夯实建设基础", "编制三年选址规划"),
        ("（三）", "提升品质，丰富服务功能", "推广一园一主题"),
        ("（四）", "提升品质，丰富服务功能", "完善适老适幼设施"),
        ("（五）", "常态长效，健全管护机制", "落实管护责任"),
        ("（六）", "常态长效，健全管护机制", "引导公众参与"),
    ]


def test_units_begin_where_the_sentence_ends_and_go_on_inside_their_names() -> None:
    tasks = read_tasks(RECOGNISER, PARKS)
    assert [task.responsible for task in tasks] == [
        "市园林局、市城市管理局，各街道",
        "市自然资源局、市园林局、市住房城乡建设局，各县区政府",
        "市委宣传部、市文化和旅游局",
        "市园林局、市妇联、市总工会",
        "各县区政府，市财政局",
        "市文明办、团市委",
    ]
    assert all(task.content.endswith("。") and not task.problems for task in tasks)


def test_a_numbered_group_on_two_lines_is_no_heading_across_the_table() -> None:
    text = NIGHTS.format(restart="3").replace("繁荣夜间消费", "（一）繁荣夜间\n消费行动")
    tasks = read_tasks(RECOGNISER, text.replace("丰富夜间文旅", "（二）丰富夜间\n文旅行动"))
    assert [task.section for task in tasks] == ["（一）繁荣夜间消费行动"] * 2 + ["（二）丰富夜间文旅行动"]
    assert [task.responsible for task in tasks] == ["县市场监管局、县城管局", "县供电公司", "县委宣传部"]


WORKS = """\
行动任务 序号 工作任务 牵头单位 支撑单位
区域焕新
1
加力推进东湖片区以西区域、南湖街道两处
更新项目。
经济技术开发区、南
湖街道
区规划资源局、区建
设管理委、区经委
2 完成旧住房修缮更新 60 万平方米。
区住房保障房屋管理
局、相关街镇
空间优化
3 实施 7 公里燃气老化管道改造。 区建设管理委
4 推进 144 个社区生活圈建设项目。
区规划资源局、相关
街镇
"""


def test_groups_whose_heading_names_tasks_take_no_words_of_units() -> None:
    tasks = read_tasks(RECOGNISER, WORKS)
    assert [task.lead for task in tasks] == [
        "经济技术开发区、南湖街道",
        "区住房保障房屋管理局、相关街镇",
        "区建设管理委",
        "区规划资源局、相关街镇",
    ]


PARKS_IN_FIGURES = """\
工作类别 序号 工作任务 牵头单位 配合单位 时间节点
提升功能
1
改造提升已建绿带，绿带内新增城市公园
35 座以上。
东湖区、西湖区、南湖
区政府
市水务局、市体育局
推进楔形
绿地建设 2
全面建成开放四处楔形绿地，新增绿地面
积 300 公顷以上。
西湖区、南湖区政府，
地产集团
市绿化市容局 2021 年底
3 加快推进五处绿地前期研究，基本完成控
东湖区、南湖区、北湖
区政府
市规划资源局 2021 年底
工作类别 序号 工作任务 牵头单位 配合单位 时间节点
制性详细规划编制，同步分解年度计划。
探索建设
间隔带
4
以间隔带为试点启动专项规划编制，形成
可操作的方案。
北湖区政府 市财政局 2021 年底
"""


def test_a_number_behind_its_group_opens_a_row_and_a_whole_cell_takes_no_group_from_the_next_page() -> None:
    tasks = read_tasks(RECOGNISER, PARKS_IN_FIGURES)
    assert [(task.no, task.section, task.lead) for task in tasks] == [
        ("1", "提升功能", "东湖区、西湖区、南湖区政府"),
        ("2", "推进楔形绿地建设", "西湖区、南湖区政府，地产集团"),
        ("3", "推进楔形绿地建设", "东湖区、南湖区、北湖区政府"),
        ("4", "探索建设间隔带", "北湖区政府"),
    ]
    assert tasks[2].title.endswith("基本完成控制性详细规划编制，同步分解年度计划。")


@pytest.mark.parametrize("restart", ["3", "1"])
def test_numbers_may_begin_anew_with_a_group(restart: str) -> None:
    tasks = read_tasks(RECOGNISER, NIGHTS.format(restart=restart))
    assert [(task.no, task.section) for task in tasks] == [
        ("1", "繁荣夜间消费"),
        ("2", "繁荣夜间消费"),
        (restart, "丰富夜间文旅"),
    ]
    assert (tasks[2].deadline, tasks[2].lead, tasks[2].responsible) == ("6月底前", "县文化和旅游局", "县委宣传部")


@pytest.mark.parametrize(
    ("field", "cell", "fits"),
    [
        ("content", "推行一窗受理。市民政局、市", False),
        ("content", "推行一窗受理。办理社保、医保", True),
        ("section", "市民政局、各街道", False),
        ("section", "规范社会、社区", True),
        ("lead", "市局各有关处室", True),
        ("responsible", "教育部牵头，科技部、国家邮政局等按职责分工负责", True),
        ("section", "保障部、国家邮政局等按职责分工负责", False),
        ("section", "强化督导、压实主体责任", True),
        ("lead", "市局标准创新处、标准技术处", True),
        ("lead", "市住建局各区政府", False),
        ("responsible", "市委组织部、团市委、市总工会、市残联", True),
    ],
)
def test_what_stands_beside_units(field: str, cell: str, fits: bool) -> None:
    assert (misfit_cell(field, cell) < 1) is fits


def test_numbers_that_are_left_out_open_rows_as_well() -> None:
    (claim,) = RECOGNISER.find_claims(document(NIGHTS.format(restart="7")))
    assert [task.no for task in claim.tasks] == ["1", "2", "7"]
    assert [(problem.code, problem.field) for problem in claim.problems] == [("number-missing", "tasks")]
    assert not any(task.problems for task in claim.tasks)


@pytest.mark.parametrize(
    "text",
    [PARKS.replace("（", "〔").replace("）", "〕"), PARKS.replace("提升品质", "\n提升品质")],  # a stray blank line
)
def test_what_cannot_be_parted_is_doubted_row_by_row_and_as_a_whole(text: str) -> None:
    (claim,) = RECOGNISER.find_claims(document(text))
    assert all("*" in {problem.field for problem in task.problems} for task in claim.tasks)
    assert [problem.field for problem in claim.problems] == ["tasks"]
