"""The journal as values, and rows put into the state that a change names. Needs nothing but sqlite3."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from wuye_cli.domain.history import Entry, RowChange, Values, net_changes
from wuye_cli.store.journal import as_recorded_value
from wuye_cli.store.reading import Reader, Row

KEY_OF = {"setting": "key"}  # every other table is keyed by `id`


def read_entries(reader: Reader) -> tuple[Entry, ...]:
    """Give the whole journal, oldest first."""
    return tuple(read_entry(row) for row in reader.rows("journal"))


def read_entry(row: Row) -> Entry:
    """Make a value of one row of the journal."""
    steps = (RowChange(step["table"], step["id"], step["before"], step["after"]) for step in json.loads(row["changes"]))
    on = row["effective_on"]
    return Entry(
        number=row["id"],
        at=row["recorded_at"],
        who=row["who"],
        command=row["command"],
        on=date.fromisoformat(on) if isinstance(on, str) else on,  # a connection for writing leaves dates as text
        undoes=row["undoes"],
        changes=net_changes(steps),
    )


def as_recorded(changes: Sequence[RowChange]) -> list[dict[str, Any]]:
    """Write changes the way the journal does."""
    return [
        {"table": change.table, "id": change.key, "before": change.before, "after": change.after} for change in changes
    ]


def put_rows(connection: sqlite3.Connection, changes: Iterable[RowChange]) -> None:
    """Put every row into the state after its change; all give way first, so that names may be swapped."""
    wanted = tuple(changes)
    for change in wanted:
        delete_row(connection, change.table, change.key)
    for change in wanted:
        if change.after is not None:
            insert_row(connection, change.table, change.after)


def delete_row(connection: sqlite3.Connection, table: str, key: int | str) -> None:
    """Take one row away."""
    connection.execute(f'DELETE FROM "{table}" WHERE "{KEY_OF.get(table, "id")}" = ?', (key,))  # noqa: S608 - own names


def insert_row(connection: sqlite3.Connection, table: str, values: Values) -> None:
    """Add one row; a column that is not named, for it came later, gets what older rows say there."""
    columns, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" for _ in values)
    connection.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', tuple(values.values()))  # noqa: S608


def find_row(connection: sqlite3.Connection, table: str, key: int | str) -> Row | None:
    """Give one row as the connection sees it."""
    cursor = connection.execute(f'SELECT * FROM "{table}" WHERE "{KEY_OF.get(table, "id")}" = ?', (key,))  # noqa: S608
    values = cursor.fetchone()
    return dict(zip([column[0] for column in cursor.description], values, strict=True)) if values else None


def differs(row: Row | None, recorded: Values | None) -> bool:
    """Say whether a row is not what the journal says of it; what the journal does not speak of may be anything."""
    if row is None or recorded is None:
        return (row is None) != (recorded is None)
    return any(as_recorded_value(row.get(name)) != value for name, value in recorded.items())
