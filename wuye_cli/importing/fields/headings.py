"""Column headings of task lists: the words offices use, and the field each names.

`find_field` knows one heading; `find_fields` knows a whole header row, where a word may mean less beside another
(主要内容 is the content, but what is wanted where a 措施 column stands beside it).
"""

from __future__ import annotations

import re
from functools import lru_cache

from wuye_cli.importing.fields.numerals import to_plain

_WORDS = {
    "no": "序号 编号 项号 任务编号",
    "title": """
        重点任务 工作任务 任务名称 主要任务 整治重点 重点工程 重点举措 事项 工作事项 重点事项 任务事项
        重点工作 工作重点 任务 项目 项目名称 工程名称 工作项目 重点项目 整治任务 任务清单 目标任务 年度任务
        改革任务 工作任务事项 主要工作 督办事项 督查事项 交办事项 承诺事项 服务事项 事项名称 任务事项名称 实事项目
        民生实事 民生工程 整改事项 反馈问题 整改问题 工作名称 主要任务名称 年度工作任务 年度重点任务 年度重点工作
    """,
    "section": """
        类别 任务类别 领域 工作类别 分类 板块 工作领域 大类 一级任务 任务分类 专项行动 行动 重点领域 任务领域 工作板块
    """,
    "content": """
        工作内容 任务内容 具体措施 推进措施 实施路径 主要措施 工作措施 工作举措 具体任务 具体内容 落实措施
        整治措施 具体举措 主要举措 措施 举措 内容 实施内容 建设内容 任务措施 具体工作 具体工作内容
        具体工作任务 推进举措 任务要点 工作任务及措施 整治内容 二级任务 任务细化 具体要求 工作任务内容
        重点内容 整改措施 推进计划 重点措施 工作任务和措施 主要任务及措施 主要任务措施 办理措施
    """,
    "requirement": "主要内容 工作要求 任务要求 整治要求 标准要求 工作标准 具体标准 任务描述",
    "level": "落实层级 层级 责任层级 实施层级",
    "lead": """
        牵头单位 牵头部门 主责单位 主责部门 牵头责任单位 主办单位 主办部门 牵头责任部门 牵头 牵头处室
        牵头科室 第一责任单位
    """,
    "responsible": """
        责任单位 责任部门 承办单位 实施主体 配合单位 协办单位 参与单位 协同单位 责任主体 配合部门 实施单位
        落实单位 承办部门 协同部门 参与部门 实施部门 责任科室 责任处室 协助单位 参加单位 责任单位(部门)
        配合责任单位 具体责任单位 落实部门 协办部门 配合科室 配合处室 建设单位 执行单位 配合
    """,
    "guide": "指导单位 指导部门 督导单位 业务指导单位",
    "deadline": """
        完成时限 时间节点 完成时间 时限要求 进度安排 时限 完成期限 办理时限 整改时限 工作时限 时间安排
        时间要求 节点要求 时间进度 实施时间 计划完成时间 完成日期 落实时限 阶段安排 时间
    """,
    "target": """
        目标 工作指标 目标值 工作目标 指标 年度目标 目标要求 预期目标 量化指标 任务目标 绩效目标 任务指标
        主要指标 预期成果 目标成效 指标值 考核指标 工作成果 成果形式 整改目标 目标数 计划目标 计划数
    """,
    "remark": "备注 说明",
    "indicator": "指标名称 评价指标 监测指标 任务指标名称",
    "measure": "计量单位 指标单位 数量单位",
    "person": """
        责任人 责任领导 牵头领导 分管领导 负责人 具体责任人 包联领导 包抓领导 分管市领导 分管县领导
        牵头市领导 牵头县领导 市级领导 县级领导 责任县领导 责任市领导 挂牌领导 督办领导 工作专班
    """,
    "progress": "进展情况 完成进度 完成情况 工作进展 目前进展 进展 落实情况 工作进展情况 推进情况 进度",
    "problem": "存在问题 存在的问题 问题 困难问题 存在问题及困难",
    "next": """
        下一步措施 下一步工作 下一步打算 下一步计划 下步措施 下步工作 下一步工作措施 下一步工作计划
        下一步安排 下步打算
    """,
}
_FIELDS = {word: field for field, words in _WORDS.items() for word in words.split()}
_BRACKET = re.compile(r"[（(][^（()）]*[）)]")  # 目标值（单位：个）
_NOISE = re.compile(r"[\s/、：:*]+|及其?|和|与")  # 责任 单位, 目标及指标, 牵头/责任单位
_YEAR = re.compile(r"(20\d{2})年?度?(?:(?:工作|任务|阶段|计划)?(?:目标|指标)值?|计划)?")  # 2026年目标, 2026年
_GOAL = re.compile(r"目标|^(?:20\d\d)?年度(?:工作)?任务$")  # 目标任务, 年度任务
_YEAR_HEAD = re.compile(r"^20\d{2}年度?")  # 2026年重点任务 is headed by 重点任务


