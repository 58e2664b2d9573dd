"""The monthly circular as data: its text and its annexes, ready for any medium.

Every count in `paragraphs` is the number of rows of an annex that satisfy a stated condition.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from wuye_cli.domain.facts import ReportFacts
from wuye_cli.domain.terms import Light, Status
from wuye_cli.reports.circular_figures import Figure
from wuye_cli.reports.figure_lines import FigureLine


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """进展情况表: one task."""

    code: str
    no: str
    section: str
    title: str
    content: str
    lead: str
    responsible: str
    deadline: str
    percent: float | None
    expected: float | None
    change: float | None  # 百分点 against last month
    status: Status
    light: Light
    note: str
    problem: str
    next_step: str
    units: tuple[str, ...] = ()  # who answers for it as printed: the leads, or the responsible where there are none
    due: date | None = None
    awaiting_verification: bool = False
    doubts: tuple[str, ...] = ()  # 待核, a sentence each; `note` ends with them
    percent_of: FigureLine | None = None  # what `percent` is made of
    span: tuple[date, date] | None = None  # the way that `expected` is measured on
    before: float | None = None  # last month's percentage, which `change` is counted from


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """逾期（慢序时）任务表: one task that is overdue or behind."""

    code: str
    no: str
    title: str
    lead: str
    responsible: str
    deadline: str
    days_overdue: int | None
    percent: float | None
    expected: float | None
    behind: float | None
    status: Status
    problem: str
    next_step: str
    unfinished: tuple[str, ...] = ()  # the units that the task still waits for, once the first has finished
    due: date | None = None
    overdue_months: tuple[str, ...] = ()  # the months in a row that ended overdue, this one the last
    overdue_again: bool = False  # not last month, but before


@dataclass(frozen=True, slots=True)
class TargetRow:
    """目标完成情况表: one target of a task or of the plan."""

    code: str
    no: str
    title: str
    indicator: str
    scope: str
    target: str
    by: str
    actual: float | None
    unit: str
    rate: float | None
    month: str
    state: str
    wanted: float | None = None  # the value in `target`, which `rate` is counted from
    actual_of: FigureLine | None = None  # what `actual` is made of; a plan's is that of a task's same target
    due: date | None = None
    expected: float | None = None  # the amount that should be reached by now
    is_quota: bool = False  # of a district, beside the whole


@dataclass(frozen=True, slots=True)
class QuotaFigure:
    """目标 | 进度 | 完成率 of one indicator in one district; None is not set or not reported, 0 is zero."""

    target: float | None
    target_max: float | None
    actual: float | None
    rate: float | None


@dataclass(frozen=True, slots=True)
class QuotaIndicator:
    """What is split by district; `note` says where the total that was set or reported is not the sum of its parts.

    `total` is what was set and reported for the whole by itself.
    """

    name: str
    op: str
    unit: str
    by: date | None
    note: str
    total: QuotaFigure | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """One district with a figure per indicator of its table."""

    district: str
    figures: tuple[QuotaFigure, ...]


@dataclass(frozen=True, slots=True)
class DistrictTable:
    """目标完成情况表 by district; the first row is the whole."""

    indicators: tuple[QuotaIndicator, ...]
    rows: tuple[DistrictRow, ...]


@dataclass(frozen=True, slots=True)
class ReportingRow:
    """报送情况表: one unit; `state` is 已报送 / 迟报 / 零报告 / 未报送 / 部分报送."""

    unit: str
    due_tasks: int
    reported_tasks: int
    reported_on: date | None
    state: str
    missing: str  # codes of the tasks without a report
    reported: tuple[str, ...] = ()  # codes of those with one


@dataclass(frozen=True, slots=True)
class StateRow:
    """The tasks of one unit, or of all in one month, by state; `source` is the issue they are taken from, or 台账."""

    name: str
    tasks: tuple[tuple[Status, tuple[str, ...]], ...]  # codes
    source: str = ""

    def count(self, status: Status) -> int:
        """Count the tasks of one state."""
        return len(dict(self.tasks)[status])

    @property
    def total(self) -> int:
        """Count all tasks."""
        return sum(len(codes) for _, codes in self.tasks)


@dataclass(frozen=True, slots=True)
class Circular:
    """One month's circular. `number` is the office's own number, or 第×期（草稿） for a draft.

    `unknown_years` are those in which a reporting day was looked for without a working calendar.
    """

    title: str
    number: str
    issuer: str
    month: str
    counted_to: date
    issued_on: date
    contact: str
    paragraphs: tuple[str, ...]  # headings begin with 一、二、…
    total: int
    awaiting_verification: int
    by_status: tuple[tuple[Status, int], ...]
    progress: tuple[ProgressRow, ...]
    overdue: tuple[OverdueRow, ...]
    targets: tuple[TargetRow, ...]
    reporting: tuple[ReportingRow, ...]
    districts: tuple[DistrictTable, ...] = ()
    unknown_years: tuple[int, ...] = ()
    compared_with: str = ""  # the month before, as it was issued: 第7期（7月）
    figures: tuple[Figure, ...] = ()  # of the text; those of the annexes follow from their rows
    by_unit: tuple[StateRow, ...] = ()  # in official order
    trend: tuple[StateRow, ...] = ()  # the months up to this one, the oldest first


@dataclass(frozen=True, slots=True)
class Issue:
    """A circular as it was issued: nothing that came later is in it. `number` is as printed: 第7期.

    `last_report` is the newest report (by its id) that was there.
    """

    month: str
    number: str
    known_on: date
    circular: Circular
    last_report: int

    def missed(self, report: ReportFacts) -> bool:
        """Say whether a report of its month or of an earlier one came after it was frozen."""
        return report.month <= self.month and (report.reported_on > self.known_on or report.id > self.last_report)
