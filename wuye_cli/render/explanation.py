"""`wuye show --explain`: the light, its numbers, and the sum behind each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.lights import behind_words
from wuye_cli.domain.months import day_words, month_words
from wuye_cli.domain.terms import LIGHT_WORDS, Light
from wuye_cli.render.task_page import labelled
from wuye_cli.render.terminal import PLAIN, Look
from wuye_cli.reports.explaining import Explanation
from wuye_cli.reports.figure_lines import FigureLine, SourceLine

MEASURE_WORDS = {"days": "按天平均", "months": "按整月平均"}
HOW_WORDS = {"own": "填报数", "mean": "各单位平均", "sum": "各单位（地区）合计", "targets": "由各目标完成率平均"}


def render_explanation(why: Explanation, console_width: int, look: Look = PLAIN) -> str:
    """Print why a light is what it is; what does not apply is left out."""
    lines = ["", "亮灯依据"]
    for label, texts in _facts(why):
        lines.extend(labelled(label, [text for text in texts if text], console_width, look))
    return "\n".join(lines)


def _facts(why: Explanation) -> Iterator[tuple[str, Iterable[str]]]:
    yield "规则", [f"{why.policy_name}（{why.policy}）"]
    yield "判定", [_decision(why)]
    yield "序时", [_expected(why)]
    yield "实际", [_actual(why)]
    yield "时限", [_days(why)]
    yield (
        "持续",
        [f"连续{why.months}个月为{LIGHT_WORDS[why.light]}灯（{month_words(why.since)}以来，按各月末当时情况计）"],
    )
    yield "数据来源", [_figure(figure) for figure in why.figures if figure.value is not None or why.behind is not None]


def _decision(why: Explanation) -> str:
    causes = "、".join(why.causes)
    return f"{LIGHT_WORDS[why.light]}灯：{causes or '不符合红灯、黄灯的任何一条'}" + (
        "，不作判定" if why.light is Light.GREY else ""
    )


def _expected(why: Explanation) -> str:
    if why.expected is None or why.start is None or why.deadline is None:
        return ""
    span = f"从{day_words(why.start)}到{day_words(why.deadline)}{MEASURE_WORDS[why.measure]}"
    return f"{span}，到{day_words(why.as_of)}应达{figure_words(why.expected)}%"


def _actual(why: Explanation) -> str:
    if why.behind is None:
        return "" if why.actual is None else f"{figure_words(why.actual)}%"
    actual = "未填报（按0%计）" if why.actual is None else f"{figure_words(why.actual)}%"
    return f"{actual}，{behind_words(why.behind)}"


def _days(why: Explanation) -> str:
    if why.due is None:
        return ""
    if why.days_overdue is not None:
        return f"{day_words(why.due)}，已过{why.days_overdue}天"
    return day_words(why.due) + ("" if why.days_left is None else f"，还有{why.days_left}天")


def _figure(figure: FigureLine) -> str:
    value = "未填报" if figure.value is None else f"{figure_words(figure.value)}{figure.unit}"
    if figure.how == "targets" or not figure.sources:
        return f"{figure.name} {value}" + (f"：{HOW_WORDS[figure.how]}" if figure.how == "targets" else "")
    several = len(figure.sources) > 1
    sources = ("＋" if several else "").join(_source(source, figure.unit) for source in figure.sources)
    share = f"，除以{len(figure.sources)}" if figure.how == "mean" else ""
    return f"{figure.name} {value}：{HOW_WORDS[figure.how]}，{sources}{share}"


def _source(source: SourceLine, unit: str) -> str:
    if source.value is None:
        return f"{source.name} 未报送（按0{unit}计）"
    when = "，".join([*(["已办结"] if source.finished else []), *([month_words(source.month)] if source.month else [])])
    return f"{source.name} {figure_words(source.value)}{unit}" + (f"（{when}）" if when else "")
