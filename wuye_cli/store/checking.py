"""Whether a register is whole: its file, the chain of its journal, and that the rows are what the journal says.

Every row was written together with its journal row, so the journal told from its beginning must give the rows. That
also finds newest entries that were cut off, as long as what they wrote is still there. What cannot be seen: a file
that was put back as a whole to an earlier state, journal and rows alike; only a backup elsewhere tells.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from typing import NamedTuple

from wuye_cli.domain.history import Entry, RowName
from wuye_cli.store.connecting import open_for_reading
from wuye_cli.store.database import Database
from wuye_cli.store.history import KEY_OF, differs, read_entries
from wuye_cli.store.journal import verify_chain
from wuye_cli.store.migrating import bring_up_to_date
from wuye_cli.store.reading import Reader, Row
from wuye_cli.store.refusals import refusing

NOT_JOURNALED = ("journal", "sqlite_")
AROUND, OR_CUT = "有人绕过 wuye ", "或者流水最新的几条被删去了。"


class RowFault(NamedTuple):
    """A row that is not what the journal says; `row` None: the journal itself is broken."""

    row: RowName | None
    words: str


def find_faults(database: Database) -> tuple[str, ...]:
    """Name everything that is wrong with a register, one sentence each."""
    bring_up_to_date(database)
    with refusing(database.path), closing(open_for_reading(database)) as connection:
        return tuple(_faults(connection))


def find_row_faults(database: Database, tables: Collection[str]) -> tuple[RowFault, ...]:
    """Find the rows of some tables that are not what the journal says, and where the journal itself is broken."""
    bring_up_to_date(database)
    with refusing(database.path), closing(open_for_reading(database)) as connection:
        reader = Reader(connection)
        chain = (RowFault(None, words) for words in _broken_chain(reader))
        return (*chain, *(RowFault(*fault) for fault in _unexplained(connection, read_entries(reader), tables)))


def _faults(connection: sqlite3.Connection) -> Iterator[str]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield f"台账文件已损坏（{message}）：请改用最近的备份。"
    for table, key, owner, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"表 {table} 的第 {key} 行所指的 {owner} 已不存在。"
    reader = Reader(connection)
    yield from _broken_chain(reader)
    for (table, key), words in _unexplained(connection, read_entries(reader)):
        yield f"表 {table} 的 {key} 行{words}"


def _broken_chain(reader: Reader) -> Iterator[str]:
    broken = verify_chain(reader)
    if broken is not None:
        entry = f"第 {broken['id']} 条（{broken['recorded_at']} {broken['who']}）"
        yield f"流水从{entry}起接不上：这一条或它的前一条被改动过，或者之间有删去的。"


def _unexplained(
    connection: sqlite3.Connection, entries: tuple[Entry, ...], tables: Collection[str] | None = None
) -> Iterator[tuple[RowName, str]]:
    """Find rows that are not what the last entry about them says, that no entry speaks of, or that are gone."""
    changes = [(entry, change) for entry in entries for change in entry.changes]
    said = {change.row: (entry, change.after) for entry, change in changes if tables is None or change.table in tables}
    for name, row in _rows(connection, tables):
        entry, values = said.pop(name, (None, None))
        if entry is None or values is None:
            yield name, f"不是由流水写入的：{AROUND}加了它，{OR_CUT}"
        elif differs(row, values):
            yield name, f"与流水不符：{_named(entry)}写入之后，{AROUND}改了它，{OR_CUT}"
    for name, (entry, values) in said.items():
        if values is not None:
            yield name, f"不见了：{_named(entry)}写入之后，{AROUND}删了它，{OR_CUT}"


def _rows(connection: sqlite3.Connection, tables: Collection[str] | None) -> Iterator[tuple[RowName, Row]]:
    """Give every row of some tables, or of all, as SQLite has it."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in found:
        if table.startswith(NOT_JOURNALED) or (tables is not None and table not in tables):
            continue
        cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - own names
        names = [column[0] for column in cursor.description]
        for values in cursor:
            row = dict(zip(names, values, strict=True))
            yield (table, row[KEY_OF.get(table, "id")]), row


def _named(entry: Entry) -> str:
    return f"第 {entry.number} 条（{entry.at} {entry.who}）"
