"""Table text that keeps the positions of its columns."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.recognisers import wrapped_table
from wuye_cli.importing.recognisers.aligned_table import RECOGNISER
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.table.cell_shape import badness

HEAD = ("序号", "重点任务", "工作内容", "完成时限", "责任单位")
FIRST_PAGE = (
    HEAD,
    ("", "", "在小区出入口公示收费项", "", ""),
    ("1", "", "", "3月底", "市发改委"),
    ("", "规范物业服务", "目和标准，接受监督。", "", ""),
    ("", "（2 项）", "", "", "市住建局、市"),
    ("2", "", "开展满意度调查。", "6月底", ""),
    ("", "", "", "", "民政局"),
    ("", "", "清理占用消防通道的车辆", "", "市消防支队、"),
    ("3", "守住安全底线", "", "9月底", ""),
    ("", "（2 项）", "和杂物，施划标线，建立", "", "市应急局、各"),
)
SECOND_PAGE = (HEAD, ("", "", "巡查台账。", "", "区政府"), ("",) * 5, ("4", "", "开展应急演练。", "长期", "市应急局"))


def typeset(rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...], *, wide: bool) -> str:
    """Print cells at the positions of their columns, counting a Chinese character as one or as two."""
    return "\n".join(
        "".join(pad(cell, width, wide=wide) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def pad(cell: str, width: int, *, wide: bool) -> str:
    taken = sum(2 if wide and not char.isascii() else 1 for char in cell)
    return cell + " " * (width * (2 if wide else 1) - taken)


def table(*, wide: bool = False) -> str:
    first = typeset(FIRST_PAGE, (6, 12, 16, 8, 10), wide=wide)
    second = typeset(SECOND_PAGE, (5, 10, 19, 9, 10), wide=wide)
    return f"{first}\n        — 1 —\n{second}"


TABLE = table()


@pytest.mark.parametrize("wide", [False, True])
def test_positions_count_characters_or_columns_of_a_terminal(wide: bool) -> None:
    tasks = read_tasks(RECOGNISER, table(wide=wide))
    assert [task.deadline for task in tasks] == ["3月底", "6月底", "9月底", "长期"]
    assert [task.responsible for task in tasks] == [
        "市发改委",
        "市住建局、市民政局",
        "市消防支队、市应急局、各区政府",
        "市应急局",
    ]


def test_lines_above_and_below_the_number_belong_to_its_row() -> None:
    first, second, *_ = read_tasks(RECOGNISER, TABLE)
    assert (first.no, first.content, first.responsible) == (
        "1",
        "在小区出入口公示收费项目和标准，接受监督。",
        "市发改委",
    )
    assert (second.content, second.responsible, second.deadline) == ("开展满意度调查。", "市住建局、市民政局", "6月底")


def test_a_counted_group_names_its_rows() -> None:
    titles = [task.title for task in read_tasks(RECOGNISER, TABLE)]
    assert titles == ["规范物业服务", "规范物业服务", "守住安全底线", "守住安全底线"]


def test_a_row_runs_over_the_page_into_columns_that_stand_elsewhere() -> None:
    third = read_tasks(RECOGNISER, TABLE)[2]
    assert third.content == "清理占用消防通道的车辆和杂物，施划标线，建立巡查台账。"


def test_groups_without_counts_stand_in_the_middle_of_their_rows() -> None:
    rows = (
        HEAD,
        ("1", "", "公示收费标准。", "3月底", "市发改委"),
        ("", "规范服务", "", "", ""),
        ("2", "", "开展满意调查。", "6月底", "市住建局"),
        ("3", "", "清理消防通道。", "9月底", "市消防支队"),
        ("4", "守住安全", "组织应急演练。", "11月底", "市应急局"),
        ("5", "", "检修电梯设施。", "12月底", "市场监管局"),
    )
    tasks = read_tasks(RECOGNISER, typeset(rows, (6, 12, 16, 8, 10), wide=False))
    assert [task.title for task in tasks] == ["规范服务"] * 2 + ["守住安全"] * 3


PHASES = """\
   阶段       时间      序号          工作任务
                   1  持续推进前期工作。
 筹备阶段   2024年年底前
                   2  全面开展要素排摸。
                   3  健全组织管理体系。
                   4  完成基础分类工作。
 建设阶段   2025年年底前
                   5  开展航路划设研究，初步构建主干
                      航路网络。
 提升阶段   2027年年底前   6  全面形成航路网络架构。
                   7  建立并运行部分服务站。
                   8  推动开展立法工作。
                   9  具备风险评估等更高功能，可满足
