"""The register as it stood on a day: a copy in memory on which later changes are taken back.

What is taken back are edits. Not hidden is what has a day of its own (reports, events, circulars) or belongs to no day
(units, periods, forms), nor a document that was imported later: it is in force from its issue date. How the office
works - its settings, its calendar - is today's on any day.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date

from wuye_cli.domain.history import Entry, RowChange, RowName, Values, standing
from wuye_cli.errors import RefusedError
from wuye_cli.store.history import delete_row, find_row, insert_row, read_entries
from wuye_cli.store.reading import Reader

OF_ANY_DAY = {"setting", "calendar_day", "period_record", "form", "circular", "circular_file"}
OWNERS = {  # what a row is a part of: the first column that is filled in names the owner
    "task": (("plan_id", "plan"),),
    "target": (("task_id", "task"), ("plan_id", "plan")),
    "doubt": (("task_id", "task"), ("plan_id", "plan")),
    "imported": (("task_id", "task"), ("plan_id", "plan")),
    "duty": (("plan_id", "plan"),),
    "phase": (("plan_id", "plan"),),
    "assignment": (("task_id", "task"),),
    "deadline": (("task_id", "task"),),
    "milestone": (("task_id", "task"),),
    "unit_alias": (("unit_id", "unit"),),
    "contact": (("unit_id", "unit"),),
    "membership": (("group_id", "unit"),),
}


@contextmanager
def rewound(connection: sqlite3.Connection, day: date) -> Iterator[sqlite3.Connection]:
    """Give the register as it stood on a day; the connection itself where nothing has to be taken back."""
    later = [edits for entry in _later_entries(connection, day) if (edits := edits_of(entry))]
    if not later:
        yield connection
        return
    with closing(sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES, isolation_level=None)) as copy:
        connection.backup(copy)
        past = _Past(copy)
        try:
            for edits in later:
                past.take_back(edits)
        except sqlite3.IntegrityError as error:
            sentence = f"台账在 {day} 的样子还原不出来：之后的改动互相重名。请换一个 --as-of 日期。"
            raise RefusedError("as-of-unclear", sentence) from error
        copy.execute("PRAGMA query_only = ON")
        yield copy


def edits_of(entry: Entry) -> tuple[RowChange, ...]:
    """Pick the changes that a look at an earlier day must not see."""
    made = {change.row for change in entry.changes if change.before is None}
    renewed = {change.key for change in entry.changes if change.table == "plan" and _is_new_version(change)}
    return tuple(
        change
        for change in entry.changes
        if change.table not in OF_ANY_DAY
        and (change.before is not None or (change.after is not None and _is_part(change.after, change, made, renewed)))
    )


def _is_part(values: Values, change: RowChange, made: set[RowName], renewed: set[int | str]) -> bool:
    """Say whether a new row was added to something that was there before."""
    owner = _owner_of(change.table, values)
    if owner is None or owner in made:
        return False
    is_further = change.table == "task" and bool(values["key"])  # printed in a document that was imported into the plan
    return not is_further or owner[1] in renewed


def _is_new_version(plan: RowChange) -> bool:
    before, after = plan.before or {}, plan.after or {}
    return before.get("source_sha256") != after.get("source_sha256")


def _owner_of(table: str, values: Values) -> RowName | None:
    named = ((owner, values[column]) for column, owner in OWNERS.get(table, ()) if values[column] is not None)
    return next(named, None)


def _later_entries(connection: sqlite3.Connection, day: date) -> Iterator[Entry]:
    """Give the changes that hold only from after a day, the last one first; what was taken back was never made."""
    entries = read_entries(Reader(connection))
    known = {entry.number: entry for entry in entries}
    for number in reversed(standing(entries)):
        if (on := known[number].on) is not None and on > day:
            yield known[number]


class _Past:
    """A copy of the register on its way back.

    SQLite gives the key of a deleted row to the next new one. Where that one stays, the old row comes back under
    another key, and so does whatever pointed at it in those days.
    """

    def __init__(self, copy: sqlite3.Connection) -> None:
        self._copy = copy
        self._moved: dict[RowName, int] = {}
        self._references = {table: _references(copy, table) for table in _tables(copy)}

    def take_back(self, edits: tuple[RowChange, ...]) -> None:
        """Put rows into the state before their changes."""
        coming = [edit.key for edit in edits if edit.after is None and isinstance(edit.key, int)]
        for edit in edits:
            if edit.after is None:
                self._make_room(edit, max(coming, default=0))
        for edit in edits:
            delete_row(self._copy, edit.table, self._key(edit.row))
        for edit in edits:
            if edit.before is not None:
                insert_row(self._copy, edit.table, self._translate(edit))

    def _make_room(self, deleted: RowChange, coming: int) -> None:
        """Move a deleted row whose key is taken above all others, also those that come back with it."""
        self._moved.pop(deleted.row, None)
        if find_row(self._copy, deleted.table, deleted.key) is not None:
            (highest,) = self._copy.execute(f'SELECT max(id) FROM "{deleted.table}"').fetchone()  # noqa: S608
            self._moved[deleted.row] = max(highest, coming, *self._moved.values()) + 1

    def _key(self, row: RowName) -> int | str:
        return self._moved.get(row, row[1])

    def _translate(self, edit: RowChange) -> Values:
        references = self._references[edit.table]
        values = {
            name: self._key((references[name], value)) if name in references and value is not None else value
            for name, value in (edit.before or {}).items()
        }
        return {**values, "id": self._key(edit.row)}


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found]


def _references(connection: sqlite3.Connection, table: str) -> Mapping[str, str]:
    """Name the columns of a table that hold keys of other rows, each with the table of those."""
    return {row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')}
