"""A new register: all tables and the first journal row, or no file at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from wuye_cli.errors import RefusedError
from wuye_cli.store import migrations
from wuye_cli.store.connecting import mark_version, open_for_writing
from wuye_cli.store.database import Database
from wuye_cli.store.journal import Change, append_entry, next_entry
from wuye_cli.store.refusals import refusing


def create_register(database: Database, change: Change) -> None:
    """Make the file, its folder included; an existing file is refused and left alone."""
    _claim(database.path)
    try:
        with refusing(database.path), closing(open_for_writing(database)) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            _lay_tables(connection)
            append_entry(connection, next_entry(None, change, []))
    except BaseException:
        database.path.unlink()  # an unfinished register would only stand in the way of the next try
        raise


def _claim(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("xb").close()
    except FileExistsError as error:
        raise RefusedError("database-exists", f"“{path}”已经存在，没有改动它：请换一个路径，或直接使用它") from error
    except OSError as error:
        raise RefusedError("database-unreachable", f"不能建立台账“{path}”：请检查路径，以及文件夹是否可写") from error


def _lay_tables(connection: sqlite3.Connection) -> None:
    for migrate in migrations.MIGRATIONS:
        migrate(connection)
    mark_version(connection, len(migrations.MIGRATIONS))
