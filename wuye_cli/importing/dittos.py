"""Cells that say no more than that they are as the one above: 同上, 〃."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.table.cell_shape import DITTO
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS

_REPEATED = (*UNIT_FIELDS, "deadline", "level")


def fill_dittos(tasks: Iterable[RawTask]) -> tuple[RawTask, ...]:
    """Give each cell that repeats the one above its value; in the first row it stays as printed."""
    filled: list[RawTask] = []
    for task in tasks:
        repeats = [field for field in _REPEATED if filled and DITTO.fullmatch((getattr(task, field) or "").strip())]
        filled.append(replace(task, **{field: getattr(filled[-1], field) for field in repeats}) if repeats else task)
    return tuple(filled)
