"""Column headings of task lists: the words offices use, and the field each names.

`find_field` knows one heading; `find_fields` knows a whole header row, where a word may mean less beside another
(主要内容 is the content, but what is wanted where a 措施 column stands beside it).
"""

from __future__ import annotations

import re
from functools import lru_cache

from wuye_cli.importing.fields.heading_words import find_by_head
from wuye_cli.importing.fields.numerals import to_plain

_WORDS = {
    "no": "序号 编号 项号 任务编号 任务编码 任务序号 项目编号 项目序号 事项编号",
    "title": "任务 事项 项目 重点举措 反馈问题 整改问题",
    "section": "类别 领域 分类 板块 大类 一级任务 专项行动 行动",
    "content": "措施 举措 内容 二级任务 三级任务 子任务 任务分解 任务细化 推进计划 具体要求 工作安排 具体安排",
    "requirement": "主要内容 任务描述 标准要求 标准 要求",
    "level": "落实层级 层级 责任层级 实施层级",
    "lead": "牵头 主办",
    "responsible": """
        责任 配合 协办 其他单位 其他部门 成员单位 配合镇街
        责任镇街 责任街道 责任乡镇 责任镇办 责任县 责任区县 责任县区 责任县市区 责任地区
    """,
    "deadline": "时限 期限 时间",
    "target": "目标 指标 工作成果 目标成效 年计划 全年计划 年度计划",
    "remark": "备注 说明",
    "indicator": "指标名称 评价指标 监测指标 任务指标名称",
    "measure": "计量单位 指标单位 数量单位",
    "progress": "进展 进度 完成率 完成比例 工作完成比例 累计完成 状态 当前状态 任务状态 完成状态",
    "problem": "问题 存在问题及困难 困难问题",
}
_FIELDS = {word: field for field, words in _WORDS.items() for word in words.split()}
_BRACKET = re.compile(r"[（(][^（()）]*[）)]")  # 目标值（单位：个）
_MEASURE = re.compile(r"[（(][^（()）\d年月季]*[）)]$")  # 2026年（个）; but 2026年（上半年） is no whole year
_JOINED = re.compile(r"[/、]|及其?|和|与")
_NOISE = re.compile(r"[\s/、：:*]+|及其?|和|与")  # 责任 单位, 目标及指标, 牵头/责任单位
_YEAR = re.compile(r"(20\d{2})年?度?(?:(?:工作|任务|阶段|计划)?(?:目标|指标)值?|计划)?")  # 2026年目标, 2026年
_GOAL = re.compile(r"目标|^(?:20\d\d)?年度(?:工作)?任务$")  # 目标任务, 年度任务
_YEAR_TASKS = re.compile(r"20\d{2}年度?[\u4e00-\u9fff]{0,4}(?:目标|指标|任务|计划)[\u4e00-\u9fff]{0,2}")
_TOPIC = re.compile("(?:问题|问题表现|问题清单|举措|(?<!一级)任务|诉求|批示|提案)$")
_CHANGED = re.compile("(?:(?<!主要)内容|要点|二级任务)$")
_STAGE = re.compile(
    r"(?:第?[一二三四]季度|[上下]半年|(?:\d{1,2}月?[-—－–~～至])?\d{1,2}月(?:份|底前?)?)"
    r"(?:工作|任务|进度|阶段|推进|实施)*(?:计划|任务|安排|节点|内容|措施|进度)?"
)
_PLANNED = {None, "content", "deadline", "title"}
_PARTS_OF_YEAR = re.compile("季度|半年|月")
_MAIN = re.compile("主[要体]")
_UNITS = {"lead", "responsible", "guide"}
_TASKS = {"title", "content", "requirement"}
_FIGURES = {"target", "yearly"}
_AIMS = _TASKS | _FIGURES
# 指标   主要指标   考核指标名称; but 年度指标 is a column of figures
_INDICATOR = re.compile(
    "(?:主要|考核|任务|量化|具体|核心|关键|重点|绩效|发展|监测|评价|约束性|预期性|[一二三]级)?指标(?:名称|项目|内容)?"
)
FEWEST_KNOWN = 2
# 年度任务完成率   占年度任务比例   完成年度任务   占全年计划
_SHARE = re.compile(
    "(?:已|累计|占|完成|年度|全年|本年|年|工作|目标|任务|计划|总|量|数|的)+(?:率|比例|百分比|比重|占比)"
    "|(?:已|累计)?(?:完成|占)(?:年度|全年|本年|全部|总)+(?:工作|目标|任务|计划)+[量数]?"
)
_YEAR_HEAD = re.compile(r"^20\d{2}年度?")  # 2026年重点任务 is headed by 重点任务


