"""Connections to a register's file: their settings, and what must be true of the file before one is used."""

from __future__ import annotations

import sqlite3
from pathlib import Path, PurePath

from wuye_cli.errors import RefusedError
from wuye_cli.store.database import Database

APPLICATION_ID = 0x77757965  # "wuye": tells a register from any other SQLite file
BUSY_SECONDS = 5.0


def open_for_writing(database: Database) -> sqlite3.Connection:
    """Open a connection on which every BEGIN and COMMIT is written out by its user."""
    _refuse_absent(database.path)
    connection = _connect(database.path, "mode=rw")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def open_for_reading(database: Database) -> sqlite3.Connection:
    """Open a connection that cannot write and sees one state of the register until it is closed."""
    _refuse_absent(database.path)
    try:
        return _begin_reading(database.path, "mode=rw")  # not mode=ro: that leaves -wal and -shm files lying about
    except sqlite3.OperationalError:
        if not _lies_still(database.path):
            raise
        return _begin_reading(database.path, "immutable=1")  # a folder where not even a lock file can be made


def get_version(connection: sqlite3.Connection, path: Path) -> int:
    """Give the register's version: how many migrations have made it."""
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise RefusedError("database-foreign", f"“{path}”不是 wuye 台账：请检查 --db 所给的路径")
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def mark_version(connection: sqlite3.Connection, version: int) -> None:
    """Write the version into the file's header, inside the running transaction."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def file_address(path: PurePath, option: str) -> str:
    """Spell a path as SQLite wants it: file:///home/a.db, file:///C:/a.db, file:////server/share/a.db."""
    plain = path.as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    slash = "" if plain.startswith("/") else "/"
    return f"file://{slash}{plain}?{option}"


def _connect(path: Path, option: str, detect_types: int = 0) -> sqlite3.Connection:
    address = file_address(path.absolute(), option)
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, detect_types=detect_types)


def _begin_reading(path: Path, option: str) -> sqlite3.Connection:
    connection = _connect(path, option, sqlite3.PARSE_DECLTYPES)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").close()  # the first look pins what will be seen
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _lies_still(path: Path) -> bool:
    """Nobody has written anything that is not yet in the file itself."""
    log = path.with_name(f"{path.name}-wal")
    return not log.exists() or log.stat().st_size == 0


def _refuse_absent(path: Path) -> None:
    try:
        if path.is_dir():
            raise RefusedError("database-foreign", f"“{path}”是文件夹，不是台账：请检查 --db 所给的路径")
        if not path.exists():
            raise RefusedError("database-missing", f"还没有台账“{path}”：请先运行 wuye init 建立")
    except OSError as error:
        raise RefusedError("database-unreachable", f"打不开“{path}”：请检查路径和权限") from error
