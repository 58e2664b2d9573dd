"""Why a task's light is what it is: the numbers, what they are made of, and since when it has been so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.domain.cutoff import Cutoff, cut_on
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts, ReportFacts, TargetFacts, TaskFacts
from wuye_cli.domain.figures import PERCENT_UNITS
from wuye_cli.domain.months import last_day, month_of, shift_month
from wuye_cli.domain.plans import start_of_plan
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.targets import Reached, newest_amounts, parts_of, series_of
from wuye_cli.domain.terms import Light
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.register import assess_tasks
from wuye_cli.reports.task_lines import AssessedTask

FINISHED = 100.0  # what a unit that has finished its part counts


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What one unit (or one quota) brings to a figure; `value` None was not reported, `month` None was not typed in."""

    name: str
    value: float | None
    month: str | None
    finished: bool = False


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure and the sum it comes from: `how` is own, mean or sum of the sources, or targets (their shares)."""

    name: str
    value: float | None
    unit: str
    how: str
    sources: tuple[SourceLine, ...]


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
        figures=(_progress(assessed, UnitNames(facts.units)), *_amounts(assessed, UnitNames(facts.units))),
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


def _progress(assessed: AssessedTask, names: UnitNames) -> FigureLine:
    """Show what the task's percentage is made of."""
    standing = assessed.standing
    newest = {report.unit: report for report in standing.reports if report.percent is not None}
    sources = tuple(_source(unit, newest.get(unit), assessed, names) for unit in standing.scored)
    if any(source.value is not None for source in sources):
        how = "mean" if len(sources) > 1 else "own"
    else:
        how = "targets" if standing.percent is not None and not standing.finished_on else "own"
    return FigureLine("进度", standing.percent, "%", how, sources)


def _source(unit: int, report: ReportFacts | None, assessed: AssessedTask, names: UnitNames) -> SourceLine:
    standing = assessed.standing
    finished = bool(standing.finished_on) or (bool(standing.unfinished) and unit not in standing.unfinished)
    value = FINISHED if finished else report.percent if report else None
    return SourceLine(names.by_id[unit], value, report.month if report else None, finished)


def _amounts(assessed: AssessedTask, names: UnitNames) -> Iterator[FigureLine]:
    """Show what the amount reached of each target is made of."""
    task, standing = assessed.task, assessed.standing
    amounts = newest_amounts(task.targets, standing.scored, standing.reports)
    for target in task.targets:
        reached = standing.reached.get(target.id)
        by_unit = amounts.get(series_of(target), {})
        if reached is None:
            continue
        if by_unit:
            sources = _unit_sources(target, standing.scored, by_unit, names)
        else:
            sources = tuple(_quota_sources(target, task, standing.reached))
        averaged = target.unit in PERCENT_UNITS and len(sources) > 1
        how = "mean" if averaged else "sum" if len(sources) > 1 else "own"
        yield FigureLine(_name(target), reached.value, target.unit, how, sources)


def _unit_sources(
    target: TargetFacts, scored: tuple[int, ...], by_unit: Mapping[int, Reached], names: UnitNames
) -> tuple[SourceLine, ...]:
    """Name who reported; of a percentage over all members those too that never did."""
    everyone = scored if target.unit in PERCENT_UNITS and not target.scope else tuple(by_unit)
    found = [(unit, by_unit.get(unit)) for unit in everyone]
    return tuple(
        SourceLine(names.by_id[unit], one.value if one else None, one.month if one else None) for unit, one in found
    )


def _quota_sources(target: TargetFacts, task: TaskFacts, reached: Mapping[int, Reached]) -> Iterator[SourceLine]:
    for part in parts_of(target, task.targets):
        one = reached.get(part.id)
        yield SourceLine(part.scope, one.value if one else None, one.month if one else None)


def _name(target: TargetFacts) -> str:
    return f"{target.scope} {target.indicator or target.text}".strip()