阶段  时间  序号          工作任务
                      低空飞行活动需要。
"""


def test_a_group_that_goes_on_over_the_page_stands_anywhere_beside_its_rows_and_none_beside_those_of_others() -> None:
    tasks = read_tasks(RECOGNISER, PHASES)
    assert [task.deadline for task in tasks] == ["2024年年底前"] * 2 + ["2025年年底前"] * 3 + ["2027年年底前"] * 4
    assert [task.section for task in tasks] == ["筹备阶段"] * 2 + ["建设阶段"] * 3 + ["提升阶段"] * 4


def test_either_reading_of_table_lines_leaves_the_other_alone() -> None:
    assert wrapped_table.RECOGNISER.find_claims(document(TABLE)) == ()


@pytest.mark.parametrize(
    ("field", "cell", "is_whole"),
    [
        ("responsible", "市民政局、市财政局", True),
        ("responsible", "市民政局、", False),
        ("responsible", "集团（市数据", False),
        ("content", "组织演练。", True),
        ("content", "组织演练，", False),
        ("deadline", "12 月", True),
    ],
)
def test_how_a_cell_may_end(field: str, cell: str, is_whole: bool) -> None:
    assert (badness(field, cell) == 0) is is_whole


def one_table(*rows: tuple[str, ...], head: str, widths: tuple[int, ...]) -> tuple[RawTask, ...]:
    """The tasks of rows under headings whose lines are given as they stand."""
    return read_tasks(RECOGNISER, f"{head}\n{typeset(rows, widths, wide=False)}")


def test_headings_may_run_over_several_lines() -> None:
    head = (
        "序                            完成     牵头\n"
        "      重点任务      工作内容               单位      配合单位\n"
        "号                            时限"
    )
    rows = (
        ("1", "规范收费", "公示收费标准。", "3月底", "市发改委", "市住建局"),
        ("2", "检修", "检查电梯。", "长期", "甲局", "乙局"),
    )
    first, second = one_table(*rows, head=head, widths=(6, 10, 14, 8, 9, 9))
    assert (first.no, first.deadline, first.lead, first.responsible) == ("1", "3月底", "市发改委", "市住建局")
    assert second.title == "检修"


OTHERS = ("项目名称", "建设内容", "牵头单位", "配合单位")
GAP = ("", "", "", "")


@pytest.mark.parametrize(
    "head",
    [
        (("支撑", "序", *GAP), ("", "", *OTHERS), ("体系", "号", *GAP)),
        (("支撑", "", *GAP), ("", "序号", *OTHERS), ("体系", "", *GAP)),
        (("", "项目", *GAP), ("支撑体系", "", *OTHERS), ("", "编号", *GAP)),
        (("支撑", "项目", *GAP), ("", "", *OTHERS), ("体系", "编号", *GAP)),
        (("支撑", "项目", "", "", "牵头", ""), ("体系", "编号", *OTHERS[:2], "单位", OTHERS[3])),
    ],
)
def test_narrow_headings_may_stand_above_and_below_the_line_of_the_others(head: tuple[tuple[str, ...], ...]) -> None:
    rows = (
        ("人才", "1", "研究智库", "建立研究网络。", "市委组织部", "市科技局"),
        ("体系", "2", "实训基地", "构建实训体系。", "市人社局", "各区"),
    )
    title = "重点项目任务分解表"
    (claim,) = RECOGNISER.find_claims(document(f"{title}\n{typeset((*head, *rows), (8, 6, 8, 12, 9, 8), wide=False)}"))
    assert claim.first == 1
    assert [(task.no, task.section, task.title, task.lead) for task in claim.tasks] == [
        ("1", "人才体系", "研究智库", "市委组织部"),
        ("2", "人才体系", "实训基地", "市人社局"),
    ]


def test_the_name_of_a_group_printed_between_the_lines_of_a_row_does_not_move_its_middle() -> None:
    rows = (
        ("", "", "坚持创新办会，优化模式", "", ""),
        ("", "1", "，发挥品牌作用，", "3月底", "市留交办"),
        ("", "", "打造交流平台。", "", ""),
        ("", "", "大力发展民间智库，以", "", ""),
        ("人才", "", "", "", ""),
        ("", "", "南方研究院为主要载体，", "", ""),
        ("交流", "", "", "", ""),
        ("", "", "构建专业化的研究", "", "市委组织部、"),
        ("体系", "", "", "", ""),
        ("", "2", "网络，设立", "6月底", "市科技局、"),
        ("", "", "咨询委员会，建立人才", "", "市留交办"),
        ("", "", "库，打造猎头", "", ""),
        ("", "", "平台。", "", ""),
        ("", "3", "完善服务。", "9月底", "市人社局"),
    )
    head = "类别    序号    工作内容              完成时限    牵头单位"
    first, second, _ = one_table(*rows, head=head, widths=(6, 6, 18, 8, 8))
    assert first.content == "坚持创新办会，优化模式，发挥品牌作用，打造交流平台。"
    assert second.content.startswith("大力发展民间智库，以南方研究院为主要载体")
    assert (first.title, second.title) == ("人才交流体系", "人才交流体系")


def test_columns_one_space_apart_are_cut_where_other_lines_show_the_gutter() -> None:
    head = "序号    工作内容            牵头单位    配合单位    完成时限"
    rows = (
        ("", "公示物业收费项目和标准，", "市发展改革", "市市场监管局", ""),
        ("1", "", "", "", "12月底"),
        ("", "接受业主监督。", "委", "、市住建局", ""),
        ("2", "开展满意调查。", "", "市住建局", "6月"),
        ("3", "检修老旧电梯。", "市住建局", "甲局", "6月"),
    )
    first, second, _ = one_table(*rows, head=head, widths=(6, 14, 6, 9, 8))
    assert (first.lead, first.responsible) == ("市发展改革委", "市市场监管局、市住建局")
    assert (second.lead, second.responsible) == ("", "市住建局")


def test_a_line_that_runs_a_letter_into_the_next_column_stays_whole() -> None:
    head = "序号    工作内容         责任单位    完成时限"
    rows = (
        ("", "逐个小区登记造册并对隐患点建", "", ""),
        ("1", "", "市应急局", "6月"),
        ("", "立台账。", "", ""),
        ("2", "公示收费标准和项目内容。", "市发改委", "8月"),
        ("3", "检修电梯。", "市场监管局", "9月"),
    )
    first, *_ = one_table(*rows, head=head, widths=(6, 13, 9, 8))
    assert (first.content, first.responsible) == ("逐个小区登记造册并对隐患点建立台账。", "市应急局")


ITEMS = (
    ("", "", "公示收费项目和标准，", "", ""),
    ("", "", "", "3月底", "市发改委"),
    ("", "规范物业", "接受监督。", "", ""),
    ("1", "", "", "", ""),
    ("", "收费行为", "查处乱收费行为，限期", "", ""),
    ("", "", "", "长期坚持", "市市场监管局"),
    ("", "", "整改。", "", ""),
    ("2", "检修电梯", "检查老旧电梯。", "9月底", "市住建局"),
)


def test_a_number_in_the_middle_of_several_items_is_the_number_of_each() -> None:
    tasks = one_table(
        *ITEMS,
        head="".join(pad(word, width, wide=False) for word, width in zip(HEAD, (6, 10, 14, 9, 8), strict=True)),
        widths=(6, 10, 14, 9, 8),
    )
    assert [(task.no, task.title, task.deadline, task.responsible) for task in tasks] == [
        ("1", "规范物业收费行为", "3月底", "市发改委"),
        ("1", "规范物业收费行为", "长期坚持", "市市场监管局"),
        ("2", "检修电梯", "9月底", "市住建局"),
    ]
    assert tasks[1].content == "查处乱收费行为，限期整改。"


def test_a_numbered_line_across_the_columns_heads_the_rows_below_it_and_a_note_is_no_cell() -> None:
    rows = (
        HEAD,
        ("", "", "  一、守住安全底线", "", ""),
        ("1", "组织演练", "组织应急演练。", "3月底", "市应急局"),
        ("", "", "  二、提升服务水平", "", ""),
        ("2", "检修电梯", "检查老旧电梯。", "9月底", "市住建局"),
    )
    text = typeset(rows, (6, 10, 14, 9, 8), wide=False) + "\n注：各单位于每月25日前报送进展。"
    tasks = read_tasks(RECOGNISER, text)
    assert [(task.section, task.content) for task in tasks] == [
        ("一、守住安全底线", "组织应急演练。"),
        ("二、提升服务水平", "检查老旧电梯。"),
    ]
    assert [task.responsible for task in tasks] == ["市应急局", "市住建局"]


def test_cells_may_stand_at_the_top_of_their_rows() -> None:
    rows = (
        HEAD,
        ("1", "规范收费", "公示收费项目和标准，", "3月底", "市发改委、市"),
        ("", "行为", "接受业主监督，查处乱", "", "市场监管局、"),
        ("", "", "收费。", "", "市住建局"),
        ("2", "检修电梯", "检查老旧电梯。", "9月底", "市住建局"),
        ("3", "组织演练", "组织应急演练，检查消", "长期", "市应急局"),
        ("", "", "防设施。", "", ""),
    )
    tasks = read_tasks(RECOGNISER, typeset(rows, (6, 10, 14, 9, 8), wide=False))
    assert [task.title for task in tasks] == ["规范收费行为", "检修电梯", "组织演练"]
    assert [task.content for task in tasks] == [
        "公示收费项目和标准，接受业主监督，查处乱收费。",
        "检查老旧电梯。",
        "组织应急演练，检查消防设施。",
    ]


SET_FURTHER_LEFT_BELOW = """\
序号    改革领域    具体措施                      责任单位      完成时限
              整合企业登记、公章刻制、社保登记、预约开
