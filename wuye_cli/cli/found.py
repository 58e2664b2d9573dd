"""What an import has found, in words: shown before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wuye_cli.domain.months import month_words
from wuye_cli.domain.terms import FIELD_WORDS, DeadlineKind
from wuye_cli.importing.draft import Draft, DraftPlan, DraftTask, Problem
from wuye_cli.services.first_reports import count_reports


def describe_draft(draft: Draft, month: str) -> str:
    """Tell plan, phases, tasks, units, deadlines, targets, progress (of a month) and doubts of a draft."""
    return "\n".join(
        (
            *_plan_lines(draft.plan),
            *(f"阶段：{phase.name}（{phase.text}）" for phase in draft.phases),
            *_count_lines(draft),
            *_report_lines(draft, month),
            *_task_lines(draft.tasks),
            *_doubt_lines(draft),
            *(f"提示：{remark}" for remark in draft.remarks),
        )
    )


def _plan_lines(plan: DraftPlan) -> Iterator[str]:
    yield f"方案：{plan.title or '（文件中没有写明名称）'}"
    period = f"{plan.period.start} 至 {plan.period.end}" if plan.period else ""
    issued = plan.issued_on.isoformat() if plan.issued_on else ""
    facts = {
        "文号": plan.document_number,
        "发文机关": plan.issuer,
        "成文日期": issued,
        "期间": period,
        "地区": plan.region,
    }
    known = "；".join(f"{name} {value}" for name, value in facts.items() if value)
    if known:
        yield f"  {known}"


def _count_lines(draft: Draft) -> Iterator[str]:
    units = dict.fromkeys(name for task in draft.tasks for name in _units(task))
    deadlines = [deadline.kind for task in draft.tasks for deadline in task.deadlines]
    milestones = sum(len(task.milestones) for task in draft.tasks)
    targets = len(draft.plan_targets) + sum(len(task.targets) for task in draft.tasks)
    yield f"任务：{len(draft.tasks)} 项"
    yield f"单位：{len(units)} 个"
    kinds = ((DeadlineKind.DATE, "有日期"), (DeadlineKind.ONGOING, "长期坚持"), (DeadlineKind.RECURRING, "周期性"))
    yield (
        "时限：" + "，".join(f"{word} {deadlines.count(kind)} 个" for kind, word in kinds) + f"；阶段性 {milestones} 个"
    )
    yield f"目标：{targets} 个"


def _report_lines(draft: Draft, month: str) -> Iterator[str]:
    if count := count_reports(draft):
        yield f"进展：{count} 项任务带有进展，记作{month_words(month)}的首次填报（不是这个月的，请用 --month 写明）"


def _task_lines(tasks: Iterable[DraftTask]) -> Iterator[str]:
    for task in tasks:
        when = "、".join(deadline.text for deadline in task.deadlines if deadline.text) or "无时限"
        who = "、".join(_units(task)) or "无单位"
        doubt = "【待核】" if task.problems else ""
        yield f"  {task.no or '-'} {task.title or task.content[:20]}（{when}；{who}）{doubt}"


def _units(task: DraftTask) -> tuple[str, ...]:
    return (*task.lead.units, *task.responsible.units, *task.guide.units)


def _doubt_lines(draft: Draft) -> Iterator[str]:
    doubts = [("方案", problem) for problem in draft.problems]
    doubts += [(f"任务 {task.no}", problem) for task in draft.tasks for problem in task.problems]
    yield f"待核：{len(doubts)} 处" + ("（按读到的内容存入并标注待核，请逐处核对）" if doubts else "")
    for owner, problem in doubts:
        yield f"  {_place(problem)}{owner} {FIELD_WORDS.get(problem.field, problem.field)}：{problem.message}"


def _place(problem: Problem) -> str:
    return f"{problem.at} " if problem.at and str(problem.at) else ""
