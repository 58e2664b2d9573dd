"""A register with two plans, and what it takes to issue their circulars."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from tests.services.conftest import CHANGE, draft_of, draft_task
from wuye_cli.domain.calendar import WorkingCalendar
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.policies import Policies, parse_policies
from wuye_cli.domain.units import UnitRules
from wuye_cli.resources import data_path, template_path
from wuye_cli.services.circulars import CircularOrder
from wuye_cli.services.importing import store_draft
from wuye_cli.services.issue_naming import IssueOrder
from wuye_cli.services.issuing import Prepared, issue_circular
from wuye_cli.services.office import init_office
from wuye_cli.store.database import Database
from wuye_cli.store.journal import Change

POLICIES: Policies = parse_policies(data_path("policies.toml").read_text("utf-8"))
SEPTEMBER = date(2023, 9, 5)


def make_register(path: Path, rules: UnitRules, prefix: str = "") -> Database:
    """Plans p1 and p2, one task each, in force since January 2022."""
    database = Database(path)
    office = OfficeFacts(name="专班办公室", number_prefix=prefix, region="银川市")
    init_office(database, office, CHANGE, policies=POLICIES)
    for title, sha256 in (("一号方案", "a1"), ("二号方案", "b2")):
        task = draft_task("1", title + "任务", "市住建局", due=date(2023, 12, 31))
        draft = draft_of(task, title=title, sha256=sha256, plan={"issued_on": date(2022, 1, 1)})
        store_draft(database, draft, CHANGE, date(2022, 1, 1), rules=rules)
    return database


def copied(path: Path, place: Path) -> Database:
    shutil.copy(path, place)
    return Database(place)


def order(month: str, plan: str | None = None, on: date = SEPTEMBER) -> CircularOrder:
    return CircularOrder(month, on, POLICIES, template_path("通报.xlsx"), WorkingCalendar(), plan)


def change_on(day: date) -> Change:
    return replace(CHANGE, at=datetime.combine(day, time(9), UTC), on=day)


def issue(
    database: Database,
    month: str,
    plan: str | None = None,
    *,
    on: date = SEPTEMBER,
    number: int | None = None,
    edited: Path | None = None,
    reason: str = "",
) -> Prepared:
    return issue_circular(database, IssueOrder(order(month, plan, on), number, edited, reason), change_on(on))
