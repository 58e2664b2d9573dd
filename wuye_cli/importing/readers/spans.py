"""Cells that reach over rows and columns -> a rectangular grid, as HTML and the XML of spreadsheets state them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Cell, Locator
from wuye_cli.importing.readers.grid import Row

WIDEST = 500
MOST_CELLS = 500_000


@dataclass(frozen=True, slots=True)
class Span:
    """A cell as written in its row: its text, and how far it reaches."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class _Hanging:
    """A cell that reaches into rows below: its text, and the last row that it covers."""

    text: str
    until: int


def lay_out(rows: Sequence[Sequence[Span]], places: Sequence[Locator], name: str) -> tuple[Row, ...]:
    """Put every cell into its columns, repeat merged texts, fill up short rows; `places` has one locator per row."""
    hanging: dict[int, _Hanging] = {}
    grid: list[list[Cell]] = []
    for number, (row, at) in enumerate(zip(rows, places, strict=True)):
        grid.append(_place(row, at, number, hanging))
        if len(grid[-1]) > WIDEST or len(grid) * len(grid[-1]) > MOST_CELLS:
            raise InputError("table-too-large", f"“{name}”中的表格过大，不予读取；请只保留任务清单部分再导入。")
    width = max(map(len, grid), default=0)
    return tuple(tuple(row + [Cell("", at)] * (width - len(row))) for row, at in zip(grid, places, strict=True))


def _place(row: Sequence[Span], at: Locator, number: int, hanging: dict[int, _Hanging]) -> list[Cell]:
    cells: list[Cell] = []
    for span in row:
        _take_hanging(cells, at, number, hanging)
        first = len(cells)
        cells.append(Cell(span.text, at))
        cells += [Cell(span.text, at, merged=True)] * (min(span.columns, WIDEST) - 1)
        if span.rows > 1:
            hanging.update((column, _Hanging(span.text, number + span.rows - 1)) for column in range(first, len(cells)))
    _take_hanging(cells, at, number, hanging)
    return cells


def _take_hanging(cells: list[Cell], at: Locator, number: int, hanging: dict[int, _Hanging]) -> None:
    while (above := hanging.get(len(cells))) and above.until >= number:
        cells.append(Cell(above.text, at, merged=True))
