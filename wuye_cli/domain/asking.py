"""What each unit is asked for a month: its open tasks, and of each the amounts that are its own to report."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.closing import task_closing, unit_closing
from wuye_cli.domain.cutoff import Cutoff
from wuye_cli.domain.facts import PlanFacts, RegisterFacts, ReportFacts, TargetFacts, TaskFacts, UnitFacts
from wuye_cli.domain.plans import is_archived, is_in_force
from wuye_cli.domain.reporting import expand_units, reporters, scored_units, standing_reports
from wuye_cli.domain.targets import series_of


@dataclass(frozen=True, slots=True)
class AskedTask:
    """One task that a unit reports on; of a series of rising thresholds only the next one stands in `targets`."""

    task: TaskFacts
    plan: PlanFacts
    targets: tuple[TargetFacts, ...]
    is_lead: bool


def asked_tasks(
    facts: RegisterFacts, policy: str, day: date, plan: str | None = None
) -> Mapping[int, tuple[AskedTask, ...]]:
    """Give the open tasks of every reporting unit by its id, in official order of the units."""
    asked: dict[int, list[AskedTask]] = {}
    for task in facts.tasks:
        parent = facts.plans[task.plan]
        if plan in {None, parent.code} and _is_running(task, parent, day):
            units = reporters(task, facts.units, policy)
            for unit in _with_open_part(task, units, facts.units, day):
                targets = own_targets(task, unit, facts, policy, day)
                is_lead = unit in expand_units(task.leads, facts.units)
                asked.setdefault(unit, []).append(AskedTask(task, parent, targets, is_lead))
    in_order = sorted(asked, key=lambda unit: (facts.units[unit].position, unit))
    return {unit: tuple(asked[unit]) for unit in in_order}


def last_amounts(task: TaskFacts, unit: int, month: str, known_on: date) -> tuple[float | None, Mapping[int, float]]:
    """Give what a unit last reported before a month: its percentage, and its amounts by target id."""
    earlier = [one for one in _standing(task, unit, known_on) if one.month < month]
    percents = [one.percent for one in earlier if one.percent is not None]
    by_series = {
        series_of(target): one.values[target.id]
        for one in earlier
        for target in task.targets
        if target.id in one.values
    }
    amounts = {target.id: by_series[series_of(target)] for target in task.targets if series_of(target) in by_series}
    return (percents[-1] if percents else None), amounts


def standing_report(task: TaskFacts, unit: int, month: str, known_on: date) -> ReportFacts | None:
    """Find the report of a unit that counts for a month."""
    return next((one for one in _standing(task, unit, known_on) if one.month == month), None)


def _standing(task: TaskFacts, unit: int, known_on: date) -> tuple[ReportFacts, ...]:
    mine = [report for report in task.reports if report.unit == unit]
    return standing_reports(mine, Cutoff(known_on, known_on, "9999-12"))


def _is_running(task: TaskFacts, plan: PlanFacts, day: date) -> bool:
    is_put_away = is_archived(task.archived_on, day) or is_archived(plan.archived_on, day)
    return is_in_force(plan, day) and not is_put_away


def _with_open_part(
    task: TaskFacts, units: tuple[int, ...], known: Mapping[int, UnitFacts], day: date
) -> Iterator[int]:
    """Name the units that still have something to report: neither the task nor their own part is closed."""
    closing = task_closing(task.events, scored_units(task, known), day)
    if closing.finished_on or closing.cancelled_on:
        return
    yield from (unit for unit in units if not unit_closing(task.events, unit, day).finished_on)


def own_targets(task: TaskFacts, unit: int, facts: RegisterFacts, policy: str, day: date) -> tuple[TargetFacts, ...]:
    """Give the targets whose amounts a unit can know: its own quota instead of the total, never another reporter's.

    Of thresholds that rise by the year the next one stands for all.
    """
    if not task.targets:
        return ()
    known = facts.units
    own = [target for target in task.targets if is_quota_of(target, known[unit])]
    quotas = {target.indicator for target in own}
    others = [known[other] for other in reporters(task, known, policy) if other != unit]
    next_of_series: dict[Hashable, TargetFacts] = {}
    for target in sorted(task.targets, key=lambda one: _turn(one, day)):
        is_others = target.indicator in quotas or any(is_quota_of(target, other) for other in others)
        if target in own or not is_others:
            next_of_series.setdefault(series_of(target), target)
    return tuple(target for target in task.targets if target in next_of_series.values())


def is_quota_of(target: TargetFacts, unit: UnitFacts) -> bool:
    """Tell whether a target is the quota of a unit: of its district, or of the unit by its name."""
    return bool(target.scope) and (unit.region.endswith(target.scope) or unit.name == target.scope)


def _turn(target: TargetFacts, day: date) -> tuple[bool, int]:
    """Order thresholds: the next one first, then those further off, those that are past last."""
    away = (target.by - day).days if target.by else 0
    return away < 0, abs(away)
