"""Rows into facts: one query per table, grouped by what they hang on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TypeVar

from wuye_cli.domain.facts import (
    DeadlineFacts,
    DoubtFacts,
    DutyFacts,
    EventFacts,
    EvidenceFacts,
    MilestoneFacts,
    OfficeFacts,
    PeriodFacts,
    PhaseFacts,
    PlanFacts,
    PlanParts,
    RegisterFacts,
    ReportFacts,
    TargetFacts,
    TaskFacts,
    UnitFacts,
)
from wuye_cli.domain.terms import DeadlineKind, EventKind, Every, Role, UnitKind
from wuye_cli.store.reading import Reader, Row

T = TypeVar("T")
Grouped = Mapping[int | None, tuple[T, ...]]


def load_office(reader: Reader) -> OfficeFacts:
    """Read the office's configuration; what nobody has set keeps its default."""
    settings = {row["key"]: row["value"] for row in reader.rows("settings")}
    known = {field.name: settings[field.name] for field in fields(OfficeFacts) if field.name in settings}
    day = int(known.pop("reporting_day", OfficeFacts().reporting_day))
    return OfficeFacts(**known, reporting_day=day)


def load_facts(reader: Reader, plan: str | None = None, archived: bool = False) -> RegisterFacts:
    """Read the register, or one plan (p1); what is archived only with `archived`, whatever the day asked about."""

    def rows(name: str) -> list[Row]:
        return reader.rows(name, plan=plan, archived=int(archived))

    targets, doubts = rows("targets"), [row for row in rows("doubts") if row["confirmed_on"] is None]
    return RegisterFacts(
        plans=_plans(rows("plans"), targets, doubts),
        units=_units(reader),
        tasks=_tasks(rows, targets, doubts),
    )


def load_plan_parts(reader: Reader, plan: str) -> PlanParts:
    """Read what one plan (p1) prints beside its tasks, archived or not."""
    phases, duties = (reader.rows(name, plan=plan, archived=1) for name in ("phases", "duties"))
    return PlanParts(
        tuple(PhaseFacts(row["name"], row["start_on"], row["end_on"]) for row in phases),
        tuple(DutyFacts(row["unit"], row["text"]) for row in duties),
    )


