"""Reports to grids: which fields of a line stand in which column. `full` adds what only paper has room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from wuye_cli.domain.months import day_words
from wuye_cli.domain.terms import LIGHT_WORDS, STATUS_WORDS, Light, Status
from wuye_cli.render.grid import Column, Grid, Kind, Value
from wuye_cli.reports.lines import MilestoneLine, PeriodLine, Register, TaskLine

if TYPE_CHECKING:  # a list of tasks does without
    from wuye_cli.reports.board_lines import PlanLine, UnitLine

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Field(Generic[Line]):
    """One column and where its value comes from."""

    column: Column
    value: Callable[[Line], Value]


def _field(heading: str, kind: Kind, width: int, value: Callable[[Line], Value]) -> Field[Line]:
    return Field(Column(heading, kind, width), value)


def names(units: Sequence[str]) -> str:
    """Join the names of units the Chinese way."""
    return "、".join(units)


def deadline_words(task: TaskLine) -> str:
    """Give the day that counts now, with the original one where it was extended, else the printed words (长期坚持)."""
    if task.due is None:
        return task.deadline_text
    return f"{task.due}（原定{task.original_due}）" if task.original_due else task.due.isoformat()


CODE: Field[TaskLine] = _field("编号", Kind.SHORT, 8, lambda task: task.code)
TITLE: Field[TaskLine] = _field("重点任务", Kind.TEXT, 24, lambda task: task.title)
CONTENT: Field[TaskLine] = _field("工作内容", Kind.TEXT, 40, lambda task: task.content)
LEVEL: Field[TaskLine] = _field("层级", Kind.SHORT, 8, lambda task: task.level)
LEAD: Field[TaskLine] = _field("牵头单位", Kind.TEXT, 16, lambda task: names(task.lead))
# On the narrow screen, who answers for it: the leads, and the responsible units where no lead is printed.
ANSWERING: Field[TaskLine] = _field(
    "牵头（责任）单位", Kind.TEXT, 16, lambda task: names(task.lead or task.responsible)
)
RESPONSIBLE: Field[TaskLine] = _field("责任单位", Kind.TEXT, 24, lambda task: names(task.responsible))
DUE: Field[TaskLine] = _field("完成时限", Kind.TEXT, 12, deadline_words)
PERCENT: Field[TaskLine] = _field("进度", Kind.PERCENT, 8, lambda task: rounded(task.percent))
EXPECTED: Field[TaskLine] = _field("序时", Kind.PERCENT, 8, lambda task: rounded(task.expected))
STATUS: Field[TaskLine] = _field("状态", Kind.SHORT, 8, lambda task: STATUS_WORDS[task.status])
LIGHT: Field[TaskLine] = _field("灯", Kind.LIGHT, 4, lambda task: LIGHT_WORDS[task.light])
DOUBTS: Field[TaskLine] = _field("待核", Kind.NUMBER, 4, lambda task: len(task.doubts) or "")
DOUBT_WORDS: Field[TaskLine] = _field(
    "待核事项", Kind.TEXT, 48, lambda task: "；".join(doubt.message for doubt in task.doubts)
)
LATE: Field[TaskLine] = _field("逾期天数", Kind.NUMBER, 8, lambda task: task.days_overdue)
PROBLEM: Field[TaskLine] = _field("存在问题", Kind.TEXT, 24, lambda task: task.problem)
NEXT: Field[TaskLine] = _field("下一步措施", Kind.TEXT, 24, lambda task: task.next_step)

MILESTONE_FIELDS: tuple[Field[MilestoneLine], ...] = (
    _field("编号", Kind.SHORT, 8, lambda step: step.code),
    _field("重点任务", Kind.TEXT, 24, lambda step: step.title),
    _field("阶段性要求", Kind.TEXT, 32, lambda step: step.text),
    _field("牵头单位", Kind.TEXT, 16, lambda step: names(step.lead)),
    _field("时限", Kind.SHORT, 12, lambda step: step.on),
    _field("逾期天数", Kind.NUMBER, 8, lambda step: step.days_overdue),
)


PERIOD_FIELDS: tuple[Field[PeriodLine], ...] = (
    _field("编号", Kind.SHORT, 8, lambda one: one.code),
    _field("重点任务", Kind.TEXT, 24, lambda one: one.title),
    _field("期", Kind.SHORT, 8, lambda one: one.period),
    _field("牵头单位", Kind.TEXT, 16, lambda one: names(one.lead)),
    _field("时限", Kind.SHORT, 12, lambda one: one.due),
    _field("逾期天数", Kind.NUMBER, 8, lambda one: one.days_overdue),
)


def rounded(value: float | None) -> float | None:
    """Keep one decimal, and none where it is whole."""
    return None if value is None else round(value, 1)


def register_grid(register: Register, *, full: bool = False, doubts_in_full: bool = False) -> Grid:
    """Lay out `wuye list`; 待核 has a column only where something is doubtful: how many, or what is to be checked."""
    if doubts_in_full:
        return _grid("待核任务", (CODE, TITLE, DUE, DOUBT_WORDS), register.tasks, register.as_of)
    doubts = (DOUBTS,) if any(task.doubts for task in register.tasks) else ()
    fields: tuple[Field[TaskLine], ...] = (CODE, TITLE, ANSWERING, DUE, PERCENT, STATUS, LIGHT, *doubts)
    if full:
        fields = (CODE, TITLE, CONTENT, LEVEL, LEAD, RESPONSIBLE, DUE, PERCENT, EXPECTED, STATUS, LIGHT, *doubts)
    return _grid("任务清单", fields, register.tasks, register.as_of)


def overdue_grid(register: Register, *, full: bool = False) -> Grid:
    """Lay out the tasks of `wuye overdue`."""
    fields: tuple[Field[TaskLine], ...] = (CODE, TITLE, ANSWERING, DUE, LATE, PERCENT, LIGHT)
    if full:
        fields = (CODE, TITLE, LEAD, RESPONSIBLE, DUE, LATE, PERCENT, EXPECTED, LIGHT, PROBLEM, NEXT)
    return _grid("逾期任务表", fields, register.tasks, register.as_of)


def due_grid(register: Register, *, full: bool = False) -> Grid:
    """Lay out the tasks of `wuye due`, with the days that are left."""
    as_of = register.as_of
    left: Field[TaskLine] = _field(
        "剩余天数", Kind.NUMBER, 8, lambda task: (task.due - as_of).days if task.due else None
    )
    fields: tuple[Field[TaskLine], ...] = (CODE, TITLE, ANSWERING, DUE, left, PERCENT, LIGHT)
    if full:
        fields = (CODE, TITLE, LEAD, RESPONSIBLE, DUE, left, PERCENT, EXPECTED, LIGHT, PROBLEM, NEXT)
    return _grid("即将到期任务表", fields, register.tasks, as_of)


def milestones_grid(register: Register) -> Grid:
    """Lay out the dated steps inside tasks, missed or coming."""
    return _grid("阶段性时限", MILESTONE_FIELDS, register.milestones, register.as_of)


def periods_grid(register: Register) -> Grid:
    """Lay out what recurring duties ask of single periods, missed or coming."""
    return _grid("周期性工作", PERIOD_FIELDS, register.periods, register.as_of, "期")


def plan_grid(plans: Sequence[PlanLine]) -> Grid:
    """Lay out `wuye plan list`."""
    fields: tuple[Field[PlanLine], ...] = (
        _field("编号", Kind.SHORT, 4, lambda plan: plan.code),
        _field("方案", Kind.TEXT, 36, lambda plan: plan.title),
        _field("文号", Kind.TEXT, 20, lambda plan: plan.document_number),
        _field("成文日期", Kind.SHORT, 12, lambda plan: plan.issued_on),
        _field("任务", Kind.NUMBER, 4, lambda plan: plan.tasks),
        *_status_fields(lambda plan: plan.by_status, (Status.DONE, Status.OVERDUE)),
        _field("归档", Kind.SHORT, 4, lambda plan: "是" if plan.archived else ""),
    )
    return _grid("方案", fields, plans, counted="个")


def unit_grid(units: Sequence[UnitLine]) -> Grid:
    """Lay out what every unit has on its hands."""
    fields: tuple[Field[UnitLine], ...] = (
        _field("单位", Kind.TEXT, 24, lambda unit: unit.unit),
        _field("任务", Kind.NUMBER, 4, lambda unit: unit.total),
        *_status_fields(lambda unit: unit.by_status, tuple(Status)),
        _field("红灯", Kind.NUMBER, 4, lambda unit: dict(unit.by_light).get(Light.RED, 0)),
        _field("平均进度", Kind.PERCENT, 8, lambda unit: rounded(unit.mean_percent)),
    )
    return _grid("各单位任务", fields, units, counted="个单位")


def _status_fields(
    counts: Callable[[Line], tuple[tuple[Status, int], ...]], statuses: tuple[Status, ...]
) -> tuple[Field[Line], ...]:
    def field(status: Status) -> Field[Line]:
        return _field(STATUS_WORDS[status], Kind.NUMBER, 6, lambda line: dict(counts(line)).get(status, 0))

    return tuple(field(status) for status in statuses)


def _grid(
    name: str, fields: tuple[Field[Line], ...], lines: Sequence[Line], as_of: date | None = None, counted: str = "项"
) -> Grid:
    when = f"截至{day_words(as_of)}，" if as_of else ""
    rows = tuple(tuple(field.value(line) for field in fields) for line in lines)
    return Grid(f"{name}（{when}共{len(lines)}{counted}）", (), tuple(field.column for field in fields), rows)
