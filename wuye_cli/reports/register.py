"""The register as of a day: every task of the plans in force, with all rules applied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.cutoff import Cutoff, cut_on
from wuye_cli.domain.facts import OfficeFacts, PlanFacts, RegisterFacts
from wuye_cli.domain.lights import judge_light
from wuye_cli.domain.plans import is_archived, is_in_force
from wuye_cli.domain.policies import Policies, Policy
from wuye_cli.domain.reporting import reporters
from wuye_cli.domain.standing import assess_task
from wuye_cli.reports.lines import MilestoneLine, PeriodLine, Register, TaskLine
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.period_lines import open_periods
from wuye_cli.reports.task_lines import AssessedTask, build_task_line, open_milestones


def build_register(facts: RegisterFacts, office: OfficeFacts, as_of: date, policies: Policies) -> Register:
    """Build the register as of a day, in the order of the facts; tasks put away by then are marked, not left out."""
    return build_register_at(facts, office, cut_on(as_of), policies)


def build_register_at(facts: RegisterFacts, office: OfficeFacts, cut: Cutoff, policies: Policies) -> Register:
    """Build the register at a cut: the state of a day, counting the reports of some months."""
    names = UnitNames(facts.units)
    tasks: list[TaskLine] = []
    milestones: list[MilestoneLine] = []
    periods: list[PeriodLine] = []
    for assessed in assess_tasks(facts, office, cut, policies):
        line = build_task_line(assessed, names)
        tasks.append(line)
        milestones.extend(open_milestones(line))
        periods.extend(open_periods(line))
    return Register(cut.day, tuple(tasks), tuple(milestones), names.groups(), tuple(periods))


def assess_tasks(facts: RegisterFacts, office: OfficeFacts, cut: Cutoff, policies: Policies) -> Iterator[AssessedTask]:
    """Apply the rules to every task of the plans in force, one after the other."""
    frames = {key: _frame(plan, office, policies) for key, plan in facts.plans.items() if is_in_force(plan, cut.day)}
    for task in facts.tasks:
        frame = frames.get(task.plan)
        if frame is None:
            continue
        standing = assess_task(task, frame.plan, facts.units, cut)
        yield AssessedTask(
            task=task,
            plan=frame.plan,
            standing=standing,
            verdict=judge_light(standing, frame.policy),
            reporters=reporters(task, facts.units, office.reporters),
            archived=standing.closing.cancelled_on is not None
            or is_archived(task.archived_on, cut.day)
            or is_archived(frame.plan.archived_on, cut.day),
        )


@dataclass(frozen=True, slots=True)
class _Frame:
    plan: PlanFacts
    policy: Policy


def _frame(plan: PlanFacts, office: OfficeFacts, policies: Policies) -> _Frame:
    return _Frame(plan, policies.get(plan.policy or office.policy))
