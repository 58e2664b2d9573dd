"""One assessed task as a line: ids become names, facts become what the eye needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wuye_cli.domain.closing import task_closing
from wuye_cli.domain.facts import EventFacts, MilestoneFacts, PlanFacts, ReportFacts, TargetFacts, TaskFacts
from wuye_cli.domain.lights import Verdict
from wuye_cli.domain.standing import Standing
from wuye_cli.domain.targets import Reached, is_met, target_rate
from wuye_cli.reports.lines import (
    DeadlineLine,
    DoubtLine,
    EventLine,
    EvidenceLine,
    MilestoneLine,
    ReportLine,
    TargetLine,
    TaskLine,
)
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.period_lines import build_period_lines


@dataclass(frozen=True, slots=True)
class AssessedTask:
    """A task with everything the rules say of it."""

    task: TaskFacts
    plan: PlanFacts
    standing: Standing
    verdict: Verdict
    reporters: tuple[int, ...]
    archived: bool


def build_task_line(assessed: AssessedTask, names: UnitNames) -> TaskLine:
    """Put one task into a line."""
    task, standing = assessed.task, assessed.standing
    last_month = standing.reports[-1].month if standing.reports else None
    newest = [report for report in standing.reports if report.month == last_month]
    return TaskLine(
        code=task.code,
        plan=assessed.plan.code,
        plan_title=assessed.plan.title,
        no=task.no,
        section=task.section,
        title=task.title,
        content=task.content,
        requirement=task.requirement,
        level=task.level,
        remark=task.remark,
        parent=task.parent_code,
        lead=names.names(task.leads),
        responsible=names.names(task.responsible),
        guide=names.names(task.guides),
        reporters=names.names(assessed.reporters),
        status=standing.status,
        light=assessed.verdict.light,
        light_reason=assessed.verdict.reason,
        due=standing.due,
        deadline_text="、".join([deadline.text for deadline in task.deadlines if deadline.text]),
        deadlines=_deadline_lines(task),
        days_overdue=standing.days_overdue,
        percent=standing.percent,
        expected=standing.expected,
        behind=standing.behind,
        last_month=last_month,
        finished_on=standing.finished_on,
        awaiting_verification=standing.finished_on is not None and standing.closing.verified_on is None,
        archived=assessed.archived,
        note=_words([(report.unit, report.note) for report in newest], names),
        problem=_words([(report.unit, report.problem) for report in newest], names),
        next_step=_words([(report.unit, report.next_step) for report in newest], names),
        targets=build_target_lines(task.targets, standing.reached),
        milestones=tuple([_milestone_line(assessed, milestone, names) for milestone in task.milestones]),
        doubts=tuple([DoubtLine(doubt.field, doubt.code, doubt.message) for doubt in task.doubts]),
        reports=_report_lines(assessed, names),
        events=_event_lines(assessed, names),
        original_due=standing.original_due,
        extensions=standing.extensions,
        verified_on=standing.closing.verified_on,
        cancelled_on=standing.closing.cancelled_on,
        finished_units=names.names(standing.finished_units),
        unfinished=names.names(standing.unfinished),
        periods=build_period_lines(task, assessed.plan, standing, names),
    )


def build_target_lines(targets: Iterable[TargetFacts], reached: Mapping[int, Reached]) -> tuple[TargetLine, ...]:
    """Put targets into lines, each with the amount reached."""
    return tuple([_target_line(target, reached.get(target.id)) for target in targets])


def open_milestones(line: TaskLine) -> tuple[MilestoneLine, ...]:
    """Give the milestones that still ask for something: not those of a task that is finished or put away."""
    if line.finished_on or line.archived:
        return ()
    return tuple([step for step in line.milestones if step.finished_on is None])


def _target_line(target: TargetFacts, reached: Reached | None) -> TargetLine:
    return TargetLine(
        id=target.id,
        indicator=target.indicator,
        op=target.op,
        value=target.value,
        value_max=target.value_max,
        unit=target.unit,
        by=target.by,
        scope=target.scope,
        text=target.text,
        actual=reached.value if reached else None,
        actual_month=reached.month if reached else None,
        rate=target_rate(target.value, reached.value) if reached else None,
        met=reached is not None and is_met(target, reached.value),
    )


def _deadline_lines(task: TaskFacts) -> tuple[DeadlineLine, ...]:
    return tuple([DeadlineLine(item.kind, item.on, item.every, item.text) for item in task.deadlines])


def _milestone_line(assessed: AssessedTask, milestone: MilestoneFacts, names: UnitNames) -> MilestoneLine:
    task, standing = assessed.task, assessed.standing
    finished = task_closing(task.events, standing.scored, standing.day, milestone.on.isoformat()).finished_on
    late = (standing.day - milestone.on).days
    return MilestoneLine(
        code=task.code,
        plan=assessed.plan.code,
        no=task.no,
        title=task.title,
        lead=names.names(task.leads),
        on=milestone.on,
        text=milestone.text,
        days_overdue=late if late > 0 and not (finished or standing.finished_on) else None,
        finished_on=finished,
    )


def _report_lines(assessed: AssessedTask, names: UnitNames) -> tuple[ReportLine, ...]:
    """Put the reports that count into lines, newest month first; within a month in the office's unit order."""
    targets = {target.id: target for target in assessed.task.targets}
    by_unit = sorted(assessed.standing.reports, key=lambda report: names.units[report.unit].position)
    by_unit.sort(key=lambda report: report.month, reverse=True)
    return tuple([_report_line(report, targets, names) for report in by_unit])


def _report_line(report: ReportFacts, targets: Mapping[int, TargetFacts], names: UnitNames) -> ReportLine:
    known = [(targets[key], value) for key, value in report.values.items() if key in targets]
    return ReportLine(
        unit=names.by_id[report.unit],
        month=report.month,
        percent=report.percent,
        values=tuple([(target.indicator or target.text, value, target.unit) for target, value in known]),
        note=report.note,
        problem=report.problem,
        next_step=report.next_step,
        reported_on=report.reported_on,
    )


def _event_lines(assessed: AssessedTask, names: UnitNames) -> tuple[EventLine, ...]:
    happened = [event for event in assessed.task.events if event.on <= assessed.standing.day]
    return tuple([_event_line(event, names) for event in happened])


def _event_line(event: EventFacts, names: UnitNames) -> EventLine:
    return EventLine(
        kind=event.kind,
        on=event.on,
        unit=names.by_id[event.unit] if event.unit else "",
        part=event.part,
        note=event.note,
        approver=event.approver,
        reference=event.reference,
        from_on=event.from_on,
        to_on=event.to_on,
        evidence=tuple([EvidenceLine(file.name, file.sha256, file.size) for file in event.evidence]),
    )


def _words(said: list[tuple[int, str]], names: UnitNames) -> str:
    """Join what the units said in one month; each with its name where several said something."""
    spoken = [(unit, text) for unit, text in said if text]
    if len(spoken) == 1:
        return spoken[0][1]
    return "；".join(f"{names.by_id[unit]}：{text}" for unit, text in spoken)
