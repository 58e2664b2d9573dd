"""`wuye circular draft --explain`: every figure of a circular with both sides of what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from wuye_cli.domain.figures import figure_words
from wuye_cli.render.terminal import PLAIN, Look
from wuye_cli.render.widths import fold, plain
from wuye_cli.reports.circular_chart_figures import TARGETS as CHARTED_TARGETS
from wuye_cli.reports.circular_chart_figures import TREND, UNITS
from wuye_cli.reports.circular_charts import charted_targets, charted_units
from wuye_cli.reports.circular_district_figures import DISTRICTS
from wuye_cli.reports.circular_explaining import OVERDUE, PROGRESS, REPORTING, TARGETS
from wuye_cli.reports.circular_figures import Figure, FigureKind, Reckoning
from wuye_cli.reports.circular_lines import Circular
from wuye_cli.reports.circular_parts import TEXT

SHOWN_ROWS = 12  # of one count; the JSON has all
SHOWN_FIGURES = 60  # of one annex
BEFORE = re.compile(r"[^、，；：。（）＋＝]*$")  # 其中：已完成|1项 -> 已完成
AFTER = re.compile(r"^[^、，；：。（）＋＝]*")  # 1|项、逾期 -> 项


def render_circular_explanation(circular: Circular, figures: Sequence[Figure], width: int, look: Look = PLAIN) -> str:
    """Print every figure of the text, and of each annex as many as can be read."""
    names = _row_names(circular)
    lines: list[str] = []
    for sheet, found in groupby(figures, key=lambda figure: figure.sheet):
        several = list(found)
        shown = several if sheet == TEXT else several[:SHOWN_FIGURES]
        lines.extend(["", f"【{sheet}】"])
        for figure in shown:
            label = _clause(circular, figure) if sheet == TEXT else _cell(figure, names)
            for depth, words in _explained(label, figure.reckoning):
                lines.extend(_folded(words, depth, width, look))
        if len(shown) < len(several):
            lines.append(f"  还有 {len(several) - len(shown)} 个数，加 --json 全部列出")
    return "\n".join(lines)


def _explained(label: str, reckoning: Reckoning) -> Iterator[tuple[int, str]]:
    """Give a figure and under it, one step further in, what its sides are made of."""
    if not reckoning.sides:
        yield 1, f"{label}：{_rows(reckoning)}"
        return
    yield 1, f"{label}＝{_formula(reckoning)}"
    yield from _sides(reckoning, 2)


def _sides(reckoning: Reckoning, depth: int) -> Iterator[tuple[int, str]]:
    for side in reckoning.sides:
        if side.sides:
            yield depth, f"{_value(side)}＝{_formula(side)}（{side.words}）"
            yield from _sides(side, depth + 1)
        else:
            yield depth, f"{figure_words(side.value)}：{_rows(side)}"


def _formula(reckoning: Reckoning) -> str:
    first, second = map(_value, reckoning.sides)
    if reckoning.kind is FigureKind.DIFFERENCE:
        return f"{first}－{second}"
    return f"{first}÷{second}" + ("×100%" if reckoning.times > 1 else "")


def _value(reckoning: Reckoning) -> str:
    return figure_words(reckoning.value) + ("%" if reckoning.times > 1 else "")


def _rows(reckoning: Reckoning) -> str:
    """Name the rows of a count, the amounts of a sum, the two days of a time."""
    if reckoning.days:
        return reckoning.words
    rows = reckoning.rows or [f"{amount.name} {figure_words(amount.value)}" for amount in reckoning.amounts]
    if not rows:
        return f"{reckoning.words}（没有）"
    more = f"…等{len(rows)}个" if len(rows) > SHOWN_ROWS else ""
    separator = "、" if reckoning.kind is FigureKind.COUNT else "＋"
    return f"{reckoning.words} {separator.join(rows[:SHOWN_ROWS])}{more}"


def _clause(circular: Circular, figure: Figure) -> str:
    """Quote a figure with the words around it: 逾期2项."""
    text = circular.paragraphs[figure.row - 1]
    begin = figure.at - 1
    before, after = BEFORE.search(text[:begin]), AFTER.search(text[begin + len(figure.text) :])
    words = (before[0] if before else "") + figure.text + (after[0] if after else "")
    return f"第{figure.row}段 {words}"


def _cell(figure: Figure, names: dict[str, tuple[str, ...]]) -> str:
    rows = names.get(figure.sheet, ())
    name = rows[figure.row - 1] if figure.row <= len(rows) else ""
    sign = "%" if figure.reckoning.times > 1 else ""
    return f"{name} {figure.column}{figure.text}{sign}".strip()


def _row_names(circular: Circular) -> dict[str, tuple[str, ...]]:
    """Name the rows of the annexes for the eye."""
    return {
        PROGRESS: tuple(row.code for row in circular.progress),
        OVERDUE: tuple(row.code for row in circular.overdue),
        TARGETS: tuple(f"{row.code} {row.scope}{row.indicator}" for row in circular.targets),
        REPORTING: tuple(row.unit for row in circular.reporting),
        DISTRICTS: tuple(row.district for table in circular.districts for row in table.rows),
        UNITS: tuple(row.name for row in charted_units(circular)),
        TREND: tuple(row.name for row in circular.trend),
        CHARTED_TARGETS: tuple(f"{row.code} {row.indicator}" for row in charted_targets(circular)),
    }


def _folded(words: str, depth: int, width: int, look: Look) -> list[str]:
    """Line up what does not fit into one line under its beginning, a little further in."""
    margin = "  " * depth
    first, *rest = fold(plain(words), max(width - len(margin) - 2, 10), wide=look.wide)
    return [margin + first, *(f"{margin}  {line}" for line in rest)]
