"""The overview of one day for the screen: the board, how the months went, the quotas by district, what is overdue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.cutoff import cut_month
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts
from wuye_cli.domain.months import month_of, shift_month
from wuye_cli.domain.plans import begins_on, is_archived, is_in_force
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.terms import Status
from wuye_cli.reports.board import build_board
from wuye_cli.reports.board_lines import Board
from wuye_cli.reports.circular_districts import build_district_tables
from wuye_cli.reports.circular_lines import DistrictTable
from wuye_cli.reports.lines import TaskLine
from wuye_cli.reports.overdue import build_overdue
from wuye_cli.reports.register import assess_tasks, build_register

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class TrendMonth:
    """How many tasks were in each state at the end of a month, or today in the month that runs."""

    month: str
    total: int
    by_status: tuple[tuple[Status, int], ...]


@dataclass(frozen=True, slots=True)
class Dashboard:
    """All that the overview page shows; the counts of the last month of `trend` are those of `board`."""

    office: str
    board: Board
    trend: tuple[TrendMonth, ...]
    districts: tuple[DistrictTable, ...]
    overdue: tuple[TaskLine, ...]


def build_dashboard(facts: RegisterFacts, office: OfficeFacts, as_of: date, policies: Policies) -> Dashboard:
    """Build the overview; the reports of a month count for it from the day that they are known, as in the circular."""
    register = build_register(facts, office, as_of, policies)
    plans = tuple(
        plan for plan in facts.plans.values() if is_in_force(plan, as_of) and not is_archived(plan.archived_on, as_of)
    )
    return Dashboard(
        office=office.name,
        board=build_board(register, facts),
        trend=tuple(_trend(facts, office, as_of, policies)),
        districts=build_district_tables(plans, register, facts.units),
        overdue=tuple(sorted(build_overdue(register).tasks, key=lambda task: -(task.days_overdue or 0))),
    )


def _trend(facts: RegisterFacts, office: OfficeFacts, as_of: date, policies: Policies) -> Iterator[TrendMonth]:
    """Count month by month: since the first plan is in force, a year at most."""
    begins = [begin for begin in map(begins_on, facts.plans.values()) if begin is not None and begin <= as_of]
    last = month_of(as_of)
    month = max(month_of(min(begins, default=as_of)), shift_month(last, 1 - MONTHS_SHOWN))
    while month <= last:
        assessed = assess_tasks(facts, office, cut_month(month, as_of), policies)
        counts = Counter(one.standing.status for one in assessed if not one.archived)
        yield TrendMonth(month, counts.total(), tuple((status, counts[status]) for status in Status))
        month = shift_month(month, 1)
