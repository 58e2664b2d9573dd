"""目标完成情况表 by district: 地区 × (目标 | 进度 | 完成率) of every indicator that is split into quotas.

The first row is the whole (全市). Counts add up, of the quotas and of what was reported; percentages of districts of
unequal size neither add up nor average, so the whole has only what was set and reported for it as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import fsum, inf
from typing import NamedTuple

from wuye_cli.domain.facts import PlanFacts, UnitFacts
from wuye_cli.domain.figures import PERCENT_UNITS
from wuye_cli.domain.months import day_words
from wuye_cli.domain.targets import target_rate
from wuye_cli.reports.circular_lines import DistrictRow, DistrictTable, QuotaFigure, QuotaIndicator
from wuye_cli.reports.circular_parts import write_paragraph
from wuye_cli.reports.circular_targets import owned_targets, whole_name
from wuye_cli.reports.circular_totals import total_note
from wuye_cli.reports.lines import Register, TargetLine

NOTHING = QuotaFigure(None, None, None, None)
NO_PLACE = "每"  # 每个街道2次 is the same for all of them, whoever they are: no quota of one


class _Quota(NamedTuple):
    """One indicator split by district; two plans that set the same one are linked and counted once."""

    indicator: QuotaIndicator
    whole: QuotaFigure
    parts: tuple[tuple[str, QuotaFigure], ...]

    @property
    def aim(self) -> tuple[object, ...]:
        """What is wanted, whatever was reported."""
        indicator = self.indicator
        wanted = tuple((scope, one.target, one.target_max) for scope, one in self.parts)
        return (indicator.name, indicator.op, indicator.unit, indicator.by, wanted)

    @property
    def is_reported(self) -> bool:
        """Tell whether any amount was reported."""
        return any(one.actual is not None for one in (self.whole, *dict(self.parts).values()))


def build_district_tables(
    plans: tuple[PlanFacts, ...], now: Register, units: Mapping[int, UnitFacts]
) -> tuple[DistrictTable, ...]:
    """Put the quotas into one table per kind of whole (全市, 全区), districts in official order."""
    quotas: dict[str, list[_Quota]] = {}
    for plan in plans:
        for _, lines in owned_targets(plan, now):
            quotas.setdefault(whole_name(plan), []).extend(_quotas(lines))
    return tuple(_table(whole, _linked(several), units) for whole, several in quotas.items() if several)


def _linked(quotas: Iterable[_Quota]) -> tuple[_Quota, ...]:
    """Keep one of those that are equal; what was reported under one plan speaks for the same quota of another."""
    distinct = dict.fromkeys(quotas)
    reported = {one.aim for one in distinct if one.is_reported}
    return tuple(one for one in distinct if one.is_reported or one.aim not in reported)


def find_differences(lines: Iterable[TargetLine]) -> Iterator[str]:
    """Say of each indicator of one owner where its total is not the sum of its quotas."""
    for quota in _quotas(lines):
        if quota.indicator.note:
            by = f"（{day_words(quota.indicator.by)}前）" if quota.indicator.by else ""
            yield f"{quota.indicator.name}{by}：{quota.indicator.note}"


def _quotas(lines: Iterable[TargetLine]) -> Iterator[_Quota]:
    """A single part is no split."""
    totals: dict[tuple[object, ...], TargetLine] = {}
    split: dict[tuple[object, ...], dict[str, TargetLine]] = {}
    for line in lines:
        key = (line.indicator, line.unit, line.by)
        if not line.scope:
            totals.setdefault(key, line)
        elif not line.scope.startswith(NO_PLACE):
            split.setdefault((*key, line.op), {}).setdefault(line.scope, line)
    return (_quota(totals.get(key[:-1]), parts) for key, parts in split.items() if len(parts) > 1)


def _quota(total: TargetLine | None, parts: Mapping[str, TargetLine]) -> _Quota:
    line = next(iter(parts.values()))
    figures = {scope: _figure(part) for scope, part in parts.items()}
    own = _figure(total) if total else NOTHING
    whole = own if line.unit in PERCENT_UNITS else _sum(figures.values())
    note = write_paragraph(total_note(line.unit, own, figures))
    indicator = QuotaIndicator(line.indicator or line.text, line.op, line.unit, line.by, note, own)
    return _Quota(indicator, whole, tuple(figures.items()))


def _figure(line: TargetLine) -> QuotaFigure:
    return QuotaFigure(line.value, line.value_max, line.actual, line.rate)


def _sum(figures: Iterable[QuotaFigure]) -> QuotaFigure:
    """Add up; who did not report adds nothing, and where nobody did there is no sum."""
    several = tuple(figures)
    target = fsum(one.target or 0.0 for one in several)
    upper = fsum(one.target_max or one.target or 0.0 for one in several)
    reported = [one.actual for one in several if one.actual is not None]
    actual = fsum(reported) if reported else None
    return QuotaFigure(
        target=target,
        target_max=upper if any(one.target_max is not None for one in several) else None,
        actual=actual,
        rate=None if actual is None else target_rate(target, actual),
    )


def _table(whole: str, quotas: tuple[_Quota, ...], units: Mapping[int, UnitFacts]) -> DistrictTable:
    names = dict.fromkeys(name for quota in quotas for name, _ in quota.parts)
    rows = (
        DistrictRow(name, tuple(dict(quota.parts).get(name, NOTHING) for quota in quotas))
        for name in sorted(names, key=lambda one: _position(one, units))
    )
    first = DistrictRow(whole, tuple(quota.whole for quota in quotas))
    return DistrictTable(tuple(quota.indicator for quota in quotas), (first, *rows))


def _position(district: str, units: Mapping[int, UnitFacts]) -> float:
    """Place a district where the first of its units stands; one without units comes last, as printed."""
    own = (unit for unit in units.values() if unit.region.endswith(district) or unit.name.startswith(district))
    return min((unit.position for unit in own), default=inf)
