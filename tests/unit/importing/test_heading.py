"""What a document says of itself: title, number, issuer, dates, years, region, goals, duties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.importing.lines import document
from wuye_cli.domain.divisions import Divisions
from wuye_cli.importing.document import Cell, Locator, Table
from wuye_cli.importing.draft import Period
from wuye_cli.importing.heading import PlanHeading, read_plan
from wuye_cli.importing.recognisers import cell_lines, inline_units, markdown_table, prose, wrapped_table
from wuye_cli.importing.recognisers.numbered.outline import read_parts
from wuye_cli.importing.winners import find_winners, task_claims

DIVISIONS = Divisions(
    {
        "64": "宁夏回族自治区",
        "6401": "银川市",
        "640104": "兴庆区",
        "640106": "金凤区",
        "14": "山西省",
        "140830": "芮城县",
    }
)
RECOGNISERS = (cell_lines.RECOGNISER, wrapped_table.RECOGNISER, inline_units.RECOGNISER, prose.RECOGNISER)
NOTICE = """
银政办发〔2023〕35号

银川市人民政府办公室
关于印发银川市绿色小区建设方案（2023—2025年）的通知

各县（市）区人民政府：

现印发给你们，请抓好落实。

银川市人民政府办公室

2023年5月9日

（此件公开发布）

银川市绿色小区建设
方案（2023—2025年）

为改善环境，制定本方案。

一、工作目标

2023年分类覆盖率达到85%以上；2025年达到95%以上。

二、主要任务

