from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.samples import CHANGE
from tests.store.conftest import plain_user
from wuye_cli.errors import RefusedError
from wuye_cli.store import migrations
from wuye_cli.store.creating import create_register
from wuye_cli.store.database import Database
from wuye_cli.store.journal import verify_chain
from wuye_cli.store.reading import read_register


def test_a_new_register_knows_who_made_it_and_makes_its_folder(tmp_path: Path) -> None:
    database = Database(tmp_path / "新 文件夹 50%#" / "台账.db")
    create_register(database, CHANGE)
    with read_register(database) as reader:
        (entry,) = reader.rows("journal")
        assert (entry["who"], entry["command"], entry["changes"]) == ("李雯", "sample", "[]")
        assert verify_chain(reader) is None


def test_an_existing_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "台账.db"
    path.write_bytes(b"precious")
    with pytest.raises(RefusedError, match="已经存在") as refused:
        create_register(Database(path), CHANGE)
    assert (refused.value.code, path.read_bytes()) == ("database-exists", b"precious")


def test_a_register_that_cannot_be_finished_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (id INTEGER)")
        raise KeyboardInterrupt

    monkeypatch.setattr(migrations, "MIGRATIONS", (fail,))
    with pytest.raises(KeyboardInterrupt):
        create_register(Database(tmp_path / "台账.db"), CHANGE)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(public_database: Database) -> None:
    with plain_user(), pytest.raises(RefusedError, match="不能建立台账") as refused:
        create_register(Database(public_database.path.with_name("另一本.db")), CHANGE)
    assert refused.value.exit_code == 3


def test_a_register_is_kept_safe_by_wal(database: Database) -> None:
    with closing(sqlite3.connect(database.path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
