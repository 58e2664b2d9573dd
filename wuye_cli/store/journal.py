"""The journal's chain: every row is sealed with a hash over the row before it, so that no row can be altered unseen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

    from wuye_cli.store.reading import Reader, Row


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes the register, when, by which command, and from which day on it holds.

    `on` None: on any day, as what a program lays down.
    """

    who: str
    at: datetime
    command: str
    on: date | None = None


def next_entry(
    last: tuple[int, str] | None, change: Change, changes: list[dict[str, Any]], undoes: int | None = None
) -> dict[str, Any]:
    """Make the journal row that follows the last one, which is given by its id and hash."""
    number, previous = last or (0, "")
    entry = {
        "id": number + 1,
        "recorded_at": change.at.isoformat(timespec="seconds"),
        "who": change.who,
        "command": change.command,
        "changes": _canonical(changes),
        "previous_hash": previous,
        "effective_on": change.on,
        "undoes": undoes,
    }
    return {**entry, "hash": seal(entry)}


def seal(entry: Row) -> str:
    """Hash one row together with the hash before it; columns that came later count where they say something."""
    words = {name: entry[name] for name in ("id", "recorded_at", "who", "command", "changes")}
    words |= {name: entry[name] for name in ("effective_on", "undoes") if entry[name] is not None}
    return hashlib.sha256(f"{entry['previous_hash']}{_canonical(words)}".encode()).hexdigest()


def append_entry(connection: sqlite3.Connection, entry: Row) -> None:
    """Write a journal row through plain sqlite3, inside the running transaction."""
    said = {name: value for name, value in entry.items() if value is not None}  # older registers lack some columns
    if change_day := said.get("effective_on"):
        said["effective_on"] = change_day.isoformat()
    columns, marks = ", ".join(said), ", ".join(f":{name}" for name in said)
    connection.execute(f"INSERT INTO journal ({columns}) VALUES ({marks})", said)  # noqa: S608 - own names only


def verify_chain(reader: Reader) -> Row | None:
    """Find the first row that does not follow from the one before it."""
    previous = ""
    for entry in reader.rows("journal"):
        if entry["previous_hash"] != previous or entry["hash"] != seal(entry):
            return entry
        previous = entry["hash"]
    return None


def as_recorded_value(value: object) -> object:
    """Write a value the way the journal does: a day as text, bytes as their hash, which is proof enough."""
    if isinstance(value, bytes):
        return f"sha256:{hashlib.sha256(value).hexdigest()}"
    return value.isoformat() if isinstance(value, date) else value


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=as_recorded_value)
