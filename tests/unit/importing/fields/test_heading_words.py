"""Headings of real task lists, and words that stand beside them in such tables and are none."""

from __future__ import annotations

import pytest

from wuye_cli.importing.fields.headings import find_field, find_fields

KNOWN = {
    "title": """
        改革事项 督办事项 督查事项 交办事项 承诺事项 议定事项 会议议定事项 责任事项 年度重点改革任务 攻坚任务 整治任务
        年度目标任务 全年目标任务 年度重点工作任务 民生实事项目 惠民工程 重点改革项目 专项整治行动 主要工作任务
        任务名称
        实事项目名称 行动名称 专项名称 实事名称 攻坚重点 整治重点 任务重点 任务项
    """,
    "section": "改革领域 整治领域 工作领域 任务类别 工作板块 工作环节 整治类型",
    "content": "整改措施 改革举措 推进工作措施 具体工作内容 具体任务 具体事项 主要工作内容 落实举措 工作要点 整治内容"
    " 主要抓手 工作抓手 主要做法 具体做法 工作思路 推进思路 重点抓手 实施路径 工作安排"
    " 建设内容及规模 建设规模及内容 建设规模和内容 主要建设内容及规模",
    "requirement": "工作要求 具体工作要求 整改标准",
    "lead": """
        牵头处室 牵头科室 主责部门 主办单位 牵头责任部门 整改牵头单位 总牵头单位 第一责任单位 牵头责任主体 主抓部门
    """,
    "responsible": """
        责任处室 配合科室 协同责任单位 落实主体 整改责任单位 协办部门 实施部门 具体承办单位 属地责任单位 建设主体
        承接部门
        监管责任单位 监管责任部门 督导责任单位 指导责任部门 监督责任单位 责任监管部门 监管单位 监管部门 行业监管部门
        监管主体 行业监督管理部门
        负责部门 负责单位 主要负责部门
        责任镇街 责任街道 责任乡镇 配合镇街 责任区县 责任县（市、区）
        项目责任单位 配合责任部门 责任单位（部门） 责任单位及责任人
    """,
    "guide": "指导部门 业务指导部门 督导单位 督办部门 监督单位 督查单位 业务监督部门 督促单位",
    "deadline": """
        办结时限 推进时限 整改时限 完成期限 承诺办结时限 预计完成时间 拟完成时间 计划完成时限 整改完成时限
        完成时间节点 办理期限
        竣工时间 销号时间 计划竣工时间 时间表 工作进度安排 序时进度 时序进度 工作时间节点 具体时限要求 年度进度安排
        起止时间 推进时序 完成时序 工作时序安排
    """,
    "target": """
        年度任务目标 年度工作目标 整治目标 整改目标 预期工作目标 总体目标 阶段性目标 年度目标值 任务指标值 绩效指标
        核心指标
        全年任务数 年度计划数 主要工作目标 年度任务量
    """,
    "person": "责任人 具体负责人 整改责任人 分管领导 牵头市领导 包保领导 直接责任人 工作专班 经办人 挂钩市领导"
    " 联系县领导 挂点领导",
    "progress": """
        截至6月底进展情况 整改进展 目前进展情况 整改完成情况 工作落实情况 工程进度 目前工作进展 截至目前项目进展
        完成比例 完成率 工作完成比例 当前状态 任务状态
        1-9月份工作完成情况 1-9月份工作取得成效 1至6月推进情况 截至9月底完成情况 本月工作进展 累计完成情况
        截止2023年6月30日落实情况 取得成效 2022年1—9月工作完成情况 三季度完成情况 阶段性成效 截至目前取得的成效
    """,
    "problem": "存在的主要问题 突出问题 存在困难",
    "next_step": "下一步打算 下步推进措施 下一步工作安排",
}


@pytest.mark.parametrize(("heading", "field"), [(word, field) for field in KNOWN for word in KNOWN[field].split()])
def test_the_last_word_of_a_heading_names_its_field(heading: str, field: str) -> None:
    assert find_field(heading) == field


OTHER = """
    市级有关部门 各责任单位 领导小组成员单位 相关单位 各有关部门 老旧小区改造工程 城市更新行动 数字化改造项目
    安全生产工作
    市政设施建设工程 治理隐患 全年 12月底前 开工时间 启动时间 实际完成时间 填报日期 验收单位 填报单位 产权单位
    联系人 联系电话
    小区名称 注意事项 单位 部门 日期 领导 基本情况 资金来源 民声来源 示范点位 建设地点
    属地镇街 属地街道 各镇街 有关乡镇 县区 相关区县 建设街道 项目业主 小区业主
    市级重点 省重点 企业名称 单位名称 其他事项 其他工作 1-9月份 本月
"""


