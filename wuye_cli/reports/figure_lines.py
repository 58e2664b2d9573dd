"""What a task's figures are made of: the reports of its units, the shares of its targets, the parts of a total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wuye_cli.domain.facts import ReportFacts, TargetFacts, TaskFacts
from wuye_cli.domain.figures import PERCENT_UNITS
from wuye_cli.domain.targets import Reached, newest_amounts, parts_of, series_of, target_shares
from wuye_cli.reports.names import UnitNames
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


def build_progress_figure(assessed: AssessedTask, names: UnitNames) -> FigureLine:
    """Show what the task's percentage is made of."""
    standing = assessed.standing
    newest = {report.unit: report for report in standing.reports if report.percent is not None}
    sources = tuple([_unit_source(unit, newest.get(unit), assessed, names) for unit in standing.scored])
    how = "mean" if len(sources) > 1 else "own"
    if standing.percent is not None and not standing.finished_on and all(source.value is None for source in sources):
        shares = target_shares(assessed.task.targets, standing.reached)
        how, sources = "targets", tuple(SourceLine(_name(target), share, None) for target, share in shares)
    return FigureLine("进度", standing.percent, "%", how, sources)


def build_amount_figures(assessed: AssessedTask, names: UnitNames) -> dict[int, FigureLine]:
    """Show what the amount reached of each target is made of, by target."""
    task, standing = assessed.task, assessed.standing
    if not standing.reached:
        return {}
    amounts = newest_amounts(task.targets, standing.scored, standing.reports)
    return {
        target.id: _amount_figure(assessed, target, amounts.get(series_of(target), {}), names)
        for target in task.targets
        if target.id in standing.reached
    }


def _unit_source(unit: int, report: ReportFacts | None, assessed: AssessedTask, names: UnitNames) -> SourceLine:
    standing = assessed.standing
    finished = bool(standing.finished_on) or (bool(standing.unfinished) and unit not in standing.unfinished)
    value = FINISHED if finished else report.percent if report else None
    return SourceLine(names.by_id[unit], value, report.month if report else None, finished)


def _amount_figure(
    assessed: AssessedTask, target: TargetFacts, by_unit: Mapping[int, Reached], names: UnitNames
) -> FigureLine:
    standing = assessed.standing
    if by_unit:
        sources = _unit_sources(target, standing.scored, by_unit, names)
    else:
        sources = tuple(_quota_sources(target, assessed.task, standing.reached))
    averaged = target.unit in PERCENT_UNITS and len(sources) > 1
    how = "mean" if averaged else "sum" if len(sources) > 1 else "own"
    return FigureLine(_name(target), standing.reached[target.id].value, target.unit, how, sources)


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
