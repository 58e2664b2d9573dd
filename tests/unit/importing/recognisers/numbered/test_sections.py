"""Which sections hold tasks."""

from __future__ import annotations

import pytest

from wuye_cli.importing.recognisers.numbered.sections import holds_tasks, is_provision


@pytest.mark.parametrize(
    "heading",
    [
        "一、总体要求",
        "一、基本原则和工作目标",
        "一、现状分析",
        "一、发展基础与面临形势",
        "一、工作背景",
        "一、形势与任务",
        "一、安全生产形势",
        "一、“十四五”时期面临的形势",
        "一、“十三五”发展回顾",
        "一、取得的成效",
        "一、前期工作开展情况",
        "一、现状问题",
        "六、成立领导小组",
        "一、我市物业管理现状及存在问题",
        "一、充分认识规范管理的重要意义",
        "二、适用范围",
        "第一章　总　则",
        "第五章 附则",
        "第一部分 基本情况",
        "五、实施步骤",
        "五、方法步骤和时间安排",
        "三、基本步骤",
        "三、工作步骤",
        "三、具体步骤",
        "三、工作进度",
        "三、进度计划",
        "六、强化组织保障",
        "六、切实加强组织领导",
        "六、加强组织领导和考核评价",
        "六、狠抓工作落实",
        "六、严肃责任追究",
        "七、工作要求",
        "七、有关说明",
        "一、明确发展目标",
        "一、锚定总体目标",
        "三、项目实施条件",
        "三、申报条件和程序",
        "六、实施机制",
        "六、建立健全工作机制",
    ],
)
def test_context_and_safeguards_hold_no_tasks(heading: str) -> None:
    assert not holds_tasks((heading,), "（一）开展排查")


@pytest.mark.parametrize(
    "heading",
    [
        "三、重点举措",
        "二、强化监督管理",
        "三、保障居民用水安全",
        "二、优化发展环境",
        "三、夯实发展基础",
        "二、解决突出问题",
        "二、落实主体责任",
        "第二章 优化服务",
        "二、目标任务",
        "一、治理形势严峻区域",
        "四、改善现状",
    ],
)
def test_other_headings_do(heading: str) -> None:
    assert holds_tasks((heading,), "（一）开展排查")


@pytest.mark.parametrize(
    "heading",
    [
        "一、目标任务",
        "一、总体要求和目标任务",
        "一、工作任务和目标",
        "二、年度任务目标",
        "二、2025年目标任务",
        "二、“十四五”目标和主要任务",
        "（二）指标任务",
        "（二）主要任务指标",
        "一、奋斗目标",
        "一、创建目标与任务",
        "一、工作目标与重点",
        "一、指导思想及目标任务",
    ],
)
def test_a_section_of_goals_with_nothing_numbered_below_is_no_task(heading: str) -> None:
    assert not holds_tasks((), heading)
    assert not holds_tasks(("一、总体要求",), heading)


@pytest.mark.parametrize(
    "heading",
    [
        "（一）动员部署阶段（2025年3月）",
        "（二）第二阶段：全面推进",
        "1.摸底排查和自查自纠阶段",
        "（三）总结验收阶段：3月底前",
    ],
)
def test_a_phase_is_no_task_whatever_the_section_is_called(heading: str) -> None:
    assert not holds_tasks(("三、阶段划分及任务安排",), heading)


@pytest.mark.parametrize(
    "heading", ["1.义务教育阶段", "（二）规范学前教育阶段收费", "3.推进阶段性评估", "2.全面推进改造"]
)
def test_a_stage_of_something_else_is_a_task(heading: str) -> None:
    assert holds_tasks(("三、重点举措",), heading)


@pytest.mark.parametrize(
    "heading", ["（二）落实目标任务", "1.完成年度目标任务", "2.分解任务指标", "3.明确目标任务清单"]
)
def test_what_is_done_with_goals_is_a_task(heading: str) -> None:
    assert holds_tasks(("三、重点举措",), heading)


@pytest.mark.parametrize(
    ("above", "heading", "holds"),
    [
        (("第二部分 重点任务", "一、指导思想"), "（一）坚持为民", False),
        (("二、主要任务", "（一）规范服务"), "1.工作目标", False),  # aims hold none wherever they stand
        (("四、改革内容",), "（一）试点范围", False),
        (("四、改革内容", "（二）试点生产企业要求"), "1.有检定装置", False),
        (("四、改革内容", "（二）申报条件"), "1.有检定装置", False),
        (("一、修建公路",), "（五）资金筹措", False),
        (("一、园区类型",), "（一）工业园区", False),
        (("四、改革内容",), "（一）扩大试点范围", True),
        (("四、改革内容",), "（二）放宽企业准入条件", True),
        (("四、整治要求",), "（一）确定整治计划", True),
        (("四、改革内容",), "（三）拓宽资金来源", True),
        (("二、主要任务", "（三）强化考核评价"), "1.开展评价", True),  # safeguards only at the top
        (("（一）强化考核评价",), "1.开展评价", False),  # the top of this document
        (("一、总体要求", "（三）主要任务"), "1.开展评价", True),  # tasks promised below an aim
        (("三、时间安排", "（一）2025年4月底前"), "1.制定计划", True),
        ((), "一、工作背景", False),
    ],
)
def test_the_place_of_a_heading_counts(above: tuple[str, ...], heading: str, holds: bool) -> None:
    assert holds_tasks(above, heading) is holds


@pytest.mark.parametrize(
    ("words", "provision"),
    [
        ("为贯彻落实《甲市条例》，结合实际，制定本措施。", True),
        ("本办法适用于本市行政区域。", True),
        ("本措施由甲局负责解释。从高不重复。", True),
        ("本方案自2025年1月1日起施行，有效期3年。", True),
        ("自印发之日起施行。", True),
        ("为业主制定本小区公约示范文本", False),
        ("开展排查。制定本市标准。", False),
        ("公开标准，2025年6月起执行新标准。", False),
    ],
)
def test_provisions_speak_about_the_plan(words: str, provision: bool) -> None:
    assert is_provision(words) is provision
