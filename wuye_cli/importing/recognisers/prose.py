"""Numbered paragraphs that name no units: below headings that promise tasks, the innermost number is the task.

    四、主要任务
    （一）规范服务
    1.公开收费标准。在小区出入口公示项目和标准。

Guiding thoughts, principles, goals, phases and safeguards are no tasks; their headings say so. Below a heading that
is a date, the paragraph is due on that date.
"""

from __future__ import annotations

import re

from wuye_cli.importing.document import Document
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.recognisers.deadline_words import is_deadline
from wuye_cli.importing.recognisers.header import find_heading_year
from wuye_cli.importing.recognisers.items import Item, group_items, read_items
from wuye_cli.importing.recognisers.outline import Part, split_heading

NAME = "prose"
# Headings of an annex or a body that holds tasks
TASK_TITLE = re.compile("任务|清单|方案|计划|要点|措施|举措|行动|意见")
_NO_TASKS = (
    "指导思想|(?:总体|基本|工作|主要|遵循)(?:要求|思路|目标|考虑|原则|安排)|(?:发展|行动|任务|年度|预期|总)目标|目标(?:要求)?"
    "|(?:实施|工作|方法|推进|时间)?步骤|(?:实施|进度|时间|阶段)安排|实施(?:阶段|时间)|时间进度"
    "|(?:组织|工作|实施|要素|政策|支撑|服务)?保障(?:措施|机制)?|组织(?:领导|实施|机构|架构|推进)|(?:领导|工作)机构|领导小组"
    "|(?:有关|相关|几点)要求|(?:职责|责任)分工|工作职责|附则|名词解释|(?:适用|实施|整治)范围|(?:编制|制定|工作)依据|(?:工作)?背景"
    "|基本情况|现状|(?:存在|主要)问题|(?:监督|督导|督查)(?:考核|检查)|考核(?:评价|督导|奖惩)?|督促检查|宣传引导|舆论宣传"
)
_VERB = "(?:切实|全面|进一步|加强|强化|健全|完善|落实|做好|抓好|严格|明确|建立|夯实|营造)*"
NO_TASKS = re.compile(rf"{_VERB}(?:{_NO_TASKS})(?:[和与及、，,](?:{_VERB})(?:{_NO_TASKS}))*")
NUMBER = re.compile(r"^(?:第?[一二三四五六七八九十]+[、.．章部]分?|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])\s*")


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the numbered paragraphs without units in the part that holds the tasks, one claim each."""
    parts = [(part, items) for part, items in read_items(document) if items]
    return tuple(
        Claim(NAME, group[0].first, group[-1].last, is_list=False, tasks=tasks)
        for _, items in _task_parts(parts)
        for group in group_items(items)
        if not any(item.units for item in group)
        if (tasks := tuple(_task(item) for item in group if _is_task(item)))
    )


def _task_parts(parts: list[tuple[Part, tuple[Item, ...]]]) -> list[tuple[Part, tuple[Item, ...]]]:
    """The body is the last part that is no annex; an annex counts by its title, or where it is all there is."""
    body = next((part for part, _ in reversed(parts) if not part.is_annex), parts[0][0] if parts else None)
    return [(part, items) for part, items in parts if part is body or (part.is_annex and TASK_TITLE.search(part.title))]


def _is_task(item: Item) -> bool:
    outermost = NUMBER.sub("", item.above[0] if item.above else item.heading)
    return _due(item) is not None or NO_TASKS.fullmatch(outermost) is None


def _due(item: Item) -> str | None:
    """The innermost heading that is a date."""
    headings = (NUMBER.sub("", heading) for heading in (item.heading, *reversed(item.above)))
    return next((heading for heading in headings if is_deadline(heading)), None)


def _task(item: Item) -> RawTask:
    title = split_heading(item.content)[0] if is_deadline(item.title) else item.title
    return RawTask(
        no=item.no,
        section=item.above[-1] if item.above else "",
        title=title,
        content=item.content,
        deadline=_due(item),
        year=find_heading_year(item.above[-1]) if item.above else None,
        source=item.at,
    )


RECOGNISER = Recogniser(NAME, find_claims)
