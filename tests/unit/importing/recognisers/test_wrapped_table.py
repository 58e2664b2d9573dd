"""Hard-wrapped table text: cells in the order of the columns, no positions."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.recognisers.table.unit_columns import UnitPiece, split_columns
from wuye_cli.importing.recognisers.wrapped_table import RECOGNISER

TABLE = """
甲市2025年任务清单

序号 重点任务 工作内容 完成时限 牵头单位 责任单位 备注

1 公开收费标准
在小区主要出入口公示收费项目、收费标准和监督电话，接受业主和社会
监督。

3月底前
市发展和改革委员
会

市市场监督管理局、各县
（市）区人民政府

2 整治消防通道
清理占用消防通道的车辆和杂物，施划标线，对屡教不改的依法处罚，
并纳入信用记录。
6月底前 市消防救援支队各县（市）区人民政府

序号 重点任务 工作内容 完成时限 牵头单位 责任单位 备注

每季度开展一次联合检查，检查结果在小区公示栏公布，问题限期整改，
逾期的通报。
12月底前
市公安局

市民政局
3 以社区为主体，开展“邻里
互助”活动。

组织志愿者入户服务。
长期坚持 市民政局
各街道办事处
"""


@pytest.mark.parametrize("heading", ["攻坚打法", "护企招法", "作战要领"])
def test_an_unknown_heading_behind_the_titles_holds_what_is_done_and_is_asked_about(heading: str) -> None:
    tasks, known = (read_tasks(RECOGNISER, text) for text in (TABLE.replace("工作内容", heading), TABLE))
    assert [(task.title, task.content, task.deadline) for task in tasks] == [
        (task.title, task.content, task.deadline) for task in known
    ]
    assert all(("column-guessed", "content") in [(one.code, one.field) for one in task.problems] for task in tasks)


def test_cells_are_joined_and_shared_out_to_their_columns() -> None:
    first = read_tasks(RECOGNISER, TABLE)[0]
    assert (first.no, first.title, first.deadline) == ("1", "公开收费标准", "3月底前")
    assert first.content == "在小区主要出入口公示收费项目、收费标准和监督电话，接受业主和社会监督。"
    assert (first.lead, first.responsible) == ("市发展和改革委员会", "市市场监督管理局、各县（市）区人民政府")
    assert first.problems == ()


def test_a_second_item_under_one_number_has_its_number_and_title() -> None:
    tasks = read_tasks(RECOGNISER, TABLE)
    assert [(task.no, task.title) for task in tasks[1:3]] == [("2", "整治消防通道"), ("2", "整治消防通道")]
    assert tasks[2].content.startswith("每季度开展")
    assert (tasks[2].lead, tasks[2].responsible) == ("市公安局", "市民政局")


def test_units_that_run_together_are_cut_and_doubted() -> None:
    second = read_tasks(RECOGNISER, TABLE)[1]
    assert (second.lead, second.responsible) == ("市消防救援支队", "各县（市）区人民政府")
    assert {problem.field for problem in second.problems} == {"lead", "responsible"}


def test_a_title_goes_on_while_a_quotation_is_open() -> None:
    last = read_tasks(RECOGNISER, TABLE)[-1]
    assert (last.title, last.content) == ("以社区为主体，开展“邻里互助”活动。", "组织志愿者入户服务。")
    assert (last.lead, last.responsible) == ("市民政局", "各街道办事处")


def test_the_deadline_may_stand_in_the_last_column() -> None:
    tasks = read_tasks(
        RECOGNISER,
        """
        序号 重点任务 工作内容 牵头单位 责任单位 完成时限
        1 补种绿化
        对枯死缺失的树木和草坪及时补种，优先选用本地树种，做到不露黄土。
        市园林局
        各区人民政府
        4月底前
        2 清洗水箱
        对二次供水设施进行清洗消毒，结果在小区公示，接受居民代表监督。
        市水务局
        各区人民政府
        每季度
        """,
    )
    assert [(t.title, t.lead, t.responsible, t.deadline) for t in tasks] == [
        ("补种绿化", "市园林局", "各区人民政府", "4月底前"),
        ("清洗水箱", "市水务局", "各区人民政府", "每季度"),
    ]


def test_a_short_row_stands_on_one_line() -> None:
    (task,) = read_tasks(RECOGNISER, "序号 工作任务 责任单位 完成时限\n1 组织就业培训。 市人社局 2025年\n10月底前")
    assert (task.title, task.responsible, task.deadline) == ("组织就业培训。", "市人社局", "2025年10月底前")


def test_an_annex_ends_the_table() -> None:
    (claim,) = RECOGNISER.find_claims(document(TABLE + "\n附件2\n\n联系人名单\n"))
    assert len(claim.tasks) == 4


@pytest.mark.parametrize(
    ("lines", "cells", "certain"),
    [
        (("市甲局", "市乙局、市", "丙局"), ("市甲局", "市乙局、市丙局"), True),  # the first line is a whole name
        (("市甲局、", "市乙局", "市丙局"), ("市甲局、市乙局", "市丙局"), True),  # a separator goes on
        (("市甲局各区人民政府",), ("市甲局", "各区人民政府"), False),
        (("市甲局",), ("市甲局", ""), False),
        ((), ("", ""), False),
    ],
)
def test_where_one_column_of_units_ends(lines: tuple[str, ...], cells: tuple[str, ...], certain: bool) -> None:
    assert split_columns(tuple(UnitPiece(line, gap=False) for line in lines), 2) == (cells, certain)


NARROW = """
甲市任务清单
序号 重点任务 工作内容 牵头单位 责任单位 完成时限

