"""Facts written by hand: everything a test does not speak of is left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from wuye_cli.domain.facts import (
    DeadlineFacts,
    DoubtFacts,
    EventFacts,
    MilestoneFacts,
    PlanFacts,
    RegisterFacts,
    ReportFacts,
    TargetFacts,
    TaskFacts,
    UnitFacts,
)
from wuye_cli.domain.months import last_day
from wuye_cli.domain.policies import Policies, parse_policies
from wuye_cli.domain.terms import DeadlineKind, EventKind, Every, UnitKind

POLICIES_FILE = Path(__file__).parents[3] / "data" / "policies.toml"

DEFAULT_PLAN: dict[str, Any] = {
    "id": 1,
    "code": "p1",
    "title": "甲市物业提升三年行动方案",
    "document_number": "",
    "issuer": "",
    "issued_on": None,
    "region": "甲市",
    "level": "市级",
    "year": 2023,
    "period_start": None,
    "period_end": None,
    "policy": "",
    "archived_on": None,
    "targets": (),
    "doubts": (),
}
DEFAULT_TASK: dict[str, Any] = {
    "plan": 1,
    "section": "",
    "content": "",
    "requirement": "",
    "level": "市级",
    "remark": "",
    "parent_code": None,
    "added_on": date(2023, 1, 5),
    "archived_on": None,
    "leads": (1,),
    "responsible": (),
    "guides": (),
    "deadlines": (),
    "milestones": (),
    "targets": (),
    "doubts": (),
    "reports": (),
    "events": (),
}


def shipped_policies() -> Policies:
    return parse_policies(POLICIES_FILE.read_text("utf-8"))


def day(text: str) -> date:
    return date.fromisoformat(text)


def plan(**values: Any) -> PlanFacts:
    return PlanFacts(**{**DEFAULT_PLAN, **values})


def task(number: int = 1, **values: Any) -> TaskFacts:
    own = {"id": number, "code": f"p1-{number}", "no": str(number), "title": f"第{number}项任务"}
    return TaskFacts(**{**DEFAULT_TASK, **own, **values})


def unit(key: int, name: str = "", members: tuple[int, ...] = (), region: str = "") -> UnitFacts:
    kind = UnitKind.GROUP if members else UnitKind.UNIT
    return UnitFacts(key, name or f"单位{key}", kind, region, "", key, members)


def units(*listed: UnitFacts) -> Mapping[int, UnitFacts]:
    return {item.id: item for item in listed}


def due(on: str, text: str = "按时完成") -> DeadlineFacts:
    return DeadlineFacts(DeadlineKind.DATE, day(on), None, text)


def ongoing() -> DeadlineFacts:
    return DeadlineFacts(DeadlineKind.ONGOING, None, None, "长期坚持")


def recurring(every: Every = Every.MONTH) -> DeadlineFacts:
    return DeadlineFacts(DeadlineKind.RECURRING, None, every, "每月")


def target(key: int, value: float, unit: str = "%", by: str | None = None, **values: Any) -> TargetFacts:
    own = {"indicator": "成立率", "op": ">=", "value_max": None, "scope": "", "text": f"达到{value:g}{unit}"}
    return TargetFacts(**{**own, "id": key, "value": value, "unit": unit, "by": day(by) if by else None, **values})


def milestone(on: str, text: str = "制定方案") -> MilestoneFacts:
    return MilestoneFacts(day(on), text)


def doubt(message: str = "年份不确定") -> DoubtFacts:
    return DoubtFacts("deadlines", "deadline-year-unknown", message)


def report(key: int, month: str, percent: float | None = None, unit: int = 1, **values: Any) -> ReportFacts:
    own = {"note": "", "problem": "", "next_step": "", "reported_on": last_day(month), "values": {}}
    return ReportFacts(**{**own, "id": key, "unit": unit, "month": month, "percent": percent, **values})


def event(kind: EventKind, on: str, unit: int | None = None, part: str = "") -> EventFacts:
    return EventFacts(kind, day(on), unit, part)


def finish(on: str, unit: int | None = None, part: str = "") -> EventFacts:
    return event(EventKind.FINISH, on, unit, part)


def verify(on: str, unit: int | None = None) -> EventFacts:
    return event(EventKind.VERIFY, on, unit)


def send_back(on: str, unit: int | None = None) -> EventFacts:
    return event(EventKind.RETURN, on, unit)


def reopen(on: str, unit: int | None = None, part: str = "") -> EventFacts:
    return event(EventKind.REOPEN, on, unit, part)


def cancel(on: str) -> EventFacts:
    return event(EventKind.CANCEL, on)


def extend(on: str, before: str, after: str) -> EventFacts:
    return EventFacts(EventKind.EXTEND, day(on), None, from_on=day(before), to_on=day(after))


def register_facts(
    *tasks: TaskFacts, plans: tuple[PlanFacts, ...] = (), known: Mapping[int, UnitFacts] | None = None
) -> RegisterFacts:
    return RegisterFacts({item.id: item for item in plans or (plan(),)}, known or units(unit(1), unit(2)), tasks)