（一）补植绿化。补种树木100棵。
"""
TASKS = "\n\n二、主要任务\n\n（一）补植绿化。补种树木。\n"


def heading(text: str, year: int | None = None) -> PlanHeading:
    found = document(text)
    return read_plan(found, task_claims(find_winners(found, RECOGNISERS)), DIVISIONS, year)


def test_a_notice_with_its_plan() -> None:
    plan = heading(NOTICE).plan
    assert plan.title == "银川市绿色小区建设方案（2023—2025年）"
    assert plan.document_number == "银政办发〔2023〕35号"
    assert (plan.issuer, plan.issued_on) == ("银川市人民政府办公室", date(2023, 5, 9))
    assert (plan.region, plan.level) == ("银川市", "市")
    assert (plan.year, plan.period) == (2023, Period(date(2023, 1, 1), date(2025, 12, 31)))


def test_a_date_in_brackets_below_the_title_is_no_part_of_it() -> None:
    plan = heading(f"芮城县2024年重点任务清单\n（2024年3月15日）\n{TASKS}").plan
    assert (plan.title, plan.issued_on) == ("芮城县2024年重点任务清单", date(2024, 3, 15))


@pytest.mark.parametrize(
    "above",
    [
        "当前位置: 网站首页 > 政府信息公开 > 年度重点工作",
        "您现在的位置：首页>公开目录",
        "首页 > 政务公开 > 工作推进",
        "索引号: 113416/202503 组配分类: 年度重点工作分解情况\n名称: 芮城县重点任务分解表 文号:",
        "发布机构: 芮城县政府(办公室) 主题分类: 综合政务\n发文日期: 2024-03-28",
        "信息来源:县政府办 浏览次数: 字体:[大 中 小]",
    ],
)
def test_what_a_web_page_prints_above_a_document_is_no_part_of_its_title(above: str) -> None:
    title = "芮城县2024年政府工作报告任务分解表"
    assert heading(f"{above}\n{title}\n发布时间:2024-03-28 来源:县督查室\n{TASKS}").plan.title == title


@pytest.mark.parametrize("addressed", ["各乡、镇人民政府,县直各有关单位:", "各乡、镇人民政府，县直各有关单位："])
def test_whom_a_notice_is_addressed_to_is_no_title(addressed: str) -> None:
    assert heading(f"{addressed}\n现将任务印发给你们。\n{TASKS}").plan.title == ""


def test_goals_are_the_targets_of_sections_on_goals_not_those_of_tasks() -> None:
    goals = heading(NOTICE).plan_targets
    assert [(goal.value, goal.by) for goal in goals] == [(85, date(2023, 12, 31)), (95, date(2025, 12, 31))]


def test_a_table_below_goals_holds_no_goals() -> None:
    rows = "|序号|工作任务|责任单位|完成时限|\n|--|--|--|--|\n|1|新建站点20个。|市甲局|12月底|\n"
    lines = document(f"银川市2025年任务分解表\n\n一、工作目标\n\n满意度达到90%。\n\n{rows}")
    claims = task_claims(find_winners(lines, (markdown_table.RECOGNISER,)))
    assert [goal.value for goal in read_plan(lines, claims, DIVISIONS).plan_targets] == [90]


def test_beside_an_annexed_list_every_target_of_the_body_is_the_plan_s() -> None:
    body = "关于推进工作的意见\n一、夯实基础\n（一）完善制度。2025年底建成率达到60%。\n"
    annex = "附件\n银川市任务清单\n主要任务\n推进措施\n责任单位\n完成时限\n1.制定制度。\n市甲局\n2025年6月\n"
    found = heading(body + annex)
    assert found.plan.title == "银川市任务清单"
    assert [goal.value for goal in found.plan_targets] == [60]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("芮政办发〔2021〕40号", "芮政办发〔2021〕40号"),
        ("文 号：芮政办发[2021]40号", "芮政办发〔2021〕40号"),
        ("根据《通知》（晋政办发〔2021〕55号）要求，制定本方案。", ""),  # another document's
    ],
)
def test_the_document_number_stands_on_its_own_line_or_behind_its_label(head: str, number: str) -> None:
    assert heading(head + TASKS).plan.document_number == number


@pytest.mark.parametrize(
    "row",
    [
        ("索引号：", "123", "发文字号：", "芮政发〔2024〕3号"),
        ("文号", "芮政发〔2024〕3号"),
        ("文号：芮政发〔2024〕3号",),
    ],
)
def test_a_web_page_prints_the_document_number_in_a_table_of_its_own(row: tuple[str, ...]) -> None:
    facts = Table((tuple(Cell(text, Locator()) for text in row),), Locator())
    found = document("芮城县2024年绿化工作方案" + TASKS)
    page = replace(found, blocks=(facts, *found.blocks))
    assert read_plan(page, (), DIVISIONS).plan.document_number == "芮政发〔2024〕3号"


@pytest.mark.parametrize(
    ("head", "issuer", "issued_on"),
    [
        ("发布机构:银川市人民政府办公室 成文日期:2024-11-25", "银川市人民政府办公室", date(2024, 11, 25)),
        ("芮城县人民政府文件\n芮政发〔2021〕4号", "芮城县人民政府", None),
        ("请遵照执行。\n芮城县人民政府\n二〇二一年三月一日", "芮城县人民政府", date(2021, 3, 1)),
        ("请执行。\n银川市教育局 银川市民政局\n2024年3月1日", "银川市教育局、银川市民政局", date(2024, 3, 1)),
        (
            "甲市发展和改革委员会甲市财政局\n关于印发《方案》的通知\n请执行。\n甲市发展和改革委员会甲市财政局\n2024年3月1日",
            "甲市发展和改革委员会、甲市财政局",
            date(2024, 3, 1),
        ),
        (
            "甲省应急管理厅 甲省网络安全和\n信息化办公室\n甲省数据局关于印发《方案》的通知",
            "甲省应急管理厅、甲省网络安全和信息化办公室、甲省数据局",
            None,
        ),
        (
            "市人民政府关于印发《方案》的通知\n请执行。\n芮城县人民政府\n2024年3月1日",
            "芮城县人民政府",
            date(2024, 3, 1),
        ),
        ("甲省人民政府印发关于稳住经济若干措施的通知\n2022年6月1日", "甲省人民政府", date(2022, 6, 1)),
        ("市甲局、市乙局 关于印发《方案》的通知\n2024年3月1日", "市甲局、市乙局", date(2024, 3, 1)),
        ("发布机构:县政府办公室\n芮城县人民政府办公室\n关于印发《方案》的通知", "芮城县人民政府办公室", None),
        ("发布机构:芮城市政府\n芮城市人民政府办公室\n关于印发《方案》的通知", "芮城市政府", None),
        ("发布机构:市教育局\n芮城市民政局\n关于印发《方案》的通知", "市教育局", None),
        (
            "请执行。\n县住建局\n2024年3月1日\n芮城县住房和城乡建设局2024年3月2日印发",
            "芮城县住房和城乡建设局",
            date(2024, 3, 1),
        ),
    ],
)
def test_who_issued_it_and_when(head: str, issuer: str, issued_on: date | None) -> None:
    plan = heading(head + TASKS).plan
    assert (plan.issuer, plan.issued_on) == (issuer, issued_on)


def test_a_numbered_notice_is_signed_at_its_end() -> None:
    notice = (
        "芮城县人民政府办公室关于印发《清单》的通知\n各单位：\n一、明确责任。抓好落实。\n芮城县政府办\n2024年3月1日"
    )
    plan = heading(f"{notice}\n附件{TASKS}").plan
    assert (plan.issuer, plan.issued_on) == ("芮城县人民政府办公室", date(2024, 3, 1))


def test_a_plan_may_be_signed_at_its_very_end() -> None:
    plan = heading(f"工作方案{TASKS}芮城县住房和城乡建设局\n2024年1月15日").plan
    assert (plan.issuer, plan.issued_on) == ("芮城县住房和城乡建设局", date(2024, 1, 15))


def test_a_deadline_above_the_signature_is_not_its_date() -> None:
    tasks = "\n一、主要任务\n（一）绿化。补种树木。\n责任单位：林业局\n2024年6月30日\n（二）造册。登记树木。\n"
    plan = heading(f"工作方案{tasks}芮城县林业局\n2024年1月15日").plan
    assert (plan.issuer, plan.issued_on) == ("芮城县林业局", date(2024, 1, 15))


def test_the_last_row_of_a_list_is_no_signature() -> None:
    head = "主要任务\n\n责任单位\n\n完成时限\n\n"
    rows = "1.修缮楼道，保障安全。\n\n芮城县住建局\n\n2024年6月30日\n\n"
    rows += "2.补种树木，净化环境。\n\n芮城县林业局\n\n2024年9月30日\n"
    assert heading("芮城县任务清单\n\n" + head + rows).plan.issued_on is None


def test_the_dates_of_a_list_without_numbered_paragraphs_are_no_issue_dates() -> None:
    head = "芮城县任务清单\n序号 重点任务 工作内容 责任单位 完成时限\n"
    assert heading(head + "1 修缮楼道\n保障安全。\n县住建局\n2024年6月30日\n").plan.issued_on is None


def test_office_and_date_below_a_title_are_no_part_of_it() -> None:
    plan = heading(f"芮城县2024年绿化工作方案\n芮城县人民政府办公室\n2024年1月15日{TASKS}").plan
    assert (plan.title, plan.issuer) == ("芮城县2024年绿化工作方案", "芮城县人民政府办公室")
    assert plan.issued_on == date(2024, 1, 15)


@pytest.mark.parametrize(
    "authors", ["甲市住房城乡建设管理委\n甲市房屋管理局", "甲市住建局 甲市财政局", "（芮城县住建局）"]
)
def test_the_authors_below_a_title_are_no_part_of_it(authors: str) -> None:
    assert heading(f"关于推进绿化工作的实施意见\n{authors}{TASKS}").plan.title == "关于推进绿化工作的实施意见"


@pytest.mark.parametrize("sheet", ["", "（算力）"])
def test_the_title_of_a_sheet_that_repeats_that_of_its_cover_counts_once(sheet: str) -> None:
    head = "人工智能行动方案（2026版）重点任务清单"
    assert heading(f"{head}\n{head}{sheet}\n{TASKS}").plan.title == head


@pytest.mark.parametrize(
    "title", ["芮城县住房和城乡建设局\n2024年工作方案", "芮城县深化改革\n领导小组办公室\n工作要点"]
)
def test_units_that_a_title_names_are_part_of_it(title: str) -> None:
    assert heading(title + TASKS).plan.title == title.replace("\n", "")


def test_the_imprint_is_a_last_and_doubtful_witness() -> None:
    found = heading("银川市工作方案" + TASKS + "抄送：某办。\n银川市人民政府办公室\n2024年3月5日印发")
    assert (found.plan.issuer, found.plan.issued_on) == ("银川市人民政府办公室", date(2024, 3, 5))
    assert [problem.field for problem in found.problems] == ["issued_on"]


def test_a_damaged_date_is_decided_by_the_header_or_asked_about() -> None:
    damaged = "银川市人民政府办公室\n2024115"
    assert heading(f"发布日期:2024-11-25\n{damaged}{TASKS}").plan.issued_on == date(2024, 11, 25)
    asked = heading(damaged + TASKS)
    assert asked.plan.issued_on is None
    assert [problem.field for problem in asked.problems] == ["issued_on"]


@pytest.mark.parametrize(
    ("text", "given", "year"),
    [
        ("银川市2023年任务清单" + TASKS, None, 2023),
        ("芮政发〔2021〕4号\n芮城县工作方案" + TASKS, None, 2021),
        ("请执行。\n芮城县人民政府\n2022年3月1日\n芮城县工作方案" + TASKS, None, 2022),
        ("芮城县三年行动方案" + TASKS, None, None),
        ("芮城县三年行动方案" + TASKS, 2024, 2024),
    ],
)
def test_the_year_comes_from_title_number_issue_date_or_the_clerk(text: str, given: int | None, year: int) -> None:
    assert heading(text, given).plan.year == year


def test_the_phases_of_a_plan_print_its_months() -> None:
    phases = "三、实施步骤\n（一）启动阶段（2023年6月）。部署。\n（二）总结阶段（2025年1月—2025年10月）。总结。"
    assert heading(NOTICE + phases).plan.period == Period(date(2023, 6, 1), date(2025, 10, 31))


def test_the_second_month_of_a_phase_is_of_the_same_year() -> None:
    phases = "三、实施步骤\n（一）启动阶段（2023年4月1日—6月）。部署。\n（二）总结阶段（2025年11月—12月）。总结。"
    assert heading(NOTICE + phases).plan.period == Period(date(2023, 4, 1), date(2025, 12, 31))


def test_a_region_that_only_tasks_name_is_doubtful() -> None:
    found = heading("任务清单\n一、主要任务\n1.登记。兴庆区试点。（责任单位：兴庆区人民政府）")
    assert (found.plan.region, found.plan.level) == ("兴庆区", "县")
    assert [problem.field for problem in found.problems] == ["region"]


def test_the_region_of_tasks_is_the_smallest_that_holds_most_of_their_places() -> None:
    tasks = "".join(f"{at}.登记。（责任单位：{unit}）\n" for at, unit in enumerate(["兴庆区政府", "银川市民政局"], 1))
    assert heading(f"任务清单\n一、主要任务\n{tasks}").plan.region == "银川市"


@pytest.mark.parametrize(
    ("units", "region"),
    [
        ("兴庆区、金凤区、西夏区人民政府", "银川市"),
        ("兴庆区人民政府，金凤区人民政府", "银川市"),
        ("兴庆区人民政府、北京大学", "兴庆区"),
        ("市教育局、北京大学，上海银行、广东省某有限公司", ""),
    ],
)
def test_sister_districts_are_of_one_city_and_partners_of_none(units: str, region: str) -> None:
    assert heading(f"任务清单\n一、主要任务\n1.登记。（责任单位：{units}）").plan.region == region


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("本意见自2024年12月1日起施行，有效期至2027年11月30日。", Period(date(2024, 12, 1), date(2027, 11, 30))),
        ("本方案自印发之日起施行，有效期三年。", Period(date(2024, 11, 25), date(2027, 11, 24))),
        ("本意见自2024121日起施行,有效期至2027121日。", Period(date(2024, 12, 1), date(2027, 12, 1))),
        ("本方案自2025年1月1日起施行。", None),
    ],
)
def test_when_it_is_in_force(sentence: str, period: Period | None) -> None:
    text = f"银川市人民政府\n2024年11月25日\n工作意见{TASKS}\n{sentence}"
    assert heading(text).plan.effective == period


def test_duties_of_units_one_per_number() -> None:
    annex = """