def _group(rows: list[Row], key: str, make: Callable[[Row], T]) -> Grouped[T]:
    groups: defaultdict[int | None, list[T]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(make(row))
    return {owner: tuple(items) for owner, items in groups.items()}


def _units(reader: Reader) -> dict[int, UnitFacts]:
    members = _group(reader.rows("memberships"), "group_id", lambda row: int(row["member_id"]))
    return {
        row["id"]: UnitFacts(
            id=row["id"],
            name=row["name"],
            kind=UnitKind(row["kind"]),
            region=row["region"],
            level=row["level"],
            position=row["position"],
            members=members.get(row["id"], ()),
        )
        for row in reader.rows("units")
    }


def _plans(rows: list[Row], targets: list[Row], doubts: list[Row]) -> dict[int, PlanFacts]:
    own_targets = _group([row for row in targets if row["task_id"] is None], "plan_id", _target)
    own_doubts = _group([row for row in doubts if row["task_id"] is None], "plan_id", _doubt)
    return {row["id"]: _plan(row, own_targets, own_doubts) for row in rows}


def _plan(row: Row, targets: Grouped[TargetFacts], doubts: Grouped[DoubtFacts]) -> PlanFacts:
    return PlanFacts(
        id=row["id"],
        code=f"p{row['number']}",
        title=row["title"],
        document_number=row["document_number"],
        issuer=row["issuer"],
        issued_on=row["issued_on"],
        region=row["region"],
        level=row["level"],
        year=row["year"],
        period_start=row["period_start"],
        period_end=row["period_end"],
        policy=row["policy"],
        archived_on=row["archived_on"],
        targets=targets.get(row["id"], ()),
        doubts=doubts.get(row["id"], ()),
    )


def _tasks(rows: Callable[[str], list[Row]], targets: list[Row], doubts: list[Row]) -> tuple[TaskFacts, ...]:
    assignments = rows("assignments")
    leads, responsible, guides = (_units_as(role, assignments) for role in (Role.LEAD, Role.RESPONSIBLE, Role.GUIDE))
    deadlines = _group(rows("deadlines"), "task_id", _deadline)
    milestones = _group(rows("milestones"), "task_id", _milestone)
    targets_of, doubts_of = _group(targets, "task_id", _target), _group(doubts, "task_id", _doubt)
    reports = _reports(rows)
    events = _events(rows)
    periods = _group(rows("period_records"), "task_id", _period)
    return tuple(
        TaskFacts(
            id=task,
            plan=row["plan_id"],
            code=row["code"],
            no=row["no"],
            section=row["section"],
            title=row["title"],
            content=row["content"],
            requirement=row["requirement"],
            level=row["level"],
            remark=row["remark"],
            parent_code=row["parent_code"],
            added_on=row["added_on"],
            archived_on=row["archived_on"],
            leads=leads.get(task, ()),
            responsible=responsible.get(task, ()),
            guides=guides.get(task, ()),
            deadlines=deadlines.get(task, ()),
            milestones=milestones.get(task, ()),
            targets=targets_of.get(task, ()),
            doubts=doubts_of.get(task, ()),
            reports=reports.get(task, ()),
            events=events.get(task, ()),
            periods=periods.get(task, ()),
        )
        for row in rows("tasks")
        for task in (row["id"],)
    )


def _units_as(role: Role, assignments: list[Row]) -> Grouped[int]:
    return _group([row for row in assignments if row["role"] == role], "task_id", lambda row: int(row["unit_id"]))


def _reports(rows: Callable[[str], list[Row]]) -> Grouped[ReportFacts]:
    values = _group(rows("report_values"), "report_id", lambda row: (int(row["target_id"]), float(row["value"])))

    def make(row: Row) -> ReportFacts:
        return ReportFacts(
            id=row["id"],
            unit=row["unit_id"],
            month=row["month"],
            percent=row["percent"],
            note=row["note"],
            problem=row["problem"],
            next_step=row["next_step"],
            reported_on=row["reported_on"],
            values=dict(values.get(row["id"], ())),
            is_nil=bool(row["is_nil"]),
            remark=row["remark"],
        )

    return _group(rows("reports"), "task_id", make)


def _deadline(row: Row) -> DeadlineFacts:
    every = Every(row["every"]) if row["every"] else None
    return DeadlineFacts(DeadlineKind(row["kind"]), row["due_on"], every, row["text"])


def _milestone(row: Row) -> MilestoneFacts:
    return MilestoneFacts(row["due_on"], row["text"])


def _target(row: Row) -> TargetFacts:
    return TargetFacts(
        id=row["id"],
        indicator=row["indicator"],
        op=row["op"],
        value=row["value"],
        value_max=row["value_max"],
        unit=row["unit"],
        by=row["by_on"],
        scope=row["scope"],
        text=row["text"],
    )


def _period(row: Row) -> PeriodFacts:
    return PeriodFacts(Every(row["every"]), row["period"], row["due_on"])


def _doubt(row: Row) -> DoubtFacts:
    return DoubtFacts(row["field"], row["code"], row["message"])


def _events(rows: Callable[[str], list[Row]]) -> Grouped[EventFacts]:
    evidence = _group(rows("evidence"), "event_id", lambda row: EvidenceFacts(row["name"], row["sha256"], row["size"]))

    def make(row: Row) -> EventFacts:
        return EventFacts(
            EventKind(row["kind"]),
            row["happened_on"],
            row["unit_id"],
            **{name: row[name] for name in ("part", "note", "approver", "reference", "from_on", "to_on")},
            evidence=evidence.get(row["id"], ()),
        )

    return _group(rows("task_events"), "task_id", make)
