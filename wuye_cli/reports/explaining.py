"""Why a task's light is what it is: the numbers, what they are made of, and since when it has been so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.domain.cutoff import Cutoff, cut_on
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts
from wuye_cli.domain.months import last_day, month_of, shift_month
from wuye_cli.domain.plans import start_of_plan
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.terms import Light
from wuye_cli.reports.figure_lines import FigureLine, build_amount_figures, build_progress_figure
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.register import assess_tasks
from wuye_cli.reports.task_lines import AssessedTask


@dataclass(frozen=True, slots=True)
class Explanation:
    """One light with its reasons; `since` is the first of the `months` in a row that ended with this light."""

    code: str
    as_of: date
    policy: str
    policy_name: str
    measure: str
    light: Light
    causes: tuple[str, ...]
    start: date | None
    due: date | None
    deadline: date | None  # the last one, at which the way ends
    expected: float | None
    actual: float | None
    behind: float | None
    days_left: int | None
    days_overdue: int | None
    months: int
    since: str
    figures: tuple[FigureLine, ...]


def explain_task(
    facts: RegisterFacts, office: OfficeFacts, as_of: date, policies: Policies, code: str
) -> Explanation | None:
    """Explain the light of one task on a day; None where its plan is not in force."""
    alone = replace(facts, tasks=tuple(task for task in facts.tasks if task.code == code))
    assessed = _assess(alone, office, cut_on(as_of), policies)
    if assessed is None:
        return None
    standing, verdict = assessed.standing, assessed.verdict
    policy = policies.get(assessed.plan.policy or office.policy)
    months = tuple(_months_with_light(alone, office, assessed, policies))
    names = UnitNames(facts.units)
    return Explanation(
        code=code,
        as_of=as_of,
        policy=policy.code,
        policy_name=policy.name,
        measure=policy.measure,
        light=verdict.light,
        causes=verdict.causes,
        start=standing.span[0] if standing.span else None,
        due=standing.due,
        deadline=standing.span[1] if standing.span else None,
        expected=verdict.expected,
        actual=standing.percent,
        behind=verdict.behind,
        days_left=standing.days_left,
        days_overdue=standing.days_overdue,
        months=len(months),
        since=months[-1],
        figures=(build_progress_figure(assessed, names), *build_amount_figures(assessed, names).values()),
    )


def _assess(facts: RegisterFacts, office: OfficeFacts, cut: Cutoff, policies: Policies) -> AssessedTask | None:
    return next(assess_tasks(facts, office, cut, policies), None)


def _months_with_light(
    facts: RegisterFacts, office: OfficeFacts, now: AssessedTask, policies: Policies
) -> Iterator[str]:
    """Go back from this month as long as each month ended, by what was known then, with the light of now."""
    month = month_of(now.standing.day)
    span = now.standing.span
    first = month_of(span[0] if span else start_of_plan(now.plan, now.task.added_on))
    yield month
    while (month := shift_month(month, -1)) >= first:
        then = _assess(facts, office, cut_on(last_day(month)), policies)
        if then is None or then.verdict.light is not now.verdict.light:
            return
        yield month