附件1
部门责任分工
管理职责
职责范围
(一)各部门管理职责
主管部门
市甲局
1.制定制度。
2.监督检查。
县级
主管部门
1.落实制度。
水、电、气、
通信等企业
负责设施的管理和维护工作。
(二)乡(镇)人民政府管理职责
严格落实责任:
1.巡查小区。
"""
    duties = heading("银川市工作方案" + TASKS + annex).duties
    assert [(duty.unit, duty.text) for duty in duties] == [
        ("市甲局", "制定制度。"),
        ("市甲局", "监督检查。"),
        ("县级主管部门", "落实制度。"),
        ("水、电、气、通信等企业", "负责设施的管理和维护工作。"),
        ("乡(镇)人民政府", "巡查小区。"),
    ]


def test_a_section_on_who_is_responsible_gives_the_duties_of_its_units() -> None:
    section = """
三、责任分工
（一）市甲局：负责指导。每月汇总进展。
（二）市乙局、市丙局：负责查处。
（三）各县（市）人民政府
1.落实属地责任。
四、工作要求
（一）市甲局：加强调度。
"""
    duties = heading("银川市工作方案" + TASKS + section).duties
    assert [(duty.unit, duty.level, duty.text) for duty in duties] == [
        ("市甲局", "市级", "负责指导。每月汇总进展。"),
        ("市乙局", "市级", "负责查处。"),
        ("市丙局", "市级", "负责查处。"),
        ("各县（市）人民政府", "县（市、区）", "落实属地责任。"),
    ]


def test_the_title_ends_where_a_table_with_bars_begins() -> None:
    text = "2023年小区照明任务清单\n\n| 序号 | 工作任务 | 牵头单位 |\n|---|---|---|\n| 1 | 更换路灯 | 市住建局 |"
    assert read_parts(document(text))[0].title == "2023年小区照明任务清单"
