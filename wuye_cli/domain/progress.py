"""How far a task is, from the reports of the units whose figures are the task's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wuye_cli.domain.facts import ReportFacts, TargetFacts
from wuye_cli.domain.figures import mean_share
from wuye_cli.domain.targets import Reached, share_of_targets


def newest_percents(reports: Iterable[ReportFacts]) -> dict[int, float]:
    """Give each unit's last figure, by unit; `reports` are the standing ones, oldest first.

    A unit that missed a month, or sent words without a figure, keeps its last one.
    """
    return {report.unit: report.percent for report in reports if report.percent is not None}


def task_percent(
    scored: tuple[int, ...],
    finished: frozenset[int],
    percents: Mapping[int, float],
    targets: tuple[TargetFacts, ...],
    reached: Mapping[int, Reached],
) -> float | None:
    """Give a task's progress in percent, or None where nothing was reported.

    A single unit's figure is the task's. The members of a group average: one that never reported counts 0, one that
    finished its part counts 100. Where amounts were reported but no percentage, the targets say how far the task is.
    """
    figures = [100.0 if unit in finished else percents.get(unit) for unit in scored]
    if all(figure is None for figure in figures):
        return share_of_targets(targets, reached)
    return mean_share(figure or 0.0 for figure in figures)
