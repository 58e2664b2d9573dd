"""目标完成情况表: the plan's own targets, then each task's; a total stands before the quotas it is split into.

The years of one indicator follow each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wuye_cli.domain.facts import PlanFacts, RegisterFacts, TargetFacts
from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.months import day_words, month_words
from wuye_cli.domain.target_progress import assess_target
from wuye_cli.reports.circular_lines import TargetRow
from wuye_cli.reports.figure_lines import FigureLine
from wuye_cli.reports.lines import Register, TargetLine
from wuye_cli.reports.plan_targets import build_plan_target_lines

OP_WORDS = {">=": "≥", "<=": "≤", "=": "", ">": "＞", "<": "＜"}
WHOLE = {"省": "全省", "市": "全市", "县": "全县", "区": "全区"}  # by the first of these in the plan's level


class Owner(NamedTuple):
    """Whose target it is: a plan, or a task with its printed number."""

    code: str
    no: str
    title: str


def build_target_rows(
    facts: RegisterFacts, now: Register, amounts: Mapping[str, Mapping[int, FigureLine]]
) -> tuple[TargetRow, ...]:
    """Put every target of the plans and of their tasks into a row; `amounts` by task and target."""
    known = targets_by_id(facts)
    return tuple(
        row
        for plan in facts.plans.values()
        for owner, lines in owned_targets(plan, now)
        for row in _rows(owner, lines, _Frame(plan, now.as_of, known, amounts.get(owner.code, {})))
    )


def targets_by_id(facts: RegisterFacts) -> Mapping[int, TargetFacts]:
    """Give every target of the plans and of their tasks."""
    of_plans = (target for plan in facts.plans.values() for target in plan.targets)
    of_tasks = (target for task in facts.tasks for target in task.targets)
    return {target.id: target for target in (*of_plans, *of_tasks)}


def owned_targets(plan: PlanFacts, now: Register) -> Iterator[tuple[Owner, tuple[TargetLine, ...]]]:
    """Go through the targets by owner: the plan itself, then each of its tasks."""
    tasks = [task for task in now.tasks if task.plan == plan.code]
    yield Owner(plan.code, "", plan.title), build_plan_target_lines(plan, tasks)
    for task in tasks:
        yield Owner(task.code, task.no, task.title), task.targets


def whole_name(plan: PlanFacts) -> str:
    """Name the row of a total above its quotas: 全市."""
    return next((WHOLE[letter] for letter in plan.level if letter in WHOLE), "合计")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the targets of one owner are put into rows with."""

    plan: PlanFacts
    day: date
    known: Mapping[int, TargetFacts]
    amounts: Mapping[int, FigureLine]


def _rows(owner: Owner, lines: tuple[TargetLine, ...], frame: _Frame) -> list[TargetRow]:
    split = {(line.indicator, line.unit) for line in lines if line.scope}
    several = [frame.known[line.id] for line in lines]
    return [_row(owner, line, (line.indicator, line.unit) in split, several, frame) for line in _ordered(lines, split)]


def _ordered(lines: tuple[TargetLine, ...], split: Collection[tuple[str, str]]) -> list[TargetLine]:
    """Order by indicator as first named, those that are split last, a total before its quotas, each by year."""
    names = list(dict.fromkeys((line.indicator or line.text, line.unit) for line in lines))
    scopes = list(dict.fromkeys(["", *(line.scope for line in lines)]))

    def place(line: TargetLine) -> tuple[object, ...]:
        name = names.index((line.indicator or line.text, line.unit))
        return ((line.indicator, line.unit) in split, name, scopes.index(line.scope), line.by or date.max)

    return sorted(lines, key=place)


def _row(owner: Owner, line: TargetLine, is_split: bool, several: list[TargetFacts], frame: _Frame) -> TargetRow:
    whole = whole_name(frame.plan) if is_split else ""
    standing = assess_target(frame.known[line.id], several, frame.plan, line.actual, frame.day)
    return TargetRow(
        code=owner.code,
        no=owner.no,
        title=owner.title,
        indicator=line.indicator or line.text,
        scope=line.scope or whole,
        target=target_words(line),
        by=day_words(line.by) if line.by else "",
        actual=line.actual,
        unit=line.unit,
        rate=line.rate,
        month=month_words(line.actual_month) if line.actual_month else "",
        state=_state(line, frame.day),
        wanted=line.value,
        actual_of=frame.amounts.get(line.id),
        due=line.by,
        expected=standing.expected,
        is_quota=bool(line.scope),
    )


def target_words(line: TargetLine) -> str:
    """Print what is to be reached: ≥70%, 9个, 3～5家."""
    return wanted_words(line.op, line.value, line.value_max, line.unit)


def wanted_words(op: str, value: float, value_max: float | None, unit: str) -> str:
    """Print a comparison, a value or range, and its unit."""
    upper = f"～{figure_words(value_max)}" if value_max is not None else ""
    return f"{'' if upper else OP_WORDS[op]}{figure_words(value)}{upper}{unit}"


def _state(line: TargetLine, day: date) -> str:
    if line.met:
        return "已达标"
    if line.by is not None and line.by < day:
        return "逾期未达标"
    return "未填报" if line.actual is None else "推进中"
