"""The journal: read as a log, and changes taken back. An undo is itself a change, and can be taken back too."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from wuye_cli.domain.history import RowName, last_commands
from wuye_cli.errors import RefusedError
from wuye_cli.reports.log import LogLine, build_log
from wuye_cli.services.codes import get_task_code
from wuye_cli.services.known_units import get_unit
from wuye_cli.services.views import read_spellings
from wuye_cli.store.database import Database
from wuye_cli.store.history import read_entries
from wuye_cli.store.reading import Reader, read_register
from wuye_cli.store.undoing import undo_entries

if TYPE_CHECKING:
    from wuye_cli.domain.units import UnitRules
    from wuye_cli.store.journal import Change


def read_log(
    database: Database, about: str | None = None, since: date | None = None, *, rules: UnitRules | None = None
) -> tuple[LogLine, ...]:
    """Give the log, the newest first: all of it, or what touched one task or unit, or was recorded since a day."""
    with read_register(database) as reader:
        row = _find_subject(reader, about, rules) if about else None
        lines = build_log(read_entries(reader))
    return tuple(
        line
        for line in lines
        if (row is None or row in line.rows) and (since is None or line.at[:10] >= since.isoformat())
    )


def choose_undo(database: Database, count: int, numbers: Collection[int] = ()) -> tuple[LogLine, ...]:
    """Name what an undo would take back, the newest first: the given entries, else those of the last commands."""
    with read_register(database) as reader:
        entries = read_entries(reader)
    commands = last_commands(entries, count)
    if not numbers and len(commands) < count:
        raise RefusedError("nothing-to-undo", f"流水里只有 {len(commands)} 次改动可以撤销，没有撤销。")
    chosen = set(numbers) or {number for command in commands for number in command}
    unknown = sorted(chosen - {entry.number for entry in entries})
    if unknown:
        raise RefusedError("unknown-entry", f"流水里没有第 {unknown[0]} 条，没有改动：请用 wuye log 查看编号。")
    return tuple(line for line in build_log(entries) if line.number in chosen)


def undo(database: Database, numbers: Collection[int], change: Change, *, dry_run: bool = False) -> None:
    """Take changes back, all or none; a dry run finds out whether that can be done.

    Raises:
        RefusedError: later changes rest on them.
    """
    undo_entries(database, numbers, change, rehearsal=dry_run)


def _find_subject(reader: Reader, text: str, rules: UnitRules | None) -> RowName:
    """Find the task or the unit that is meant; a code is short ASCII, a unit's name is Chinese."""
    if not unicodedata.normalize("NFKC", text).isascii():
        return "unit", get_unit(text, read_spellings(reader), rules)
    tasks = {row["code"]: row["id"] for row in reader.rows("tasks", plan=None, archived=1)}
    plans = [f"p{row['number']}" for row in reader.rows("plans", plan=None, archived=0)]
    return "task", tasks[get_task_code(text, tasks, plans)]
