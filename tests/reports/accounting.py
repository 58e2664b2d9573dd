"""Goes through every number of a circular: each is a figure that its rows give again, or stands in words taken over.

Nothing here asks the program how it reckons; rows are counted, added, divided and subtracted anew, and what a count
says of the rows it takes is looked up in the annexes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from wuye_cli.domain.facts import RegisterFacts
from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.terms import STATUS_WORDS, Status
from wuye_cli.render.circular_content import circular_lists, circular_values
from wuye_cli.reports.circular_district_figures import indicator_names
from wuye_cli.reports.circular_explaining import explain_circular
from wuye_cli.reports.circular_figures import Figure, FigureKind, Reckoning
from wuye_cli.reports.circular_lines import Circular

DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?")  # 2023年8月31日, 8月31日, 7月
THRESHOLD = re.compile(r"连续3个月及以上")
Place = tuple[str, int, str]
WORDS_WITH_DIGITS = re.compile(r"\d.*[^\d.\-p]|[^\d.\-p].*\d")  # 6月底前, 第2街道; not 3, 2023-08, p1-2
ISSUE = re.compile(r"第\d+期")
ORDINAL = re.compile(r"^\d+．")
REPORTED = re.compile(r"^(.+)（(\d{4})年(\d+)月填报）$")  # 市住建局（2023年8月填报）
SHEETS = {
    "进展": "进展情况表",
    "逾期": "逾期任务表",
    "目标": "目标完成情况表",
    "报送": "报送情况表",
    "单位图": "图表·各单位",
    "趋势图": "图表·各月",
    "目标图": "图表·目标",
}


def _codes(rows: Iterable[Any], holds: Callable[[Any], object]) -> list[str]:
    return [row.code for row in rows if holds(row)]


def _in_state(circular: Circular, said: re.Match[str]) -> list[str]:
    table: Iterable[Any] = circular.overdue if said["table"] == "逾期" else circular.progress
    return _codes(table, lambda row: STATUS_WORDS[row.status] == said["state"] and _answers(row, said["unit"]))


def _answers(row: Any, unit: str | None) -> bool:
    return unit is None or (not row.units if unit == "没有写明单位" else unit.removesuffix("承担") in row.units)


def _due_in(circular: Circular, said: re.Match[str]) -> list[str]:
    month = f"{said['year']}-{int(said['month']):02d}"
    return _codes(
        circular.progress, lambda row: row.status is not Status.DONE and row.due and f"{row.due:%Y-%m}" == month
    )


CLAIMS: Mapping[re.Pattern[str], Callable[[Circular, re.Match[str]], list[str]]] = {
    re.compile(words): rows
    for words, rows in (
        (r"进展情况表的行", lambda circular, _: _codes(circular.progress, lambda _: True)),
        (r"(?P<table>进展|逾期)(?:情况|任务)表中(?:(?P<unit>.+)、)?状态为“(?P<state>.+)”的行", _in_state),
        (
            r"进展情况表中(.+)承担的行",
            lambda circular, said: _codes(circular.progress, lambda row: said[1] in row.units),
        ),
        (r"进展情况表中没有写明单位的行", lambda circular, _: _codes(circular.progress, lambda row: not row.units)),
        (r"进展情况表中有待核内容的行", lambda circular, _: _codes(circular.progress, lambda row: row.doubts)),
        (
            r"进展情况表中已办结、还没有销号的行",
            lambda circular, _: _codes(circular.progress, lambda row: row.awaiting_verification),
        ),
        (r"进展情况表中没有完成、时限在(?P<year>\d+)年(?P<month>\d+)月的行", _due_in),
        (r"报送情况表的行", lambda circular, _: [row.unit for row in circular.reporting]),
        (
            r"报送情况表中报送情况为“(.+?)”(?:或“(.+)”)?的行",
            lambda circular, said: [row.unit for row in circular.reporting if row.state in said.groups()],
        ),
    )
}  # what a count says of the rows that it takes; the lines of the annexes that are so


def check_circular(circular: Circular, facts: RegisterFacts) -> int:
    """Check all figures of a circular; give their number."""
    figures = explain_circular(circular)
    for figure in figures:
        assert figure.text == figure_words(round(worked_out(figure.reckoning), 2 if figure.sheet == "正文" else 1)), (
            figure
        )
        for reckoning in _all(figure.reckoning):
            _check_rows(reckoning, circular, facts)
    _check_words(circular, figures, facts)
    _check_tables(circular, {(one.sheet, one.row, one.column): one for one in figures if not one.at})
    return len(figures)


def worked_out(reckoning: Reckoning) -> float:
    """Work a figure out from its rows alone."""
    if reckoning.kind is FigureKind.COUNT:
        assert len(set(reckoning.rows)) == len(reckoning.rows), reckoning
        return len(reckoning.rows)
    if reckoning.kind is FigureKind.SUM:
        return sum(amount.value for amount in reckoning.amounts)
    if reckoning.days:
        return reckoning.days[1].toordinal() - reckoning.days[0].toordinal()
    first, second = map(worked_out, reckoning.sides)
    return round(first / second * reckoning.times if reckoning.kind is FigureKind.QUOTIENT else first - second, 1)


def _all(reckoning: Reckoning) -> Iterator[Reckoning]:
    yield reckoning
    for side in reckoning.sides:
        yield from _all(side)


def _check_rows(reckoning: Reckoning, circular: Circular, facts: RegisterFacts) -> None:
    """Look up in the annexes the rows that a count says it takes, and in the register the reports that a sum adds."""
    for words, rows in CLAIMS.items():
        if said := words.fullmatch(reckoning.words):
            assert rows(circular, said) == list(reckoning.rows), reckoning
    for amount in reckoning.amounts:
        if said := REPORTED.match(amount.name):
            assert _was_reported(said[1], f"{said[2]}-{int(said[3]):02d}", amount.value, facts), amount


def _was_reported(who: str, month: str, value: float, facts: RegisterFacts) -> bool:
    return any(
        value in {report.percent, *report.values.values()}
        for task in facts.tasks
        for report in task.reports
        if report.month == month and who in {facts.units[report.unit].name, *(one.scope for one in task.targets)}
    )


def _check_words(circular: Circular, figures: Iterable[Figure], facts: RegisterFacts) -> None:
    """Every digit of the text and of the notes belongs to a figure, or stands in words taken over."""
    quotes = sorted({text for text in _texts(facts) if WORDS_WITH_DIGITS.search(text)})
    taken_over = (ORDINAL, DATE, THRESHOLD, ISSUE, *(re.compile(re.escape(quote)) for quote in quotes))
    by_place: dict[Place, list[Figure]] = {}
    for figure in figures:
        by_place.setdefault((figure.sheet, figure.row, figure.column), []).append(figure)
    for place, words in (*_paragraphs(circular), *_notes(circular)):
        explained = {at for quote in taken_over for found in quote.finditer(words) for at in range(*found.span())}
        for figure in by_place.get(place, ()):
            span = range(figure.at - 1, figure.at - 1 + len(figure.text))
            assert words[span.start : span.stop] == figure.text, (figure, words)
            assert not words[span.stop : span.stop + 1].isdigit(), (figure, words)
            explained.update(span)
        left = [sign for at, sign in enumerate(words) if sign.isdigit() and at not in explained]
        assert not left, (left, words)


def _paragraphs(circular: Circular) -> Iterator[tuple[Place, str]]:
    for number, paragraph in enumerate(circular.paragraphs, 1):
        yield ("正文", number, ""), paragraph


def _notes(circular: Circular) -> Iterator[tuple[Place, str]]:
    first = 1
    for table in circular.districts:
        for name, indicator in zip(indicator_names(table), table.indicators, strict=True):
            yield ("目标分解表", first, f"{name}分解说明"), indicator.note
        first += len(table.rows)


def _texts(value: Any) -> Iterator[str]:
    """Find all words of the register."""
    if isinstance(value, str):
        yield value
        yield value.rstrip("。")
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def _check_tables(circular: Circular, figures: dict[Place, Figure]) -> None:
    """Every number in a cell is the figure of its place, and no figure is without its cell."""
    for place, value in (*_statistics(circular), *_annex_cells(circular), *_district_cells(circular)):
        figure = figures.pop(place, None)
        assert figure, (place, value)
        assert float(figure.text) == round(value, 1), (value, figure)
    assert not figures, figures


def _statistics(circular: Circular) -> Iterator[tuple[Place, float]]:
    for name, value in circular_values(circular).items():
        share = name.endswith("占比")
        if isinstance(value, (int, float)) and (circular.total or not share):
            yield ("任务状态统计", 1, name), value * 100 if share else value


def _annex_cells(circular: Circular) -> Iterator[tuple[Place, float]]:
    lists = circular_lists(circular)
    for name, sheet in SHEETS.items():
        for number, row in enumerate(lists[name], 1):
            for column, cell in row.items():
                if isinstance(cell, (int, float)) and column != "序号":
                    yield (sheet, number, column), cell


def _district_cells(circular: Circular) -> Iterator[tuple[Place, float]]:
    rows = [(table, row) for table in circular.districts for row in table.rows]
    for number, (table, row) in enumerate(rows, 1):
        for name, one in zip(indicator_names(table), row.figures, strict=True):
            cells = (("目标", one.target), ("目标上限", one.target_max), ("进度", one.actual), ("完成率", one.rate))
            for column, value in cells:
                if value is not None:
                    yield ("目标分解表", number, f"{name}{column}"), value
