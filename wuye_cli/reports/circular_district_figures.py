"""The figures of 目标分解表: the first row is a sum of the rows below, a rate is a quotient."""

from __future__ import annotations

from collections.abc import Iterator

from wuye_cli.domain.figures import PERCENT_UNITS, figure_words, round_share
from wuye_cli.reports.circular_figures import Figure, Reckoning, quotient, total
from wuye_cli.reports.circular_lines import Circular, DistrictTable, QuotaFigure, QuotaIndicator
from wuye_cli.reports.circular_parts import Parts, placed
from wuye_cli.reports.circular_totals import total_note

DISTRICTS = "目标分解表"
NOTE = "分解说明"


def explain_districts(circular: Circular) -> Iterator[Figure]:
    """Explain the tables one after the other, their rows counted on; a column is named by its indicator."""
    above = 0
    for table in circular.districts:
        for place, (name, indicator) in enumerate(zip(indicator_names(table), table.indicators, strict=True)):
            column = tuple((row.district, row.figures[place]) for row in table.rows)
            for number, (what, reckoning) in _column(indicator, column):
                text = figure_words(round_share(reckoning.value))
                yield Figure(DISTRICTS, above + number, f"{name}{what}", 0, text, reckoning)
            yield from placed(_note(indicator, column), DISTRICTS, above + 1, f"{name}{NOTE}")
        above += len(table.rows)


def indicator_names(table: DistrictTable) -> tuple[str, ...]:
    """Name the indicators of a table; of several of one name each says the place that it has."""
    names = [indicator.name for indicator in table.indicators]
    return tuple(f"{name}（第{place}项指标）" if names.count(name) > 1 else name for place, name in enumerate(names, 1))


def _column(
    indicator: QuotaIndicator, column: tuple[tuple[str, QuotaFigure], ...]
) -> Iterator[tuple[int, tuple[str, Reckoning]]]:
    for number, (district, figure) in enumerate(column, 1):
        is_sum = number == 1 and indicator.unit not in PERCENT_UNITS
        parts = column[1:] if is_sum else ((district, figure),)
        wanted = total("目标", [(name, one.target) for name, one in parts if one.target is not None])
        upper = total("目标上限", [(name, one.target_max or one.target or 0.0) for name, one in parts])
        reached = total("进度", [(name, one.actual) for name, one in parts if one.actual is not None])
        found = (
            ("目标", figure.target, wanted),
            ("目标上限", figure.target_max, upper),
            ("进度", figure.actual, reached),
            ("完成率", figure.rate, quotient("完成率", reached, wanted, 100)),
        )
        yield from ((number, (what, reckoning)) for what, value, reckoning in found if value is not None)


def _note(indicator: QuotaIndicator, column: tuple[tuple[str, QuotaFigure], ...]) -> Parts:
    """Give the note below the table, in its parts."""
    parts = {district: figure for district, figure in column[1:] if figure.target is not None}
    return total_note(indicator.unit, indicator.total, parts) if indicator.total else ()
