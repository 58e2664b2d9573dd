"""What a month's report covers: one plan or all that are open and in force, counted to the end of the month."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.cutoff import Cutoff, cut_month
from wuye_cli.domain.facts import PlanFacts, RegisterFacts
from wuye_cli.domain.months import find_month, month_of, month_words
from wuye_cli.domain.plans import is_archived, is_in_force
from wuye_cli.errors import RefusedError, UsageError


def cut_past_month(month: str, as_of: date) -> Cutoff:
    """Ask about a month that runs or is over; UsageError for any other."""
    if find_month(month) is None:
        raise UsageError("bad-month", f"“{month}”不是月份，请写成 2023-08 这样的形式。")
    if month > month_of(as_of):
        sentence = f"{month_words(month)}还没有到（截至日是 {as_of}），没有可以统计的内容：请核对月份或 --as-of。"
        raise UsageError("future-month", sentence)
    return cut_month(month, as_of)


def get_covered_plans(facts: RegisterFacts, cut: Cutoff, plan: str | None) -> tuple[PlanFacts, ...]:
    """Find the plans that are covered; RefusedError where there is none."""
    if plan is not None and plan not in {item.code for item in facts.plans.values()}:
        known = "、".join(item.code for item in facts.plans.values()) or "无"
        raise RefusedError("unknown-plan", f"没有编号为“{plan}”的方案。现有方案：{known}。")
    covered = covered_plans(facts, cut, plan)
    if not covered:
        sentence = f"截至 {cut.day} 没有正在执行的方案，没有可以统计的内容。请核对月份，或先导入方案。"
        raise RefusedError("nothing-in-force", sentence)
    return covered


def covered_plans(facts: RegisterFacts, cut: Cutoff, plan: str | None) -> tuple[PlanFacts, ...]:
    """Keep the plans that are open and in force, or the one of this code if it is."""
    asked = (item for item in facts.plans.values() if plan in {None, item.code})
    return tuple(item for item in asked if is_in_force(item, cut.day) and not is_archived(item.archived_on, cut.day))


def part_of(facts: RegisterFacts, plans: tuple[PlanFacts, ...]) -> RegisterFacts:
    """Keep the facts of some plans."""
    kept = {plan.id: plan for plan in plans}
    return RegisterFacts(kept, facts.units, tuple(task for task in facts.tasks if task.plan in kept))
