"""The draft: what an import found, as plain data that a person can read, correct and send on.

Schema `wuye.draft/1`; fields are added, never renamed. Every value keeps the words it came from. A value that is
not certain carries a `Problem` that names its field. Units are printed names after shared prefixes and suffixes
are distributed; they meet the unit register only when the draft is stored.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from wuye_cli.domain.terms import DeadlineKind, Every
from wuye_cli.importing.document import Locator

SCHEMA = "wuye.draft/1"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not certain: a stable code, the field it is about, a Chinese sentence, the place."""

    code: str
    field: str
    message: str
    at: Locator | None = None


@dataclass(frozen=True, slots=True)
class DraftUnits:
    """The units of one role: the cell as printed, unwrapped, and the names in it."""

    text: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftDeadline:
    """One deadline; `date` for kind date, `every` for kind recurring."""

    kind: DeadlineKind
    date: date | None = None
    every: Every | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class DraftMilestone:
    """A dated step inside the content."""

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class DraftTarget:
    """A number to reach; `op` is one of >= <= = > <, `by` only where the words themselves print a date."""

    indicator: str
    op: str
    value: float
    unit: str
    value_max: float | None = None
    by: date | None = None
    scope: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class DraftDuty:
    """What the document asks of one unit for good (责任分工)."""

    unit: str
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class DraftPhase:
    """A phase of the plan; `start` None where it begins on no printed day (即日起), `text` the words of its time."""

    name: str
    start: date | None
    end: date
    text: str


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What a running register prints of a task's progress; `percent` where it prints one, the rest in its words."""

    note: str = ""
    percent: float | None = None
    problem: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class DraftTask:
    """One task item. `no` as printed (3, （一）); `key` = level + title + ordinal, see `assign_keys`.

    `recogniser` names who read it; two tasks that say the same are equal whoever read them.
    """

    no: str = ""
    section: str = ""
    title: str = ""
    content: str = ""
    requirement: str = ""
    level: str = ""
    remark: str = ""
    lead: DraftUnits = DraftUnits()
    responsible: DraftUnits = DraftUnits()
    guide: DraftUnits = DraftUnits()
    deadlines: tuple[DraftDeadline, ...] = ()
    milestones: tuple[DraftMilestone, ...] = ()
    targets: tuple[DraftTarget, ...] = ()
    report: DraftReport | None = None
    source: Locator = Locator()
    problems: tuple[Problem, ...] = ()
    key: str = ""
    recogniser: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Period:
    """From and to, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """The plan's own data, as far as the document prints it."""

    title: str = ""
    document_number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    region: str = ""
    level: str = ""
    year: int | None = None
    period: Period | None = None
    effective: Period | None = None


@dataclass(frozen=True, slots=True)
class DraftSource:
    """The file that was read."""

    file: str = ""
    sha256: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that one import found; `remarks` are said to the clerk and stored nowhere.

    `printed` is the draft as the document prints it, where a person has corrected it since.
    """

    source: DraftSource = DraftSource()
    plan: DraftPlan = DraftPlan()
    tasks: tuple[DraftTask, ...] = ()
    plan_targets: tuple[DraftTarget, ...] = ()
    duties: tuple[DraftDuty, ...] = ()
    phases: tuple[DraftPhase, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    printed: Draft | None = field(default=None, compare=False)

    @property
    def printed_tasks(self) -> tuple[DraftTask | None, ...]:
        """Give each task as the document prints it; None for one that a person has added."""
        if self.printed is None:
            return self.tasks
        known = {task.key: task for task in self.printed.tasks}
        return tuple(known.get(task.key) for task in self.tasks)


def draft_to_json(draft: Draft) -> str:
    """Write a draft as one JSON document (`wuye.draft/1`)."""
    data = {"schema": SCHEMA, **asdict(draft, dict_factory=_fields)}
    if draft.printed is None:
        del data["printed"]
    return json.dumps(data, ensure_ascii=False, indent=1, default=_plain)


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value._asdict() if isinstance(value, Locator) else value for name, value in pairs}


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def draft_from_json(text: str) -> Draft:
    """Read a draft back; raises KeyError or ValueError where the text is not of the schema."""
    data = json.loads(text)
    if data.get("schema") != SCHEMA:
        raise ValueError(f"not {SCHEMA}")
    return _draft(data)


def _draft(data: dict[str, Any]) -> Draft:
    printed = data.get("printed")
    return Draft(
        source=DraftSource(**data["source"]),
        plan=_plan(data["plan"]),
        tasks=tuple(_task(item) for item in data["tasks"]),
        plan_targets=tuple(_target(item) for item in data["plan_targets"]),
        duties=tuple(DraftDuty(**item) for item in data["duties"]),
        phases=tuple(_phase(item) for item in data.get("phases", ())),
        problems=tuple(_problem(item) for item in data["problems"]),
        remarks=tuple(data.get("remarks", ())),
        printed=_draft(printed) if printed else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _period(data: dict[str, str] | None) -> Period | None:
    return Period(date.fromisoformat(data["start"]), date.fromisoformat(data["end"])) if data else None


def _plan(data: dict[str, Any]) -> DraftPlan:
    dates = {
        "issued_on": _day(data["issued_on"]),
        "period": _period(data["period"]),
        "effective": _period(data.get("effective")),
    }
    return DraftPlan(**{**data, **dates})


def _phase(data: dict[str, Any]) -> DraftPhase:
    return DraftPhase(**{**data, "start": _day(data["start"]), "end": date.fromisoformat(data["end"])})


def _units(data: dict[str, Any]) -> DraftUnits:
    return DraftUnits(data["text"], tuple(data["units"]))


def _deadline(data: dict[str, Any]) -> DraftDeadline:
    every = Every(data["every"]) if data["every"] else None
    return DraftDeadline(DeadlineKind(data["kind"]), _day(data["date"]), every, data["text"])


def _target(data: dict[str, Any]) -> DraftTarget:
    return DraftTarget(**{**data, "by": _day(data["by"])})


def _problem(data: dict[str, Any]) -> Problem:
    return Problem(**{**data, "at": Locator(**data["at"]) if data["at"] else None})


def _task(data: dict[str, Any]) -> DraftTask:
    parts: dict[str, Any] = {role: _units(data[role]) for role in ("lead", "responsible", "guide")}
    parts["deadlines"] = tuple(_deadline(item) for item in data["deadlines"])
    parts["milestones"] = tuple(
        DraftMilestone(date.fromisoformat(item["date"]), item["text"]) for item in data["milestones"]
    )
    parts["targets"] = tuple(_target(item) for item in data["targets"])
    parts["report"] = DraftReport(**data["report"]) if data.get("report") else None
    parts["source"] = Locator(**data["source"])
    parts["problems"] = tuple(_problem(item) for item in data["problems"])
    return DraftTask(**{**data, **parts})
