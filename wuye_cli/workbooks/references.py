"""How references move when one row of a sheet becomes many: what stands below moves down, what spans the row grows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

CORNER = re.compile(r"(\$?[A-Za-z]{0,3}\$?)(\d+)")  # B4   $B$4   and of whole rows 4, $4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Row `row` of `sheet` becomes `extra` rows more."""

    sheet: str
    row: int
    extra: int

    def top(self, row: int) -> int:
        """Where something begins after the stretch."""
        return row + self.extra if row > self.row else row

    def bottom(self, row: int) -> int:
        """Where an area ends after the stretch."""
        return row + self.extra if row >= self.row else row


def stretch_reference(reference: str, home: str, stretch: Stretch) -> str:
    """Move or widen one reference that stands on sheet `home`: B4, $A$1:$F$4, '情况表'!B4:B4, 4:4."""
    prefix, mark, cells = reference.rpartition("!")
    if (_sheet_name(prefix) or home) != stretch.sheet:
        return reference
    corners = cells.split(":")
    moves = (stretch.top,) if len(corners) == 1 else (stretch.top, stretch.bottom)
    moved = []
    for corner, move in zip(corners, moves, strict=False):
        found = CORNER.fullmatch(corner)
        if found is None:  # a name, a whole column
            return reference
        moved.append(f"{found.group(1)}{move(int(found.group(2)))}")
    return prefix + mark + ":".join(moved)


def stretch_formula(formula: str, home: str, stretch: Stretch, *, own_row: bool = False) -> str:
    """Move every reference of a formula; in the repeated row itself, areas of that row stay in it."""

    def moved(token: Any) -> str:
        text = str(token.value)
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            return text
        if own_row and _lies_in(text, stretch.row):
            return text
        return stretch_reference(text, home, stretch)

    return "=" + "".join(moved(token) for token in Tokenizer(formula).items)


def _sheet_name(prefix: str) -> str:
    return prefix[1:-1].replace("''", "'") if prefix.startswith("'") else prefix


def _lies_in(reference: str, row: int) -> bool:
    corners = [CORNER.fullmatch(corner) for corner in reference.rpartition("!")[2].split(":")]
    return all(corner is not None and int(corner.group(2)) == row for corner in corners)
