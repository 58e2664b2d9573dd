"""The title of a circular: the month and the work that it is about."""

from __future__ import annotations

import re

from wuye_cli.domain.facts import PlanFacts
from wuye_cli.domain.months import month_words

ALL_PLANS = "重点任务"
INNER_TITLE = re.compile(r"《(.+)》")  # 关于印发《住宅小区管理服务三年行动方案》的通知
REMARK = re.compile(r"[（(][^（）()]*[）)]$")  # 三年行动方案（2022—2024年）, 任务清单（试行）
KIND_OF_DOCUMENT = re.compile(
    r"(?:的(?:实施)?意见|的通知|(?:重点)?任务(?:清单|分工)表?|(?:实施|工作)方案|行动计划|方案)$"
)  # 物业提升专项行动重点任务清单, 三年行动方案, 关于加强物业服务管理工作的意见


def circular_title(month: str, plans: tuple[PlanFacts, ...]) -> str:
    """Write the title: 关于2023年8月份甲市物业提升三年行动工作进展情况的通报."""
    return f"关于{month_words(month)}份{_subject(plans)}进展情况的通报"


def _subject(plans: tuple[PlanFacts, ...]) -> str:
    """Name the work a circular is about: the plan's title without its kind of document, ending in 工作."""
    work = plan_subject(plans[0].title) if len(plans) == 1 else ALL_PLANS
    return work if work.endswith("工作") else f"{work}工作"


def plan_subject(title: str) -> str:
    """Strip a title down to its work: 关于印发《甲市物业提升三年行动方案》的通知 is 甲市物业提升三年行动."""
    inner = INNER_TITLE.search(title)
    bare = inner[1] if inner else title.removeprefix("关于")
    work = REMARK.sub("", KIND_OF_DOCUMENT.sub("", REMARK.sub("", bare.strip()).strip()).strip())
    return work.strip() or ALL_PLANS
