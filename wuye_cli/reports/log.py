"""The journal as a clerk reads it: who changed what, when, and what it said before.

Rows are named as they were called at the time; rows that only hang on another are told as a field of that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.history import Entry, RowChange, RowName, undone_by
from wuye_cli.domain.terms import SETTING_WORDS
from wuye_cli.reports.log_words import COLUMN_WORDS, PARTS, Names, call_row, owner_of

GLOBAL_OPTIONS = re.compile(r"""(?:--(?:db|as-of|who)(?:=|\ )(?:"[^"]*"|\S+)\ )*""", re.VERBOSE)  # --db 台账.db list
SILENT = {"id", "key", "position", "source_place", "source_sha256", "source_file", "imported_on", "added_on", "number"}
POINTERS = {"task_id": "task", "unit_id": "unit", "group_id": "unit", "member_id": "unit"}


@dataclass(frozen=True, slots=True)
class LogChange:
    """What was done to one thing: made, taken away, or a `field` of it changed from `before` to `after`."""

    doing: str
    about: str
    field: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One command. `rows` are those that it was about; `undone_by` the entry that has taken it back."""

    number: int
    at: str
    who: str
    command: str
    effective_on: date | None
    undoes: int | None
    undone_by: int | None
    changes: tuple[LogChange, ...]
    rows: frozenset[RowName]


def build_log(entries: Iterable[Entry]) -> tuple[LogLine, ...]:
    """Tell the whole journal, the newest first."""
    known = tuple(entries)
    taken_back = undone_by(known)
    names: Names = {}
    lines = []
    for entry in known:
        _learn(names, entry)
        lines.append(_line(entry, taken_back.get(entry.number), names))
    return tuple(reversed(lines))


def _line(entry: Entry, taken_back: int | None, names: Names) -> LogLine:
    return LogLine(
        number=entry.number,
        at=entry.at,
        who=entry.who,
        command=GLOBAL_OPTIONS.sub("", entry.command, count=1),
        effective_on=entry.on,
        undoes=entry.undoes,
        undone_by=taken_back,
        changes=tuple(_told(entry, names)),
        rows=frozenset(row for change in entry.changes for row in (change.row, *_touched(change))),
    )


def _learn(names: Names, entry: Entry) -> None:
    """Keep what rows are called, those that are gone too; units first, which others are named after."""
    for change in sorted(entry.changes, key=lambda change: change.table != "unit"):
        if words := call_row(change.table, change.after or change.before or {}, names):
            names[change.row] = words


def _told(entry: Entry, names: Names) -> Iterator[LogChange]:
    whole = {change.row for change in entry.changes if change.before is None or change.after is None}
    for change in entry.changes:
        yield from _own_changes(change, names)
    for (owner, field), (before, after) in _fields(entry, names).items():
        if owner not in whole and before != after:
            yield LogChange("change", names.get(owner, ""), field, "、".join(before), "、".join(after))


def _fields(entry: Entry, names: Names) -> dict[tuple[RowName, str], tuple[list[str], list[str]]]:
    """Gather what hangs on one row under one word, before and after."""
    found: dict[tuple[RowName, str], tuple[list[str], list[str]]] = {}
    for change in entry.changes:
        part = PARTS.get(change.table)
        for values, side in ((change.before, 0), (change.after, 1)):
            if part and values and (owner := owner_of(part, values)):
                found.setdefault((owner, part.field(values, names)), ([], []))[side].append(part.text(values, names))
    return found


def _own_changes(change: RowChange, names: Names) -> Iterator[LogChange]:
    """Tell of a row that stands for itself: a plan, a task, a unit, a word of the configuration."""
    before, after = change.before or {}, change.after or {}
    if change.table == "setting" and change.key in SETTING_WORDS:  # others may be secrets
        word = SETTING_WORDS[str(change.key)]
        yield LogChange("change", "办公室", word, _text(before.get("value")), _text(after.get("value")))
    elif change.row in names and not (before and after):
        yield LogChange("remove" if before else "add", names[change.row])
    elif change.row in names:
        for name in (name for name in after if name not in SILENT and before.get(name) != after[name]):
            word = COLUMN_WORDS.get(name, name)
            yield LogChange("change", names[change.row], word, _text(before.get(name)), _text(after[name]))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _touched(change: RowChange) -> Iterator[RowName]:
    """Name the tasks and units that a row speaks of."""
    for values in (change.before, change.after):
        for column, table in POINTERS.items():
            if values and values.get(column) is not None:
                yield table, values[column]
