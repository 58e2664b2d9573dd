"""Reading takes plans, tasks and units as people type them, and loads nothing that only writing needs."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.reports.lines import Register
from wuye_cli.reports.selection import Selection
from wuye_cli.services.importing import store_draft
from wuye_cli.services.plans import archive_plan
from wuye_cli.services.tasks import archive_task
from wuye_cli.services.views import read_board, read_due, read_overdue, read_register_report, read_task
from wuye_cli.store.database import Database

JULY, OCTOBER = date(2023, 7, 31), date(2023, 10, 31)


@pytest.fixture
def plans(database: Database, rules: UnitRules) -> Database:
    first = draft_of(draft_task("1", "甲", "市住建局", due=JULY), draft_task("2", "乙", "各县区政府", due=OCTOBER))
    second = draft_of(
        draft_task("1", "丙", "市住建局", due=JULY), sha256="b2", title="另一份", plan={"issued_on": date(2023, 6, 1)}
    )
    for draft in (first, second):
        store_draft(database, draft, CHANGE, TODAY, rules=rules)
    return database


def codes(register: Register) -> list[str]:
    return [task.code for task in register.tasks]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), "p1-1 p1-2 p2-1"),
        (Selection(plan="P1"), "p1-1 p1-2"),
        (Selection(unit="市住建局"), "p1-1 p2-1"),
        (Selection(unit="市住建"), "p1-1 p2-1"),
        (Selection(unit="兴庆区政府"), "p1-2"),
        (Selection(unit="兴庆区人民政府"), "p1-2"),
        (Selection(unit="各县(市)区人民政府"), "p1-2"),
    ],
)
def test_plans_and_units_are_found_as_typed(
    plans: Database, policies: Policies, rules: UnitRules, selection: Selection, expected: str
) -> None:
    register = read_register_report(plans, TODAY, selection, policies, rules=rules)
    assert codes(register) == expected.split()


def test_without_the_tables_only_printed_spellings_are_known(plans: Database, policies: Policies) -> None:
    assert codes(read_register_report(plans, TODAY, Selection(unit="市住建局"), policies)) == ["p1-1", "p2-1"]
    with pytest.raises(RefusedError, match="您是不是要找：市住建局"):
        read_register_report(plans, TODAY, Selection(unit="市住建"), policies)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1", "请写全编号，如 p1-1、p2-1"),
        ("p1-12", "没有编号为“p1-12”的任务。您是不是要找：p1-2、p1-1"),
        ("乙", "没有编号为“乙”的任务。可用 wuye list"),
    ],
)
def test_an_unclear_task_is_answered_with_what_to_write(
    plans: Database, policies: Policies, typed: str, sentence: str
) -> None:
    with pytest.raises(RefusedError, match=sentence):
        read_task(plans, TODAY, typed, policies)


@pytest.mark.parametrize("typed", ["p1-2", "P1-2", "ｐ１－２", "2"])
def test_with_one_open_plan_the_bare_number_works(plans: Database, policies: Policies, typed: str) -> None:
    archive_plan(plans, "p2", CHANGE, TODAY)
    assert codes(read_task(plans, TODAY, typed, policies)) == ["p1-2"]


def test_an_archived_task_is_still_shown(plans: Database, policies: Policies) -> None:
    archive_task(plans, "p1-1", CHANGE, TODAY)
    assert read_task(plans, TODAY, "p1-1", policies).tasks[0].archived
    assert codes(read_register_report(plans, TODAY, Selection(), policies)) == ["p1-2", "p2-1"]


def test_a_task_of_a_plan_that_is_not_yet_in_force_is_not_shown(plans: Database, policies: Policies) -> None:
    with pytest.raises(RefusedError, match="还没有印发"):
        read_task(plans, date(2023, 5, 31), "p2-1", policies)


def test_overdue_and_due_can_be_narrowed(plans: Database, policies: Policies) -> None:
    assert codes(read_overdue(plans, TODAY, policies)) == ["p1-1", "p2-1"]
    assert codes(read_overdue(plans, TODAY, policies, Selection(plan="p2"))) == ["p2-1"]
    assert codes(read_due(plans, TODAY, 60, policies)) == []
    assert codes(read_due(plans, TODAY, 61, policies)) == ["p1-2"]


def test_the_board_counts_open_plans_or_the_one_that_is_named(plans: Database, policies: Policies) -> None:
    archive_plan(plans, "p2", CHANGE, TODAY)
    assert (read_board(plans, TODAY, policies).total, len(read_board(plans, TODAY, policies).plans)) == (2, 1)
    assert read_board(plans, JULY, policies).total == 3
    assert [line.code for line in read_board(plans, TODAY, policies, "p1").plans] == ["p1"]


def test_reading_loads_no_library_that_only_writing_needs() -> None:
    heavy = {"sqlmodel", "sqlalchemy", "openpyxl", "pydantic", "dateutil", "difflib", "csv"}
    code = "import sys, wuye_cli.services.views; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert heavy.intersection(loaded) == set()
