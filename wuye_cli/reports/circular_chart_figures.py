"""What the figures beside the charts rest on."""

from __future__ import annotations

from collections.abc import Iterator

from wuye_cli.domain.figures import figure_words, round_share
from wuye_cli.domain.terms import STATUS_WORDS
from wuye_cli.reports.circular_charts import charted_targets, charted_units
from wuye_cli.reports.circular_figures import Figure, Reckoning, count, quotient, total
from wuye_cli.reports.circular_lines import Circular, StateRow, TargetRow
from wuye_cli.reports.circular_reckonings import reckon_rate

UNITS, TREND, TARGETS = "图表·各单位", "图表·各月", "图表·目标"
Found = Iterator[tuple[str, Reckoning]]


def explain_charts(circular: Circular) -> tuple[Figure, ...]:
    """Explain every figure in the tables beside the charts."""
    tables = (
        (UNITS, [_states(row, f"{row.name}承担、") for row in charted_units(circular)]),
        (TREND, [_states(row, f"{row.name}（{row.source}）") for row in circular.trend]),
        (TARGETS, [_target(row) for row in charted_targets(circular)]),
    )
    return tuple(
        Figure(sheet, number, column, 0, figure_words(round_share(reckoning.value)), reckoning)
        for sheet, lines in tables
        for number, line in enumerate(lines, 1)
        for column, reckoning in line
    )


def _states(row: StateRow, whose: str) -> Found:
    for status, codes in row.tasks:
        yield STATUS_WORDS[status], count(f"{whose}状态为“{STATUS_WORDS[status]}”的任务", codes)
    yield "合计", count(f"{whose}所有任务", (code for _, codes in row.tasks for code in codes))


def _target(row: TargetRow) -> Found:
    """Everything is in percent of what is wanted."""
    wanted = total("目标值", [(row.indicator, row.wanted or 0.0)])
    expected = total("序时应达数，按到各阶段目标的直线推算", [(row.indicator, row.expected or 0.0)])
    yield "目标", quotient("目标", wanted, wanted, 100)
    yield "序时应达", quotient("序时应达", expected, wanted, 100)
    if row.rate is not None:
        yield "实际完成", reckon_rate(row)
