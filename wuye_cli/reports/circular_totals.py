"""A total beside its quotas: a note where what was set or reported for the whole is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isclose

from wuye_cli.domain.figures import PERCENT_UNITS
from wuye_cli.reports.circular_figures import Reckoning, total
from wuye_cli.reports.circular_lines import QuotaFigure
from wuye_cli.reports.circular_parts import Parts, Quote, joined


def total_note(unit: str, own: QuotaFigure, parts: Mapping[str, QuotaFigure]) -> Parts:
    """Write the note, nothing where they are equal; percentages do not add up."""
    if unit in PERCENT_UNITS:
        return ()
    wanted = _sum_up("各地区目标之和", ((name, one.target) for name, one in parts.items()))
    reached = _sum_up("各地区进度之和", ((name, one.actual) for name, one in parts.items()))
    pairs = (("总目标为", own.target, wanted), ("总数报送为", own.actual, reached))
    words = (
        (what, total(what, [("总数", value)]), Quote(unit), "，各地区合计", added, Quote(unit))
        for what, value, added in pairs
        if value is not None and not isclose(value, added.value)
    )
    return joined(words, "；")


def _sum_up(words: str, amounts: Iterable[tuple[str, float | None]]) -> Reckoning:
    return total(words, ((name, value or 0.0) for name, value in amounts))
