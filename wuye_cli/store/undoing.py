"""Undo: rows put back as they were before some changes, and that written down as further changes.

One transaction, through plain sqlite3: the rows come back with their old keys, and foreign keys are judged only when
all stand again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing

from wuye_cli.domain.facts import FORM_KEY
from wuye_cli.domain.history import Entry, later_on_same_rows, latest_first, standing, undone_by
from wuye_cli.errors import RefusedError
from wuye_cli.store.connecting import open_for_writing
from wuye_cli.store.database import Database
from wuye_cli.store.history import as_recorded, differs, find_row, put_rows, read_entries, read_entry
from wuye_cli.store.journal import Change, append_entry, next_entry
from wuye_cli.store.migrating import bring_up_to_date
from wuye_cli.store.reading import Reader
from wuye_cli.store.refusals import refusing

FROZEN = "circular"  # once issued it is on paper elsewhere


def undo_entries(database: Database, numbers: Collection[int], change: Change, *, rehearsal: bool = False) -> None:
    """Take entries of the journal back, the newest first: all of them or none.

    A `rehearsal` finds out whether it can be done, and leaves the register as it is.

    Raises:
        RefusedError: an entry is unknown or taken back already, issued a circular, or a later one rests on it.
    """
    bring_up_to_date(database)
    with refusing(database.path), closing(open_for_writing(database)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute("PRAGMA defer_foreign_keys = ON")
            entries = read_entries(Reader(connection))
            for number in latest_first(entries, numbers):
                entries = (*entries, _take_back(connection, entries, number, change))
            _check_references(connection, entries, set(numbers))
            connection.execute("ROLLBACK" if rehearsal else "COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _take_back(connection: sqlite3.Connection, entries: tuple[Entry, ...], number: int, change: Change) -> Entry:
    entry = _get_entry(entries, number)
    later = later_on_same_rows(entries, number)
    if later:
        raise _rests_on_it(number, later)
    for step in entry.changes:
        if differs(find_row(connection, step.table, step.key), step.after):
            raise _altered(entry)
    back = [step.backwards for step in entry.changes]
    try:
        put_rows(connection, back)
    except sqlite3.IntegrityError as error:
        sentence = f"撤销第 {number} 条会与后来登记的内容重名，没有改动：请用 wuye log 查看，先撤销后来的改动。"
        raise RefusedError("undo-conflict", sentence) from error
    (last,) = connection.execute("SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1")
    row = next_entry(last, change, as_recorded(back), undoes=number)
    append_entry(connection, row)
    return read_entry(row)


def _get_entry(entries: tuple[Entry, ...], number: int) -> Entry:
    entry = next((one for one in entries if one.number == number), None)
    if entry is None:
        raise RefusedError("unknown-entry", f"流水里没有第 {number} 条，没有改动：请用 wuye log 查看编号。")
    by = undone_by(entries).get(number)
    if by is not None:
        advice = f"要恢复它，请撤销第 {by} 条：wuye undo --entry {by}"
        raise RefusedError("already-undone", f"第 {number} 条已由第 {by} 条撤销，没有改动：{advice}")
    if not entry.changes:
        raise RefusedError("nothing-to-undo", f"第 {number} 条没有改动任何内容，不用撤销。")
    if _is_frozen(entry):
        advice = "有错请用 wuye circular supersede 印发新的一期代替它"
        raise RefusedError("circular-frozen", f"第 {number} 条印发了通报，已印发的不能撤销，没有改动：{advice}。")
    return entry


def _is_frozen(entry: Entry) -> bool:
    return any(change.table == FROZEN for change in entry.changes)


def _check_references(connection: sqlite3.Connection, entries: tuple[Entry, ...], undone: set[int]) -> None:
    """Refuse to leave rows hanging on nothing, whether they came after what is taken back or come again with it."""
    hanging = {(table, key) for table, key, _, _ in connection.execute("PRAGMA foreign_key_check")}
    if find_row(connection, "setting", FORM_KEY) is None:  # without it no form that went out would be known again
        hanging |= {("form", key) for (key,) in connection.execute("SELECT id FROM form")}
    if not hanging:
        return
    stand = standing(entries)
    later = [one for one in entries if one.number in stand and one.number > min(undone) and one.rows & hanging]
    if later:
        raise _rests_on_it(min(undone), later)
    sentence = f"第 {max(undone)} 条所依据的任务或单位已不在台账里，没有改动：请先恢复它们，用 wuye log 查看编号。"
    raise RefusedError("undo-conflict", sentence)


def _rests_on_it(number: int, later: Collection[Entry]) -> RefusedError:
    frozen = [one.number for one in later if _is_frozen(one)]
    if frozen:
        sentence = f"第 {number} 条导入的内容已有通报印发（第 {frozen[0]} 条），不能再撤销，没有改动。"
        return RefusedError("circular-frozen", sentence)
    named = "、".join(f"第 {one.number} 条（{one.at[:10]} {one.who}）" for one in later)
    options = " ".join(f"--entry {one}" for one in (number, *(one.number for one in later)))
    sentence = f"第 {number} 条之后，{named}又改动了同样的内容，没有撤销：可以一并撤销，wuye undo {options}"
    return RefusedError("changed-since", sentence)


def _altered(entry: Entry) -> RefusedError:
    sentence = f"第 {entry.number} 条写入的内容后来被别的程序改过，没有撤销：请用 wuye db check 检查台账。"
    return RefusedError("register-altered", sentence)
