"""`wuye import FILE --explain TASK` in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from wuye_cli.cli.console import say
from wuye_cli.domain.terms import FIELD_WORDS

if TYPE_CHECKING:
    from wuye_cli.domain.units import UnitRules
    from wuye_cli.services.explaining import Explanation

RECOGNISER_WORDS = {
    "tables": "表格",
    "tab_text": "以制表符分栏的文本",
    "markdown_table": "Markdown 表格",
    "aligned-table": "以空格对齐的文本表格",
    "wrapped-table": "折行交错的文本表格",
    "scattered-table": "逐栏散开的文本表格",
    "spaced-text": "以全角空格分栏的文本",
    "cell-lines": "一格一行的文本表格",
    "inline-units": "文末带责任单位的段落",
    "prose": "编号段落",
}


def show_explanation(file: Path, task: str, *, rules: UnitRules, year: int | None, as_json: bool) -> None:
    """Tell how a task of a file was read."""
    from wuye_cli.services.explaining import explain_task

    explanations = explain_task(file, task, rules=rules, year=year)
    say(_explanations_json(explanations) if as_json else _describe(explanations))


def _describe(explanations: tuple[Explanation, ...]) -> str:
    return "\n".join(line for one in explanations for line in _lines(one))


def _explanations_json(explanations: tuple[Explanation, ...]) -> str:
    tasks = [asdict(one) for one in explanations]
    return json.dumps({"schema": "wuye.explanation/1", "tasks": tasks}, ensure_ascii=False, indent=1)


def _lines(one: Explanation) -> Iterator[str]:
    yield f"任务 {one.number} {one.title}".rstrip()
    layout = RECOGNISER_WORDS.get(one.recogniser, one.recogniser)
    yield f"  按“{layout}”读出（{one.recogniser}），位置：{one.place or '不详'}"
    for origin in one.origins:
        words = "" if origin.words == origin.value else f" ← “{origin.words}”"
        place = f"（{origin.place}）" if origin.place else ""
        yield f"  {origin.field}：{origin.value or '（空）'}{words}{place}"
    for problem in one.problems:
        yield f"  待核 {FIELD_WORDS.get(problem.field, problem.field)}：{problem.message}"
