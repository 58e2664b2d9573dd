"""What goes to a higher level for one month: the circular, and the same plans' tasks one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.domain.cutoff import cut_month
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts
from wuye_cli.domain.policies import Policies
from wuye_cli.reports.board import build_board
from wuye_cli.reports.board_lines import UnitLine
from wuye_cli.reports.circular_lines import Circular
from wuye_cli.reports.coverage import covered_plans, part_of
from wuye_cli.reports.lines import Register
from wuye_cli.reports.register import build_register_at


@dataclass(frozen=True, slots=True)
class Submission:
    """One month for a higher level: every count of the circular is one of tasks of `register`."""

    office: str
    region: str
    circular: Circular
    register: Register
    units: tuple[UnitLine, ...]


def build_submission(  # noqa: PLR0917 - the register, of when, by which rules
    facts: RegisterFacts, office: OfficeFacts, circular: Circular, as_of: date, policies: Policies, plan: str | None
) -> Submission:
    """Put beside a circular the tasks that it counts, as they stood when it counted them; `plan` is a code."""
    cut = cut_month(circular.month, as_of)
    part = part_of(facts, covered_plans(facts, cut, plan))
    register = build_register_at(part, office, cut, policies)
    register = replace(register, tasks=tuple(task for task in register.tasks if not task.archived))
    return Submission(office.name, office.region, circular, register, build_board(register, part).units)
