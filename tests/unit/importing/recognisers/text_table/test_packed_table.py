"""Table lines that follow each other without blank ones, as `pdftotext -raw` prints them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.document import Document
from wuye_cli.importing.recognisers.text_table.header_lines import HeaderLine, find_header_lines
from wuye_cli.importing.recognisers.text_table.packed_costs import misfit_cell
from wuye_cli.importing.recognisers.text_table.packed_table import read_packed_tasks
from wuye_cli.importing.recognisers.text_table.packed_words import part_words
from wuye_cli.importing.recognisers.wrapped_table import RECOGNISER

TABLE = """\
甲市2025年重点任务分解表
序号 重点任务 工作内容 完成时限 牵头单位 责任单位
1
推动工业经济稳
进提质
实施制造业提升工程，滚动推进亿元以上重点工业项目 120
个，新增规模以上工业企业 60 家以上。
12 月底前 市经济和信息化局
各县区人民政府，市发展改
革委、市统计局
2
开展科技特派员专项对接，每年选派科技特派员不少于 80
名，每季度末通报一次需求兑现情况。
每季度 市科技局 市教育局、市人才办
3
加快建设宜居城
市
完成老旧小区改造 42 个，惠及群众 1.2 万户；新增公共停
车泊位 3000 个。
9 月底前完成
老旧小区改
造，11 月底
前完成停车
泊位建设
市住房和城乡建设
局
铜官区、义安区人民政府，
市城市管理局
4
编制城市更新专项规划，4 月上旬形成初稿，报市政府常
务会议审议后印发。
5 月中旬
市自然资源和规划
局
市住房和城乡建设局
5
抓好生态环境保
护
完成铜山片区历史遗留矿山生态修复，修复面积不少于
1200 亩。
上半年完成
主体工程
市自然资源和规划
局
铜官区人民政府
6 办好民生实事 新增普惠托位 600 个，建成老年食堂 35 个，城 10 月 31 日前 市民政局、市卫生 各县区人民政府
序号 重点任务 工作内容 完成时限 牵头单位 责任单位
镇新增就业 2.3 万人，零就业家庭动态清零。
健康委、市人力资
源和社会保障局
"""


def test_cells_are_told_apart_by_their_words_and_by_lines_that_fill_the_column() -> None:
    first = read_tasks(RECOGNISER, TABLE)[0]
    assert (first.no, first.title, first.deadline) == ("1", "推动工业经济稳进提质", "12 月底前")
    assert first.content.endswith("120个，新增规模以上工业企业 60 家以上。")
    assert (first.lead, first.responsible) == ("市经济和信息化局", "各县区人民政府，市发展改革委、市统计局")


def test_a_blank_cell_of_a_merged_group_takes_no_line_of_the_content() -> None:
    second = read_tasks(RECOGNISER, TABLE)[1]
    assert second.title == "推动工业经济稳进提质"
    assert second.content == "开展科技特派员专项对接，每年选派科技特派员不少于 80名，每季度末通报一次需求兑现情况。"
    assert (second.lead, second.responsible) == ("市科技局", "市教育局、市人才办")


def test_a_deadline_may_take_several_lines_whose_tail_is_no_unit() -> None:
    tasks = read_tasks(RECOGNISER, TABLE)
    assert (tasks[2].deadline, tasks[2].lead) == (
        "9 月底前完成老旧小区改造，11 月底前完成停车泊位建设",
        "市住房和城乡建设局",
    )
    assert (tasks[4].deadline, tasks[4].lead) == ("上半年完成主体工程", "市自然资源和规划局")


def test_the_month_of_a_deadline_is_no_row_number() -> None:
    tasks = read_tasks(RECOGNISER, TABLE)
    assert [task.no for task in tasks] == ["1", "2", "3", "4", "5", "6"]
    assert (tasks[3].deadline, tasks[3].responsible) == ("5 月中旬", "市住房和城乡建设局")


def test_a_row_broken_by_the_page_goes_on_in_its_columns() -> None:
    last = read_tasks(RECOGNISER, TABLE)[-1]
    assert last.content == "新增普惠托位 600 个，建成老年食堂 35 个，城镇新增就业 2.3 万人，零就业家庭动态清零。"
    assert (last.title, last.deadline, last.responsible) == ("办好民生实事", "10 月 31 日前", "各县区人民政府")
    assert last.lead == "市民政局、市卫生健康委、市人力资源和社会保障局"


def test_what_is_clear_carries_no_problem() -> None:
    assert all(task.problems == () for task in read_tasks(RECOGNISER, TABLE))


@pytest.mark.parametrize("heading", ["攻坚打法", "护企招法", "怎么干", "作战要领", "主攻方略"])
def test_an_unknown_heading_behind_the_titles_holds_what_is_done_and_is_asked_about(heading: str) -> None:
    tasks = read_tasks(RECOGNISER, TABLE.replace("工作内容", heading))
    assert [replace(task, problems=()) for task in tasks] == list(read_tasks(RECOGNISER, TABLE))
    assert [[(one.code, one.field) for one in task.problems] for task in tasks] == [[("column-guessed", "content")]] * 6


ROWS = """\
编号 重点事项 推进措施 年度目标 主责单位 协同单位 办理期限
1
县域商业体系
建设
改造升级乡镇商贸中心，完善物流配送网络。
改造乡镇商贸中心
6 个
市商务局
市邮政管理局、市供销
社
2025 年 10
月
2 电商直播基地 支持建设电商直播基地，培育本土主播。
建成直播基地 3 个
市商务局 团市委、市妇联 9 月底
{rest}
"""


@pytest.mark.parametrize(
    ("rest", "responsible", "deadline"),
    [
        ("3 夜间经济 打造集聚区。\n打造集聚区 2 个\n市文旅局 各区人民政府 持续推进", "各区人民政府", "持续推进"),
        ("3\n夜间经济\n打造集聚区。\n市文旅局\n各区人民政府、市城管\n局\n年底", "各区人民政府、市城管局", "年底"),
        ("3 夜间经济 打造集聚区。 打造集聚区 2 个 市文旅局 市城管局 12 月 20 日", "市城管局", "12 月 20 日"),
    ],
)
def test_columns_may_come_in_another_order(rest: str, responsible: str, deadline: str) -> None:
    first, _, third = read_tasks(RECOGNISER, ROWS.format(rest=rest))
    assert (first.target, first.responsible, first.deadline) == (
        "改造乡镇商贸中心6 个",
        "市邮政管理局、市供销社",
        "2025 年 10月",
    )
    assert (third.title, third.lead, third.responsible, third.deadline) == (
        "夜间经济",
        "市文旅局",
        responsible,
        deadline,
    )


def test_one_number_may_hold_several_items() -> None:
    rest = "3 夜间经济 打造集聚区。 市文旅局 市城管局 年底\n延长公共交通运营时间。 市交通局 各区人民政府 6 月底"
    *_, third, fourth = read_tasks(RECOGNISER, ROWS.format(rest=rest))
    assert (fourth.no, fourth.title, fourth.content) == ("3", "夜间经济", "延长公共交通运营时间。")
    assert (third.deadline, fourth.deadline, fourth.lead) == ("年底", "6 月底", "市交通局")


@pytest.mark.parametrize(
    ("content", "joined"),
    [
        (
            "引进电商企业，配套新建标准化厂房和仓库\n3 万平方米以上。",
            "引进电商企业，配套新建标准化厂房和仓库3 万平方米以上。",
        ),
        ("支持建设电商直播基地，年内建成公共冷库\n3 座。", "支持建设电商直播基地，年内建成公共冷库3 座。"),
        ("支持建设电商直播基地，改造提升老旧商圈\n3 个片区。", "支持建设电商直播基地，改造提升老旧商圈3 个片区。"),
    ],
)
def test_a_figure_that_begins_a_line_opens_no_row_where_the_row_above_would_be_left_unfinished(
    content: str, joined: str
) -> None:
    rest = "3\n夜间经济\n打造集聚区。\n市文旅局 市城管局\n年底"
    text = ROWS.replace("支持建设电商直播基地，培育本土主播。\n", content + "\n").format(rest=rest)
    _, second, third = read_tasks(RECOGNISER, text)
    assert (second.content, second.deadline) == (joined, "9 月底")
    assert (third.no, third.title, third.lead) == ("3", "夜间经济", "市文旅局")


def test_a_number_may_be_left_out() -> None:
    rest = "4 夜间经济 打造集聚区。 市文旅局 市城管局 年底"
    assert [task.no for task in read_tasks(RECOGNISER, ROWS.format(rest=rest))] == ["1", "2", "4"]


SECTIONS = """\
序
号
工作事项 具体内容 牵头部门 配合部门 完成期限 备注
一、提升政务服务水平
1 推进一网通办 梳理高频事项清单，实现不少于 200
个事项全程网办
市行政审批局 市大数据中心、市级
各有关部门
6 月 30 日
前
2 完善 12345 热
线
优化派单机制，群众诉求按时办结率
达到 98%以上，满意率不低于 95%
市 12345 热线管
理中心
各县区、市直各部门 长期坚持 每月通
报
— 1 —
（二）强化要素保障
3 引育人才 引进高层次人才 50 名，建设人才公寓
2000 套
市人力资源和社
会保障局
市委组织部、市财政
— 2 —
序
号
工作事项 具体内容 牵头部门 配合部门 完成期限 备注
局 年底前
"""


def test_headings_across_the_table_and_what_a_page_repeats_are_no_cells() -> None:
    tasks = read_tasks(RECOGNISER, SECTIONS)
    assert [(task.section, task.title, task.deadline, task.remark) for task in tasks] == [
        ("一、提升政务服务水平", "推进一网通办", "6 月 30 日前", ""),
        ("一、提升政务服务水平", "完善 12345 热线", "长期坚持", "每月通报"),
        ("（二）强化要素保障", "引育人才", "年底前", ""),
    ]
    assert [(task.lead, task.responsible) for task in tasks] == [
        ("市行政审批局", "市大数据中心、市级各有关部门"),
        ("市 12345 热线管理中心", "各县区、市直各部门"),
        ("市人力资源和社会保障局", "市委组织部、市财政局"),
    ]


def test_numbers_may_begin_anew_below_a_heading() -> None:
    tasks = read_tasks(RECOGNISER, SECTIONS.replace("3 引育人才", "1 引育人才"))
    assert [(task.section[:1], task.no, task.title) for task in tasks][1:] == [
        ("一", "2", "完善 12345 热线"),
        ("（", "1", "引育人才"),
    ]


def test_a_blank_column_of_units_is_asked_about() -> None:
    third = read_tasks(RECOGNISER, ROWS.format(rest="3 夜间经济 打造集聚区。 市文旅局 年底"))[2]
    assert {problem.field for problem in third.problems} == {"lead", "responsible"}


def test_a_row_whose_cells_do_not_fit_the_columns_is_doubted() -> None:
    third = read_tasks(RECOGNISER, ROWS.format(rest="3 夜间经济 打造 12 月底 市文旅局 6 个 2025 年"))[2]
    assert "*" in {problem.field for problem in third.problems}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("11 月底 市农业农村局 枞阳县政府", ["11 月底", "市农业农村局", "枞阳县政府"]),
        ("新增托位 600 个，增长 8%左右", ["新增托位 600 个，增长 8%左右"]),
        ("建成食堂 35 个，城 10 月 31 日前 市民政局", ["建成食堂 35 个，城", "10 月 31 日前", "市民政局"]),
        ("推广使用 5G 市通信管理局", ["推广使用 5G", "市通信管理局"]),
    ],
)
def test_words_are_parted_where_cells_may_begin(line: str, words: list[str]) -> None:
    assert [word.text for word in part_words([line])] == words


@pytest.mark.parametrize(
    ("field", "cell", "fits"),
    [
        ("deadline", "上半年完成主体工程", True),
        ("deadline", "2025 年 3 月底前印发，6 月底前完成", True),
        ("deadline", "市民政局", False),
        ("lead", "市民政局、市财政局", True),
        ("lead", "主体工程、", False),
        ("lead", "12 月底", False),
        ("content", "打造集聚区。", True),
        ("content", "市民政局", False),
        ("title", "打造集聚区。延长运营时间", False),
    ],
)
def test_what_words_may_be_a_cell(field: str, cell: str, fits: bool) -> None:
    assert (misfit_cell(field, cell) < 1) is fits


def test_long_text_below_a_header_is_no_table_and_takes_no_time() -> None:
    text = "\n".join(f"{no} 组织开展排查整治\n" + "推进各项工作落实，建立长效机制，\n" * 400 for no in range(1, 5))
    assert read_packed_tasks(*_table(f"序号 重点任务 工作内容 牵头单位 责任单位\n{text}")) == ()


def test_lines_parted_by_blank_ones_are_left_alone() -> None:
    assert read_packed_tasks(*_table(TABLE.replace("\n2\n", "\n\n2\n"))) == ()


def _table(text: str) -> tuple[Document, HeaderLine]:
    found = document(text)
    return found, find_header_lines(found)[0]
