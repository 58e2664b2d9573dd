"""The rows of most reports: one task, one milestone, one period, as of a day. Names are resolved, rules are applied.

These are the contract between reports and everything that shows them (terminal, JSON `wuye.tasks/1`, workbooks).
Percentages are 0-100; `behind` is in 百分点 (expected minus actual, negative when ahead). What hangs on a task, many
times over, is a NamedTuple: made four times as fast as a frozen dataclass, and its class loads nine times as fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wuye_cli.domain.terms import Light, PeriodState, Status


class DeadlineLine(NamedTuple):
    """One deadline for the eye: its words, and its day where it is a date."""

    kind: str
    on: date | None
    every: str | None
    text: str


class TargetLine(NamedTuple):
    """One target with the newest reported value; `rate` is value / target in percent."""

    id: int
    indicator: str
    op: str
    value: float
    value_max: float | None
    unit: str
    by: date | None
    scope: str
    text: str
    actual: float | None
    actual_month: str | None
    rate: float | None
    met: bool


class DoubtLine(NamedTuple):
    """One 待核 mark."""

    field: str
    code: str
    message: str


class ReportLine(NamedTuple):
    """One unit's newest report for one month."""

    unit: str
    month: str
    percent: float | None
    values: tuple[tuple[str, float, str], ...]  # indicator, value, unit
    note: str
    problem: str
    next_step: str
    reported_on: date


class EvidenceLine(NamedTuple):
    """A file that was kept with an event; `state` is ok, missing or altered, empty where nobody has looked."""

    name: str
    sha256: str
    size: int
    state: str = ""


class EventLine(NamedTuple):
    """What happened to a task, to one unit's part of it or to one of its milestones (`part`), by `kind`."""

    kind: str
    on: date
    unit: str
    part: str = ""
    note: str = ""
    approver: str = ""
    reference: str = ""
    from_on: date | None = None
    to_on: date | None = None
    evidence: tuple[EvidenceLine, ...] = ()


class MilestoneLine(NamedTuple):
    """A dated step, missed or coming, with the task that holds it."""

    code: str
    plan: str
    no: str
    title: str
    lead: tuple[str, ...]
    on: date
    text: str
    days_overdue: int | None
    finished_on: date | None = None


class PeriodLine(NamedTuple):
    """What a recurring duty asks of one period (2026Q1), with the task that holds it."""

    code: str
    plan: str
    no: str
    title: str
    lead: tuple[str, ...]
    every: str
    period: str
    due: date
    state: PeriodState
    done_on: date | None
    days_overdue: int | None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task as of a day."""

    code: str
    plan: str
    plan_title: str
    no: str
    section: str
    title: str
    content: str
    requirement: str
    level: str
    remark: str
    parent: str | None
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    guide: tuple[str, ...]
    reporters: tuple[str, ...]  # members, not group phrases
    status: Status
    light: Light
    light_reason: str
    due: date | None  # the deadline that counts now: the first unmet dated one, else the last dated one
    deadline_text: str  # all deadlines as printed, joined by 、
    deadlines: tuple[DeadlineLine, ...]
    days_overdue: int | None
    percent: float | None
    expected: float | None
    behind: float | None
    last_month: str | None  # month of the newest report
    finished_on: date | None
    awaiting_verification: bool
    archived: bool
    note: str  # of the newest month's reports, each with its unit where there are several; so problem and next_step
    problem: str
    next_step: str
    targets: tuple[TargetLine, ...]
    milestones: tuple[MilestoneLine, ...]
    doubts: tuple[DoubtLine, ...]
    reports: tuple[ReportLine, ...]  # newest month first
    events: tuple[EventLine, ...]
    original_due: date | None = None  # what was printed, where an extension has moved `due`
    extensions: int = 0
    verified_on: date | None = None
    cancelled_on: date | None = None
    finished_units: tuple[str, ...] = ()  # the units that have finished their part
    unfinished: tuple[str, ...] = ()  # the units that a task still waits for, once the first has finished
    periods: tuple[PeriodLine, ...] = ()  # of its recurring duties, the first one first


@dataclass(frozen=True, slots=True)
class Register:
    """Tasks, milestones and periods as of a day: the answer of list, overdue and due.

    `milestones` and `periods` are those of open tasks that are not done. `groups` names the members of each group
    phrase, so that a member's tasks can be found under the phrase that was printed.
    """

    as_of: date
    tasks: tuple[TaskLine, ...]
    milestones: tuple[MilestoneLine, ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    periods: tuple[PeriodLine, ...] = ()
