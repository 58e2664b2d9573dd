"""The tables beside the charts of a circular, under the names that a template may use: `{{单位图.逾期}}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from wuye_cli.domain.terms import STATUS_WORDS, Status
from wuye_cli.render.template_rows import NUMBER, printed_figure, template_rows
from wuye_cli.reports.circular_charts import CHARTED, charted_targets, charted_units, comparable_targets, expected_rate
from wuye_cli.reports.circular_lines import Circular, StateRow, TargetRow
from wuye_cli.workbooks.cells import Value
from wuye_cli.workbooks.content import Row


def _count(status: Status, row: StateRow) -> Value:
    return row.count(status)


STATES: Mapping[str, Callable[[StateRow], Value]] = {
    **{word: partial(_count, status) for status, word in STATUS_WORDS.items()},
    "合计": lambda row: row.total,
}
UNITS: Mapping[str, Callable[[StateRow], Value]] = {"单位": lambda row: row.name, **STATES}
TREND: Mapping[str, Callable[[StateRow], Value]] = {
    "月份": lambda row: row.name,
    **STATES,
    "数据来源": lambda row: row.source,
}
TARGETS: Mapping[str, Callable[[TargetRow], Value]] = {
    "任务编号": lambda row: row.code,
    "指标": lambda row: row.indicator,
    "目标值": lambda row: row.target,
    "目标": lambda _: 100,
    "序时应达": lambda row: printed_figure(expected_rate(row)),
    "实际完成": lambda row: printed_figure(row.rate),
}
CHART_FIELDS: Mapping[str, tuple[str, ...]] = {
    "单位图": (NUMBER, *UNITS),
    "趋势图": (NUMBER, *TREND),
    "目标图": (NUMBER, *TARGETS),
}


def chart_lists(circular: Circular) -> dict[str, tuple[Row, ...]]:
    """Give the rows that the charts show."""
    return {
        "单位图": template_rows(UNITS, charted_units(circular), empty=("单位",)),
        "趋势图": template_rows(TREND, circular.trend, empty=("月份",)),
        "目标图": template_rows(TARGETS, charted_targets(circular), empty=("指标",)),
    }


def _left_out_units(circular: Circular) -> str:
    count = len(circular.by_unit)
    return f"共{count}个单位，只列逾期、慢序时任务最多的{CHARTED}个。" if count > CHARTED else ""


def _left_out_targets(circular: Circular) -> str:
    count = len(comparable_targets(circular))
    return f"共{count}个目标，只列前{CHARTED}个，其余见目标完成情况表。" if count > CHARTED else ""


CHART_VALUES: Mapping[str, Callable[[Circular], Value]] = {
    "单位图说明": _left_out_units,
    "目标图说明": _left_out_targets,
}
