"""How real offices print their tasks: what a careful reader takes from a few lines of each manner.

A task is written `no title [lead | responsible | guide] deadline; …`, as far as it is printed.
"""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document
from wuye_cli.domain.divisions import Divisions
from wuye_cli.importing.draft import DraftTask
from wuye_cli.importing.pipeline import build_draft


def told(task: DraftTask) -> str:
    units = " | ".join("、".join(role.units) for role in (task.lead, task.responsible, task.guide))
    dues = "; ".join(str(due.date or due.every or due.kind) for due in task.deadlines)
    return f"{task.no} {task.title} [{units.rstrip(' |')}] {dues}".strip()


def read(text: str) -> tuple[DraftTask, ...]:
    draft = build_draft(document(text), divisions=Divisions({}))
    assert draft.problems == ()
    return draft.tasks


CASES = {
    "a heading that ends like an office": (
        """
甲市职业教育2025年实施方案
一、重点任务
（一）优化专业布局
1.建设专业群。2025年底前建成。
（二）打造开放格局
2.扩大交流。2025年底前完成。
""",
        "1 建设专业群 [] 2025-12-31",
        "2 扩大交流 [] 2025-12-31",
    ),
    "dotted numbers, decimals at the head of a line": (
        """
甲市2025年老旧小区改造实施方案
一、总体要求
1.1 指导思想
坚持人民至上。
二、重点任务
2.1 加快改造
2.1.1 改造管网。2025年10月底前改造管网
1.5万米，惠及居民2.3万户。责任单位：市水务局
2.1.2 加装电梯。（责任单位：市住建局、各区人民政府）
三、保障措施
3.1 加强领导
""",
        "2.1.1 改造管网 [ | 市水务局] 2025-10-31",
        "2.1.2 加装电梯 [ | 市住建局、各区人民政府]",
    ),
    "articles without a space": (
        """
甲市促进民营经济若干措施
第一条为促进民营经济发展，制定本措施。
第二条降低融资成本。依照《条例》
第十二条规定的程序办理。（责任单位：市金融局）
第三条本措施自2025年1月1日起施行。
""",
        "第二条 降低融资成本 [ | 市金融局]",
    ),
    "numbers that are followed by a date or another number": (
        """
甲区安全生产2024年工作方案
一、主要任务
1.2024年6月底前，所有高危企业完成培训。责任单位：区应急局、区工信局
2.6月底前完成排查。责任单位：区应急局
3.12345热线限时办结。责任单位：区营商局
""",
        "1 2024年6月底前，所有高危企业完成培训 [ | 区应急局、区工信局] 2024-06-30",
        "2 6月底前完成排查 [ | 区应急局] 2024-06-30",
        "3 12345热线限时办结 [ | 区营商局]",
    ),
    "single signs for numbers": (
        """
甲县2022年环境整治工作任务
1、道路整治
⑴ 国省道：6月底前整治点位150处。责任单位：县交通局、县公路中心
⑵ 农村公路：整治80公里。责任单位：县交通局
""",
        "⑴ 国省道：6月底前整治点位150处 [ | 县交通局、县公路中心] 2022-06-30",
        "⑵ 农村公路：整治80公里 [ | 县交通局]",
    ),
    "numbers with a nought, names and month in one bracket": (
        """
甲市“无废城市”建设2023年度任务
一、工业固废
01 推进综合利用。利用率达到55%以上。（市生态环境局、市工信局；2023年12月）
02 建设资源化项目。（市发改委，2023年10月）
""",
        "01 推进综合利用 [ | 市生态环境局、市工信局] 2023-12-31",
        "02 建设资源化项目 [ | 市发改委] 2023-10-31",
    ),
    "square brackets of full width": (
        """
甲市老旧小区改造三年行动计划
一、重点任务
（一）摸清底数。2023年5月底前完成。［责任单位：各县（市、区）人民政府，市住建局］
""",
        "（一） 摸清底数 [ | 各县（市、区）人民政府、市住建局] 2023-05-31",
    ),
    "brackets within the bracket, and a sentence behind the units": (
        """
甲市大气污染防治2025年实施方案
一、重点任务
1.淘汰落后产能。（市工信局牵头，市生态环境局参与，各县〔市、区〕政府负责落实。以下均需各县〔市、区〕政府落实）
2.创建绿色工厂。（市工信局负责）
""",
        "1 淘汰落后产能 [市工信局 | 市生态环境局、各县（市、区）政府]",
        "2 创建绿色工厂 [ | 市工信局]",
    ),
    "a verb and a label in one bracket": (
        """
甲市2024年优化营商环境工作要点
一、强化要素支撑
1.保障用地。（市自然资源局牵头，完成时限：2024年9月底前）
2.降低融资成本。新增贷款30亿元以上。（市金融局、人行甲市分行）
3.建设和美乡村。【市农业农村局、各镇街】
""",
        "1 保障用地 [市自然资源局] 2024-09-30",
        "2 降低融资成本 [ | 市金融局、人行甲市分行]",
        "3 建设和美乡村 [ | 市农业农村局、各镇街]",
    ),
    "labels below the task, on lines of their own and without a full stop above": (
        """
2023年甲示范区安全生产重点工作
1. 开展企业安全评估
工作目标：2023年10月底前完成32家企业评估，完成率100%
责任部门：应急管理局
协同部门：生态环境局
2. 整治燃气安全
工作目标：2023年12月底前完成45公里
责任部门：城市管理局
""",
        "1 开展企业安全评估 [ | 应急管理局、生态环境局] 2023-10-31",
        "2 整治燃气安全 [ | 城市管理局] 2023-12-31",
    ),
    "another role below the units": (
        """
甲市2023年供热保障工作方案
一、工作任务
1．检修锅炉、管网。
责任单位：各供热企业
监管单位：市住建局
2．改造老旧管网。
责任单位：市住建局、各区政府
验收单位：第三方
""",
        "1 检修锅炉、管网 [ | 各供热企业 | 市住建局]",
        "2 改造老旧管网 [ | 市住建局、各区政府]",
    ),
    "steps below the units": (
        """
甲区创建文明城市任务分解
一、公共环境
（一）主次干道
牵头单位：区城管局
责任单位：各镇街、区文明办
1.路面平整，无坑洼积水。
2.设置公益广告。
（二）农贸市场
牵头单位：区市场监管局
责任单位：各镇街
1.划行规市，明码标价。
""",
        "（一） 主次干道 [区城管局 | 各镇街、区文明办]",
        "（二） 农贸市场 [区市场监管局 | 各镇街]",
    ),
    "a sentence behind the units": (
        """
甲州2022年度医药卫生体制改革重点任务
（一）推进分级诊疗。牵头单位：州卫健委。参加单位：州医保局。完成时限：2022年12月。
县域内就诊率达到90%。
（二）推进药品集采。牵头单位：州医保局。完成时限：持续推进。
""",
        "（一） 推进分级诊疗 [州卫健委 | 州医保局] 2022-12-31",
        "（二） 推进药品集采 [州医保局] ongoing",
    ),
    "a branch office is one unit": (
        """
甲区防范重大风险2021年工作方案
一、防范生态风险
1.落实河长制。（区水务局负责；各镇街落实）
2.实现断面达标。（市生态环境局甲区分局，2021年12月31日前）
""",
        "1 落实河长制 [ | 区水务局、各镇街]",
        "2 实现断面达标 [ | 市生态环境局甲区分局] 2021-12-31",
    ),
    "a heading that names every place below": (
        """
甲市大气污染防治2024年任务
一、重点任务
（一）各镇、街道：
1.每周开展巡查。
（二）市生态环境局、市公安局：
1.开展联合执法。
""",
        "1 每周开展巡查 [ | 各镇、街道]",
        "1 开展联合执法 [ | 市生态环境局、市公安局]",
    ),
    "sections that are no tasks": (
        """
甲区2025年“政务服务提质增效年”活动方案
一、形势与任务
全区窗口服务总体向好，但差评仍然较多。
二、活动时间
2025年3月至12月。
三、活动内容
（一）开展“体检”活动。9月底前完成。
四、步骤安排
（一）宣传发动（2025年3月）
（二）总结提升（2025年12月）
五、活动要求
（一）高度重视。加强领导。
""",
        "（一） 开展“体检”活动 [] 2025-09-30",
    ),
    "tasks promised below the general part": (
        """
甲县2024年防汛工作方案
一、总体要求
（一）指导思想。人民至上。
（二）主要目标。不死人、少损失。
（三）主要任务
1.修订预案。5月底前完成。
二、保障措施
（一）加强领导。
""",
        "1 修订预案 [] 2024-05-31",
    ),
    "a labelled deadline below steps": (
        """
甲区公益林管护事项收回实施方案
一、工作目标
（一）有序收回。
二、实施步骤
（一）明确收回节点
做好沟通对接。
完成时限：2026年1月。
（二）总结提升（2026年3月）
""",
        "（一） 明确收回节点 [] 2026-01-31",
    ),
    "demands where nothing else holds tasks": (
        """
甲市住房和城乡建设局关于开展2024年海绵城市建设工作的函
一、工作目标
建成50平方公里。
二、相关要求
（一）开展达标评估。3月底前报送计划。
（二）加强总结。及时报送经验。
""",
        "（一） 开展达标评估 [] 2024-03-31",
        "（二） 加强总结 []",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_careful_reader_takes_the_same(case: str) -> None:
    text, *tasks = CASES[case]
    assert [told(task) for task in read(text)] == tasks


def test_units_left_inside_a_paragraph_that_has_been_read_are_asked_about() -> None:
    text = "甲市2023年任务\n一、重点任务\n1.推进利用。利用率达到55%。（市甲局、市乙局）建设项目。（市丙局、市丁局）"
    (task,) = read(text)
    assert [(problem.code, problem.field) for problem in task.problems] == [("units-unsure", "responsible")]


def test_names_some_of_which_are_units_are_asked_about() -> None:
    (task,) = read("甲市2023年任务\n一、重点任务\n1.推进利用。完成改造。（市甲局、有关专班）")
    assert {problem.code for problem in task.problems} == {"units-unsure"}


def test_the_document_number_is_no_part_of_the_title() -> None:
    text = "甲市人民政府关于推进城镇化的意见\n甲政发〔2015〕22号\n一、重点任务\n（一）建设管网。\n（二）改造棚户区。"
    plan = build_draft(document(text), divisions=Divisions({})).plan
    assert (plan.title, plan.document_number) == ("甲市人民政府关于推进城镇化的意见", "甲政发〔2015〕22号")
