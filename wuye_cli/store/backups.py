"""Copies of a register that have been proved to be whole before they count as backups."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from wuye_cli.errors import RefusedError
from wuye_cli.store.connecting import open_for_reading
from wuye_cli.store.database import Database
from wuye_cli.store.refusals import refusing


def back_up(database: Database, target: Path) -> None:
    """Copy the register to `target` as it stands now; a file of that name gives way only to a good copy."""
    unproved = target.with_name(f"{target.name}.part")
    try:
        with refusing(database.path), closing(open_for_reading(database)) as source:
            with refusing(target):
                _copy(source, unproved)
            if not _is_whole(unproved, source):
                raise RefusedError(
                    "backup-failed", f"台账“{database.path}”的备份核对不上，台账可能已损坏：请改用较早的备份"
                )
        unproved.replace(target)
    except OSError as error:
        raise RefusedError("backup-failed", f"写不成备份“{target}”：请检查路径和权限") from error
    finally:
        unproved.unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, target: Path) -> None:
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one plain file, readable wherever it is carried


def _is_whole(target: Path, source: sqlite3.Connection) -> bool:
    with closing(sqlite3.connect(target)) as copy:
        sound = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sound and _row_counts(copy) == _row_counts(source)


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    count = 'SELECT count(*) FROM "{}"'
    return {name: connection.execute(count.format(name)).fetchone()[0] for (name,) in tables}
