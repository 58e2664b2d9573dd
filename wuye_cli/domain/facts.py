"""What the register knows, as plain values: the input of every rule and report.

The store makes these from rows; rules and reports read them and never meet a database. Reports and events are
complete: a rule that is asked about a day looks only at those that had happened by then. Units are named by id;
`RegisterFacts.units` resolves them. Percentages are 0-100 and cumulative; months are `YYYY-MM`. What a register holds
thousands of is a NamedTuple: made four times as fast as a frozen dataclass, and its class loads nine times as fast.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wuye_cli.domain.terms import DeadlineKind, EventKind, Every, UnitKind

FORM_KEY = "form_key"  # the setting that holds the key of the forms' signatures


class DeadlineFacts(NamedTuple):
    """One deadline as printed; `on` only for kind date, `every` only for kind recurring."""

    kind: DeadlineKind
    on: date | None
    every: Every | None
    text: str


class MilestoneFacts(NamedTuple):
    """A dated step inside a task's content."""

    on: date
    text: str


class TargetFacts(NamedTuple):
    """A number to reach; `scope` names whose quota it is, `unit` is 个, %, 次 and the like."""

    id: int
    indicator: str
    op: str
    value: float
    value_max: float | None
    unit: str
    by: date | None
    scope: str
    text: str


class DoubtFacts(NamedTuple):
    """A stored value that carries a problem until a person confirms it."""

    field: str
    code: str
    message: str


class ReportFacts(NamedTuple):
    """What one unit said of the task for one month; a later one for the same unit and month replaces it.

    `values` are cumulative amounts by target id. `percent` None means that only words or values were reported;
    `is_nil` that the unit said there was no progress; `remark` says why a figure is below last month's.
    """

    id: int
    unit: int
    month: str
    percent: float | None
    note: str
    problem: str
    next_step: str
    reported_on: date
    values: Mapping[int, float]
    is_nil: bool = False
    remark: str = ""


class EvidenceFacts(NamedTuple):
    """A file that shows what an event says; its content is known by its SHA-256."""

    name: str
    sha256: str
    size: int


class EventFacts(NamedTuple):
    """What happened on a day; `unit` None means the task as a whole, `part` empty means no milestone or period of it.

    An extension moves the deadline `from_on` to `to_on`.
    """

    kind: EventKind
    on: date
    unit: int | None
    part: str = ""
    note: str = ""
    approver: str = ""
    reference: str = ""
    from_on: date | None = None
    to_on: date | None = None
    evidence: tuple[EvidenceFacts, ...] = ()


class PeriodFacts(NamedTuple):
    """What a recurring duty asks of one period (2026Q1, 2026-03)."""

    every: Every
    period: str
    due_on: date


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """One task with everything that hangs on it, in printed order."""

    id: int
    plan: int
    code: str
    no: str
    section: str
    title: str
    content: str
    requirement: str
    level: str
    remark: str
    parent_code: str | None
    added_on: date
    archived_on: date | None
    leads: tuple[int, ...]
    responsible: tuple[int, ...]
    guides: tuple[int, ...]
    deadlines: tuple[DeadlineFacts, ...]
    milestones: tuple[MilestoneFacts, ...]
    targets: tuple[TargetFacts, ...]
    doubts: tuple[DoubtFacts, ...]
    reports: tuple[ReportFacts, ...]
    events: tuple[EventFacts, ...]
    periods: tuple[PeriodFacts, ...] = ()  # those recorded


class PlanFacts(NamedTuple):
    """One plan; `code` is p1, p2 and so on."""

    id: int
    code: str
    title: str
    document_number: str
    issuer: str
    issued_on: date | None
    region: str
    level: str
    year: int | None
    period_start: date | None
    period_end: date | None
    policy: str
    archived_on: date | None
    targets: tuple[TargetFacts, ...]
    doubts: tuple[DoubtFacts, ...]


class PhaseFacts(NamedTuple):
    """A phase of a plan; `start` None where it begins on no printed day."""

    name: str
    start: date | None
    end: date


class DutyFacts(NamedTuple):
    """What a plan asks of a unit for good."""

    unit: str
    text: str


class PlanParts(NamedTuple):
    """What a plan prints beside its tasks, and nothing is counted by."""

    phases: tuple[PhaseFacts, ...] = ()
    duties: tuple[DutyFacts, ...] = ()


class UnitFacts(NamedTuple):
    """One unit; `members` are the unit ids of a group, empty while nobody has listed them."""

    id: int
    name: str
    kind: UnitKind
    region: str
    level: str
    position: int
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """The whole register, or the part that was asked for; tasks in plan order and printed order."""

    plans: Mapping[int, PlanFacts]
    units: Mapping[int, UnitFacts]
    tasks: tuple[TaskFacts, ...]


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The office that keeps the register, as printed on forms and circulars.

    `number_prefix` is the 机关代字 of its document numbers; `reporters` is leads or all; `rest_day` is next or keep:
    what becomes of a reporting day that nobody works on; `auto_issue`, yes or no: may the month's run give numbers.
    """

    name: str = ""
    issuer: str = ""
    number_prefix: str = ""
    region: str = ""
    level: str = ""
    reporting_day: int = 25
    contact: str = ""
    policy: str = "office"
    reporters: str = "leads"
    rest_day: str = "next"
    auto_issue: str = "no"
