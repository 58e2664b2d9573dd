"""Which tasks a list shows: every condition that is given must hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.domain.terms import Light, Role, Status
from wuye_cli.reports.lines import Register, TaskLine


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions of a list; None, False and "" ask nothing.

    `unit` is a name as printed; it is found under a group phrase that it is a member of, too. `role` narrows `unit`,
    or alone asks for tasks that have a unit in that role. Both ends of `due_after`-`due_before` are in.
    """

    plan: str | None = None
    unit: str | None = None
    role: Role | None = None
    level: str | None = None
    status: Status | None = None
    light: Light | None = None
    due_before: date | None = None
    due_after: date | None = None
    doubt: bool = False
    text: str = ""
    archived: bool = False


Condition = Callable[[TaskLine], bool]


def select_tasks(register: Register, selection: Selection) -> Register:
    """Keep the tasks that a selection asks for, with what hangs on them; without `archived`, only open files."""
    conditions = _conditions(selection, _names_of(selection.unit, register))
    tasks = tuple(task for task in register.tasks if all(condition(task) for condition in conditions))
    codes = {task.code for task in tasks}
    milestones = tuple(line for line in register.milestones if line.code in codes)
    periods = tuple(line for line in register.periods if line.code in codes)
    return replace(register, tasks=tasks, milestones=milestones, periods=periods)


def _conditions(selection: Selection, unit_names: frozenset[str]) -> list[Condition]:
    """Make one test for each condition that is given."""
    wanted = selection
    before, after = wanted.due_before, wanted.due_after
    given: list[tuple[bool, Condition]] = [
        (not wanted.archived, lambda task: not task.archived),
        (wanted.plan is not None, lambda task: task.plan == wanted.plan),
        (wanted.unit is not None, lambda task: bool(unit_names.intersection(_in_role(task, wanted.role)))),
        (wanted.unit is None and wanted.role is not None, lambda task: bool(_in_role(task, wanted.role))),
        (wanted.level is not None, lambda task: task.level == wanted.level),
        (wanted.status is not None, lambda task: task.status is wanted.status),
        (wanted.light is not None, lambda task: task.light is wanted.light),
        (before is not None, lambda task: task.due is not None and before is not None and task.due <= before),
        (after is not None, lambda task: task.due is not None and after is not None and task.due >= after),
        (wanted.doubt, lambda task: bool(task.doubts)),
        (bool(wanted.text), lambda task: wanted.text.casefold() in _words_of(task)),
    ]
    return [condition for is_given, condition in given if is_given]


def _names_of(unit: str | None, register: Register) -> frozenset[str]:
    """Name a unit and every group phrase that stands for it, directly or through another group."""
    groups: Mapping[str, tuple[str, ...]] = dict(register.groups)
    names: set[str] = {unit} if unit else set()
    grown = True
    while grown:
        above = {group for group, members in groups.items() if names.intersection(members)}
        grown = not above <= names
        names |= above
    return frozenset(names)


def _in_role(task: TaskLine, role: Role | None) -> tuple[str, ...]:
    """Name a task's units in one role, or in any."""
    by_role = {Role.LEAD: task.lead, Role.RESPONSIBLE: task.responsible, Role.GUIDE: task.guide}
    return by_role[role] if role else (*task.lead, *task.responsible, *task.guide)


def _words_of(task: TaskLine) -> str:
    return "\n".join((task.code, task.section, task.title, task.content, task.requirement, task.remark)).casefold()
