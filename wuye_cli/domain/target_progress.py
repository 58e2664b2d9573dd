"""Where a target stands on a day: judged at its date, before it against expected progress.

Thresholds that rise by the year are one line: from nothing at the start of the work to 70% at the end of 2025, from
there to 90% at the end of 2026. A stretch that ends with a year goes by whole months (m/12), any other by days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from wuye_cli.domain.expected import linear_share, points_behind, yearly_share
from wuye_cli.domain.facts import PlanFacts, TargetFacts
from wuye_cli.domain.figures import round_share
from wuye_cli.domain.lights import decide_light
from wuye_cli.domain.plans import start_of_work
from wuye_cli.domain.policies import Policy
from wuye_cli.domain.status import task_status
from wuye_cli.domain.targets import AT_MOST, is_met, series_of, target_rate
from wuye_cli.domain.terms import Light, Status


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """One target on a day; `expected` is an amount, `percent` the amount reached in percent of what is wanted."""

    day: date
    percent: float | None
    span: tuple[date, date] | None
    expected: float | None
    behind: float | None
    met: bool

    @property
    def overdue(self) -> bool:
        """Tell whether its date has passed unmet."""
        return not self.met and self.span is not None and self.span[1] < self.day

    @property
    def days_left(self) -> int | None:
        """Days to its date; None where it has none, or it has passed."""
        return (self.span[1] - self.day).days if self.span and self.span[1] >= self.day else None

    @property
    def status(self) -> Status:
        """Name its state, by the words for tasks."""
        return task_status(finished=self.met, overdue=self.overdue, behind=self.behind)


def assess_target(
    target: TargetFacts, others: Iterable[TargetFacts], plan: PlanFacts, reached: float | None, day: date
) -> TargetStanding:
    """Say where a target stands; `others` are those of the same owner, `reached` the newest amount."""
    span = (start_of_work(plan, target.by), target.by) if target.by else None
    expected = _expected(target, others, span[0], day) if span else None
    percent = target_rate(target.value, reached) if reached is not None else None
    wanted = target_rate(target.value, expected) if expected is not None else None
    return TargetStanding(
        day=day,
        percent=percent,
        span=span,
        expected=expected,
        behind=None if wanted is None else points_behind(wanted, percent),
        met=reached is not None and is_met(target, reached),
    )


def judge_target(standing: TargetStanding, policy: Policy) -> Light:
    """Give the light that a policy would give: blue when met, grey without a date or a line to judge by."""
    if standing.met:
        return Light.BLUE
    if standing.behind is None:
        return Light.RED if standing.overdue else Light.GREY
    return decide_light(standing, policy, standing.behind)[0]


def _expected(target: TargetFacts, others: Iterable[TargetFacts], start: date, day: date) -> float | None:
    """Give the amount on the line through the thresholds of its series; an upper limit has no such line."""
    if target.op in AT_MOST:
        return None
    same = [one for one in others if series_of(one) == series_of(target) and one.op == target.op]
    steps = {one.by: one.value for one in (*same, target) if one.by and target.by and one.by <= target.by}
    base, begin = 0.0, start
    for by, value in sorted(steps.items()):
        if day <= by:
            return round_share(base + (value - base) * _share(begin, by, day) / 100)
        base, begin = value, by + timedelta(days=1)
    return base


def _share(start: date, by: date, day: date) -> float:
    ends_year = (by.month, by.day) == (12, 31)
    return yearly_share(start, by, day) if ends_year else linear_share(start, by, day)
