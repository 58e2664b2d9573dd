"""A figure that the target cell and the words beside it both print is one target.

目标值 98%以上 beside 诉求办结率达到98%以上       0.5个工作日以内 beside 企业开办时间压缩至0.5个工作日以内
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wuye_cli.importing.draft import DraftTarget


def merge_repeats(cell: Sequence[DraftTarget], words: Sequence[DraftTarget]) -> tuple[DraftTarget, ...]:
    """Give the targets of the cell, then those that only the words set; a repeat lends its name and its day."""
    merged, rest = [], list(words)
    for target in cell:
        repeats = [item for item in rest if _is_same(target, item)]
        rest = [item for item in rest if item not in repeats]
        merged.append(_complete(target, repeats[0]) if repeats else target)
    return (*merged, *rest)


def _is_same(target: DraftTarget, other: DraftTarget) -> bool:
    same_figure = _figure(target) == _figure(other) and (target.by == other.by or None in (target.by, other.by))
    return same_figure and (not target.indicator or _is_part(target.indicator, other.indicator))


def _figure(target: DraftTarget) -> tuple[float, float | None, str, str]:
    return target.value, target.value_max, target.unit, target.scope


def _is_part(name: str, other: str) -> bool:
    return name in other or other in name


def _complete(target: DraftTarget, repeat: DraftTarget) -> DraftTarget:
    return replace(target, indicator=target.indicator or repeat.indicator, by=target.by or repeat.by)
