"""A circular under the names that a template may use: `{{标题}}`, `{{进展.重点任务}}`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from math import ceil

from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.months import day_words, month_words
from wuye_cli.domain.terms import LIGHT_WORDS, STATUS_WORDS, Status
from wuye_cli.render.chart_content import CHART_FIELDS, CHART_VALUES, chart_lists
from wuye_cli.render.template_rows import NUMBER, printed_figure, template_rows
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
from wuye_cli.workbooks.content import Content, Row
from wuye_cli.workbooks.phrases import PHRASES_SHEET

PLAN = "方案编号"  # what is equal from row to row is merged within a plan only
PROGRESS: Mapping[str, Callable[[ProgressRow], Value]] = {
    PLAN: lambda row: row.code.partition("-")[0],
    "任务编号": lambda row: row.code,
    "原序号": lambda row: row.no,
    "所属部分": lambda row: row.section,
    "重点任务": lambda row: row.title,
    "工作内容": lambda row: row.content,
    "牵头单位": lambda row: row.lead,
    "责任单位": lambda row: row.responsible,
    "完成时限": lambda row: row.deadline,
    "进度": lambda row: printed_figure(row.percent),
    "序时进度": lambda row: printed_figure(row.expected),
    "较上月": lambda row: printed_figure(row.change),
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
    "逾期天数": lambda row: printed_figure(row.days_overdue),
    "进度": lambda row: printed_figure(row.percent),
    "序时进度": lambda row: printed_figure(row.expected),
    "落后": lambda row: printed_figure(row.behind),
    "状态": lambda row: STATUS_WORDS[row.status],
    "存在问题": lambda row: row.problem,
    "下一步措施": lambda row: row.next_step,
}
TARGETS: Mapping[str, Callable[[TargetRow], Value]] = {
    PLAN: lambda row: row.code.partition("-")[0],
    "任务编号": lambda row: row.code,
    "原序号": lambda row: row.no,
    "重点任务": lambda row: row.title,
    "指标": lambda row: row.indicator,
    "范围": lambda row: row.scope,
    "目标值": lambda row: row.target,
    "年度": lambda row: f"{row.due.year}年" if row.due else "",
    "达标时限": lambda row: row.by,
    "完成值": lambda row: printed_figure(row.actual),
    "单位": lambda row: row.unit,
    "完成率": lambda row: printed_figure(row.rate),
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
    "进度": lambda _, figure: printed_figure(figure.actual),
    "完成率": lambda _, figure: printed_figure(figure.rate),
}


def _count(status: Status, circular: Circular) -> int:
    return dict(circular.by_status).get(status, 0)


def _share(status: Status, circular: Circular) -> float:
    return _count(status, circular) / circular.total if circular.total else 0.0


FIELDS: Mapping[str, tuple[str, ...]] = {
    "段落": ("文字",),
    "进展": (NUMBER, *PROGRESS),
    "逾期": (NUMBER, *OVERDUE),
    "目标": (NUMBER, *TARGETS),
    "报送": (NUMBER, *REPORTING),
    "分解": ("地区", "指标", *FIGURES),
    **CHART_FIELDS,
}
VALUES: Mapping[str, Callable[[Circular], Value]] = {
    "标题": lambda circular: circular.title,
    "期号": lambda circular: circular.number,
    "发文机关": lambda circular: circular.issuer,
    "月份": lambda circular: month_words(circular.month),
    "截至日期": lambda circular: day_words(circular.counted_to),
    "成文日期": lambda circular: day_words(circular.issued_on),
    "联系方式": lambda circular: circular.contact,
    "任务总数": lambda circular: circular.total,
    "待销号": lambda circular: circular.awaiting_verification,
    "分解说明": lambda circular: _notes(one for table in circular.districts for one in table.indicators),
    **CHART_VALUES,
    **{word: partial(_count, status) for status, word in STATUS_WORDS.items()},
    **{f"{word}占比": partial(_share, status) for status, word in STATUS_WORDS.items()},
}


def circular_template_content(circular: Circular) -> Content:
    """Give everything that a template of the circular may ask for."""
    return Content(
        circular_values(circular),
        circular_lists(circular),
        FIELDS,
        circular_tables(circular),
        apart={"进展": PLAN, "目标": PLAN},
        unprinted=frozenset({PHRASES_SHEET}),
    )


def circular_values(circular: Circular) -> dict[str, Value]:
    """Give the single values of a circular."""
    return {name: value(circular) for name, value in VALUES.items()}


def circular_lists(circular: Circular) -> dict[str, tuple[Row, ...]]:
    """Give the paragraphs and annexes; an annex without rows says so in its only line."""
    return {
        "段落": tuple({"文字": f"　　{text}"} for text in circular.paragraphs),
        "进展": template_rows(PROGRESS, circular.progress, empty=(NUMBER, "原序号")),
        "逾期": template_rows(OVERDUE, circular.overdue),
        "目标": template_rows(TARGETS, circular.targets, empty=(NUMBER, "任务编号")),
        "报送": template_rows(REPORTING, circular.reporting),
        **chart_lists(circular),
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
        return printed_figure(None)
    if figure.target_max is not None:
        return f"{figure_words(figure.target)}～{figure_words(figure.target_max)}"
    return printed_figure(figure.target) if op in {"=", ">="} else f"{OP_WORDS[op]}{figure_words(figure.target)}"


def _notes(indicators: Iterable[QuotaIndicator]) -> str:
    return "".join(f"“{indicator.name}”{indicator.note}。" for indicator in indicators if indicator.note)
