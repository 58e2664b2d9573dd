"""Reading: named queries in plain SQL, from one state of the register. Needs nothing but sqlite3."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from wuye_cli.store.connecting import open_for_reading
from wuye_cli.store.database import Database
from wuye_cli.store.migrating import bring_up_to_date
from wuye_cli.store.refusals import refusing

Row = dict[str, Any]
QUERIES = Path(__file__).with_name("queries")


def _read_date(stored: bytes) -> date:
    return date.fromisoformat(stored.decode())


sqlite3.register_converter("DATE", _read_date)  # for columns declared DATE; SQLite itself has only text


class Reader:
    """One look at the register."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, name: str, **params: str | int | None) -> list[Row]:
        """Run the query `queries/<name>.sql`; dates come as dates."""
        cursor = self._connection.execute((QUERIES / f"{name}.sql").read_text(encoding="utf-8"), params)
        columns = [column[0] for column in cursor.description]
        return [dict(zip(columns, values, strict=True)) for values in cursor]


@contextmanager
def read_register(database: Database, as_of: date | None = None) -> Iterator[Reader]:
    """Give a reader for which the register does not change while it reads.

    With a day, it is read as it stood then: what was changed with effect from a later day is not seen.
    """
    bring_up_to_date(database)
    with refusing(database.path), closing(open_for_reading(database)) as connection:
        if as_of is None or not _was_changed_after(connection, as_of):
            yield Reader(connection)
            return
        from wuye_cli.store.rewinding import rewound  # noqa: PLC0415 - spares the common case what it needs

        with rewound(connection, as_of) as then:
            yield Reader(then)


def _was_changed_after(connection: sqlite3.Connection, day: date) -> bool:
    later = "SELECT EXISTS (SELECT 1 FROM journal WHERE effective_on > ?)"
    return bool(connection.execute(later, (day.isoformat(),)).fetchone()[0])
