"""Bringing a register up to the version that this program knows, one proved backup before every step."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from wuye_cli.errors import RefusedError
from wuye_cli.store import migrations
from wuye_cli.store.backups import back_up
from wuye_cli.store.connecting import get_version, mark_version, open_for_reading, open_for_writing
from wuye_cli.store.database import Database
from wuye_cli.store.refusals import refusing


def bring_up_to_date(database: Database) -> None:
    """Migrate an older register; refuse a newer one, and a file that is none."""
    newest = len(migrations.MIGRATIONS)
    with refusing(database.path):
        with closing(open_for_reading(database)) as connection:
            version = get_version(connection, database.path)
        if version > newest:
            raise RefusedError("database-newer", _newer(database.path, version, newest))
        for step in range(version, newest):
            _migrate(database, step)


def _migrate(database: Database, version: int) -> None:
    """Take one step, unless another process has just taken it."""
    with closing(open_for_writing(database)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")  # a table may be rebuilt; checked before the commit instead
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if get_version(connection, database.path) != version:
                return
            backup = _backup_path(connection, database.path, version)
            back_up(database, backup)
            _step(connection, version, backup)


def _step(connection: sqlite3.Connection, version: int, backup: Path) -> None:
    try:
        migrations.MIGRATIONS[version](connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.OperationalError) as error:
        raise _failed(version, backup) from error
    if broken:
        raise _failed(version, backup)
    mark_version(connection, version + 1)


def _backup_path(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Name the backup after the last change that is in it: 台账.备份-1-20231115093000.db."""
    newest = "SELECT coalesce((SELECT recorded_at FROM journal ORDER BY id DESC LIMIT 1), '')"
    (recorded_at,) = connection.execute(newest).fetchone()
    stamp = "".join(sign for sign in recorded_at if sign.isdigit())[:14]
    return path.with_name(f"{path.stem}.备份-{version}-{stamp}.db")


def _failed(version: int, backup: Path) -> RefusedError:
    return RefusedError(
        "migration-failed", f"台账从版本 {version} 升级到 {version + 1} 没有成功，台账未改动；升级前的备份在“{backup}”"
    )


def _newer(path: Path, version: int, newest: int) -> str:
    return f"台账“{path}”是新版 wuye 的（台账版本 {version}，本程序只认到 {newest}）：请升级 wuye 后再用"
