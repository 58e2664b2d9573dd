"""A circular under the names that a template may use: `{{标题}}`, `{{进展.重点任务}}`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import ceil
from typing import TypeVar

from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.months import day_words, month_words
from wuye_cli.domain.terms import LIGHT_WORDS, STATUS_WORDS, Status
from wuye_cli.render.tables import rounded
from wuye_cli.reports.circular_lines import (
    Circular,
    DistrictTable,
    OverdueRow,
    ProgressRow,
    QuotaFigure,
    QuotaIndicator,
    ReportingRow,
    TargetRow,
)
from wuye_cli.reports.circular_targets import OP_WORDS
from wuye_cli.workbooks.blocks import Block, BlockTable
from wuye_cli.workbooks.cells import Value

Row = Mapping[str, Value]
Line = TypeVar("Line")

PROGRESS: Mapping[str, Callable[[ProgressRow], Value]] = {
    "任务编号": lambda row: row.code,
    "原序号": lambda row: row.no,
    "所属部分": lambda row: row.section,
    "重点任务": lambda row: row.title,
    "工作内容": lambda row: row.content,
    "牵头单位": lambda row: row.lead,
    "责任单位": lambda row: row.responsible,
    "完成时限": lambda row: row.deadline,
    "进度": lambda row: _figure(row.percent),
    "序时进度": lambda row: _figure(row.expected),
    "较上月": lambda row: _figure(row.change),
    "状态": lambda row: STATUS_WORDS[row.status],
    "亮灯": lambda row: LIGHT_WORDS[row.light],
    "进展情况": lambda row: row.note,
    "存在问题": lambda row: row.problem,
    "下一步措施": lambda row: row.next_step,
}
OVERDUE: Mapping[str, Callable[[OverdueRow], Value]] = {
    "任务编号": lambda row: row.code,
    "原序号": lambda row: row.no,
    "重点任务": lambda row: row.title,
    "牵头单位": lambda row: row.lead,
    "责任单位": lambda row: row.responsible,
    "完成时限": lambda row: row.deadline,
    "逾期天数": lambda row: _figure(row.days_overdue),
    "进度": lambda row: _figure(row.percent),
    "序时进度": lambda row: _figure(row.expected),
    "落后": lambda row: _figure(row.behind),
    "状态": lambda row: STATUS_WORDS[row.status],
    "存在问题": lambda row: row.problem,
    "下一步措施": lambda row: row.next_step,
}
TARGETS: Mapping[str, Callable[[TargetRow], Value]] = {
    "任务编号": lambda row: row.code,
    "原序号": lambda row: row.no,
    "重点任务": lambda row: row.title,
    "指标": lambda row: row.indicator,
    "范围": lambda row: row.scope,
    "目标值": lambda row: row.target,
    "达标时限": lambda row: row.by,
    "完成值": lambda row: _figure(row.actual),
    "单位": lambda row: row.unit,
    "完成率": lambda row: _figure(row.rate),
    "数据月份": lambda row: row.month,
    "完成情况": lambda row: row.state,
}
REPORTING: Mapping[str, Callable[[ReportingRow], Value]] = {
    "单位": lambda row: row.unit,
    "应报任务": lambda row: row.due_tasks,
    "已报任务": lambda row: row.reported_tasks,
    "报送日期": lambda row: row.reported_on.isoformat() if row.reported_on else "—",
    "报送情况": lambda row: row.state,
    "未报送任务": lambda row: row.missing,
}
SIDE_BY_SIDE = 4  # indicators by district that can still be read on A4
FIGURES: Mapping[str, Callable[[QuotaIndicator, QuotaFigure], Value]] = {
    "目标": lambda indicator, figure: _wanted(indicator.op, figure),
    "进度": lambda _, figure: _figure(figure.actual),
    "完成率": lambda _, figure: _figure(figure.rate),
}
FIELDS: Mapping[str, frozenset[str]] = {
    "段落": frozenset({"文字"}),
    "进展": frozenset({"序号", *PROGRESS}),
    "逾期": frozenset({"序号", *OVERDUE}),
    "目标": frozenset({"序号", *TARGETS}),
    "报送": frozenset({"序号", *REPORTING}),
    "分解": frozenset({"指标", "地区", *FIGURES}),
}


def circular_values(circular: Circular) -> dict[str, Value]:
    """Give the single values of a circular."""
    counts = dict(circular.by_status)
    shares = {status: counts.get(status, 0) / circular.total if circular.total else 0.0 for status in Status}
    return {
        "标题": circular.title,
        "期号": circular.number,
        "发文机关": circular.issuer,
        "月份": month_words(circular.month),
        "截至日期": day_words(circular.counted_to),
        "成文日期": day_words(circular.issued_on),
        "联系方式": circular.contact,
        "任务总数": circular.total,
        "待销号": circular.awaiting_verification,
        "分解说明": _notes(indicator for table in circular.districts for indicator in table.indicators),
        **{STATUS_WORDS[status]: counts.get(status, 0) for status in Status},
        **{f"{STATUS_WORDS[status]}占比": shares[status] for status in Status},
    }


def circular_lists(circular: Circular) -> dict[str, tuple[Row, ...]]:
    """Give the paragraphs and annexes; an annex without rows says so in its only line."""
    return {
        "段落": tuple({"文字": f"　　{text}"} for text in circular.paragraphs),
        "进展": _rows(PROGRESS, circular.progress),
        "逾期": _rows(OVERDUE, circular.overdue),
        "目标": _rows(TARGETS, circular.targets),
        "报送": _rows(REPORTING, circular.reporting),
    }


def circular_tables(circular: Circular) -> dict[str, BlockTable]:
    """Give the quotas by district, as many indicators side by side as can be read."""
    blocks = tuple(block for table in circular.districts for block in _blocks(table))
    return {"分解": BlockTable("指标", frozenset(FIGURES), blocks)}


def _blocks(table: DistrictTable) -> Iterator[Block]:
    """Share the indicators out evenly: five stand as three and two."""
    count = len(table.indicators)
    width = ceil(count / ceil(count / SIDE_BY_SIDE))
    for first in range(0, count, width):
        part = slice(first, first + width)
        indicators = table.indicators[part]
        rows = tuple({"地区": row.district, **_spread(indicators, row.figures[part])} for row in table.rows)
        yield Block({"分解说明": _notes(indicators)}, tuple(map(_head, indicators)), rows)


def _spread(
    indicators: tuple[QuotaIndicator, ...], figures: tuple[QuotaFigure, ...]
) -> dict[str, Value | tuple[Value, ...]]:
    pairs = tuple(zip(indicators, figures, strict=True))
    return {name: tuple(value(*pair) for pair in pairs) for name, value in FIGURES.items()}


def _head(indicator: QuotaIndicator) -> str:
    by = f"\n{day_words(indicator.by)}前" if indicator.by else ""
    return f"{indicator.name}（{indicator.unit}）{by}"


def _wanted(op: str, figure: QuotaFigure) -> Value:
    """At least is what everybody expects of a quota; any other comparison is printed."""
    if figure.target is None:
        return _figure(None)
    if figure.target_max is not None:
        return f"{figure_words(figure.target)}～{figure_words(figure.target_max)}"
    return _figure(figure.target) if op in {"=", ">="} else f"{OP_WORDS[op]}{figure_words(figure.target)}"


def _notes(indicators: Iterable[QuotaIndicator]) -> str:
    return "".join(f"“{indicator.name}”{indicator.note}。" for indicator in indicators if indicator.note)


def _rows(fields: Mapping[str, Callable[[Line], Value]], lines: Iterable[Line]) -> tuple[Row, ...]:
    rows = tuple(
        {"序号": number, **{name: value(line) for name, value in fields.items()}}
        for number, line in enumerate(lines, 1)
    )
    return rows or ({"序号": "无"},)


def _figure(value: float | None) -> Value:
    """A figure with at most one decimal; what is not there is a dash, so that it is never taken for 0."""
    if value is None:
        return "—"
    short = rounded(value)
    return int(value) if short == int(value) else short