1     企业开办    户环节，实现开办全流程一网通办。          市数据局      3月底
              低压小微企业接电零投资，用户年平均停电时
2     获得电力                              供电公司      12月
              间不超过 0.8 小时。
      工程建设审   推行拿地即开工，一般企业投资项目审批时
3                                       市住建局      6月底
      批       间压缩三成。
         全面推行惠企政策免申即享，年度兑付资金三
9     政策兑现                         市营商办      长期
         十亿元以上，资金直达率达到九成。
10 法治保障   对轻微违法行为依法不予处罚，清单扩大至       市司法局      10月
         220 项。
"""


def test_group_cells_are_no_words_of_the_sentence_beside_them_also_where_rows_are_set_further_left() -> None:
    tasks = read_tasks(RECOGNISER, SET_FURTHER_LEFT_BELOW)
    assert [(task.no, task.content, task.responsible) for task in tasks] == [
        ("1", "整合企业登记、公章刻制、社保登记、预约开户环节，实现开办全流程一网通办。", "市数据局"),
        ("2", "低压小微企业接电零投资，用户年平均停电时间不超过 0.8 小时。", "供电公司"),
        ("3", "推行拿地即开工，一般企业投资项目审批时间压缩三成。", "市住建局"),
        ("9", "全面推行惠企政策免申即享，年度兑付资金三十亿元以上，资金直达率达到九成。", "市营商办"),
        ("10", "对轻微违法行为依法不予处罚，清单扩大至220 项。", "市司法局"),
    ]


@pytest.mark.parametrize(
    ("units", "is_doubted"),
    [
        (("市住建", "局", "市水务局"), True),
        (("市住建局、", "市水务局", ""), False),
        (("市安委会", "各成员单", "位"), False),
    ],
)
def test_names_in_one_cell_that_run_into_each_other_are_doubted(units: tuple[str, ...], is_doubted: bool) -> None:
    above, beside, below = units
    first, _ = one_table(
        ("", "公示收费标准，", "", above),
        ("1", "接受监督，", "3月底", beside),
        ("", "按季度公开。", "", below),
        ("2", "检修老旧电梯。", "6月底", "市应急局"),
        head="序号    工作内容        完成时限    责任单位",
        widths=(6, 14, 8, 10),
    )
    assert first.responsible == above + beside + below
    assert [problem.code for problem in first.problems] == ["cell-broken"] * is_doubted


def test_a_year_printed_apart_is_part_of_its_heading() -> None:
    head = "序号    内容        牵头部门    2024 年工作任务    2025 年工作计划"
    first, second = one_table(
        ("1", "慢行交通", "市交通局", "完成项目120项。", "完成项目130项。"),
        ("2", "停车设施", "市住建局", "新增车位900个。", "新增车位950个。"),
        head=head,
        widths=(6, 12, 12, 18, 18),
    )
    assert first.yearly == ((2024, "完成项目120项。"), (2025, "完成项目130项。"))
    assert (second.no, second.lead) == ("2", "市住建局")


@pytest.mark.parametrize("day", ["12 月 20 日", "2025 年 9 月 8 日", "9 月 30 日前"])
def test_a_day_printed_with_spaces_is_one_word(day: str) -> None:
    head = "序号    工作内容            完成时间   责任单位"
    rows = (("1", "公示收费标准。", "年底前", "市发改委"), ("2", "检修老旧电梯。", day, "市住建局"))
    _, second = one_table(*rows, head=head, widths=(6, 16, len(day) + 1, 8))
    assert (second.deadline, second.responsible) == (day, "市住建局")


EDGES = """\
序号 工作事项      具体内容                   牵头部门         完成期限
一、提升政务服务水平
1  推进一网通办 梳理高频事项清单，实现不少于 200   市行政审批局       6 月 30 日
              个事项全程网办。                       前
