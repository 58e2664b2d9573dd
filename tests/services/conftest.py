"""A real register of an office in 银川市, and drafts as an import would make them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from wuye_cli.domain.facts import OfficeFacts, RegisterFacts, TaskFacts
from wuye_cli.domain.policies import Policies, parse_policies
from wuye_cli.domain.terms import DeadlineKind
from wuye_cli.domain.units import UnitRules, load_unit_rules
from wuye_cli.importing.draft import Draft, DraftDeadline, DraftPlan, DraftSource, DraftTask, DraftUnits
from wuye_cli.resources import data_path
from wuye_cli.services.office import init_office
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts
from wuye_cli.store.journal import Change
from wuye_cli.store.reading import read_register

TODAY = date(2023, 8, 31)
CHANGE = Change("张三", datetime(2023, 8, 31, 9, 0, tzinfo=UTC), "wuye test")


@pytest.fixture(scope="session")
def rules() -> UnitRules:
    return load_unit_rules(data_path("divisions.csv"), data_path("units.csv"))


@pytest.fixture(scope="session")
def policies() -> Policies:
    return parse_policies(data_path("policies.toml").read_text("utf-8"))


@pytest.fixture
def database(tmp_path: Path, policies: Policies) -> Database:
    register = Database(tmp_path / "register.db")
    init_office(register, OfficeFacts(name="专班办公室", region="银川市"), CHANGE, policies=policies)
    return register


def draft_task(
    no: str, title: str, lead: str = "", responsible: str = "", due: date | None = None, **more: Any
) -> DraftTask:
    """One task as an import finds it; units separated by 、."""
    deadlines = (DraftDeadline(DeadlineKind.DATE, due, text=str(due)),) if due else ()
    return DraftTask(
        no=no,
        title=title,
        key=more.pop("key", f"|{title}|1"),
        lead=_units(lead),
        responsible=_units(responsible),
        deadlines=deadlines,
        **more,
    )


def draft_of(
    *tasks: DraftTask, sha256: str = "a1", title: str = "安心小区任务清单", region: str = "银川市", **more: Any
) -> Draft:
    """One draft of a plan of 2023."""
    plan = replace(DraftPlan(title=title, region=region, level="市", year=2023), **more.pop("plan", {}))
    return Draft(source=DraftSource("清单.txt", sha256, "txt"), plan=plan, tasks=tasks, **more)


def _units(text: str) -> DraftUnits:
    return DraftUnits(text, tuple(filter(None, text.split("、"))))


def facts_of(database: Database, archived: bool = False) -> RegisterFacts:
    with read_register(database) as reader:
        return load_facts(reader, archived=archived)


def task_of(database: Database, code: str) -> TaskFacts:
    return next(task for task in facts_of(database, archived=True).tasks if task.code == code)


def names_of(database: Database, units: tuple[int, ...]) -> list[str]:
    known = facts_of(database).units
    return [known[unit].name for unit in units]


def journal_of(database: Database) -> int:
    """Count the commands that changed something."""
    with read_register(database) as reader:
        return len(reader.rows("journal"))
