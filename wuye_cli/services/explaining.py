"""How the tasks of a document were read: by which recogniser, each value from which words and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.forms.fields import TASK_FIELDS, FormField
from wuye_cli.forms.review_mark import is_review_form
from wuye_cli.importing.document import Locator
from wuye_cli.importing.draft import DraftTask, Problem
from wuye_cli.importing.locating import Places
from wuye_cli.importing.pipeline import build_draft
from wuye_cli.importing.readers import read_document
from wuye_cli.services.first_reports import report_words
from wuye_cli.services.numbering import assign_codes

Find = Callable[[str, Locator], Locator | None]
SOME = 20  # numbers that a refusal lists


@dataclass(frozen=True, slots=True)
class Origin:
    """One value in print, the words that it was read from, and their place; a text is its own words."""

    field: str
    value: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One task: the number that it would get, who read it, where it stood, its values and its doubts."""

    number: str
    title: str
    recogniser: str
    place: str
    origins: tuple[Origin, ...]
    problems: tuple[Problem, ...]


def explain_task(path: Path, wanted: str, *, rules: UnitRules, year: int | None = None) -> tuple[Explanation, ...]:
    """Explain the tasks of a file that have a number, as printed or as in a code, or words in their title.

    Raises:
        RefusedError: the file has no such task.
    """
    if is_review_form(path):
        raise RefusedError("form-explained", f"“{path.name}”是核对表；请对原文件使用 --explain。")
    document = read_document(path)
    tasks = build_draft(document, divisions=rules.divisions, year=year).tasks
    codes = assign_codes("p", [task.no for task in tasks])
    numbered = {code.removeprefix("p-"): task for code, task in zip(codes, tasks, strict=True)}
    found = {number: task for number, task in numbered.items() if wanted in (number, task.no.strip())}
    found = found or {number: task for number, task in numbered.items() if wanted in task.title}
    if not found:
        raise _unknown(path, wanted, list(numbered))
    places = Places(document)
    return tuple(_explain(number, task, places.find) for number, task in found.items())


def _unknown(path: Path, wanted: str, numbers: list[str]) -> RefusedError:
    listed = "、".join(numbers[:SOME]) + (" 等" if len(numbers) > SOME else "")
    return RefusedError("unknown-task", f"“{path.name}”里没有任务“{wanted}”：可以写 {listed}，或任务名称中的几个字。")


def _explain(number: str, task: DraftTask, find: Find) -> Explanation:
    origins = [origin for field in TASK_FIELDS for origin in _origins(field, task, find)]
    if task.report:
        origins.append(Origin("进展", words := report_words(task.report), words, ""))
    return Explanation(number, task.title, task.recogniser, str(task.source), tuple(origins), task.problems)


def _origins(field: FormField, task: DraftTask, find: Find) -> Iterator[Origin]:
    """Give the origin of a field's value, of each where there are several."""
    for part in _parts(field, task):
        shown = field.show(part)
        words = field.words(part) or shown
        if shown or field.words(part):
            yield Origin(field.heading, shown, words, str(find(words, task.source) or ""))


def _parts(field: FormField, task: DraftTask) -> tuple[DraftTask, ...]:
    """Give the task once for each of the field's values, with that one only."""
    values = getattr(task, field.name)
    if not isinstance(values, tuple):
        return (task,)
    alone: list[dict[str, Any]] = [{field.name: (one,)} for one in values]
    return tuple(replace(task, **one) for one in alone)
