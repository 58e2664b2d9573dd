"""What the charts of a circular show: tasks by unit and state, states month by month, targets against expected ones."""

from __future__ import annotations

from collections.abc import Iterable

from wuye_cli.domain.figures import round_share
from wuye_cli.domain.months import month_words, shift_month
from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_lines import Circular, ProgressRow, StateRow, TargetRow
from wuye_cli.reports.circular_past import Past

MONTHS = 6
CHARTED = 12  # units or targets that can be told apart in a chart of one page
LATE = (Status.OVERDUE, Status.BEHIND)
REGISTER = "台账"


def build_unit_states(rows: Iterable[tuple[str, Iterable[ProgressRow]]]) -> tuple[StateRow, ...]:
    """Put the tasks of each unit into a row."""
    return tuple(_state_row(unit, ((row.code, row.status) for row in several)) for unit, several in rows)


def build_trend(past: Past, now: Iterable[ProgressRow]) -> tuple[StateRow, ...]:
    """Put this month and those before it into rows, the oldest first: as they were issued, else counted again."""
    this_month = _state_row(month_words(past.month), ((row.code, row.status) for row in now), REGISTER)
    before = (_past_row(past, shift_month(past.month, -back)) for back in range(MONTHS - 1, 0, -1))
    return (*(row for row in before if row.total), this_month)


def charted_units(circular: Circular) -> tuple[StateRow, ...]:
    """Keep the units with most late tasks, as many as a chart can show, in official order."""
    latest = sorted(circular.by_unit, key=lambda row: -sum(row.count(status) for status in LATE))[:CHARTED]
    return tuple(row for row in circular.by_unit if row in latest)


def charted_targets(circular: Circular) -> tuple[TargetRow, ...]:
    """Keep as many of the comparable targets as a chart can show."""
    return comparable_targets(circular)[:CHARTED]


def comparable_targets(circular: Circular) -> tuple[TargetRow, ...]:
    """Keep the targets that have expected progress: no quotas, and of each indicator the next one due."""
    next_due: dict[tuple[str, str], TargetRow] = {}
    for row in circular.targets:
        is_open = row.due is not None and row.due >= circular.counted_to
        if is_open and not row.is_quota and row.expected is not None and row.wanted:
            next_due.setdefault((row.code, row.indicator), row)
    return tuple(next_due.values())


def expected_rate(row: TargetRow) -> float | None:
    """Give what should be reached by now in percent of what is wanted."""
    return round_share(row.expected / row.wanted * 100) if row.expected is not None and row.wanted else None


def _past_row(past: Past, month: str) -> StateRow:
    issue = past.issue_of(month)
    tasks = ((task.code, task.status) for task in past.tasks_in(month).values())
    return _state_row(month_words(month), tasks, issue.number if issue else REGISTER)


def _state_row(name: str, tasks: Iterable[tuple[str, Status]], source: str = "") -> StateRow:
    codes: dict[Status, list[str]] = {status: [] for status in Status}
    for code, status in tasks:
        codes[status].append(code)
    return StateRow(name, tuple((status, tuple(several)) for status, several in codes.items()), source)