@lru_cache(maxsize=4096)  # asked of every cell that may begin a header again
def find_field(heading: str) -> str | None:
    """Name the field a heading stands for; `yearly` for the column of one year (see `find_year`)."""
    plain = to_plain(heading)
    if _YEAR.fullmatch(_MEASURE.sub("", plain)):
        return "yearly"
    plain = _YEAR_HEAD.sub("", plain)
    bare = _BRACKET.sub("", plain)
    spellings = dict.fromkeys((plain, _NOISE.sub("", plain), bare, _NOISE.sub("", bare)))
    whole = next(filter(None, map(_find_word, spellings)), None)
    joined, spaced = _JOINED.split("".join(bare.split())), _NOISE.sub(" ", bare).split()
    return _find_compound(joined) or whole or _find_compound(spaced)


def _find_word(words: str) -> str | None:
    return _FIELDS.get(words.removesuffix("清单")) or find_by_head(words)  # 问题清单, 任务清单, 责任清单, 时限清单


def _find_compound(parts: list[str]) -> str | None:
    if len(parts) < 2:
        return None
    fields = [_find_word(part) for part in parts]
    return ("title" if "title" in fields else fields[0]) if all(fields) else None


def find_year(heading: str) -> int | None:
    """Give the year that a column is headed by: 2026 年目标."""
    found = _YEAR.fullmatch(to_plain(heading))
    return int(found[1]) if found else None


def find_fields(headings: tuple[str, ...]) -> tuple[str | None, ...]:
    """Name the fields of a header row, each heading in the light of the others."""
    fields = [find_field(heading) for heading in headings]
    _name_shares(headings, fields)
    _name_years(headings, fields)
    _name_by_head(headings, fields)
    _name_indicators(headings, fields)
    _name_tasks(fields)
    _name_topics(headings, fields)
    _name_leads(headings, fields)
    if "content" not in fields and "requirement" in fields:
        fields[fields.index("requirement")] = "content"
    _name_goals(headings, fields)
    _name_reports(fields)
    _name_numbers(fields)
    _name_closing(headings, fields)
    titles = [at for at, field in enumerate(fields) if field == "title"]
    if len(titles) > 1:
        fields[titles[0]] = "section" if "content" in fields else "title"
        fields[titles[1]] = "title" if "content" in fields else "content"
    _name_stages(headings, fields)
    return tuple(fields)


