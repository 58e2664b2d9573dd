"""The register as of a day: later edits are not seen, what has a day of its own and imported documents are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from tests.samples import CHANGE, CIVIL, COVERAGE, HOUSING, RECTIFY
from wuye_cli.store.database import Database
from wuye_cli.store.finding import find_rows
from wuye_cli.store.models import (
    Assignment,
    Deadline,
    Doubt,
    Plan,
    Report,
    Setting,
    Task,
    TaskEvent,
    Unit,
    UnitAlias,
)
from wuye_cli.store.reading import Row, read_register
from wuye_cli.store.undoing import undo_entries
from wuye_cli.store.writing import write_register

Work = Callable[[Session], object]
BEFORE, DAY, AFTER = date(2023, 9, 30), date(2023, 10, 10), date(2023, 10, 11)
TABLES = ("plans", "tasks", "units", "unit_aliases", "assignments", "deadlines", "doubts", "reports", "task_events")


def change(database: Database, work: Work, on: date = DAY) -> None:
    with write_register(database, replace(CHANGE, on=on)) as session:
        work(session)


def seen(database: Database, as_of: date | None = None) -> dict[str, list[Row]]:
    with read_register(database, as_of) as reader:
        return {name: reader.rows(name, plan=None, archived=1) for name in TABLES}


def set_value(table: type[Task | Unit | Deadline | Doubt | Plan], key: int, name: str, value: object) -> Work:
    return lambda session: setattr(session.get_one(table, key), name, value)


def replace_lead(session: Session) -> None:
    (old,) = find_rows(session, Assignment, task_id=RECTIFY, role="lead")
    session.delete(old)
    session.flush()
    session.add(Assignment(task_id=RECTIFY, role="lead", unit_id=CIVIL, position=1))


def new_task(**more: Any) -> Task:
    values: dict[str, Any] = {
        "plan_id": 1,
        "code": "p1-9",
        "position": 9,
        "key": "",
        "title": "新",
        "added_on": DAY,
        **more,
    }
    return Task(**values)


EDITS: dict[str, Work] = {
    "a title": set_value(Task, RECTIFY, "title", "新标题"),
    "a deadline": set_value(Deadline, 1, "due_on", date(2023, 12, 1)),
    "a unit's name": set_value(Unit, HOUSING, "name", "市住建委"),
    "a confirmed doubt": set_value(Doubt, 2, "confirmed_on", DAY),
    "an archived task": set_value(Task, RECTIFY, "archived_on", DAY),
    "a plan's date": set_value(Plan, 1, "issued_on", date(2023, 2, 1)),
    "a unit": replace_lead,
    "a further deadline": lambda session: session.add(Deadline(task_id=RECTIFY, position=2, kind="ongoing")),
    "a spelling": lambda session: session.add(UnitAlias(unit_id=CIVIL, name="民政")),
    "a spelling taken away": lambda session: session.delete(session.get_one(UnitAlias, 1)),
    "a task added by hand": lambda session: session.add(new_task()),
}


@pytest.mark.parametrize("work", EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_seen_from_the_day_on_which_it_was_made(database: Database, work: Work) -> None:
    before = seen(database)
    change(database, work)
    assert seen(database, BEFORE) == before
    assert seen(database, DAY) == seen(database, AFTER) == seen(database) != before


def add_plan(session: Session) -> None:
    session.add(Plan(id=2, number=2, title="另一方案", imported_on=DAY))
    session.add(Unit(id=9, name="市公安局", position=9))
    session.flush()
    session.add(new_task(id=9, plan_id=2, code="p2-1", key="|新|1"))
    session.flush()
    session.add(Assignment(task_id=9, role="lead", unit_id=9, position=1))


LASTING: dict[str, Work] = {
    "an imported plan": add_plan,
    "further imported tasks": lambda session: session.add(new_task(key="|新|1")),
    "a report of an earlier day": lambda session: session.add(
        Report(task_id=RECTIFY, unit_id=HOUSING, month="2023-08", percent=80, reported_on=date(2023, 8, 20))
    ),
    "a finish of an earlier day": lambda session: session.add(
        TaskEvent(task_id=COVERAGE, kind="finish", happened_on=date(2023, 8, 20))
    ),
    "a setting": lambda session: session.add(Setting(key="contact", value="李雯")),
}


@pytest.mark.parametrize("work", LASTING.values(), ids=LASTING.keys())
def test_what_has_a_day_of_its_own_is_not_hidden_by_the_day_of_typing(database: Database, work: Work) -> None:
    change(database, work)
    assert seen(database, BEFORE) == seen(database)


def test_an_imported_plan_is_seen_as_imported_before_it_was_edited(database: Database) -> None:
    change(database, add_plan)
    as_imported = seen(database)
    change(database, set_value(Task, 9, "title", "改过"), AFTER)
    assert seen(database, BEFORE) == seen(database, DAY) == as_imported


def test_tasks_of_a_new_version_are_seen_from_its_day_on(database: Database) -> None:
    def import_again(session: Session) -> None:
        session.get_one(Plan, 1).source_sha256 = "b2"
        session.add(new_task(key="|新|1"))

    before = seen(database)
    change(database, import_again)
    assert seen(database, BEFORE) == before


def test_what_was_taken_back_was_never_made_on_any_day(database: Database) -> None:
    before = seen(database)
    change(database, add_plan)
    change(database, set_value(Task, RECTIFY, "title", "改过"))
    with read_register(database) as reader:
        last = reader.rows("journal")[-1]["id"]
    undo_entries(database, [last, last - 1], replace(CHANGE, on=AFTER))
    assert seen(database, BEFORE) == seen(database, DAY) == seen(database, AFTER) == before


def test_a_row_whose_key_was_given_to_another_comes_back_beside_it(database: Database) -> None:
    """市公安 was merged into another unit on a later day, and the next new unit got its key."""

    def add(session: Session) -> None:
        session.add(Unit(id=9, name="市公安", position=9))
        session.flush()
        session.add(Assignment(id=20, task_id=RECTIFY, role="guide", unit_id=9, position=1))

    def merge(session: Session) -> None:
        session.get_one(Assignment, 20).unit_id = CIVIL
        session.flush()
        session.delete(session.get_one(Unit, 9))

    change(database, add, BEFORE)
    change(database, merge)
    change(database, lambda session: session.add(Unit(id=9, name="市气象局", position=10)))
    then = seen(database, BEFORE)
    names = {row["id"]: row["name"] for row in then["units"]}
    (guide,) = [row["unit_id"] for row in then["assignments"] if row["id"] == 20]
    assert (names[guide], names[9]) == ("市公安", "市气象局")


def test_rows_that_come_back_together_do_not_meet(database: Database) -> None:
    """Two rows went on one day, and a new one got the key of the first: moved aside, that leaves room for the other."""
    guides = [
        Assignment(id=20, task_id=RECTIFY, role="guide", unit_id=CIVIL, position=1),
        Assignment(id=21, task_id=RECTIFY, role="guide", unit_id=HOUSING, position=2),
    ]

    def drop(session: Session) -> None:
        for key in (20, 21):
            session.delete(session.get_one(Assignment, key))

    def add_task(session: Session) -> None:
        session.add(new_task(id=90))
        session.flush()
        session.add(Assignment(id=20, task_id=90, role="lead", unit_id=CIVIL, position=1))

    change(database, lambda session: session.add_all(guides), BEFORE)
    change(database, drop)
    change(database, add_task)
    then = [row for row in seen(database, BEFORE)["assignments"] if row["role"] == "guide"]
    assert [row["unit_id"] for row in then if row["task_id"] == RECTIFY] == [CIVIL, HOUSING]


def test_a_change_without_a_day_holds_on_any_day(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        session.get_one(Task, RECTIFY).title = "新标题"
    assert seen(database, date(2000, 1, 1)) == seen(database)