@pytest.mark.parametrize("words", OTHER.split())
def test_words_of_cells_and_of_other_columns_name_no_field(words: str) -> None:
    assert find_field(words) is None


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("项目业主", "responsible"),
        ("涉及街道", None),
        ("惠企举措", "content"),
        ("护企清障事项", "title"),
        ("供图处室", "responsible"),
        ("挂图作战时限", "deadline"),
        ("达标创优目标", "target"),
        ("攻坚方向", "section"),
        ("治理重点", "title"),
        ("政策名称", "title"),
        ("单位名称", None),
        ("省级重点", None),
        ("建设规模", None),
        ("开工时间", None),
        ("建议责任单位", None),
        ("上年目标", None),
        ("注意事项", None),
        ("是否重点项目", None),
    ],
)
def test_beside_known_headings_the_last_word_is_enough(heading: str, field: str | None) -> None:
    assert find_fields(("序号", heading, "责任人", "备注"))[1] == field


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("序号", "重点任务", "工作内容", "护企事项", "责任单位"), ("no", "title", "content", None, "responsible")),
        (("工作任务", "牵头单位", "供图单位", "验收日期", "完成时限"), ("title", "lead", None, None, "deadline")),
        (("工作任务", "护航单位", "攻关单位", "完成时限"), ("title", "responsible", "responsible", "deadline")),
        (("任务", "一季度目标", "二季度目标", "第四季度任务目标"), ("title", "target", "target", "target")),
        (("序号", "任务", "子任务", "主办", "协办"), ("no", "title", "content", "lead", "responsible")),
        (("一级指标", "工作任务", "责任单位"), (None, "title", "responsible")),
        (("重点任务", "责任单位", "完成时限", "国家分类"), ("title", "responsible", "deadline", None)),
    ],
)
def test_an_unlisted_heading_takes_nothing_from_a_known_one(
    headings: tuple[str, ...], fields: tuple[str | None, ...]
) -> None:
    assert find_fields(headings) == fields


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("改革领域", "改革事项", "主要任务", "牵头单位"), ("section", "title", "content", "lead")),
        (("序号", "具体问题", "整改措施", "责任单位"), ("no", "title", "content", "responsible")),
        (("序号", "反映诉求", "办理措施", "承办单位"), ("no", "title", "content", "responsible")),
        (("序号", "改革举措", "主要内容", "牵头处室"), ("no", "title", "content", "lead")),
        (
            ("序号", "存在问题", "整改目标", "整改时限", "责任单位"),
            ("no", "title", "target", "deadline", "responsible"),
        ),
        (("工作任务", "工作措施", "存在问题"), ("title", "content", None)),
        (("工作任务", "工作进展", "存在问题", "下步打算"), ("title", "progress", "problem", "next_step")),
        (("重点工作", "年度目标任务", "责任单位"), ("title", "content", "responsible")),
        (("指标名称", "2026年目标任务", "2027年目标任务"), ("indicator", "yearly", "yearly")),
        (("工作任务", "2026年度计划", "2027年度计划"), ("title", "yearly", "yearly")),
        (("重点任务", "2024年工作项目", "2025年计划", "2026年计划"), ("title", "yearly", "yearly", "yearly")),
        (("重点任务", "2024年建设内容", "2025年建设内容"), ("title", "yearly", "yearly")),
        (("重点任务", "2024年度工作要求", "2025年", "责任单位"), ("title", "yearly", "yearly", "responsible")),
        (("重点任务", "2024年重点工作", "2025年实施项目"), ("title", "yearly", "yearly")),
        (("重点任务", "2024年完成情况", "2025年目标"), ("title", "progress", "yearly")),
        (("重点任务", "2024年工作项目", "责任单位"), ("title", "content", "responsible")),
        (("重点任务", "2024年完成时限", "2025年完成时限"), ("title", "deadline", "deadline")),
        (("序号", "领域", "2024年任务", "2025年任务", "责任单位"), ("no", "title", "yearly", "yearly", "responsible")),
        (("序号", "问题表现", "整改措施", "责任单位"), ("no", "title", "content", "responsible")),
        (("序号", "提升重点", "主要内容", "主要措施", "牵头单位"), ("no", "title", "requirement", "content", "lead")),
        (("序号", "整治内容", "主要措施", "牵头单位"), ("no", "title", "content", "lead")),
        (("序号", "提升内容", "主要措施", "牵头单位"), ("no", "title", "content", "lead")),
        (("序号", "任务要点", "主要内容", "主要措施", "牵头单位"), ("no", "title", "requirement", "content", "lead")),
        (("序号", "重点环节", "主要措施", "牵头单位"), ("no", "title", "content", "lead")),
        (("序号", "行动", "主要措施", "牵头单位"), ("no", "title", "content", "lead")),
        (("类别", "序号", "工作类型", "主要措施", "牵头单位"), ("section", "no", "title", "content", "lead")),
        (("序号", "攻坚领域", "主要内容", "牵头单位"), ("no", "title", "content", "lead")),
        (("重点领域", "重点任务", "主要措施", "牵头单位"), ("section", "title", "content", "lead")),
        (("序号", "任务内容", "完成标准", "责任单位"), ("no", "content", "requirement", "responsible")),
        (("一级任务", "二级任务", "三级任务", "责任单位"), ("section", "title", "content", "responsible")),
        (("重点领域", "整治内容", "主要措施", "责任单位"), ("section", "title", "content", "responsible")),
        (("一级任务", "二级任务", "责任单位"), ("title", "content", "responsible")),
        (("主要内容", "主要措施", "责任单位"), ("requirement", "content", "responsible")),
        (("序号", "重点领域", "序号", "工作任务", "责任单位"), ("section", "section", "no", "title", "responsible")),
        (("序号", "重点工作任务及目标", "责任单位"), ("no", "title", "responsible")),
        (("序号", "年度目标和任务", "责任单位"), ("no", "title", "responsible")),
        (("序号", "目 标 任 务", "责 任 单 位"), ("no", "title", "responsible")),
        (("重点任务", "工作内容及要求", "责任单位"), ("title", "content", "responsible")),
        (("重点任务", "整改时限", "销号时间"), ("title", "deadline", None)),
        (("重点任务", "措施", "销号时限"), ("title", "content", "deadline")),
        (("任务", "2024年一季度目标", "2025年一季度目标"), ("title", "target", "target")),
        (("工作内容", "牵头单位", "完成时限"), ("content", "lead", "deadline")),
        (("重点领域", "责任单位", "完成时限"), ("section", "responsible", "deadline")),
    ],
)
def test_what_stands_left_of_the_measures_is_what_they_are_about(
    headings: tuple[str, ...], fields: tuple[str | None, ...]
) -> None:
    assert find_fields(headings) == fields
