"""`wuye show`: everything that is known about one task, one labelled line per fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wuye_cli.domain.months import day_words, month_words
from wuye_cli.domain.terms import LIGHT_WORDS, PERIOD_WORDS, STATUS_WORDS
from wuye_cli.render.event_words import event_words
from wuye_cli.render.tables import names, rounded
from wuye_cli.render.terminal import PLAIN, Look
from wuye_cli.render.widths import fold, pad, plain
from wuye_cli.reports.lines import MilestoneLine, PeriodLine, ReportLine, TargetLine, TaskLine

OPERATOR_WORDS = {">=": "≥", "<=": "≤"}


def render_task(task: TaskLine, console_width: int, look: Look = PLAIN) -> str:
    """Print a task with its standing, deadlines, targets, reports and doubts; what is empty is left out."""
    lines = fold(plain(f"{task.code}  {task.title}"), console_width, wide=look.wide)
    for label, texts in _facts(task):
        lines.extend(labelled(label, [text for text in texts if text], console_width, look))
    return "\n".join(lines)


def _facts(task: TaskLine) -> Iterator[tuple[str, Iterable[str]]]:
    yield "方案", [f"{task.plan}  {task.plan_title}"]
    yield "序号", [task.no]
    yield "所属部分", [task.section]
    yield "上级任务", [task.parent or ""]
    yield "落实层级", [task.level]
    yield "状态", [_standing(task)]
    yield (
        "预警灯",
        [f"{LIGHT_WORDS[task.light]}（{task.light_reason}）" if task.light_reason else LIGHT_WORDS[task.light]],
    )
    yield "进度", [_progress(task)]
    yield "完成时限", [deadline.text for deadline in task.deadlines]
    yield "当前时限", [_due(task)]
    yield "牵头单位", [names(task.lead)]
    yield "责任单位", [names(task.responsible)]
    yield "指导单位", [names(task.guide)]
    yield "填报单位", [names(task.reporters)]
    yield "尚未办结", [names(task.unfinished)]
    yield "工作要求", [task.requirement]
    yield "工作内容", [task.content]
    yield "阶段性时限", [_milestone(step) for step in task.milestones]
    yield "周期性工作", [_period(one) for one in task.periods]
    yield "目标", [_target(target) for target in task.targets]
    yield "填报", [_report(report) for report in task.reports]
    yield "办理", [event_words(event) for event in task.events]
    yield "备注", [task.remark]
    yield "待核", [doubt.message for doubt in task.doubts]


def labelled(label: str, texts: list[str], console_width: int, look: Look) -> Iterator[str]:
    """Fold texts under one label: it stands before the first line only, everything else lines up under the text."""
    margin = 12
    for text in texts:
        for part in fold(plain(text), max(console_width - margin, 2), wide=look.wide):
            yield pad(label, margin) + part
            label = ""


def _standing(task: TaskLine) -> str:
    extra = []
    if task.days_overdue:
        extra.append(f"已过时限{task.days_overdue}天")
    if task.awaiting_verification:
        extra.append("待销号")
    if task.finished_on:
        extra.append(f"{day_words(task.finished_on)}办结")
    if task.verified_on:
        extra.append(f"{day_words(task.verified_on)}销号")
    if task.cancelled_on:
        extra.append(f"{day_words(task.cancelled_on)}取消")
    elif task.archived:
        extra.append("已归档")
    return STATUS_WORDS[task.status] + (f"（{'，'.join(extra)}）" if extra else "")


def _due(task: TaskLine) -> str:
    if task.due is None:
        return ""
    moved = f"（原定{day_words(task.original_due)}，已延期{task.extensions}次）" if task.original_due else ""
    return day_words(task.due) + moved


def _milestone(step: MilestoneLine) -> str:
    late = f"（逾期{step.days_overdue}天）" if step.days_overdue else ""
    done = f"（{day_words(step.finished_on)}办结）" if step.finished_on else ""
    return f"{step.on.isoformat()}  {step.text}{late}{done}"


def _period(one: PeriodLine) -> str:
    when = f"（{day_words(one.done_on)}）" if one.done_on else f"（{one.days_overdue}天）" if one.days_overdue else ""
    return f"{one.period}  {one.due.isoformat()}前  {PERIOD_WORDS[one.state]}{when}"


def _progress(task: TaskLine) -> str:
    parts = ["未报送" if task.percent is None else f"{rounded(task.percent):g}%"]
    if task.last_month:
        parts.append(f"（{month_words(task.last_month)}填报）")
    if task.expected is not None:
        parts.append(f"，序时 {rounded(task.expected):g}%")
    if task.behind is not None and task.behind != 0:
        parts.append(f"，{'落后' if task.behind > 0 else '超前'} {abs(task.behind):.10g} 个百分点")
    return "".join(parts)


def _target(target: TargetLine) -> str:
    operator = OPERATOR_WORDS.get(target.op, target.op)
    upper = "" if target.value_max is None else f"～{target.value_max:.10g}"
    scope = f"{target.scope}：" if target.scope else ""
    aim = f"{scope}{target.indicator} {operator} {target.value:.10g}{upper}{target.unit}"
    by = f"（{day_words(target.by)}前）" if target.by else ""
    if target.actual is None:
        return f"{aim}{by}，未报送"
    rate = "" if target.rate is None else f"，完成率 {rounded(target.rate):g}%"
    return f"{aim}{by}，现为 {target.actual:.10g}{target.unit}{rate}{'，已达标' if target.met else ''}"


def _report(report: ReportLine) -> str:
    parts = [f"{report.month}  {report.unit}"]
    if report.percent is not None:
        parts.append(f"{report.percent:.10g}%")
    parts.extend(f"{indicator} {value:.10g}{unit}" for indicator, value, unit in report.values)
    words = {"": report.note, "问题：": report.problem, "下一步：": report.next_step}
    parts.extend(f"{label}{text}" for label, text in words.items() if text)
    return "  ".join(parts)
