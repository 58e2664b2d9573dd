"""The clerk's part of an import: a draft goes out as a review form and comes back, or each doubt is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wuye_cli.errors import UsageError
from wuye_cli.forms.correcting import Correction, correct, mark_corrected, settle
from wuye_cli.forms.fields import PLAN_FIELDS, TASK_FIELDS, FormField
from wuye_cli.forms.notation import NotationError
from wuye_cli.forms.review_mark import is_review_form
from wuye_cli.importing.draft import Draft, Problem

if TYPE_CHECKING:
    from wuye_cli.forms.review_reading import Review


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is not certain about one field: of task number `task` (from 0), or of the plan (None).

    `field` is None where the doubt is about no single field; then it can be confirmed, not corrected.
    """

    task: int | None
    owner: str
    field: FormField | None
    value: str
    words: str
    problems: tuple[Problem, ...]


def write_review(draft: Draft, path: Path) -> None:
    """Write a draft as a review form; OSError where that cannot be."""
    from wuye_cli.forms.review_form import write_review_form  # noqa: PLC0415 - spares other imports a library

    write_review_form(draft, path)


def find_review(path: Path) -> Review | None:
    """Read a returned review form; None where the file is something else."""
    if not is_review_form(path):
        return None
    from wuye_cli.forms.review_reading import read_review_form  # noqa: PLC0415 - spares other imports a library

    return read_review_form(path)


def list_doubts(draft: Draft) -> tuple[Doubt, ...]:
    """List what is not certain, one entry for each field: the plan's own first, then task by task."""
    plan = _doubts(None, "方案", draft.plan, draft.problems, PLAN_FIELDS)
    tasks = (
        _doubts(number, f"任务 {task.no or number + 1} {task.title[:30]}".strip(), task, task.problems, TASK_FIELDS)
        for number, task in enumerate(draft.tasks)
    )
    return (*plan, *(doubt for doubts in tasks for doubt in doubts))


def _doubts(
    number: int | None, owner: str, row: Any, problems: tuple[Problem, ...], fields: tuple[FormField, ...]
) -> Iterator[Doubt]:
    known = {field.name: field for field in fields}
    for name in dict.fromkeys(problem.field for problem in problems):
        about = tuple(problem for problem in problems if problem.field == name)
        field = known.get(name)
        value, words = (field.show(row), field.words(row)) if field else ("", "")
        yield Doubt(number, owner, field, value, words, about)


def accept(draft: Draft, doubt: Doubt) -> Draft:
    """Say that a value is right as it was read."""
    return mark_corrected(_without(draft, doubt), draft)


def correct_doubt(draft: Draft, doubt: Doubt, text: str) -> tuple[Draft, Correction]:
    """Put what was typed in the place of a doubtful value.

    Raises:
        UsageError: it cannot be read, or the doubt is about no single field.
    """
    if doubt.field is None:
        raise UsageError("doubt-no-field", "这一处不是某一项内容的问题，不能在这里更正；请接受，或跳过后另行补录。")
    row = draft.plan if doubt.task is None else draft.tasks[doubt.task]
    try:
        new = correct(row, doubt.field, text, draft.plan)
    except NotationError as error:
        raise UsageError("bad-correction", f"{doubt.field.heading}{error}。") from error
    changed = replace(draft, plan=new) if doubt.task is None else _with_task(draft, doubt.task, new)
    correction = Correction(doubt.owner, doubt.field.heading, doubt.value, doubt.field.show(new))
    return mark_corrected(_without(changed, doubt), draft), correction


def _without(draft: Draft, doubt: Doubt) -> Draft:
    fields = {problem.field for problem in doubt.problems}
    if doubt.task is None:
        return replace(draft, problems=settle(draft.problems, fields, is_checked=False))
    task = draft.tasks[doubt.task]
    return _with_task(draft, doubt.task, replace(task, problems=settle(task.problems, fields, is_checked=False)))


def _with_task(draft: Draft, number: int, task: Any) -> Draft:
    return replace(draft, tasks=(*draft.tasks[:number], task, *draft.tasks[number + 1 :]))
