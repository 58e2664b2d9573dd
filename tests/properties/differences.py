"""What two readings of one document say differently, and whether a doubt points at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from wuye_cli.domain.units import UnitKey, load_unit_rules
from wuye_cli.importing.draft import Draft, DraftTask, DraftUnits
from wuye_cli.resources import data_path

WORDS = ("no", "section", "title", "content", "requirement", "level", "remark")
ROLES = ("lead", "responsible", "guide")
RULES = load_unit_rules(data_path("divisions.csv"), data_path("units.csv"))
HERE = RULES.divisions.find_in("银川市")
FIELDS = (*WORDS, *ROLES, "deadlines", "milestones", "targets")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that was read differently; `silent`: nothing asks the clerk to look at it."""

    task: str
    field: str
    before: object
    after: object
    silent: bool


def find_differences(before: Draft, after: Draft) -> Iterator[Difference]:
    """Compare the tasks of two readings, each with the one most like it."""
    asked = any(problem.field == "tasks" for problem in after.problems)
    left = list(after.tasks)
    for task in before.tasks:
        found = max(left, key=lambda other, one=task: _likeness(one, other), default=None)  # type: ignore[misc]
        if found is None or _likeness(task, found) < 0.5:
            yield Difference(_name(task), "*", task, None, not asked)
            continue
        left.remove(found)
        yield from compare_tasks(task, found)
    for task in left:
        yield Difference(_name(task), "*", None, task, not (asked or task.problems))


def compare_tasks(before: DraftTask, after: DraftTask) -> Iterator[Difference]:
    """Compare one task's fields by value."""
    one, other = values_of(before), values_of(after)
    doubts = {problem.field for problem in after.problems}
    for field in FIELDS:
        if one[field] != other[field]:
            yield Difference(_name(before), field, one[field], other[field], not doubts & {field, "*"})


def values_of(task: DraftTask) -> Mapping[str, object]:
    """The value of each field; spaces in words are typesetting."""
    return {
        **{field: _squash(getattr(task, field)) for field in WORDS},
        **{role: _units(getattr(task, role)) for role in ROLES},
        "deadlines": tuple((one.kind, one.date, one.every) for one in task.deadlines),
        "milestones": tuple(one.date for one in task.milestones),
        "targets": tuple((one.op, one.value, one.value_max, one.unit, one.by) for one in task.targets),
    }


def _units(role: DraftUnits) -> tuple[UnitKey, ...]:
    """The units as a register would know them: 各县(市区) is no other group than 各县（市、区）."""
    return tuple(RULES.read(name, HERE).key for name in role.units)


def _squash(text: str) -> str:
    return "".join(text.split())


def _name(task: DraftTask) -> str:
    return f"{task.no} {task.title[:16] or task.content[:16]}"


def _likeness(one: DraftTask, other: DraftTask) -> float:
    words, others = _squash(one.title + one.content), _squash(other.title + other.content)
    if words == others:
        return 2.0 + (one.no == other.no)
    return SequenceMatcher(None, words, others, autojunk=False).quick_ratio()
