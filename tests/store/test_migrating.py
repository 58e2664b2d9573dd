from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import SQLModel, create_engine

from tests.samples import CHANGE
from wuye_cli.errors import RefusedError
from wuye_cli.store import migrations, models
from wuye_cli.store.creating import create_register
from wuye_cli.store.database import Database
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register

Shape = dict[str, object]
MIGRATIONS = migrations.MIGRATIONS
NOW = len(MIGRATIONS)


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def shape(path: Path) -> dict[str, Shape]:
    """All that SQLite knows of every table: columns, foreign keys, indexes, in no particular spelling."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: _shape_of(connection, table) for table in tables}


def _shape_of(connection: sqlite3.Connection, table: str) -> Shape:
    indexes = connection.execute(f"PRAGMA index_list({table})").fetchall()
    return {
        "columns": connection.execute(f"PRAGMA table_info({table})").fetchall(),
        "references": {key[2:] for key in connection.execute(f"PRAGMA foreign_key_list({table})")},
        "indexes": {
            (
                name if origin == "c" else "",
                unique,
                tuple(column for _, _, column in connection.execute(f"PRAGMA index_info({name})")),
            )
            for _, name, unique, origin, _ in indexes
        },
    }


def colour(connection: sqlite3.Connection) -> None:
    """A made-up further migration."""
    connection.execute("ALTER TABLE task ADD COLUMN colour VARCHAR NOT NULL DEFAULT '红'")
    connection.execute("UPDATE task SET colour = '绿' WHERE id = 1")


def fail(connection: sqlite3.Connection) -> None:
    colour(connection)
    connection.execute("UPDATE no_such_table SET x = 1")


def cut_loose(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM unit")


@pytest.fixture
def further(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[sqlite3.Connection], None]], None]:
    """Let the program know one migration more."""

    def add(step: Callable[[sqlite3.Connection], None]) -> None:
        monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, step))

    return add


Further = Callable[[Callable[[sqlite3.Connection], None]], None]


def backups(database: Database) -> list[Path]:
    return sorted(database.path.parent.glob("*备份*"))


def test_the_migrated_tables_are_the_models_tables(tmp_path: Path) -> None:
    assert models.Plan.metadata is SQLModel.metadata
    engine = create_engine(f"sqlite:///{tmp_path / 'models.db'}")
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    create_register(Database(tmp_path / "migrated.db"), CHANGE)
    assert shape(tmp_path / "migrated.db") == shape(tmp_path / "models.db")


@pytest.mark.parametrize("made_by", range(1, NOW))
def test_a_register_of_every_earlier_version_gets_the_tables_of_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_by: int
) -> None:
    old, new = Database(tmp_path / "old.db"), Database(tmp_path / "new.db")
    create_register(new, CHANGE)
    with monkeypatch.context() as past:
        past.setattr(migrations, "MIGRATIONS", MIGRATIONS[:made_by])
        create_register(old, CHANGE)
    with read_register(old) as reader:
        assert len(reader.rows("journal")) == 1
    assert shape(old.path) == shape(new.path)


def test_an_older_register_is_migrated_before_it_is_read(database: Database, further: Further) -> None:
    further(colour)
    with read_register(database) as reader:
        assert len(reader.rows("journal")) == 2
    assert version(database.path) == NOW + 1
    with closing(sqlite3.connect(database.path)) as connection:
        assert connection.execute("SELECT colour FROM task ORDER BY id").fetchall() == [("绿",), *[("红",)] * 3]


def test_an_older_register_is_migrated_before_it_is_written(database: Database, further: Further) -> None:
    further(colour)
    with write_register(database, CHANGE):
        assert version(database.path) == NOW + 1


def test_the_backup_before_a_migration_is_the_old_register(database: Database, further: Further) -> None:
    before = dump(database.path)
    further(colour)
    with read_register(database):
        pass
    (backup,) = backups(database)
    assert backup.name == f"台账.备份-{NOW}-20230901093000.db"
    assert (version(backup), dump(backup)) == (NOW, before)


def test_a_register_is_migrated_once(database: Database, further: Further) -> None:
    further(colour)
    for _ in range(2):
        with read_register(database):
            pass
    assert len(backups(database)) == 1


def test_two_that_open_an_older_register_at_once_migrate_it_once(database: Database, further: Further) -> None:
    def colour_slowly(connection: sqlite3.Connection) -> None:
        time.sleep(0.2)  # the other one has looked at the version by now
        colour(connection)

    def read(_: int) -> int:
        with read_register(database) as reader:
            return len(reader.rows("journal"))

    further(colour_slowly)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(read, range(2))) == [2, 2]
    assert (version(database.path), len(backups(database))) == (NOW + 1, 1)


@pytest.mark.parametrize("step", [fail, cut_loose])
def test_a_failing_migration_leaves_the_register_as_it_was(
    database: Database, further: Further, step: Callable[[sqlite3.Connection], None]
) -> None:
    before = dump(database.path)
    further(step)
    with pytest.raises(RefusedError, match="没有成功") as refused, read_register(database):
        raise AssertionError("read a half-migrated register")
    assert str(backups(database)[0]) in refused.value.message
    assert (version(database.path), dump(database.path)) == (NOW, before)


def test_a_newer_register_is_refused(database: Database) -> None:
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute(f"PRAGMA user_version = {NOW + 5}")
    for open_register in (read_register(database), write_register(database, CHANGE)):
        with pytest.raises(RefusedError, match="请升级") as refused, open_register:
            raise AssertionError("opened a newer register")
        assert (refused.value.code, refused.value.exit_code) == ("database-newer", 3)
        assert f"台账版本 {NOW + 5}，本程序只认到 {NOW}" in refused.value.message
