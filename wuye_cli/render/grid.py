"""A report as a table, before any medium: typed values under Chinese headings.

A renderer decides how a value looks; a grid only says what kind of column it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

Value = str | int | float | date | None


class Kind(StrEnum):
    """What a column holds: long text that folds, a short word, an amount, a percentage, or a light."""

    TEXT = "text"
    SHORT = "short"
    NUMBER = "number"
    PERCENT = "percent"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` is its comfortable width, counted in half-width characters."""

    heading: str
    kind: Kind
    width: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One table; `notes` are lines that belong under it."""

    title: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def name(self) -> str:
        """The title without how many and as of when: what a sheet or a file is called."""
        return self.title.partition("（")[0]


def without_empty_columns(grid: Grid) -> Grid:
    """Leave out the columns that hold nothing in any row; paper has no room for them."""
    kept = [place for place in range(len(grid.columns)) if any(row[place] not in {None, ""} for row in grid.rows)]
    rows = tuple(tuple(row[place] for place in kept) for row in grid.rows)
    return replace(grid, columns=tuple(grid.columns[place] for place in kept), rows=rows) if grid.rows else grid


def value_text(value: Value, kind: Kind) -> str:
    """Print a value; what is not there is a dash, so that it is never taken for 0."""
    if value is None:
        return "—"
    if isinstance(value, int | float):
        return f"{value:.10g}%" if kind is Kind.PERCENT else f"{value:.10g}"
    return value.isoformat() if isinstance(value, date) else value
