from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.samples import CHANGE, RECTIFY, issued
from wuye_cli.store.checking import find_faults
from wuye_cli.store.database import Database
from wuye_cli.store.models import CircularFile, Setting, Task
from wuye_cli.store.writing import write_register


@pytest.fixture
def register(database: Database) -> Database:
    """Entry 3 changes a task, entry 4 adds a setting."""
    with write_register(database, CHANGE) as session:
        session.get_one(Task, RECTIFY).title = "新标题"
    with write_register(database, CHANGE) as session:
        session.add(Setting(key="contact", value="李雯"))
    return database


def faults_after(database: Database, tampering: str) -> tuple[str, ...]:
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.executescript(tampering)
    return find_faults(database)


def test_a_register_that_only_wuye_has_written_is_whole(register: Database) -> None:
    assert find_faults(register) == ()


@pytest.mark.parametrize(
    ("tampering", "words"),
    [
        ("UPDATE journal SET who = '别人' WHERE id = 3", ["流水从第 3 条", "接不上"]),
        ("DELETE FROM journal WHERE id = 3", ["流水从第 4 条", "接不上"]),
        ("UPDATE journal SET effective_on = '2020-01-01' WHERE id = 4", ["流水从第 4 条", "接不上"]),
        ("UPDATE journal SET undoes = 3 WHERE id = 4", ["流水从第 4 条", "接不上"]),
        ("DELETE FROM journal WHERE id = 4", ["表 setting 的 contact 行", "流水最新的几条被删去"]),
        (
            "DELETE FROM journal WHERE id > 2",
            ["表 task 的 1 行与流水不符", "第 2 条（2023-09-01T09:30:00"],
        ),
        ("UPDATE task SET title = '手改' WHERE id = 1", ["表 task 的 1 行与流水不符", "第 3 条", "李雯"]),
        ("UPDATE deadline SET due_on = '2024-01-01' WHERE id = 1", ["表 deadline 的 1 行与流水不符"]),
        ("DELETE FROM milestone WHERE id = 1", ["表 milestone 的 1 行不见了", "第 2 条"]),
        ("INSERT INTO setting VALUES ('x', 'y')", ["表 setting 的 x 行不是由流水写入的"]),
        ("DELETE FROM unit WHERE id = 1", ["所指的 unit 已不存在"]),
        ("DROP TABLE milestone", ["表 milestone 的 1 行不见了"]),
    ],
)
def test_what_was_done_past_the_program_is_found(register: Database, tampering: str, words: list[str]) -> None:
    faults = "\n".join(faults_after(register, tampering))
    assert all(word in faults for word in words), faults


@pytest.mark.parametrize(
    ("tampering", "words"),
    [
        ("UPDATE circular_file SET content = x'00'", "表 circular_file 的 1 行与流水不符"),
        ("UPDATE circular SET number = 2", "表 circular 的 1 行与流水不符"),
    ],
)
def test_a_changed_circular_is_found(database: Database, tampering: str, words: str) -> None:
    with write_register(database, CHANGE) as session:
        session.add(issued())
        session.flush()
        session.add(CircularFile(circular_id=1, kind="data", name="a.json", sha256="", size=3, content=b"abc"))
    assert find_faults(database) == ()
    assert words in "\n".join(faults_after(database, tampering))


def test_a_state_put_back_as_a_whole_cannot_be_told(register: Database) -> None:
    """Journal and rows alike: only a backup kept elsewhere tells; the command says so."""
    assert faults_after(register, "DELETE FROM journal WHERE id = 4; DELETE FROM setting WHERE key = 'contact'") == ()
