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


def field(heading: str, kind: Kind, width: int, value: Callable[[Line], Value]) -> Field[Line]:
    """Name a column, what it holds and how wide it is, and where its value comes from."""
    return Field(Column(heading, kind, width), value)


def names(units: Sequence[str]) -> str:
    """Join the names of units the Chinese way."""
    return "、".join(units)


def deadline_words(task: TaskLine) -> str:
    """Give the day that counts now, with the original one where it was extended, else the printed words (长期坚持)."""
    if task.due is None:
        return task.deadline_text
    return f"{task.due}（原定{task.original_due}）" if task.original_due else task.due.isoformat()


CODE: Field[TaskLine] = field("编号", Kind.SHORT, 8, lambda task: task.code)
TITLE: Field[TaskLine] = field("重点任务", Kind.TEXT, 24, lambda task: task.title)
LEAD: Field[TaskLine] = field("牵头单位", Kind.TEXT, 16, lambda task: names(task.lead))
# On the narrow screen, who answers for it: the leads, and the responsible units where no lead is printed.
ANSWERING: Field[TaskLine] = field("牵头（责任）单位", Kind.TEXT, 16, lambda task: names(task.lead or task.responsible))
RESPONSIBLE: Field[TaskLine] = field("责任单位", Kind.TEXT, 24, lambda task: names(task.responsible))
DUE: Field[TaskLine] = field("完成时限", Kind.TEXT, 12, deadline_words)
PERCENT: Field[TaskLine] = field("进度", Kind.PERCENT, 8, lambda task: rounded(task.percent))
EXPECTED: Field[TaskLine] = field("序时", Kind.PERCENT, 8, lambda task: rounded(task.expected))
STATUS: Field[TaskLine] = field("状态", Kind.SHORT, 8, lambda task: STATUS_WORDS[task.status])
LIGHT: Field[TaskLine] = field("灯", Kind.LIGHT, 4, lambda task: LIGHT_WORDS[task.light])
DOUBTS: Field[TaskLine] = field("待核", Kind.NUMBER, 4, lambda task: len(task.doubts) or "")
DOUBT_WORDS: Field[TaskLine] = field(
    "待核事项", Kind.TEXT, 48, lambda task: "；".join(doubt.message for doubt in task.doubts)
)
LATE: Field[TaskLine] = field("逾期天数", Kind.NUMBER, 8, lambda task: task.days_overdue)
PROBLEM: Field[TaskLine] = field("存在问题", Kind.TEXT, 24, lambda task: task.problem)
NEXT: Field[TaskLine] = field("下一步措施", Kind.TEXT, 24, lambda task: task.next_step)

MILESTONE_FIELDS: tuple[Field[MilestoneLine], ...] = (
    field("编号", Kind.SHORT, 8, lambda step: step.code),
    field("重点任务", Kind.TEXT, 24, lambda step: step.title),
    field("阶段性要求", Kind.TEXT, 32, lambda step: step.text),
    field("牵头单位", Kind.TEXT, 16, lambda step: names(step.lead)),
    field("时限", Kind.SHORT, 12, lambda step: step.on),
    field("逾期天数", Kind.NUMBER, 8, lambda step: step.days_overdue),
)


PERIOD_FIELDS: tuple[Field[PeriodLine], ...] = (
    field("编号", Kind.SHORT, 8, lambda one: one.code),
    field("重点任务", Kind.TEXT, 24, lambda one: one.title),
    field("期", Kind.SHORT, 8, lambda one: one.period),
    field("牵头单位", Kind.TEXT, 16, lambda one: names(one.lead)),
    field("时限", Kind.SHORT, 12, lambda one: one.due),
    field("逾期天数", Kind.NUMBER, 8, lambda one: one.days_overdue),
)


def rounded(value: float | None) -> float | None:
    """Keep one decimal, and none where it is whole."""
    return None if value is None else round(value, 1)


def register_grid(register: Register, *, doubts_in_full: bool = False) -> Grid:
    """Lay out `wuye list`; 待核 has a column only where something is doubtful: how many, or what is to be checked."""
    if doubts_in_full:
        return build_grid("待核任务", (CODE, TITLE, DUE, DOUBT_WORDS), register.tasks, register.as_of)
    doubts = (DOUBTS,) if any(task.doubts for task in register.tasks) else ()
    fields: tuple[Field[TaskLine], ...] = (CODE, TITLE, ANSWERING, DUE, PERCENT, STATUS, LIGHT, *doubts)
    return build_grid("任务清单", fields, register.tasks, register.as_of)