def _name_closing(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """When a task is struck off the list is no deadline beside that of its completion: 整改时限 | 销号时间."""
    for at, heading in enumerate(headings):
        if fields[at] == "deadline" and "销号" in heading and fields.count("deadline") > 1:
            fields[at] = None


@lru_cache(maxsize=1024)  # asked of every cell that says what is done
def is_stage(heading: str) -> bool:
    """Tell a heading that is a part of a year, by which or in which something is done: 一季度, 7-9月工作计划."""
    return _STAGE.fullmatch(to_plain(heading)) is not None


def _name_stages(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """Several columns of parts of a year say what is done in each."""
    stages = [at for at, heading in enumerate(headings) if fields[at] in _PLANNED and is_stage(heading)]
    for at in stages if len(stages) > 1 else ():
        fields[at] = "content"


def _name_numbers(fields: list[str | None]) -> None:
    """Of two columns of numbers the outer one counts the groups: 序号 | 重点领域 | 序号 | 工作任务."""
    outer = fields.index("no") if fields.count("no") > 1 else -1
    if outer >= 0:
        fields[outer] = "section"


def _name_reports(fields: list[str | None]) -> None:
    """Problems and next steps are reported behind the progress; elsewhere they say something of the task itself."""
    progress = fields.index("progress") if "progress" in fields else len(fields)
    for at in range(progress):
        if fields[at] in {"problem", "next_step"}:
            fields[at] = None


def _name_shares(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """How much of the year's task is done is reported beside the progress: 推进情况 | 完成年度任务."""
    for at, heading in enumerate(headings if "progress" in fields else ()):
        if _SHARE.fullmatch(to_plain(heading)):
            fields[at] = "progress"


def _name_years(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """Several columns of 2026年工作项目, 2027年目标任务 are headed by their years, as 2026年目标 is."""
    plain = [to_plain(heading) for heading in headings]
    years = {
        at: heading[:4]
        for at, heading in enumerate(plain)
        if (_YEAR_TASKS.fullmatch(heading) or (fields[at] in _AIMS and _YEAR_HEAD.match(heading)))
        and not _PARTS_OF_YEAR.search(heading)
    }
    if len(set(years.values())) > 1:
        for at in years:
            fields[at] = "yearly"


def _name_by_head(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """Beside known headings the last word alone names a column, where no other is known for what it holds."""
    known = {field for field in fields if field}
    if len(known) < FEWEST_KNOWN:
        return
    for at, heading in enumerate(headings):
        field = None if fields[at] else find_by_head(_BRACKET.sub("", to_plain(heading)), in_header=True)
        is_late = field == "section" and _TASKS & set(fields[:at])  # what stands behind the tasks groups none
        if field and not is_late and not known & (_UNITS if field in _UNITS else {field}):
            fields[at] = field


def _name_tasks(fields: list[str | None]) -> None:
    """Beside 序号, with units and a deadline behind it, an unknown heading names the tasks: 序号 | 惠民项目库 | …."""
    what = {"title", "content", "requirement", "yearly"} & set(fields)
    who = {"lead", "responsible"} & set(fields)
    if not what and who and fields[:2] in (["no", None], ["no", "problem"]) and "deadline" in fields:
        fields[1] = "title"


def _name_leads(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """Who is mainly responsible leads those beside: 主要责任单位 | 协同配合单位, 主要责任单位 | 其他责任单位."""
    main = [at for at, field in enumerate(fields) if field == "responsible" and _MAIN.search(headings[at])]
    if "lead" not in fields and len(main) == 1 < fields.count("responsible"):
        fields[main[0]] = "lead"


def _name_topics(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """Where none names the tasks, what stands left of the measures does: their topic, what they change, their group.

    具体问题 | 整改措施    惠企举措 | 主要内容    整治内容 | 主要措施    整治领域 | 主要措施
    """
    if "title" in fields:
        return
    left = range(max((at for at, field in enumerate(fields) if field in {"content", "requirement"}), default=0))
    topics = [at for at in left if _TOPIC.search(headings[at])]
    groups = [at for at, field in enumerate(fields) if field == "section" and {*_TASKS, "yearly"} & set(fields[at:])]
    changed = [at for at in left if "content" in fields[at + 1 :] and _CHANGED.search(headings[at])]
    for at in topics[:1] or changed[:1] or groups[-1:]:
        fields[at] = "title"


def _name_goals(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """目标任务 behind the name of a task says what is wanted of it; alone it is the name."""
    titles = [at for at, field in enumerate(fields) if field == "title"]
    for at in titles[1:]:
        if _GOAL.search(to_plain(headings[at])):
            fields[at] = "goal" if "content" in fields else "content"


def _name_indicators(headings: tuple[str, ...], fields: list[str | None]) -> None:
    """指标 names the tasks where nothing else does, else what figures count; 单位 is then what they are counted in."""
    listed = [at for at, heading in enumerate(headings) if _INDICATOR.fullmatch(to_plain(heading))]
    names = [at for at, field in enumerate(fields) if field == "indicator"] or listed
    figures = [at for at, field in enumerate(fields) if field in _FIGURES and at not in names]
    is_counted = bool(figures) and bool(names or _UNITS & set(fields))
    for at, heading in enumerate(headings if is_counted else ()):
        if to_plain(heading) == "单位":
            fields[at] = "measure"
    goals = {at for at, heading in enumerate(headings) if fields[at] == "title" and _GOAL.search(to_plain(heading))}
    if names and _are_tasks(names[-1], fields, goals, has_figures=bool(figures)):
        for at in names:
            fields[at] = "title" if at == names[-1] else "section"
    elif figures and "indicator" not in fields:
        for at in [at for at in names if fields[at] == "target"][:1]:
            fields[at] = "indicator"


def _are_tasks(indicator: int, fields: list[str | None], goals: set[int], *, has_figures: bool) -> bool:
    """Somebody has to reach them, and no task stands before them, or elsewhere where no figures are given."""
    tasks = {at for at, field in enumerate(fields) if field in _TASKS} - {indicator}
    others = {at for at in tasks if at < indicator or at not in goals}  # 考核指标 | 目标任务
    if not {"deadline", *_UNITS} & set(fields) or any(fields[at] == "title" for at in others):
        return False
    return all(at > indicator for at in others) if has_figures else not others
