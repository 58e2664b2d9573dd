"""The whole register (台账) as tables: every task with all that is known of it, and what hangs on tasks.

The headings are the names under which a superior's template asks for the same values: `{{任务.重点任务}}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.months import day_words
from wuye_cli.domain.terms import LIGHT_WORDS, PERIOD_WORDS, STATUS_WORDS
from wuye_cli.render.grid import Grid, Kind, without_empty_columns
from wuye_cli.render.tables import Field, build_grid, deadline_words, field, names, rounded
from wuye_cli.render.targets import targets_grid
from wuye_cli.reports.circular_targets import target_words
from wuye_cli.reports.lines import MilestoneLine, PeriodLine, Register, TargetLine, TaskLine
from wuye_cli.reports.targets import TargetReport

TASK_FIELDS: tuple[Field[TaskLine], ...] = (
    field("任务编号", Kind.SHORT, 7, lambda task: task.code),
    field("方案", Kind.TEXT, 16, lambda task: task.plan_title),
    field("原序号", Kind.SHORT, 6, lambda task: task.no),
    field("所属部分", Kind.TEXT, 12, lambda task: task.section),
    field("落实层级", Kind.SHORT, 6, lambda task: task.level),
    field("重点任务", Kind.TEXT, 20, lambda task: task.title),
    field("工作内容", Kind.TEXT, 36, lambda task: task.content),
    field("工作要求", Kind.TEXT, 16, lambda task: task.requirement),
    field("牵头单位", Kind.TEXT, 14, lambda task: names(task.lead)),
    field("责任单位", Kind.TEXT, 18, lambda task: names(task.responsible)),
    field("指导单位", Kind.TEXT, 10, lambda task: names(task.guide)),
    field("完成时限", Kind.TEXT, 12, deadline_words),
    field("时限原文", Kind.TEXT, 12, lambda task: task.deadline_text),
    field("延期次数", Kind.NUMBER, 6, lambda task: task.extensions or None),
    field("目标", Kind.TEXT, 28, lambda task: _target_words(task.targets, task.due)),
    field("填报月份", Kind.SHORT, 9, lambda task: task.last_month),
    field("进度", Kind.PERCENT, 6, lambda task: rounded(task.percent)),
    field("序时进度", Kind.PERCENT, 6, lambda task: rounded(task.expected)),
    field("落后", Kind.NUMBER, 6, lambda task: rounded(task.behind)),
    field("进展情况", Kind.TEXT, 22, lambda task: task.note),
    field("存在问题", Kind.TEXT, 16, lambda task: task.problem),
    field("下一步措施", Kind.TEXT, 16, lambda task: task.next_step),
    field("状态", Kind.SHORT, 8, lambda task: STATUS_WORDS[task.status]),
    field("亮灯", Kind.LIGHT, 5, lambda task: LIGHT_WORDS[task.light]),
    field("逾期天数", Kind.NUMBER, 6, lambda task: task.days_overdue),
    field("办理情况", Kind.TEXT, 12, lambda task: "，".join(_closing_words(task))),
    field("待核事项", Kind.TEXT, 18, lambda task: "；".join(doubt.message for doubt in task.doubts)),
    field("备注", Kind.TEXT, 10, lambda task: task.remark),
)
MILESTONE_FIELDS: tuple[Field[MilestoneLine], ...] = (
    field("任务编号", Kind.SHORT, 8, lambda step: step.code),
    field("重点任务", Kind.TEXT, 24, lambda step: step.title),
    field("阶段性要求", Kind.TEXT, 40, lambda step: step.text),
    field("牵头单位", Kind.TEXT, 20, lambda step: names(step.lead)),
    field("时限", Kind.SHORT, 12, lambda step: step.on),
    field("办结日期", Kind.SHORT, 12, lambda step: step.finished_on),
    field("逾期天数", Kind.NUMBER, 8, lambda step: step.days_overdue),
)
PERIOD_FIELDS: tuple[Field[PeriodLine], ...] = (
    field("任务编号", Kind.SHORT, 8, lambda one: one.code),
    field("重点任务", Kind.TEXT, 40, lambda one: one.title),
    field("牵头单位", Kind.TEXT, 20, lambda one: names(one.lead)),
    field("期", Kind.SHORT, 10, lambda one: one.period),
    field("时限", Kind.SHORT, 12, lambda one: one.due),
    field("情况", Kind.SHORT, 8, lambda one: PERIOD_WORDS[one.state]),
    field("完成日期", Kind.SHORT, 12, lambda one: one.done_on),
    field("逾期天数", Kind.NUMBER, 8, lambda one: one.days_overdue),
)


def ledger_grid(register: Register) -> Grid:
    """Lay out every task with all its columns."""
    return build_grid("任务台账", TASK_FIELDS, register.tasks, register.as_of)


def ledger_sheets(register: Register, targets: TargetReport) -> tuple[Grid, ...]:
    """Lay out the register for paper: the tasks, then the targets, the dated steps and the periods there are."""
    parts = (grid for grid in (targets_grid(targets), *_parts(register)) if grid.rows)
    return (without_empty_columns(ledger_grid(register)), *parts)


def _parts(register: Register) -> tuple[Grid, ...]:
    """Lay out the dated steps and the periods of recurring duties, done or not."""
    steps = tuple(step for task in register.tasks for step in task.milestones)
    periods = tuple(one for task in register.tasks for one in task.periods)
    return (
        build_grid("阶段性时限", MILESTONE_FIELDS, steps, register.as_of),
        build_grid("周期性工作", PERIOD_FIELDS, periods, register.as_of, "期"),
    )


def _closing_words(task: TaskLine) -> Iterator[str]:
    """Tell what has become of a task that is no longer open."""
    if task.finished_on:
        yield f"{day_words(task.finished_on)}办结"
    if task.awaiting_verification:
        yield "待销号"
    if task.verified_on:
        yield f"{day_words(task.verified_on)}销号"
    if task.cancelled_on:
        yield f"{day_words(task.cancelled_on)}取消"
    elif task.archived:
        yield "已归档"


def _target_words(targets: Sequence[TargetLine], due: date | None) -> str:
    """Tell the targets, each with what has been reached; what the task or the target before says is not said again."""
    before = (None, *(target.indicator for target in targets))
    return "；".join(
        _one_target(target, target.indicator if target.indicator != said else "", due)
        for said, target in zip(before, targets, strict=False)
    )


def _one_target(target: TargetLine, indicator: str, due: date | None) -> str:
    by = f"（{day_words(target.by)}前）" if target.by and target.by != due else ""
    now = "未报送" if target.actual is None else f"现为{figure_words(target.actual)}{target.unit}"
    return f"{target.scope}{indicator}{target_words(target)}{by}，{now}"
