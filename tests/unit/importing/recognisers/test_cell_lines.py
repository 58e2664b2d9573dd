"""One cell per line: headings first, empty cells leave no trace."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.recognisers.cell_lines import RECOGNISER

HEAD = "附件2\n甲市任务清单\n\n主要任务\n\n推进措施\n\n牵头单位\n\n配合单位\n\n完成时限\n\n"


def test_the_number_shares_its_cell_with_the_measure_and_the_section_stands_above() -> None:
    (task,) = read_tasks(
        RECOGNISER, HEAD + "(一)规范服务\n\n1.公示收费标准,接受监督。\n\n市发改委\n\n市住建局、财政局\n\n20256\n"
    )
    assert (task.no, task.section, task.content) == ("1", "(一)规范服务", "公示收费标准,接受监督。")
    assert (task.lead, task.responsible, task.deadline) == ("市发改委", "市住建局、财政局", "20256")
    assert task.problems == ()


def test_a_deadline_cell_may_take_two_lines() -> None:
    (task,) = read_tasks(RECOGNISER, HEAD + "1.开展演练。\n市应急局\n各区政府\n202512\n长期坚持\n")
    assert task.deadline == "202512\n长期坚持"


@pytest.mark.parametrize(
    "steps",
    [
        "11月底前完成淘汰，12月底前完成更新",
        "6月底前完成划线，每月检查一次",
        "2025年5月底前完成摸排；每季度通报一次",
        "9月底前完成主体，11月底前完成装修，每周调度",
        "2月底前完成调整；每半年、每季度",
        "3月底前完成自查，4月15日前报送省双拥办",
        "3月底前印发方案",
        "2025年3月底前启动，10月底前建成投用",
        "上半年形成初稿；年底前按程序报批",
        "每月调度，年底前评估1次",
        "6月底完成50%，12月底全面完成",
    ],
)
def test_a_deadline_cell_may_print_the_step_of_each_day(steps: str) -> None:
    (task,) = read_tasks(RECOGNISER, HEAD + f"1.淘汰旧车。\n市公安局\n市商务局\n{steps}\n")
    assert (task.lead, task.responsible, task.deadline, task.problems) == ("市公安局", "市商务局", steps, ())


@pytest.mark.parametrize("content", ["6月底前完成选址，10月底前建成投用", "每季度召开联席会议"])
def test_content_of_dated_steps_is_no_deadline_beside_one(content: str) -> None:
    (task,) = read_tasks(RECOGNISER, NUMBERED + f"1\n建设主题公园\n{content}\n10月底前\n市住建局\n各区政府\n")
    assert (task.title, task.content, task.deadline) == ("建设主题公园", content, "10月底前")
    assert (task.lead, task.responsible, task.problems) == ("市住建局", "各区政府", ())


@pytest.mark.parametrize(
    "words", ["十二月二十日前", "十二月底前", "四月底前", "十一月上旬", "二〇二五年十月", "二〇二五年底", "12月20号前"]
)
def test_a_deadline_may_be_printed_in_chinese_numerals(words: str) -> None:
    (task,) = read_tasks(RECOGNISER, HEAD + f"1.开展演练。\n市应急局\n各区政府\n{words}\n")
    assert (task.lead, task.responsible, task.deadline, task.problems) == ("市应急局", "各区政府", words, ())


def test_a_missing_cell_is_doubted_on_the_column_that_seems_empty() -> None:
    first, second = read_tasks(RECOGNISER, HEAD + "1.开展演练。\n市应急局\n2025年底\n2.检修电梯。\n甲局\n乙局\n年底\n")
    assert (first.lead, first.responsible) == ("市应急局", "")
    assert [problem.field for problem in first.problems] == ["responsible"]
    assert (second.lead, second.responsible, second.problems) == ("甲局", "乙局", ())


def test_a_surplus_cell_is_kept_and_doubted() -> None:
    (task,) = read_tasks(RECOGNISER, HEAD + "1.开展演练。\n市应急局\n各区政府\n各街道\n年底\n")
    assert task.responsible == "各区政府、各街道"
    assert [problem.field for problem in task.problems] == ["*"]


def test_a_number_may_stand_on_its_own_line() -> None:
    head = "序号\n重点任务\n工作内容\n责任单位\n完成时限\n"
    first, second = read_tasks(
        RECOGNISER,
        head + "1\n规范收费\n公示收费项目和标准。\n市发改委\n6月底前\n2\n检修电梯\n排查老旧电梯。\n市场监管局\n年底",
    )
    assert (first.title, first.content, first.responsible) == ("规范收费", "公示收费项目和标准。", "市发改委")
    assert (second.no, second.title, second.deadline) == ("2", "检修电梯", "年底")


def test_closing_lines_are_no_cells() -> None:
    (claim,) = RECOGNISER.find_claims(
        document(HEAD + "1.开展演练。\n甲局\n乙局\n年底\n\n附件:\n\n甲市人民政府办公室发布")
    )
    assert claim.tasks[0].problems == ()


def test_where_most_rows_have_cells_to_spare_every_row_is_doubted() -> None:
    tasks = read_tasks(
        RECOGNISER,
        HEAD + "".join(f"{at}.演练。\n甲局\n乙局\n丙局\n年底\n" for at in range(1, 4)) + "4.登记。\n甲局\n乙局\n年底",
    )
    assert [task.problems[-1].field for task in tasks] == ["*"] * 4


def test_headings_repeated_on_the_next_page_go_on_with_the_table() -> None:
    (claim,) = RECOGNISER.find_claims(
        document(HEAD + "1.演练。\n甲局\n乙局\n年底\n" + HEAD[10:] + "2.登记。\n丙局\n丁局\n年底")
    )
    assert [(task.no, task.lead) for task in claim.tasks] == [("1", "甲局"), ("2", "丙局")]


NUMBERED = "序号\n重点任务\n工作内容\n完成时限\n牵头单位\n责任单位\n"


def test_a_sentence_behind_the_last_cells_is_the_next_item_under_the_number() -> None:
    first, second, third = read_tasks(
        RECOGNISER,
        NUMBERED
        + "1\n改造小区\n新开工186个。\n年底前\n市住建局\n市发改委\n"
        + "改造管网152公里。\n10月15日前\n市城管局\n市水务集团\n"
        + "2\n加强督导\n每月通报进展。\n每月末\n市住建局\n市政府督查室\n",
    )
    assert (first.no, first.deadline, first.lead, first.responsible) == ("1", "年底前", "市住建局", "市发改委")
    assert (second.no, second.title, second.content) == ("1", "改造小区", "改造管网152公里。")
    assert (second.deadline, second.lead, second.responsible) == ("10月15日前", "市城管局", "市水务集团")
    assert third.no == "2"


def test_what_is_as_above_stands_in_the_column_of_the_one_above() -> None:
    rows = "1.演练。\n市应急局\n各区政府\n202512\n2.培训。\n同上\n市财政局\n〃\n3.检查。\n同上\n202511\n"
    first, second, third = read_tasks(RECOGNISER, HEAD + rows)
    assert (second.lead, second.responsible, second.deadline, second.problems) == (
        first.lead,
        "市财政局",
        first.deadline,
        (),
    )
    assert third.problems  # which cell is left out is open


def test_a_note_below_the_table_is_no_cell() -> None:
    text = "1\n改造小区\n新开工186个。\n年底前\n市住建局\n市发改委\n\n备注：未列出责任单位的，由牵头单位负责。\n"
    (task,) = read_tasks(RECOGNISER, NUMBERED + text)
    assert task.responsible == "市发改委"


def test_a_deadline_cell_may_take_two_dates() -> None:
    text = HEAD + "1.演练。\n甲局\n乙局\n2025年6月30日\n2025年9月30日\n2.登记。\n甲局\n乙局\n年底\n"
    assert [task.deadline for task in read_tasks(RECOGNISER, text)] == ["2025年6月30日\n2025年9月30日", "年底"]


def test_the_office_that_signs_below_a_row_without_all_its_units_is_none_of_them() -> None:
    head = "序号\n任务\n完成时限\n牵头单位\n配合单位\n"
    (task,) = read_tasks(RECOGNISER, head + "1\n检查楼道。\n2025年6月30日\n甲局\n甲市政府\n2025年1月8日\n")
    assert (task.lead, task.responsible) == ("甲局", "")


def test_a_date_fills_the_deadline_of_its_row_and_a_second_one_closes_the_table() -> None:
    text = HEAD + "1.演练。\n甲局\n乙局\n2025年6月30日\n2.登记。\n甲局\n乙局\n2025年8月31日\n甲市政府\n2025年1月8日"
    first, second = read_tasks(RECOGNISER, text)
    assert (first.deadline, second.deadline) == ("2025年6月30日", "2025年8月31日")
    assert (second.responsible, second.problems) == ("乙局", ())


def test_behind_the_deadline_stands_the_remark_where_the_headings_say_so() -> None:
    first, second = read_tasks(
        RECOGNISER, HEAD + "备注\n1.演练。\n甲局\n乙局\n6月底前\n省级督办事项\n2.登记。\n甲局\n乙局\n年底\n"
    )
    assert (first.responsible, first.deadline, first.remark) == ("乙局", "6月底前", "省级督办事项")
    assert (second.responsible, second.remark) == ("乙局", "")


ROWS = "1\n飞线\n排查200户。\n甲局\n乙局\n6月底前\n2\n电梯\n加装40台。\n丙局\n丁局、戊局\n年底\n"


@pytest.mark.parametrize(
    ("head", "doubt"),
    [
        ("序号\n改革事项\n改革举措\n牵头处室\n配合处室\n办结时限\n", None),
        ("序号\n重点任务\n工作措施\n牵头单位\n责任单位\n收官战\n", "deadline"),
        ("序号\n重点任务\n作战打法\n牵头单位\n责任单位\n完成时限\n", "content"),
        ("序号\n重点任务\n工作措施\n挂帅部队\n责任单位\n完成时限\n", "lead"),
        ("序号\n重点任务\n工作措施\n牵头单位\n护航力量\n完成时限\n", "responsible"),
    ],
)
def test_a_heading_that_nobody_knows_is_known_by_its_cells(head: str, doubt: str | None) -> None:
    first, second = read_tasks(RECOGNISER, "甲市任务清单\n" + head + ROWS)
    assert (first.title, first.content, first.lead, first.responsible) == ("飞线", "排查200户。", "甲局", "乙局")
    assert (second.lead, second.responsible, second.deadline) == ("丙局", "丁局、戊局", "年底")
    assert [problem.field for problem in second.problems] == ([doubt] if doubt else [])


def test_goals_of_several_years_line_by_line_are_asked_about() -> None:
    head = "序号\n重点任务\n2024年目标\n2025年目标\n牵头单位\n"
    (task,) = read_tasks(RECOGNISER, f"{head}1\n建成体育公园\n建成2个。\n建成3个。\n县文广旅体局\n")
    assert (task.title, task.lead) == ("建成体育公园", "县文广旅体局")
    assert [problem.field for problem in task.problems] == ["targets"]


@pytest.mark.parametrize("heading", ["当前进度", "截至6月底进展情况", "存在问题"])
def test_what_is_reported_of_a_task_is_neither_a_unit_nor_what_is_to_be_done(heading: str) -> None:
    head = f"序号\n重点任务\n{heading}\n牵头单位\n备注\n"
    (task,) = read_tasks(RECOGNISER, f"{head}1\n建成体育公园\n主体完工。\n县文广旅体局\n市实事\n")
    assert (task.title, task.lead, task.remark) == ("建成体育公园", "县文广旅体局", f"{heading}：主体完工。\n市实事")


@pytest.mark.parametrize("heading", ["分管领导", "挂钩市领导", "责任人", "挂图市长"])
def test_who_is_in_charge_is_no_unit(heading: str) -> None:
    head = f"序号\n重点任务\n工作内容\n{heading}\n牵头单位\n责任单位\n完成时限\n"
    whole, short = read_tasks(
        RECOGNISER,
        head
        + "1\n驻点招商\n走访企业。\n王毅\n市商务局\n市委组织部\n3月底\n2\n去库\n盘活厂房。\n赵明\n市工信局\n6月底\n",
    )
    assert (whole.lead, whole.responsible, whole.deadline) == ("市商务局", "市委组织部", "3月底")
    assert (whole.remark, whole.problems) == (f"{heading}：王毅", ())
    assert {"lead", "responsible"} <= {problem.field for problem in short.problems}


GROUPED = "任务类型\n序号\n工作任务\n推进单位\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("旧改 1 改造旧里 甲局、乙局 管网改造 2 换管道。 丙局", "旧改|改造旧里|甲局、乙局 管网改造|换管道。|丙局"),
        ("旧改 1 改造旧里 甲局 2 加装电梯7台 3 修楼。", "旧改|改造旧里|甲局 旧改|加装电梯7台|甲局? 旧改|修楼。|甲局?"),
        (
            "旧改 1 改造旧里 甲局 2 加梯 “家园”建设 3 修楼 乙办",
            "旧改|改造旧里|甲局 旧改|加梯|甲局? “家园”建设|修楼|乙办",
        ),
    ],
)
def test_groups_left_of_the_numbers_are_no_units_and_units_left_out_are_those_above(lines: str, expected: str) -> None:
    tasks = read_tasks(RECOGNISER, GROUPED + lines.replace(" ", "\n"))
    told = [f"{task.section}|{task.title}|{task.responsible}{'?' * len(task.problems)}" for task in tasks]
    assert told == expected.split(" ")


LISTED = "序号\n民生实事\n责任单位\n完成时限\n"


def test_a_sentence_behind_a_deadline_is_the_next_item_and_its_units_may_be_merged() -> None:
    lines = "5\n建养老楼。\n县民政局\n5月底前动工\n开工建设老年大学。\n12月底前\n6\n新建市场。\n县商务局\n12月底前"
    first, second, third = read_tasks(RECOGNISER, LISTED + lines)
    assert (first.responsible, first.deadline, first.no) == ("县民政局", "5月底前动工", "5")
    assert (second.title, second.responsible, second.deadline) == ("开工建设老年大学。", "县民政局", "12月底前")
    assert [problem.field for problem in second.problems] == ["responsible"]
    assert (third.title, third.no) == ("新建市场。", "6")


def test_units_may_stand_one_below_the_other_in_the_only_column_of_units() -> None:
    (task, _) = read_tasks(
        RECOGNISER, LISTED + "1\n治理河段。\n县水务局\n县护城河指挥部\n年底前\n2\n修路。\n县交通局\n6月"
    )
    assert (task.responsible, task.problems) == ("县水务局、县护城河指挥部", ())


@pytest.mark.parametrize("words", ["扩建幼儿园3所。", "扩建幼儿园3所", "加快推进幼儿园建设"])
def test_what_stands_beside_a_number_is_never_units(words: str) -> None:
    (_, task) = read_tasks(RECOGNISER, LISTED + f"1\n修路。\n县交通局\n6月\n2\n{words}\n10月底前")
    assert (task.title, task.responsible, task.deadline) == (words, "县交通局", "10月底前")
    assert [problem.field for problem in task.problems] == ["responsible"]


def test_progress_is_told_by_its_place_in_a_whole_row_and_a_bracket_may_be_left_open() -> None:
    head = "序号\n项目内容\n当前进度\n牵头单位\n备注\n"
    first, second = read_tasks(
        RECOGNISER, head + "1\n修路55公里。\n95%\n县交通局\n省级\n2\n建敬老院。\n50%(未开工\n县民政局\n县级"
    )
    assert (first.lead, first.remark, first.problems) == ("县交通局", "当前进度：95%\n省级", ())
    assert (second.lead, second.remark) == ("县民政局", "当前进度：50%(未开工\n县级")


def test_a_name_broken_inside_a_bracket_goes_on() -> None:
    (task,) = read_tasks(RECOGNISER, LISTED + "1\n修路。\n领导小组办公室（县交通局、\n县住建局）\n6月")
    assert task.responsible == "领导小组办公室（县交通局、县住建局）"


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        (
            "序号 类别 工作任务 责任单位 完成时限",
            "1 教育 新建学校。 甲局 6月 2 扩建园舍。 乙局 7月 3 交通 新建桥。 丙局 8月",
            "教育|新建学校。|甲局|6月 教育|扩建园舍。|乙局|7月 交通|新建桥。|丙局|8月",
        ),
        (
            "序号 整治重点 主要措施 落实层级 牵头单位 完成时限",
            "1 规范收费 公示项目。 县级 甲局 6月 2 公示标准。 街道 乙局 7月",
            "|规范收费|甲局|6月|县级 |规范收费|乙局|7月|街道",
        ),
        (
            "主要任务 推进措施 落实层级 牵头单位 完成时限",
            "（一）规范 1.公示项目。 县级 甲局 6月 2.公示标准。 县级 乙局 7月",
            "（一）规范|公示项目|甲局|6月|县级 （一）规范|公示标准|乙局|7月|县级",
        ),
        (
            "重点任务 序号 工作内容 牵头单位",
            "旧改 1 改造楼道 甲局 2 加装探头 乙局 加梯 3 增设电梯 丙局",
            "|旧改|甲局 |旧改|乙局 |加梯|丙局",
        ),
        (
            "类别 重点任务 序号 工作内容 牵头单位",
            "民生 旧改 1 改造楼道 甲局 加梯 2 增设电梯 乙局 安居 筹建 3 租赁用房 丙局",
            "民生|旧改|甲局 民生|加梯|乙局 安居|筹建|丙局",
        ),
        ("序号 民生实事 牵头单位", "（1） 修路。 甲局 （2） 架桥。 乙局", "|修路。|甲局 |架桥。|乙局"),
        (
            "序号 民生实事 牵头单位 完成时限",
            "1 修路。 甲局 6月 2 架桥。 乙局",
            "|修路。|甲局|6月 |架桥。|乙局|6月|?deadlines",
        ),
    ],
)
def test_categories_levels_and_groups_are_told_from_units_by_their_place(head: str, rows: str, expected: str) -> None:
    tasks = read_tasks(RECOGNISER, f"{head} {rows}".replace(" ", "\n"))
    told = []
    for task in tasks:
        units = task.lead or task.responsible
        doubts = [f"?{problem.field}" for problem in task.problems]
        told.append("|".join([task.section, task.title, *filter(None, (units, task.deadline, task.level)), *doubts]))
    assert told == expected.split(" ")


@pytest.mark.parametrize("figure", ["550亿元", "7%以上", "建成站点5个。"])
def test_what_stands_behind_the_name_of_a_task_is_its_target_where_the_headings_say_so(figure: str) -> None:
    text = f"序号\n主要指标\n目标值\n责任单位\n1\n固定资产投资额\n{figure}\n市发改委\n2\n城镇新增就业\n5万人\n市人社局"
    first, second = read_tasks(RECOGNISER, text)
    assert (first.title, first.target, first.responsible) == ("固定资产投资额", figure, "市发改委")
    assert (second.title, second.target, second.responsible) == ("城镇新增就业", "5万人", "市人社局")
