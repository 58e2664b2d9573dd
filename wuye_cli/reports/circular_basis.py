"""What the text of a circular is written from: the rows of its annexes. So every count is a count of such rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.cutoff import Cutoff
from wuye_cli.domain.facts import PlanFacts
from wuye_cli.domain.terms import STATUS_WORDS, Status
from wuye_cli.reports.circular_lines import OverdueRow, ProgressRow, ReportingRow


@dataclass(frozen=True, slots=True)
class CircularBasis:
    """The annexes of one circular; `before` are the states of the same plans' tasks a month ago."""

    month: str
    cut: Cutoff
    plans: tuple[PlanFacts, ...]
    next_report_on: date
    official_order: tuple[str, ...]
    progress: tuple[ProgressRow, ...]
    before: tuple[Status, ...]
    overdue: tuple[OverdueRow, ...]
    reporting: tuple[ReportingRow, ...]


def state_counts(statuses: Iterable[Status], *, all_six: bool = False) -> str:
    """Say how many are of each state: 已完成1项、逾期2项; states that none is in only with `all_six`."""
    found = tuple(statuses)
    counted = ((status, found.count(status)) for status in Status)
    return "、".join(f"{STATUS_WORDS[status]}{count}项" for status, count in counted if count or all_six)


def names_or_none(names: Iterable[str]) -> str:
    """Join names; 无 where there is none."""
    return "、".join(names) or "无"
