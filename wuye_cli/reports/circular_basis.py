"""What the text of a circular is written from: the rows of its annexes, and what the months before show of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.cutoff import Cutoff
from wuye_cli.domain.facts import PlanFacts
from wuye_cli.domain.terms import STATUS_WORDS, Status
from wuye_cli.reports.circular_figures import Reckoning, count
from wuye_cli.reports.circular_late import LateReport
from wuye_cli.reports.circular_lines import Issue, OverdueRow, ProgressRow, ReportingRow
from wuye_cli.reports.circular_parts import Parts, joined
from wuye_cli.reports.circular_past import PastTask
from wuye_cli.reports.circular_phrases import Phrases
from wuye_cli.reports.circular_trends import Stalled, Turned

PROGRESS_TABLE, OVERDUE_TABLE, REPORTING_TABLE = "进展情况表", "逾期任务表", "报送情况表"


@dataclass(frozen=True, slots=True)
class CircularBasis:
    """The annexes of one circular; `before` are the open tasks of the same plans a month ago, as `issued` if it was."""

    month: str
    cut: Cutoff
    plans: tuple[PlanFacts, ...]
    next_report_on: date
    official_order: tuple[str, ...]
    progress: tuple[ProgressRow, ...]
    overdue: tuple[OverdueRow, ...]
    reporting: tuple[ReportingRow, ...]
    before: Mapping[str, PastTask]
    issued: Issue | None
    turned: tuple[Turned, ...]
    stalled: tuple[Stalled, ...]
    late_reports: tuple[LateReport, ...]
    last_issue: Issue | None
    phrases: Phrases

    def in_state(self, status: Status) -> tuple[ProgressRow, ...]:
        """Give the tasks of one state."""
        return tuple(row for row in self.progress if row.status is status)


def count_state(status: Status, rows: Iterable[ProgressRow], whose: str = "") -> Reckoning:
    """Count the tasks of one state among rows of the progress table."""
    words = f"{PROGRESS_TABLE}中{whose}状态为“{STATUS_WORDS[status]}”的行"
    return count(words, (row.code for row in rows if row.status is status))


def state_counts(rows: Iterable[ProgressRow], whose: str = "", *, all_six: bool = False) -> Parts:
    """Say how many are of each state: 已完成1项、逾期2项; states that none is in only with `all_six`."""
    known = tuple(rows)
    counts = ((STATUS_WORDS[status], count_state(status, known, whose)) for status in Status)
    return joined((word, counted, "项") for word, counted in counts if counted.rows or all_six)
