"""The light that a policy gives a task, with the numbers that decided.

Every policy agrees on three things: finished is blue, no dated deadline is grey, overdue is red. The rest are its
own conditions: any red one wins over any yellow one, and green is what meets none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from wuye_cli.domain.expected import months_between, points_behind, yearly_share
from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.months import day_words
from wuye_cli.domain.policies import Policy
from wuye_cli.domain.standing import Standing
from wuye_cli.domain.terms import Light


@dataclass(frozen=True, slots=True)
class Verdict:
    """A light and its reason in Chinese: policy, cause, expected and actual share, days.

    `causes` are the conditions that decided, `expected` and `behind` what the policy measured by its own way.
    """

    light: Light
    reason: str
    causes: tuple[str, ...] = ()
    expected: float | None = None
    behind: float | None = None


class Course(Protocol):
    """What a light is judged by: a task's standing, or a target's."""

    @property
    def day(self) -> date: ...  # noqa: D102 - plain values
    @property
    def percent(self) -> float | None: ...  # noqa: D102
    @property
    def span(self) -> tuple[date, date] | None: ...  # noqa: D102
    @property
    def overdue(self) -> bool: ...  # noqa: D102
    @property
    def days_left(self) -> int | None: ...  # noqa: D102


def judge_light(standing: Standing, policy: Policy) -> Verdict:
    """Give a task's light under a policy."""
    if standing.finished_on:
        return Verdict(Light.BLUE, f"{policy.name}：已于{day_words(standing.finished_on)}办结", ("已办结",))
    expected = _expected(standing, policy)
    if expected is None:
        cause = "已取消" if standing.closing.cancelled_on else "没有明确日期的完成时限"
        return Verdict(Light.GREY, f"{policy.name}：{cause}，不作判定", (cause,))
    behind = points_behind(expected, standing.percent)
    light, causes = decide_light(standing, policy, behind)
    parts = ("、".join(causes), _progress_words(expected, standing.percent, behind), _days_words(standing))
    return Verdict(light, f"{policy.name}：" + "；".join(part for part in parts if part), causes, expected, behind)


def decide_light(course: Course, policy: Policy, behind: float) -> tuple[Light, tuple[str, ...]]:
    """Say which light the conditions of a policy give to what is on its way, and which of them decided."""
    if red := _red_causes(course, policy, behind):
        return Light.RED, tuple(red)
    if yellow := _yellow_causes(course, policy, behind):
        return Light.YELLOW, tuple(yellow)
    return Light.GREEN, ()


def _expected(standing: Standing, policy: Policy) -> float | None:
    """Measure the expected share the policy's own way."""
    if standing.span is None or policy.measure != "months":
        return standing.expected
    return yearly_share(*standing.span, standing.day)


def _red_causes(course: Course, policy: Policy, behind: float) -> list[str]:
    causes = []
    if course.overdue:
        causes.append("已逾期")
    if policy.red_behind_over is not None and behind > policy.red_behind_over:
        causes.append(f"落后超过{figure_words(policy.red_behind_over)}个百分点")
    months = policy.red_not_started_months
    if months is not None and _idle_months(course) >= months:
        causes.append(f"应有进展之日起满{months}个月未启动")
    return causes


def _yellow_causes(course: Course, policy: Policy, behind: float) -> list[str]:
    causes = []
    if policy.yellow_behind_from is not None and behind >= policy.yellow_behind_from:
        causes.append(f"落后达到{figure_words(policy.yellow_behind_from)}个百分点")
    if policy.yellow_below_line and behind > 0:
        causes.append("低于序时进度")
    days = policy.yellow_due_within
    if days is not None and course.days_left is not None and course.days_left <= days:
        causes.append(f"{days}天内到期")
    if policy.yellow_not_started and _idle_months(course) >= 0:
        causes.append("未启动")
    return causes


def _idle_months(course: Course) -> int:
    """Count the full months a task has not been started since progress was first expected; -1 where it has."""
    started = bool(course.percent)
    if started or course.span is None or course.day <= course.span[0]:
        return -1
    return months_between(course.span[0], course.day)


def _progress_words(expected: float, percent: float | None, behind: float) -> str:
    actual = "未填报（按0%计）" if percent is None else f"{figure_words(percent)}%"
    return f"应达{figure_words(expected)}%，实际{actual}，{behind_words(behind)}"


def behind_words(behind: float) -> str:
    """Say points behind or ahead: 落后31个百分点."""
    if behind == 0:
        return "与序时持平"
    return f"{'落后' if behind > 0 else '超前'}{figure_words(abs(behind))}个百分点"


def _days_words(standing: Standing) -> str:
    """Say the days to or since the deadline; nothing where every deadline that passed was met."""
    if standing.due is None or (standing.days_overdue is None and standing.days_left is None):
        return ""
    day = day_words(standing.due)
    if standing.days_overdue is None:
        return f"距时限{day}还有{standing.days_left}天"
    full = "，已报100%但尚未办结" if standing.percent == 100 else ""
    return f"时限{day}，已过{standing.days_overdue}天{full}"