2  完善 12345 热 优化派单机制，群众诉求按时办结率   市热线管理中心      长期坚持
   线          达到 98%以上。
二、强化要素保障
3  开展证照分离 对涉企经营许可事项实行清单管理。     市市场监管局       9 月底前
   改革
"""


def test_a_heading_at_the_edge_of_the_table_is_no_title() -> None:
    tasks = read_tasks(RECOGNISER, EDGES)
    assert [(task.section, task.title) for task in tasks] == [
        ("一、提升政务服务水平", "推进一网通办"),
        ("一、提升政务服务水平", "完善 12345 热线"),
        ("二、强化要素保障", "开展证照分离改革"),
    ]


def test_the_sign_behind_a_figure_stays_in_its_cell() -> None:
    second = read_tasks(RECOGNISER, EDGES)[1]
    assert second.content == "优化派单机制，群众诉求按时办结率达到 98%以上。"


def test_a_space_between_the_words_of_a_cell_is_doubted() -> None:
    rows = (
        HEAD,
        ("1", "规范收费", "公示 标准。", "3月底", "市发改委"),
        ("2", "检修电梯", "检查电梯。", "长期", "甲局"),
    )
    first, second = read_tasks(RECOGNISER, typeset(rows, (6, 12, 16, 8, 10), wide=False))
    assert [problem.field for problem in first.problems] == ["content"]
    assert second.problems == ()


def test_a_blank_cell_of_units_where_all_others_are_filled_is_doubted() -> None:
    head = ("序号", "工作内容", "责任单位", "配合单位", "完成时限")
    rows = [(str(no), "检修老旧电梯。", "" if no == 4 else "市住建局", "市财政局", "6月") for no in range(1, 7)]
    tasks = read_tasks(RECOGNISER, typeset((head, *rows), (6, 14, 9, 9, 8), wide=False))
    assert [task.no for task in tasks if task.problems] == ["4"]
    assert [problem.field for problem in tasks[3].problems] == ["responsible"]


def test_a_name_of_two_characters_spread_out_is_one_cell() -> None:
    heads = ("序号", "重点任务", "责任领导", "责任单位", "完成时限")
    rows = (("1", "清理占道经营", "张  明", "市城管局", "3月底"), ("2", "公示收费标准", "欧阳文", "市发改委", "6月底"))
    tasks = read_tasks(RECOGNISER, typeset((heads, *rows), (6, 12, 10, 10, 8), wide=False))
    assert [(task.responsible, task.problems) for task in tasks] == [("市城管局", ()), ("市发改委", ())]


BROKEN_BY_A_PAGE = """\
类别  序   重点任务      工作内容                责任单位      完成时限
    号