def overdue_grid(register: Register, *, full: bool = False) -> Grid:
    """Lay out the tasks of `wuye overdue`."""
    fields: tuple[Field[TaskLine], ...] = (CODE, TITLE, ANSWERING, DUE, LATE, PERCENT, LIGHT)
    if full:
        fields = (CODE, TITLE, LEAD, RESPONSIBLE, DUE, LATE, PERCENT, EXPECTED, LIGHT, PROBLEM, NEXT)
    return build_grid("逾期任务表", fields, register.tasks, register.as_of)


def due_grid(register: Register, *, full: bool = False) -> Grid:
    """Lay out the tasks of `wuye due`, with the days that are left."""
    as_of = register.as_of
    left: Field[TaskLine] = field(
        "剩余天数", Kind.NUMBER, 8, lambda task: (task.due - as_of).days if task.due else None
    )
    fields: tuple[Field[TaskLine], ...] = (CODE, TITLE, ANSWERING, DUE, left, PERCENT, LIGHT)
    if full:
        fields = (CODE, TITLE, LEAD, RESPONSIBLE, DUE, left, PERCENT, EXPECTED, LIGHT, PROBLEM, NEXT)
    return build_grid("即将到期任务表", fields, register.tasks, as_of)


def milestones_grid(register: Register) -> Grid:
    """Lay out the dated steps inside tasks, missed or coming."""
    return build_grid("阶段性时限", MILESTONE_FIELDS, register.milestones, register.as_of)


def periods_grid(register: Register) -> Grid:
    """Lay out what recurring duties ask of single periods, missed or coming."""
    return build_grid("周期性工作", PERIOD_FIELDS, register.periods, register.as_of, "期")


def part_grids(register: Register) -> tuple[Grid, ...]:
    """Lay out what hangs on tasks, each kind on its own, where there is any."""
    parts = ((register.milestones, milestones_grid), (register.periods, periods_grid))
    return tuple(lay_out(register) for lines, lay_out in parts if lines)


def plan_grid(plans: Sequence[PlanLine]) -> Grid:
    """Lay out `wuye plan list`."""
    fields: tuple[Field[PlanLine], ...] = (
        field("编号", Kind.SHORT, 4, lambda plan: plan.code),
        field("方案", Kind.TEXT, 36, lambda plan: plan.title),
        field("文号", Kind.TEXT, 20, lambda plan: plan.document_number),
        field("成文日期", Kind.SHORT, 12, lambda plan: plan.issued_on),
        field("任务", Kind.NUMBER, 4, lambda plan: plan.tasks),
        *_status_fields(lambda plan: plan.by_status, (Status.DONE, Status.OVERDUE)),
        field("归档", Kind.SHORT, 4, lambda plan: "是" if plan.archived else ""),
    )
    return build_grid("方案", fields, plans, counted="个")


def unit_fields() -> tuple[Field[UnitLine], ...]:
    """Name what is told of every unit."""
    return (
        field("单位", Kind.TEXT, 24, lambda unit: unit.unit),
        field("任务", Kind.NUMBER, 4, lambda unit: unit.total),
        *_status_fields(lambda unit: unit.by_status, tuple(Status)),
        field("红灯", Kind.NUMBER, 4, lambda unit: dict(unit.by_light).get(Light.RED, 0)),
        field("平均进度", Kind.PERCENT, 8, lambda unit: rounded(unit.mean_percent)),
    )


def unit_grid(units: Sequence[UnitLine]) -> Grid:
    """Lay out what every unit has on its hands."""
    return build_grid("各单位任务", unit_fields(), units, counted="个单位")


def _status_fields(
    counts: Callable[[Line], tuple[tuple[Status, int], ...]], statuses: tuple[Status, ...]
) -> tuple[Field[Line], ...]:
    def of_status(status: Status) -> Field[Line]:
        return field(STATUS_WORDS[status], Kind.NUMBER, 6, lambda line: dict(counts(line)).get(status, 0))

    return tuple(of_status(status) for status in statuses)


def build_grid(
    name: str, fields: tuple[Field[Line], ...], lines: Sequence[Line], as_of: date | None = None, counted: str = "项"
) -> Grid:
    """Lay out lines under a title that says how many there are, and as of when."""
    when = f"截至{day_words(as_of)}，" if as_of else ""
    rows = tuple(tuple(one.value(line) for one in fields) for line in lines)
    return Grid(f"{name}（{when}共{len(lines)}{counted}）", (), tuple(one.column for one in fields), rows)