@lru_cache(maxsize=4096)  # asked of every cell that may begin a header again
def find_field(heading: str) -> str | None:
    """Name the field a heading stands for; `yearly` for the column of one year (see `find_year`)."""
    plain = to_plain(heading)
    if _YEAR.fullmatch(plain):
        return "yearly"
    plain = _YEAR_HEAD.sub("", plain)
    bare = _BRACKET.sub("", plain)
    for words in (plain, bare):
        if field := _FIELDS.get(words) or _FIELDS.get(_NOISE.sub("", words)):
            return field
    return _find_compound(_NOISE.sub(" ", bare).split())


def _find_compound(parts: list[str]) -> str | None:
    fields = [_FIELDS.get(part) for part in parts]
    return fields[0] if len(fields) > 1 and all(fields) else None


def find_year(heading: str) -> int | None:
    """Give the year that a column is headed by: 2026 年目标."""
    found = _YEAR.fullmatch(to_plain(heading))
    return int(found[1]) if found else None


def find_fields(headings: tuple[str, ...]) -> tuple[str | None, ...]:
    """Name the fields of a header row, each heading in the light of the others."""
    fields = [find_field(heading) for heading in headings]
    _name_measures(headings, fields)
    _name_tasks(fields)
    if "content" not in fields and "requirement" in fields:
        fields[fields.index("requirement")] = "content"
    _name_goals(headings, fields)
    titles = [at for at, field in enumerate(fields) if field == "title"]
    if len(titles) > 1:
        fields[titles[0]] = "section" if "content" in fields else "title"
        fields[titles[1]] = "title" if "content" in fields else "content"
    return tuple(fields)


def _name_tasks(fields: list[str | None]) -> None:
    """Beside 序号, with units and a deadline behind it, an unknown heading names the tasks: 序号 | 惠民项目库 | …."""
    what = {"title", "content", "requirement", "yearly"} & set(fields)
    who = {"lead", "responsible"} & set(fields)
    if not what and who and fields[:2] == ["no", None] and "deadline" in fields:
        fields[1] = "title"


def _name_goals(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """目标任务 behind the name of a task says what is wanted of it; alone it is the name."""
    titles = [at for at, field in enumerate(fields) if field == "title"]
    for at in titles[1:]:
        if _GOAL.search(to_plain(headings[at])):
            fields[at] = "goal" if "content" in fields else "content"


def _name_measures(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """指标 beside columns of numbers names what they count; 单位 beside 指标名称 and units is what it is counted in."""
    numbers = fields.count("yearly") + fields.count("target")
    first = next((at for at, field in enumerate(fields) if field == "target" and "指标" in headings[at]), None)
    if "indicator" not in fields and first is not None and numbers > 1 and _is_bare(headings[first]):
        fields[first] = "indicator"
    if "indicator" in fields:
        for at, heading in enumerate(headings):
            if to_plain(heading) == "单位":
                fields[at] = "measure"


def _is_bare(heading: str) -> bool:
    return to_plain(heading) in {"指标", "主要指标", "考核指标", "任务指标", "量化指标"}