服务  1   规范收费行为    公示收费项目和标准，         市发改委、     2025 年
{foot}
类别   序    重点任务      工作内容                责任单位      完成时限
     号
提升                 接受业主监督，满意率          市住建局      11 月
                   达到 99%以上。
     2    检修电梯      检查老旧电梯，更换配件。       市场监管局     11 月底前
                                                 启动，12
                                                 月底前完
                                                 成
     3    组织演练      组织应急演练。             市应急局      长期坚持
"""


@pytest.mark.parametrize(
    "foot",
    ["", "                 —1—", "                 - 1 -", "                 第 1 页", "                   费用"],
)
def test_what_stands_above_a_repeated_header_is_no_part_of_it(foot: str) -> None:
    tasks = read_tasks(RECOGNISER, BROKEN_BY_A_PAGE.format(foot=foot))
    assert [(task.no, task.title, task.responsible, task.deadline) for task in tasks] == [
        ("1", "规范收费行为", "市发改委、市住建局", "2025 年11 月"),
        ("2", "检修电梯", "市场监管局", "11 月底前启动，12月底前完成"),
        ("3", "组织演练", "市应急局", "长期坚持"),
    ]


@pytest.mark.parametrize("title", ["        务表（2025 年）", "        分解表(2025年)", "      治理、服务分工"])
def test_the_last_line_of_a_title_is_no_part_of_the_header(title: str) -> None:
    (claim,) = RECOGNISER.find_claims(document(f"{title}\n{BROKEN_BY_A_PAGE.format(foot='')}"))
    assert (claim.first, len(claim.tasks)) == (1, 3)


@pytest.mark.parametrize(
    ("goal", "what", "leader"),
    [
        ("年度目标", "攻坚打法", "挂图市长"),
        ("年度目标", "作战要领", "护航人"),
        ("全年盘子", "主要抓手", "挂图市长"),
        ("年度目标", "主要做法", "挂钩市领导"),
    ],
)
def test_a_header_with_unknown_headings_is_read_above_numbered_rows(goal: str, what: str, leader: str) -> None:
    head = ("序号", "攻坚事项", goal, what, leader, "牵头部门", "配合单位", "时限")
    rows = (
        ("1", "驻点招商", "设站6个", "每月走访企业。", "王毅", "市商务局", "市委组织部", "3月底"),
        ("2", "厂房去化", "盘活5处", "实行一楼一策。", "赵明", "市工信局", "沭阳县政府", "长期坚持"),
    )
    tasks = read_tasks(RECOGNISER, typeset((head, *rows), (6, 8, 9, 11, 9, 8, 9, 6), wide=False))
    assert [(task.title, task.lead, task.responsible, task.deadline) for task in tasks] == [
        ("驻点招商", "市商务局", "市委组织部", "3月底"),
        ("厂房去化", "市工信局", "沭阳县政府", "长期坚持"),
    ]
    assert [task.content for task in tasks] == ["每月走访企业。", "实行一楼一策。"]
    guessed = [[one.field for one in task.problems if one.code == "column-guessed"] for task in tasks]
    assert all(("content" in fields) == (find_field(what) is None) for fields in guessed)


def test_unknown_headings_above_lines_without_numbers_are_no_header() -> None:
    head = ("序号", "攻坚事项", "攻坚打法", "挂图市长", "牵头部门", "时限")
    rows = (("甲", "驻点招商", "每月走访企业。", "王毅", "市商务局", "3月底"),)
    assert read_tasks(RECOGNISER, typeset((head, *rows), (6, 8, 11, 9, 8, 6), wide=False)) == ()


@pytest.mark.parametrize("nobody", ["—", "/", "无"])
def test_a_sign_for_nobody_is_a_cell_of_its_own(nobody: str) -> None:
    rows = (
        ("序号", "重点任务", "工作内容", "牵头单位", "指导单位", "完成时限"),
        ("1", "规范收费", "（1）公示收费项目，建立", "市发改委", nobody, "10 月上旬"),
        ("", "行为", "台账。", "", "", ""),
        ("", "", "（2）接受业主监督。", "", "市住建局", "2024 年启"),
        ("", "", "", "", "", "动，2025 年 6"),
        ("", "", "", "", "", "月底前完工"),
        ("2", "检修电梯", "检查老旧电梯，更换老化", "市住建局", nobody, "9 月底"),
        ("", "", "配件。", "", "", ""),
    )
    tasks = read_tasks(RECOGNISER, typeset(rows, (6, 10, 16, 9, 9, 12), wide=False))
    assert [(task.no, task.guide, task.deadline) for task in tasks] == [
        ("1", "", "10 月上旬"),
        ("1", "市住建局", "2024 年启动，2025 年 6月底前完工"),
        ("2", "", "9 月底"),
    ]


def test_a_deadline_left_of_the_numbers_stands_in_the_middle_of_its_rows() -> None:
    rows = (
        ("时间", "序号", "工作任务", "责任单位"),
        ("", "1", "开展宣传。", "市民政局"),
        ("4月底前", "", "开展检查，列出清", "市司法局"),
        ("", "2", "", ""),
        ("", "", "单，逐项整改。", ""),
        ("", "3", "召开会议。", "市财政局"),
        ("6月底前", "4", "总结推广。", "市民政局"),
    )
    tasks = read_tasks(RECOGNISER, typeset(rows, (10, 6, 12, 10), wide=False))
    assert [(task.no, task.deadline) for task in tasks] == [
        ("1", "4月底前"),
        ("2", "4月底前"),
        ("3", "6月底前"),
        ("4", "6月底前"),
    ]
