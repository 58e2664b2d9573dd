"""The journal's chain: every row is sealed with a hash over the row before it, so that no row can be altered unseen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wuye_cli.store.reading import Reader, Row


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes the register, when, and by which command."""

    who: str
    at: datetime
    command: str


def next_entry(last: tuple[int, str] | None, change: Change, changes: list[dict[str, Any]]) -> dict[str, Any]:
    """Make the journal row that follows the last one, which is given by its id and hash."""
    number, previous = last or (0, "")
    entry = {
        "id": number + 1,
        "recorded_at": change.at.isoformat(timespec="seconds"),
        "who": change.who,
        "command": change.command,
        "changes": _canonical(changes),
        "previous_hash": previous,
    }
    return {**entry, "hash": seal(entry)}


def seal(entry: Row) -> str:
    """Hash one row together with the hash before it."""
    words = {name: entry[name] for name in ("id", "recorded_at", "who", "command", "changes")}
    return hashlib.sha256(f"{entry['previous_hash']}{_canonical(words)}".encode()).hexdigest()


def verify_chain(reader: Reader) -> Row | None:
    """Find the first row that does not follow from the one before it."""
    previous = ""
    for entry in reader.rows("journal"):
        if entry["previous_hash"] != previous or entry["hash"] != seal(entry):
            return entry
        previous = entry["hash"]
    return None


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat)
