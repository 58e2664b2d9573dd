"""The rows of the status board: one unit, one plan, and all together as of a day. Percentages are 0-100."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.terms import Light, Status
from wuye_cli.reports.lines import DoubtLine, TargetLine


@dataclass(frozen=True, slots=True)
class UnitLine:
    """What one unit (a reporting member) has on its hands; the counts are by Status and add up to total."""

    unit: str
    total: int
    by_status: tuple[tuple[Status, int], ...]
    by_light: tuple[tuple[Light, int], ...]
    mean_percent: float | None


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan with its counts."""

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
    archived: bool
    tasks: int
    by_status: tuple[tuple[Status, int], ...]
    targets: tuple[TargetLine, ...]
    doubts: tuple[DoubtLine, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The status board: every count is of the same tasks."""

    as_of: date
    total: int
    awaiting_verification: int
    by_status: tuple[tuple[Status, int], ...]
    by_light: tuple[tuple[Light, int], ...]
    units: tuple[UnitLine, ...]
    plans: tuple[PlanLine, ...]
    doubts: int