1
推进沿江化工
企业“关改搬
转”

完成剩余4家沿江化工企业搬迁入园，腾退岸线2.6公里，同步做好土壤污染状况
调查。
市住房和城
乡建设局
市自然资源局

2025年12
月底

2
整治入河排污
口
完成长江干流入河排污口溯源整治，按月开展监测。
市生态环境局
各县区人民政府
202512
"""


def test_titles_names_and_days_that_a_narrow_column_breaks_are_joined() -> None:
    first, second = read_tasks(RECOGNISER, NARROW)
    assert (first.title, first.lead, first.deadline) == (
        "推进沿江化工企业“关改搬转”",
        "市住房和城乡建设局",
        "2025年12月底",
    )
    assert first.content.startswith("完成剩余4家")
    assert first.content.endswith("调查。")
    assert (second.title, second.responsible, second.deadline) == ("整治入河排污口", "各县区人民政府", "202512")


@pytest.mark.parametrize(
    "lines",
    [
        ("公开收费标准", "公示收费项目和标准，接受业主监督。"),  # the second is the content
        ("公开收费标准", "1.公示项目", "2.公示收费的标准，在小区主要出入口长期张贴，接受业主监督"),  # numbered steps
    ],
)
def test_a_title_takes_no_line_of_the_content(lines: tuple[str, ...]) -> None:
    text = "序号 重点任务 工作内容 完成时限 责任单位\n1 " + "\n".join(lines) + "\n6月底前 市发改委\n"
    (task,) = read_tasks(RECOGNISER, text)
    assert task.title == lines[0]


def test_the_short_name_of_an_office_ends_its_column() -> None:
    pieces = (UnitPiece("市大气办", False), UnitPiece("市委督查室、市政府督查室", False))
    assert split_columns(pieces, 2) == (("市大气办", "市委督查室、市政府督查室"), True)


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ("责任单位 完成时限", "市水务局\n2025年8月31日\n甲市政府\n2025年1月8日"),
        ("完成时限 责任单位", "2025年8月31日\n市水务局\n甲市政府\n2025年1月8日"),
        ("责任单位 完成时限", "市水务局\n2025年8月31日"),  # the cells of the last row
    ],
)
def test_the_signature_below_a_table_is_no_row(columns: str, rows: str) -> None:
    (task,) = read_tasks(RECOGNISER, f"序号 重点任务 工作内容 {columns}\n1 登记造册\n建立台账。\n{rows}\n")
    assert (task.responsible, task.deadline) == ("市水务局", "2025年8月31日")


SPACED = "乙区2025年重点工作任务分解表\n序号 重点工作任务 牵头单位 配合单位\n"


@pytest.mark.parametrize(
    "units",
    [
        "甲局 丙局、丁局",
        "甲局 丙局、丁局。",
        "甲局 各部门，各乡镇人民政府、丁公司",
        "甲局 各部门,各乡镇人民政府,丁公司。",
    ],
)
@pytest.mark.parametrize("section", ["", "一、主要目标\n", "一、2025年主要预期目标\n", "一、主要目标分解（2项）\n"])
def test_in_a_row_on_one_line_each_blank_ends_a_column_of_units(section: str, units: str) -> None:
    rows = f"{section}1 生产总值增长6.5%左右。 {units}\n2 新建学校2所。 乙局 甲局\n"
    first, second = read_tasks(RECOGNISER, SPACED + rows)
    assert (first.title, first.lead, first.responsible) == ("生产总值增长6.5%左右。", *units.split())
    assert (second.title, second.lead, second.responsible) == ("新建学校2所。", "乙局", "甲局")
    assert first.section == second.section == section.strip().removesuffix("（2项）")


def test_units_on_lines_of_their_own_are_shared_out_and_asked_about() -> None:
    rows = "1 新建学校2所。 甲局\n乙局\n各有关部门,各乡镇人民政府。\n2 新建桥2座。 丙局 丁局\n"
    first, second = read_tasks(RECOGNISER, SPACED + rows)
    assert (first.title, first.lead) == ("新建学校2所。", "甲局")
    assert {problem.field for problem in first.problems} == {"lead", "responsible"}
    assert (second.lead, second.responsible, second.problems) == ("丙局", "丁局", ())


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("加强居民用户入户安检，提升用户端\n本质安全水平。", "加强居民用户入户安检，提升用户端本质安全水平。"),
        ("推动燃气企业规模化、集约化发展，\n优化格局。", "推动燃气企业规模化、集约化发展，优化格局。"),
        ("加强居民用户入户安检，提升用户端\n一是检查。", "加强居民用户入户安检，提升用户端"),
        ("加强入户安检\n开展检查。", "加强入户安检"),
    ],
)
def test_a_title_over_two_lines_may_end_with_a_full_stop(lines: str, title: str) -> None:
    head = "甲市任务清单\n\n序号 重点任务 工作内容 完成时限 牵头单位 责任单位\n\n"
    rest = "\n\n督促企业严格落实入户安检制度，\n对居民用户每年检查。\n\n12月底前\n甲局\n\n乙局\n"
    (task,) = read_tasks(RECOGNISER, f"{head}1 {lines}{rest}")
    assert task.title == title
