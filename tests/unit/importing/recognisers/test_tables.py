"""Task tables: which rows are tasks, and what a blank or merged cell means.

In the samples ↑ is a cell merged with the one above, ← one merged with the one on its left.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wuye_cli.importing.document import Block, Cell, Document, Locator, Paragraph, Table
from wuye_cli.importing.recognisers.claim import Claim, RawTask
from wuye_cli.importing.recognisers.tables import find_claims


def table(text: str, sheet: str | None = None) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for number, line in enumerate(text.strip().splitlines(), start=1):
        cells: list[Cell] = []
        for index, word in enumerate(part.strip().replace("↵", "\n") for part in line.split("|")):
            at = Locator(sheet=sheet, row=number)
            merged = {"↑": rows[-1][index].text if rows else "", "←": cells[-1].text if cells else ""}
            cells.append(Cell(merged.get(word, word), at, merged=word in merged))
        rows.append(tuple(cells))
    return Table(tuple(rows), Locator(sheet=sheet, row=1))


def claims(*blocks: Block | str) -> tuple[Claim, ...]:
    read = tuple(Paragraph(one, Locator(line=1)) if isinstance(one, str) else one for one in blocks)
    return find_claims(Document("x", "xlsx", "", read))


def tasks(*blocks: Block | str) -> tuple[RawTask, ...]:
    return tuple(task for claim in claims(*blocks) for task in claim.tasks)


def test_columns_may_come_in_any_order() -> None:
    (task,) = tasks(
        table("完成时限|责任单位|工作内容|牵头单位|重点任务|序号\n10月底前|市民政局|修订办法|市住建局|完善制度|1")
    )
    assert task == RawTask(
        no="1",
        title="完善制度",
        content="修订办法",
        lead="市住建局",
        responsible="市民政局",
        deadline="10月底前",
        source=Locator(row=2),
    )


@pytest.mark.parametrize(("cell", "deadline"), [("45991", "2025-11-30"), ("20256", "20256"), ("10月", "10月")])
def test_a_deadline_that_lost_its_format_is_the_number_of_a_day(cell: str, deadline: str) -> None:
    (task,) = tasks(table(f"序号|重点任务|责任单位|时限\n1|完善制度|市住建局|{cell}"))
    assert task.deadline == deadline


def test_a_second_header_row_may_hold_nothing_but_merged_names() -> None:
    (task,) = tasks(table("序号|重点任务|牵头单位|配合单位|时限\n↑|↑|||↑\n1|完善制度|市住建局|市民政局|10月"))
    assert (task.lead, task.responsible) == ("市住建局", "市民政局")


@pytest.mark.parametrize(
    "foot",
    [
        "填报人：李某|||联系电话：123|",
        "填报单位（盖章）：||填报人：||",
        "制表人：王某|||审核人：李某|",
        "填报日期：||||",
    ],
)
def test_what_is_signed_below_a_table_is_no_task(foot: str) -> None:
    (task,) = tasks(table(f"序号|重点任务|牵头单位|配合单位|时限\n1|完善制度|市住建局|市民政局|10月\n{foot}"))
    assert task.title == "完善制度"


def test_a_header_over_two_rows_names_its_lower_columns() -> None:
    (task,) = tasks(
        table("""
        序号|重点任务|责任分工|←|完成时限
        ↑|↑|牵头|配合|↑
        1|完善制度|市住建局|市民政局|10月
        """)
    )
    assert (task.lead, task.responsible, task.deadline) == ("市住建局", "市民政局", "10月")


def test_year_columns_keep_their_year() -> None:
    (task,) = tasks(
        table("""
        序号|重点任务|年度目标|←|责任单位
        ↑|↑|2024年|2025年|↑
        1|推进覆盖|60%|80%|市住建局
        """)
    )
    assert task.yearly == ((2024, "60%"), (2025, "80%"))
    assert task.deadline is None


def test_years_are_kept_though_one_heading_is_known_without_its_own() -> None:
    (task,) = tasks(
        table("""
        序号|内容|牵头部门|2024年工作任务|2025年工作计划
        1|慢行交通|设施处|完成项目120项。|完成项目130项。
        """)
    )
    assert task.yearly == ((2024, "完成项目120项。"), (2025, "完成项目130项。"))


def test_a_year_over_several_columns_is_that_of_each() -> None:
    (task,) = tasks(
        table("""
        序号|重点任务|2024年|←|2025年|←|责任单位
        ↑|↑|目标|措施|目标|措施|↑
        1|推进改造|20个|启动改造。|30个|全面推进。|市住建局
        """)
    )
    assert task.yearly == ((2024, "20个"), (2024, "启动改造。"), (2025, "30个"), (2025, "全面推进。"))


def test_what_is_done_in_parts_of_a_year_keeps_their_names() -> None:
    (task,) = tasks(table("任务|工作内容|一季度|二季度|责任单位\n改造|改造管网。|完成设计|开工建设。|甲局"))
    assert task.content == "改造管网。\n一季度：完成设计；\n二季度：开工建设。"
    (task,) = tasks(table("任务|一季度|二季度|责任单位\n改造|完成设计||甲局"))
    assert (task.title, task.content) == ("改造", "一季度：完成设计；")


@pytest.mark.parametrize("heading", ["完成时限（2024年）", "2024年完成时限"])
def test_a_year_in_a_heading_is_the_year_of_the_task(heading: str) -> None:
    (task,) = tasks(table(f"序号|工作任务|{heading}|责任单位\n1|摸底|5月|市住建局"))
    assert (task.year, task.deadline) == (2024, "5月")


def test_a_year_in_the_name_of_the_sheet_is_the_year_of_the_task() -> None:
    (task,) = tasks(table("序号|工作任务|完成时限\n1|摸底|5月", sheet="2024年任务"))
    assert task.year == 2024


HEAD = "序号|重点任务|主要内容|具体措施|牵头单位|责任单位|完成时限\n"


@pytest.mark.parametrize("above", ["↑|↑|↑", "||"])
def test_merged_and_blank_group_cells_mean_as_above(above: str) -> None:
    first, second = tasks(table(f"{HEAD}1|规范收费|明码标价|公示项目。|甲局||5月\n{above}|查处乱收费。|乙局|丙局|6月"))
    assert (second.no, second.title, second.requirement) == (first.no, first.title, first.requirement)
    assert (second.content, second.lead, second.deadline) == ("查处乱收费。", "乙局", "6月")


def test_a_new_number_under_a_merged_title_keeps_title_and_requirement() -> None:
    _, second = tasks(table(f"{HEAD}1|规范收费|明码标价|公示项目。|甲局||5月\n2|||查处乱收费。|乙局||6月"))
    assert (second.no, second.title, second.requirement) == ("2", "规范收费", "明码标价")


def test_a_new_title_does_not_inherit_the_requirement() -> None:
    _, second = tasks(table(f"{HEAD}1|规范收费|明码标价|公示项目。|甲局||5月\n2|整治飞线||全面排查。|乙局||6月"))
    assert (second.title, second.requirement) == ("整治飞线", "")


def test_a_group_column_and_a_heading_across_the_table_are_sections() -> None:
    grouped = tasks(table("类别|重点任务|具体措施|牵头单位\n安全|飞线|排查。|甲局\n↑|消防|检查。|乙局"))
    assert [task.section for task in grouped] == ["安全", "安全"]
    headed = tasks(
        table("""
        序号|重点任务|具体措施|牵头单位
        一、安全|←|←|←
        1|飞线|排查。|甲局
        二、服务|||
        2|收费|公示。|乙局
        """)
    )
    assert [(task.no, task.section) for task in headed] == [("1", "一、安全"), ("2", "二、服务")]


@pytest.mark.parametrize(("number", "section"), [("一", "一、安全"), ("（一）", "（一）安全"), ("一、", "一、安全")])
def test_a_chinese_number_with_nothing_but_a_heading_is_a_section(number: str, section: str) -> None:
    (task,) = tasks(table(f"序号|重点任务|具体措施|牵头单位\n{number}|安全|←|←\n1|飞线|排查。|甲局"))
    assert (task.no, task.section, task.title) == ("1", section, "飞线")


@pytest.mark.parametrize(
    "head",
    [
        "工作任务|具体要求|←|责任科室|时限要求",
        "工作任务||具体要求|责任科室|时限要求",
        "|工作任务|具体要求|责任科室|时限",
    ],
)
def test_running_numbers_that_no_heading_names_are_those_of_the_tasks(head: str) -> None:
    rows = (("强化公开", "清理文件。", "办公室", "年底前"), ("深化解读", "丰富形式。", "各科室", "长期"))
    at = 0 if head.startswith("|") else 1
    lines = ("|".join((*row[:at], str(no), *row[at:])) for no, row in enumerate(rows, start=1))
    found = tasks(table("\n".join((head, *lines))))
    assert [(task.no, task.title, task.content, task.responsible, task.deadline) for task in found] == [
        (str(no), *row) for no, row in enumerate(rows, start=1)
    ]


@pytest.mark.parametrize(
    ("cell", "no", "title"),
    [
        ("（1）建设精品道路。", "（1）", "建设精品道路。"),
        ("14.改扩建学校", "14", "改扩建学校"),
        ("一、规范服务", "一", "规范服务"),
        ("3、检修电梯", "3", "检修电梯"),
        ("1.建立台账。↵2.开展排查。", "", "1.建立台账。\n2.开展排查。"),
        ("12345热线", "", "12345热线"),
        ("5G基站建设", "", "5G基站建设"),
    ],
)
def test_the_number_before_a_title_is_that_of_the_task_where_no_column_holds_numbers(
    cell: str, no: str, title: str
) -> None:
    (task,) = tasks(table(f"类别|重点任务|责任单位\n安全|{cell}|甲局"))
    assert (task.no, task.title) == (no, title)
    (task,) = tasks(table(f"序号|重点任务|责任单位\n7|{cell}|甲局"))
    assert (task.no, task.title) == ("7", cell.replace("↵", "\n"))


@pytest.mark.parametrize("cells", [("5", "5"), ("10", "8"), ("一期", "二期"), ("1", "见附件")])
def test_other_cells_under_a_shared_heading_belong_to_its_words(cells: tuple[str, str]) -> None:
    head = "工作任务|具体要求|←|责任科室"
    found = tasks(table(f"{head}\n强化公开|{cells[0]}|清理文件。|办公室\n深化解读|{cells[1]}|丰富形式。|各科室"))
    assert [task.content for task in found] == [f"{cells[0]}\n清理文件。", f"{cells[1]}\n丰富形式。"]


def test_cells_merged_sideways_are_read_once() -> None:
    (task,) = tasks(table("序号|重点任务|牵头单位|责任单位\n1|飞线|甲局、乙局|←"))
    assert (task.lead, task.responsible) == ("甲局、乙局", "")


def test_a_row_that_only_adds_units_belongs_to_the_item_above() -> None:
    (task,) = tasks(table(f"{HEAD}1|规范收费|明码|公示项目。|甲局|丙局|5月\n↑|↑|↑|↑||、丁局|↑"))
    assert task.responsible == "丙局、丁局"


def test_words_that_break_off_go_on_in_the_next_row() -> None:
    (task,) = tasks(table(f"{HEAD}1|规范收费|明码|在显著位置公|甲局|丙局|5月\n|||示项目。|||"))
    assert task.content == "在显著位置公示项目。"


@pytest.mark.parametrize(
    ("first", "rest", "words"),
    [
        ("账目清楚，|公示费用。|市住建局", "支取透明。||", ("账目清楚，支取透明。", "公示费用。")),
        ("账目清楚，|公示费|市住建局", "支取透明。|用。|", ("账目清楚，支取透明。", "公示费用。")),
    ],
)
def test_a_requirement_that_a_page_end_cuts_goes_on_for_all_its_items(
    first: str, rest: str, words: tuple[str, str]
) -> None:
    one, other = tasks(
        table(f"序号|重点任务|工作要求|主要措施|责任单位\n1|规范收费|{first}\n||{rest}\n|||查处违规。|市发改委")
    )
    assert (one.requirement, one.content) == words
    assert (other.requirement, other.content) == (words[0], "查处违规。")


def test_one_content_with_two_deadlines_is_two_items() -> None:
    first, second = tasks(table(f"{HEAD}1|规范收费|明码|公示项目。|甲局||5月\n↑|↑|↑|↑|乙局||6月"))
    assert (first.deadline, second.deadline, second.content) == ("5月", "6月", "公示项目。")


def test_repeated_headers_notes_and_totals_are_no_tasks() -> None:
    found = tasks(
        table("""
        序号|重点任务|牵头单位|完成时限
        1|飞线|甲局|5月
        序号|重点任务|牵头单位|完成时限
        2|消防|乙局|6月
        合计|2||
        注：每月25日前报送|←|←|←
        填报人：|||
        """)
    )
    assert [task.no for task in found] == ["1", "2"]


def test_line_breaks_part_units_but_not_words() -> None:
    (task,) = tasks(table("序号|工作内容|责任单位\n1|开展排查，↵建立台账。|市住建局↵市发展和改革委↵员会↵、市民政局"))
    assert task.content == "开展排查，建立台账。"
    assert task.responsible == "市住建局、市发展和改革委员会、市民政局"


def test_a_column_we_do_not_know_goes_into_the_remark() -> None:
    (task,) = tasks(table("序号|重点任务|责任单位|联系人|备注\n1|飞线|甲局|张某|重要"))
    assert task.remark == "联系人：张某\n重要"


@pytest.mark.parametrize("below", ["↑", ""])
@pytest.mark.parametrize(("tasks_heading", "field"), [("重点任务", "section"), ("具体举措", "title")])
def test_an_unknown_column_that_groups_the_rows_names_their_section_or_their_tasks(
    below: str, tasks_heading: str, field: str
) -> None:
    found = tasks(
        table(f"序号|惠企礼包|{tasks_heading}|牵头单位\n1|开办|精简。|甲局\n2|{below}|并联。|乙局\n3|用电|压减。|丙局")
    )
    assert [(getattr(task, field), task.remark) for task in found] == [("开办", ""), ("开办", ""), ("用电", "")]


def test_where_no_column_names_the_tasks_their_first_words_do() -> None:
    first, second = tasks(table("序号|工作内容|牵头单位\n1|开展排查，建立台账。|甲局\n2|完善制度。修订办法。|乙局"))
    assert [(first.title, first.content), (second.title, second.content)] == [
        ("开展排查，建立台账", "开展排查，建立台账。"),
        ("完善制度", "完善制度。修订办法。"),
    ]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("新增", ("★", "", "★")),
        ("延续情况", ("新增", "", "新增")),
        ("示范点位", ("东湖", "西湖", "南湖")),
        ("包联领导", ("张某", "", "李某")),
        ("民声来源", ("", "热线", "")),
    ],
)
def test_an_unknown_column_that_groups_nothing_stays_a_remark(heading: str, cells: tuple[str, ...]) -> None:
    rows = "\n".join(f"{no}|{cell}|开展排查{no}。|甲局" for no, cell in enumerate(cells, start=1))
    found = tasks(table(f"序号|{heading}|具体举措|牵头单位\n{rows}"))
    assert [task.section for task in found] == ["", "", ""]
    assert [task.remark for task in found] == [f"{heading}：{cell}" if cell else "" for cell in cells]


def test_a_repeated_header_keeps_an_unknown_category() -> None:
    head = "序号|惠企礼包|重点任务|牵头单位"
    found = tasks(table(f"{head}\n1|开办|精简。|甲局\n{head}\n2||并联。|乙局"))
    assert [task.section for task in found] == ["开办", "开办"]


@pytest.mark.parametrize("category", ["重点领域", "攻坚方向", "重点任务"])
def test_who_assists_inside_a_group_assists_the_lead_of_the_row_above(category: str) -> None:
    head = f"序号|{category}|具体举措|牵头单位|配合单位"
    found = tasks(table(f"{head}\n1|开办|精简。|甲局|乙局\n2||并联。||丙局\n3||压减。||丁局\n4|用电|公开。||戊局"))
    assert [task.lead for task in found] == ["甲局", "甲局", "甲局", ""]


@pytest.mark.parametrize(("heading", "second"), [("责任单位", "丙局"), ("配合单位", "")])
def test_a_blank_lead_is_none_where_the_row_needs_no_lead(heading: str, second: str) -> None:
    head = f"序号|重点任务|具体举措|牵头单位|{heading}"
    found = tasks(table(f"{head}\n1|开办|精简。|甲局|乙局\n2||并联。||{second}"))
    assert [task.lead for task in found] == ["甲局", ""]


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("序号|重点任务|具体举措|牵头单位|责任单位", "||乙项。||丙局"),
        ("类别|序号|重点任务|具体举措|主办单位|承办单位", "|||乙项。||丙局"),
        ("重点任务|具体举措|责任单位|牵头单位", "|乙项。|丙局|"),
        ("序号|重点任务|具体举措|牵头单位|指导单位", "||乙项。||丙局"),
    ],
)
def test_a_blank_lead_below_a_blank_title_is_that_above_and_asked_about(head: str, below: str) -> None:
    words = {"牵头单位": "甲局", "主办单位": "甲局", "序号": "1", "重点任务": "停车", "具体举措": "甲项。"}
    first = "|".join(words.get(heading, "乙局") for heading in head.split("|"))
    *_, last = tasks(table(f"{head}\n{first}\n{below}"))
    assert (last.lead, [problem.field for problem in last.problems]) == ("甲局", ["lead"])


def test_a_group_count_is_checked_and_taken_off() -> None:
    right = tasks(table("重点任务|具体措施|牵头单位\n安全（2项）|排查。|甲局\n↑|检查。|乙局"))
    assert [(task.title, task.problems) for task in right] == [("安全", ()), ("安全", ())]
    wrong = tasks(table("重点任务|具体措施|牵头单位\n安全（3 项）|排查。|甲局\n↑|检查。|乙局"))
    assert [[problem.code for problem in task.problems] for task in wrong] == [["group-count"], []]


def test_blank_units_under_an_item_with_units_are_asked_about() -> None:
    _, second = tasks(table(f"{HEAD}1|规范收费|明码|公示项目。|甲局||5月\n|||查处乱收费。|||6月"))
    assert [(problem.code, problem.field) for problem in second.problems] == [("units-blank", "lead")]


def test_a_long_cell_that_is_title_and_words_in_one_is_cut_at_its_first_clause() -> None:
    words = "开展电动自行车飞线充电整治，对辖区小区逐一排查登记，建立问题清单并限期整改，每月通报一次整改情况。"
    (task,) = tasks(table(f"序号|重点任务|责任单位\n1|{words}|甲局"))
    assert (task.title, task.content) == ("开展电动自行车飞线充电整治", words)


def test_a_table_without_header_after_one_as_wide_is_its_next_page() -> None:
    first, second = table("序号|重点任务|牵头单位\n1|飞线|甲局"), table("2|消防|乙局\n3|收费|丙局")
    (claim,) = claims(first, "", "— 2 —", second)
    assert (claim.first, claim.last, [task.no for task in claim.tasks]) == (0, 3, ["1", "2", "3"])


def test_text_between_two_tables_parts_them() -> None:
    found = claims(
        table("序号|重点任务|牵头单位\n1|飞线|甲局"), "附件2", "街道任务", table("序号|任务|责任单位\n1|消防|乙局")
    )
    assert [(claim.first, claim.last) for claim in found] == [(0, 0), (3, 3)]


def test_a_numbered_paragraph_above_a_table_is_its_section() -> None:
    head = "序号|重点任务|牵头单位\n"
    found = tasks("一、安全", table(f"{head}1|飞线|甲局"), "二、服务", table(f"{head}2|收费|乙局"))
    assert [task.section for task in found] == ["一、安全", "二、服务"]


@pytest.mark.parametrize(
    "text",
    [
        "部门|主要职责\n市住建局|统筹协调",
        "姓名|电话|单位\n张某|123|甲局",
        "指标|单位|数值\n覆盖率|%|80",
    ],
)
def test_tables_of_other_things_are_left_alone(text: str) -> None:
    assert claims(table(text)) == ()


WORDS = st.sampled_from(["", "甲乙", "丙丁。", "戊局"])
MERGED = st.one_of(WORDS, st.just("↑"))


@settings(deadline=None)
@given(st.lists(WORDS, min_size=7, max_size=7), st.lists(st.lists(MERGED, min_size=7, max_size=7), max_size=5))
def test_no_word_of_a_row_is_lost(first: list[str], rest: list[list[str]]) -> None:
    rows = [
        [f"{word}{at}{place}" if word not in {"", "↑"} else word for place, word in enumerate(row)]
        for at, row in enumerate([first, *rest])
    ]
    read = "".join(map(str, tasks(table(HEAD + "\n".join(map("|".join, rows))))))
    headings = {row[0] for row in rows if not "".join(row[1:]).strip("↑")}
    assert [word for row in rows for word in row if word not in headings | {"", "↑"} and word not in read] == []


def test_a_goal_beside_the_name_of_a_task_is_its_requirement_and_the_first_item_has_its_numbers() -> None:
    first, second = tasks(
        table("""
        序号|督办事项|目标任务|具体措施|责任单位
        1|管网改造|改造管网58公里|完成审查。|县住建局
        ↑|↑|↑|协调迁改。|县水务集团
        """)
    )
    assert (first.title, first.requirement, first.target, first.content) == (
        "管网改造",
        "改造管网58公里",
        "改造管网58公里",
        "完成审查。",
    )
    assert (second.title, second.requirement, second.target) == ("管网改造", "改造管网58公里", "")


@pytest.mark.parametrize(
    ("heading", "cell", "words"),
    [
        ("目标值（%）", "95", "95%"),
        ("目标值（％）", "≥95", "≥95%"),
        ("目标任务数（户）", "1,200以上", "1,200户以上"),
        ("目标值（单位：万元）", "300", "300万元"),
        ("目标值（个）", "建成站点5处", "建成站点5处"),
        ("目标值（%）", "95%", "95%"),
        ("目标值（2025年）", "95", "95"),
        ("目标值", "95", "95"),
        ("目标值（百分比）", "95", "95%"),
    ],
)
def test_a_bare_number_takes_the_measure_of_its_heading(heading: str, cell: str, words: str) -> None:
    (task,) = tasks(table(f"序号|重点任务|{heading}|责任单位|时限\n1|完善制度|{cell}|市住建局|10月"))
    assert task.target == words


@pytest.mark.parametrize("heading", ["2026年目标（个）", "2026年（个）"])
def test_the_columns_of_years_may_print_their_measure(heading: str) -> None:
    (task,) = tasks(table(f"序号|重点任务|2025年目标（个）|{heading}|责任单位\n1|新建站点|5|8|市住建局"))
    assert task.yearly == ((2025, "5个"), (2026, "8个"))


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("600", "助餐场所600个"),
        ("≥60", "助餐场所≥60个"),
        ("60以上", "助餐场所60个以上"),
        ("85%", "助餐场所85%"),
        ("—", "—"),
        ("完成立项", "完成立项"),
    ],
)
def test_a_bare_number_takes_its_indicator_and_measure_from_their_columns(cell: str, words: str) -> None:
    (task,) = tasks(
        table(f"""
        序号|重点任务|指标名称|计量单位|年度目标|←|责任单位
        ↑|↑|↑|↑|2025年|2026年|↑
        1|推进覆盖|助餐场所|个|{cell}|40|市民政局
        """)
    )
    assert task.yearly == ((2025, words), (2026, "助餐场所40个"))


@pytest.mark.parametrize(
    ("name", "measure", "figure", "words"),
    [
        ("城镇化率", "%", "67.5左右", "67.5%左右"),
        ("研发经费", "亿元", "7-8", "7-8亿元"),
        ("新增就业", "人", "1.2万", "1.2万人"),
        ("高标准农田（万亩）", "", "1.2以上", "1.2万亩以上"),
        ("城镇化率（%）", "", "65", "65%"),
        ("生态环境质量", "", "只增不减", "只增不减"),
    ],
)
def test_an_indicator_without_a_task_beside_it_is_one(name: str, measure: str, figure: str, words: str) -> None:
    rows = f"序号|指标名称|计量单位|目标值|责任单位\n1|{name}|{measure}|{figure}|市发改委"
    (claim,) = claims(table(rows))
    assert claim.of_indicators
    assert [(task.title, task.target, task.responsible) for task in claim.tasks] == [(name, words, "市发改委")]


def test_a_column_of_units_beside_figures_that_holds_names_is_no_measure() -> None:
    (task,) = tasks(table("序号|主要指标|目标值|单位|完成时限\n1|新增就业|500人|市人社局|12月底"))
    assert (task.target, task.responsible) == ("500人", "市人社局")


@pytest.mark.parametrize(("figure", "target"), [("", "建成助餐场所60个"), ("60", "")])
def test_an_indicator_without_a_figure_beside_it_is_the_target_itself(figure: str, target: str) -> None:
    (task,) = tasks(
        table(f"序号|重点任务|量化指标|2025年目标|2026年目标|责任单位\n1|推进覆盖|建成助餐场所60个|{figure}||市民政局")
    )
    assert task.target == target


@pytest.mark.parametrize(
    ("cell", "units", "remark"),
    [
        ("市住建局 张三", "市住建局", "责任人：张三"),
        ("停车科↵张小三", "停车科", "责任人：张小三"),
        ("市住建局（张三、李四）", "市住建局", "责任人：张三、李四"),
        ("市住建局：张三", "市住建局", "责任人：张三"),
        ("停车科 张三↵能源科 李四", "停车科、能源科", "责任人：张三、李四"),
        ("市住建局、各区", "市住建局、各区", ""),
        ("市公安、财政、司法局", "市公安、财政、司法局", ""),
        ("各县（市、区）人民政府", "各县（市、区）人民政府", ""),
        ("办公室（市住建局）", "办公室（市住建局）", ""),
        ("市住建局↵市财政局", "市住建局、市财政局", ""),
    ],
)
def test_persons_in_a_column_of_units_are_a_remark(cell: str, units: str, remark: str) -> None:
    (task,) = tasks(table(f"序号|重点任务|责任单位及责任人|完成时限\n1|完善制度|{cell}|10月"))
    assert (task.responsible, task.remark) == (units, remark)
    (task,) = tasks(table(f"序号|重点任务|责任单位|完成时限\n1|完善制度|{cell}|10月"))
    assert task.remark == ""


def test_the_person_in_charge_is_a_remark() -> None:
    (task,) = tasks(table("序号|重点任务|责任领导|责任单位|完成时限\n1|完善制度|王某|市住建局|10月"))
    assert (task.remark, task.responsible) == ("责任领导：王某", "市住建局")


def test_a_deadline_left_of_the_tasks_groups_them() -> None:
    found = tasks(table("时间节点|序号|工作内容\n4月底前|1|宣传\n|2|检查\n6月底前|3|开会\n|4|推广"))
    assert [task.deadline for task in found] == ["4月底前", "4月底前", "6月底前", "6月底前"]


@pytest.mark.parametrize(
    "text", ["序号|工作内容|时间节点\n1|宣传|4月底前\n2|检查|", "完成时限|序号|工作内容\n4月底前|1|宣传\n|2|检查"]
)
def test_a_blank_deadline_right_of_the_tasks_or_of_each_task_itself_is_none(text: str) -> None:
    found = tasks(table(text))
    assert [task.deadline for task in found] == ["4月底前", ""]


def test_a_blank_deadline_below_one_of_the_same_group_is_asked_about() -> None:
    found = tasks(
        table(
            "阶段|工作内容|责任单位|时间\n排查|宣传|市民政局|4月\n|检查|市民政局|\n|开会|市民政局|\n整改|总结|市民政局|"
        )
    )
    assert [task.deadline for task in found] == ["4月", "", "", ""]
    assert [[problem.code for problem in task.problems] for task in found] == [
        [],
        ["deadline-blank"],
        ["deadline-blank"],
        [],
    ]
