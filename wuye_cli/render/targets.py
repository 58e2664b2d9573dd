"""`wuye target list` as a table, with what does not add up under it."""

from __future__ import annotations

from collections.abc import Sequence

from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.months import day_words
from wuye_cli.domain.terms import LIGHT_WORDS, STATUS_WORDS
from wuye_cli.render.grid import Column, Grid, Kind, Value
from wuye_cli.reports.circular_targets import wanted_words
from wuye_cli.reports.targets import TargetProgressLine, TargetReport

COLUMNS = (
    Column("编号", Kind.SHORT, 6),
    Column("指标", Kind.TEXT, 24),
    Column("范围", Kind.TEXT, 8),
    Column("目标", Kind.SHORT, 10),
    Column("时限", Kind.SHORT, 12),
    Column("现为", Kind.SHORT, 10),
    Column("完成率", Kind.PERCENT, 8),
    Column("序时应达", Kind.SHORT, 10),
    Column("状态", Kind.SHORT, 8),
    Column("灯", Kind.LIGHT, 4),
)


def targets_grid(report: TargetReport) -> Grid:
    """Lay out the targets."""
    title = f"目标（截至{day_words(report.as_of)}，共{len(report.targets)}个）"
    notes = (*report.differences, *_linked(report.targets))
    return Grid(title, notes, COLUMNS, tuple(map(_row, report.targets)))


def _linked(lines: Sequence[TargetProgressLine]) -> tuple[str, ...]:
    """Say once of each target that several plans have that it is one."""
    found = {(line.indicator, "、".join(sorted((line.code, *line.same_as)))): None for line in lines if line.same_as}
    return tuple(f"{codes} 的“{indicator}”是同一目标，不重复计算。" for indicator, codes in found)


def _row(line: TargetProgressLine) -> tuple[Value, ...]:
    return (
        line.code,
        line.indicator or line.text,
        line.scope,
        wanted_words(line.op, line.value, line.value_max, line.unit),
        line.by,
        _amount(line.reached, line.unit),
        line.rate,
        _amount(line.expected, line.unit),
        STATUS_WORDS[line.status],
        LIGHT_WORDS[line.light],
    )


def _amount(value: float | None, unit: str) -> str | None:
    return None if value is None else f"{figure_words(value)}{unit}"
