"""What was changed, by whom, and what of it still stands. An undo is a change too, and can itself be undone.

A change that was taken back counts as never made, on whatever day one looks; the journal keeps both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

Values = Mapping[str, Any]
RowName = tuple[str, int | str]  # a table and the key of a row in it


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None where it was not there."""

    table: str
    key: int | str
    before: Values | None
    after: Values | None

    @property
    def row(self) -> RowName:
        """Name the row."""
        return self.table, self.key

    @property
    def backwards(self) -> RowChange:
        """The change that takes this one back."""
        return RowChange(self.table, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Entry:
    """One command that changed something; `changes` has each row once, from its first value to its last.

    `on` is the day from which it holds; None: on any day. `undoes` names the entry that this one takes back.
    """

    number: int
    at: str
    who: str
    command: str
    on: date | None
    undoes: int | None
    changes: tuple[RowChange, ...]

    @property
    def rows(self) -> frozenset[RowName]:
        """Name the rows that it touched."""
        return frozenset(change.row for change in self.changes)


def net_changes(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Put what happened to a row step by step into one change, and drop what came to nothing."""
    found: dict[RowName, RowChange] = {}
    for change in changes:
        first = found.get(change.row, change)
        found[change.row] = RowChange(change.table, change.key, first.before, change.after)
    return tuple(change for change in found.values() if change.before != change.after)


def root_of(entry: Entry, entries: Mapping[int, Entry]) -> tuple[int, bool]:
    """Find the change that an undo is about in the end, and whether it takes it back or brings it again."""
    takes_back = False
    while entry.undoes is not None:
        entry, takes_back = entries[entry.undoes], not takes_back
    return entry.number, takes_back


def standing(entries: Sequence[Entry]) -> dict[int, int]:
    """Name the changes that stand, in the order in which they came about, each with the entry that brought it."""
    known = {entry.number: entry for entry in entries}
    found: dict[int, int] = {}
    for entry in entries:
        number, taken_back = root_of(entry, known)
        found.pop(number, None)
        if not taken_back:
            found[number] = entry.number
    return found


def undone_by(entries: Sequence[Entry]) -> dict[int, int]:
    """Name the entries that are taken back now, each with the entry that did it."""
    found: dict[int, int] = {}
    for entry in reversed(entries):  # whether an undo is itself taken back is said later than the undo
        if entry.undoes is not None and entry.number not in found:
            found[entry.undoes] = entry.number
    return found


def last_commands(entries: Sequence[Entry], count: int) -> tuple[tuple[int, ...], ...]:
    """Name the last changes that can be taken back, the newest first, command by command.

    A command may write several entries: a folder of forms is taken in form by form.
    """
    known = {entry.number: entry for entry in entries}
    changing = (known[number] for number in standing(entries) if known[number].changes)
    commands = [
        tuple(entry.number for entry in same)
        for _, same in groupby(changing, key=lambda entry: (entry.at, entry.who, entry.command))
    ]
    return tuple(reversed(commands[-count:]))


def later_on_same_rows(entries: Sequence[Entry], number: int) -> tuple[Entry, ...]:
    """Find the standing changes that came after an entry and touched rows that it touched."""
    known = {entry.number: entry for entry in entries}
    brought = standing(entries)
    root, _ = root_of(known[number], known)
    since = max(number, brought.get(root, 0))
    rows = known[number].rows
    return tuple(known[one] for one, by in brought.items() if by > since and one != root and known[one].rows & rows)


def latest_first(entries: Sequence[Entry], numbers: Iterable[int]) -> tuple[int, ...]:
    """Put changes that are to be taken back into order: the one that came about last comes first."""
    known = {entry.number: entry for entry in entries}
    brought = standing(entries)

    def came_about(number: int) -> int:
        return brought.get(root_of(known[number], known)[0], number) if number in known else 0

    return tuple(sorted(set(numbers), key=came_about, reverse=True))
