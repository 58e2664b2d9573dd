"""What has been reached of a target, from the amounts that units reported.

Amounts are cumulative. Thresholds that rise by the year (70% by 2025, 90% by 2026) are one series: the same
indicator, unit and scope at several dates, so one reported amount speaks for each of them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from wuye_cli.domain.facts import ReportFacts, TargetFacts
from wuye_cli.domain.figures import PERCENT_UNITS, mean_share, round_share

AT_MOST = frozenset({"<", "<="})


@dataclass(frozen=True, slots=True)
class Reached:
    """The amount reached and the newest month that it rests on."""

    value: float
    month: str


def is_met(target: TargetFacts, value: float) -> bool:
    """Say whether an amount reaches a target; `=` (完成9个) asks for at least that much, a range for its lower end."""
    if target.op == "<":
        return value < target.value
    if target.op == "<=":
        return value <= target.value
    return value > target.value if target.op == ">" else value >= target.value


def target_rate(wanted: float, value: float) -> float | None:
    """Give 完成率, the amount in percent of what is wanted; above 100 is normal, None where nothing is."""
    return round_share(value / wanted * 100) if wanted else None


def target_share(target: TargetFacts, value: float) -> float:
    """Give how much of the way to a target is done, 0-100: full when met; an upper limit counts the other way round."""
    if is_met(target, value):
        return 100.0
    part, whole = (target.value, value) if target.op in AT_MOST else (value, target.value)
    return round_share(max(0.0, min(1.0, part / whole)) * 100) if whole else 0.0


def series_of(target: TargetFacts) -> Hashable:
    """Name the series a target belongs to; one without a by-date stands alone."""
    return (target.indicator, target.unit, target.scope) if target.by else target.id


def reached_amounts(
    targets: tuple[TargetFacts, ...], scored: tuple[int, ...], reports: Iterable[ReportFacts]
) -> dict[int, Reached]:
    """Find what has been reached of each target, by target id; one that nobody reported is left out.

    `reports` are the standing ones, oldest first: each unit's newest amount counts. Over the scored units counts add
    up and percentages average, a member that never reported counting 0; a quota (`scope`) belongs to those who
    report it. A total that nobody reported is the sum of its parts, where the parts add up to it.
    """
    if not targets:
        return {}
    amounts = newest_amounts(targets, scored, reports)
    reached = {
        target.id: _combine(target, amounts[series_of(target)], len(scored))
        for target in targets
        if series_of(target) in amounts
    }
    for total in targets:
        parts = parts_of(total, targets)
        if total.id not in reached and any(part.id in reached for part in parts):
            reached[total.id] = _add_up([reached[part.id] for part in parts if part.id in reached])
    return reached


def newest_amounts(
    targets: tuple[TargetFacts, ...], scored: tuple[int, ...], reports: Iterable[ReportFacts]
) -> dict[Hashable, dict[int, Reached]]:
    """Give each scored unit's newest amount, by series and unit."""
    series = {target.id: series_of(target) for target in targets}
    amounts: dict[Hashable, dict[int, Reached]] = {}
    for report in reports:
        if report.unit in scored:
            for target, value in report.values.items():
                if target in series:
                    amounts.setdefault(series[target], {})[report.unit] = Reached(value, report.month)
    return amounts


def _combine(target: TargetFacts, amounts: Mapping[int, Reached], members: int) -> Reached:
    total = _add_up(list(amounts.values()))
    if target.unit not in PERCENT_UNITS:
        return total
    return Reached(round_share(total.value / (len(amounts) if target.scope else members)), total.month)


def _add_up(amounts: list[Reached]) -> Reached:
    return Reached(sum(amount.value for amount in amounts), max(amount.month for amount in amounts))


def parts_of(total: TargetFacts, targets: tuple[TargetFacts, ...]) -> tuple[TargetFacts, ...]:
    """Find the quotas that a total is split into: the same indicator, unit and date by scope, adding up to it."""
    if total.scope or total.unit in PERCENT_UNITS:
        return ()
    key = (total.indicator, total.unit, total.by)
    parts = tuple(other for other in targets if other.scope and (other.indicator, other.unit, other.by) == key)
    return parts if sum(part.value for part in parts) == total.value else ()


def share_of_targets(targets: tuple[TargetFacts, ...], reached: Mapping[int, Reached]) -> float | None:
    """Give the share of a task that its targets show: the mean of their shares, each capped at 100.

    Of a series only the last threshold counts, of a split total only the total; a target that nobody reported
    counts 0. None where nothing was reported.
    """
    return mean_share(share for _, share in target_shares(targets, reached)) if reached else None


def target_shares(
    targets: tuple[TargetFacts, ...], reached: Mapping[int, Reached]
) -> tuple[tuple[TargetFacts, float], ...]:
    """Give the targets that count for a task's share, each with its own."""
    split = {part.id for total in targets for part in parts_of(total, targets)}
    last = {series_of(target): target for target in sorted(targets, key=_by_day) if target.id not in split}
    return tuple(
        (target, target_share(target, reached[target.id].value) if target.id in reached else 0.0)
        for target in last.values()
    )


def _by_day(target: TargetFacts) -> str:
    return target.by.isoformat() if target.by else ""
