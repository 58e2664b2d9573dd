from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from tests.samples import CHANGE, COVERAGE, RECTIFY, issued
from wuye_cli.store.database import Database
from wuye_cli.store.journal import verify_chain
from wuye_cli.store.models import CircularFile, Report, Setting, Task
from wuye_cli.store.reading import Row, read_register
from wuye_cli.store.writing import write_register


def last_changes(database: Database) -> list[Row]:
    with read_register(database) as reader:
        changes: list[Row] = json.loads(reader.rows("journal")[-1]["changes"])
    return changes


def broken_entry(database: Database) -> int | None:
    with read_register(database) as reader:
        entry = verify_chain(reader)
    return entry["id"] if entry else None


def test_a_new_row_is_journaled_with_the_number_it_got(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        session.add(Setting(key="contact", value="李雯"))
    row = {"key": "contact", "value": "李雯"}
    assert last_changes(database) == [{"table": "setting", "id": "contact", "before": None, "after": row}]


def test_a_changed_row_is_journaled_before_and_after(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        session.get_one(Task, RECTIFY).title = "新标题"
    (change,) = last_changes(database)
    assert (change["table"], change["id"]) == ("task", RECTIFY)
    assert (change["before"]["title"], change["after"]["title"]) == ("整治公共收益管理", "新标题")
    assert {**change["before"], "title": "新标题"} == change["after"]


def test_the_old_value_is_the_stored_one_even_if_the_session_never_looked_at_it(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        task = session.get_one(Task, RECTIFY)
        session.expire(task)
        task.title = "新标题"
    assert last_changes(database)[0]["before"]["title"] == "整治公共收益管理"


def test_a_deleted_row_is_journaled_as_it_was(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        session.delete(session.get_one(Report, 1))
    (change,) = last_changes(database)
    assert (change["table"], change["id"], change["after"]) == ("report", 1, None)
    assert (change["before"]["month"], change["before"]["reported_on"]) == ("2023-05", "2023-05-20")


def test_bytes_are_journaled_by_their_hash(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        session.add(issued())
        session.flush()
        session.add(CircularFile(circular_id=1, kind="data", name="a.json", sha256="", size=3, content=b"abc"))
    (_, change) = last_changes(database)
    assert change["after"]["content"] == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_changes_of_one_flush_are_sorted_by_table_and_number(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        for task in [session.get_one(Task, number) for number in (COVERAGE, RECTIFY)]:
            task.remark = "已核对"
        session.add(Setting(key="contact", value="李雯"))
    assert [(item["table"], item["id"]) for item in last_changes(database)] == [
        ("setting", "contact"),
        ("task", RECTIFY),
        ("task", COVERAGE),
    ]


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE journal SET who = '别人' WHERE id = 2", 2),
        ("UPDATE journal SET changes = '[]' WHERE id = 2", 2),
        ("UPDATE journal SET recorded_at = '2020-01-01T00:00:00+00:00' WHERE id = 3", 3),
        ("UPDATE journal SET hash = 'abc' WHERE id = 1", 1),
        ("DELETE FROM journal WHERE id = 1", 2),
        ("DELETE FROM journal WHERE id = 2", 3),
        ("UPDATE journal SET command = command", None),
    ],
)
def test_a_row_altered_by_hand_breaks_the_chain(database: Database, tampering: str, found: int | None) -> None:
    with write_register(database, CHANGE) as session:
        session.add(Setting(key="contact", value="李雯"))
    assert broken_entry(database) is None
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute(tampering)
    assert broken_entry(database) == found
