"""The sheets of the review form: what stands on each, so that writing and reading cannot disagree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wuye_cli.forms.fields import DUTY_FIELDS, TARGET_FIELDS, TASK_FIELDS, FormField
from wuye_cli.importing.draft import Draft, DraftDuty, DraftTarget, DraftTask, Problem
from wuye_cli.workbooks.cells import writable

NUMBER = "编号"
CHECK = "核对"
CHECKED = "已核"
ITEM, CONTENT = "项目", "内容"
PLAN_SHEET = "方案"
OTHER_DOUBT = "其他待核"
SHOWN = 32_000  # characters; a cell holds 32,767


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet of numbered rows, one for each item of a list in the draft; `attribute` names the list.

    `is_checked`: its rows carry doubts, and a column to confirm them. `blank` is what a new row starts from.
    """

    name: str
    attribute: str
    fields: tuple[FormField, ...]
    blank: Any
    label: Callable[[Any], str]
    is_checked: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The header row."""
        return (NUMBER, *(field.heading for field in self.fields), *((CHECK,) if self.is_checked else ()))


def task_label(task: DraftTask) -> str:
    """Name a task for a person."""
    return " ".join(("任务", *filter(None, (task.no, task.title[:30] or task.content[:20]))))


def _target_label(target: DraftTarget) -> str:
    return f"方案目标 {target.indicator}".rstrip()


def _duty_label(duty: DraftDuty) -> str:
    return f"责任分工 {duty.unit}".rstrip()


TASKS = ListSheet("任务", "tasks", TASK_FIELDS, DraftTask(), task_label, is_checked=True)
TARGETS = ListSheet("方案目标", "plan_targets", TARGET_FIELDS, DraftTarget("", "=", 0, ""), _target_label)
DUTIES = ListSheet("责任分工", "duties", DUTY_FIELDS, DraftDuty("", "", ""), _duty_label)
LISTS = (TASKS, TARGETS, DUTIES)


def shown(text: str) -> str:
    """Give as much of a text as a cell holds, as it holds it."""
    return writable(text)[:SHOWN]


def group_problems(problems: Sequence[Problem], fields: Sequence[FormField]) -> Mapping[str, list[Problem]]:
    """Sort doubts by the field that they name; those about no single field stand under the empty name."""
    names = {field.name for field in fields}
    groups: dict[str, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(problem.field if problem.field in names else "", []).append(problem)
    return groups


def doubt_words(problem: Problem) -> str:
    """Say a doubt about no single field of the plan as its row on the plan's sheet does."""
    place = str(problem.at or "")
    return problem.message + (f"（{place}）" if place and place not in problem.message else "")


def count_doubts(draft: Draft) -> int:
    """Count what is not certain in a draft."""
    return len(draft.problems) + sum(len(task.problems) for task in draft.tasks)
