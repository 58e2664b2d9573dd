"""Rows of tables in a Word 97-2003 file -> a grid. Each row says where its cells end and which are merged.

Borders drawn by hand differ by a millimetre from row to row: a row of as many cells as the widest one is taken cell
by cell, and only in shorter rows the borders decide which columns a cell covers.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from wuye_cli.importing.document import Cell, Locator
from wuye_cli.importing.readers.doc_file import TABLE_DEFINITION, Properties
from wuye_cli.importing.readers.grid import Row

VERTICAL_MERGE = 0xD62B
MERGED_LEFT, MERGED_DOWN, STARTS_DOWN = 0x0002, 0x0020, 0x0040
CELL_SIZE = 20


@dataclass(frozen=True, slots=True)
class WordRow:
    """The texts of one row, the borders right of its cells, and which cells go on from the left and from above."""

    texts: tuple[str, ...]
    borders: tuple[int, ...] = ()
    left: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()


def read_row(texts: Sequence[str], properties: Properties) -> WordRow:
    """Read a row from the texts of its cells and the properties of its end."""
    definition = properties.get(TABLE_DEFINITION, b"")
    count = definition[0] if definition else 0
    if count != len(texts) or len(definition) < 3 + 2 * count:
        return WordRow(tuple(texts))
    borders = struct.unpack_from(f"<{count}h", definition, 3)
    flags = [_flags(definition, 3 + 2 * count + CELL_SIZE * index) for index in range(count)]
    above = {index for index, flag in enumerate(flags) if flag & MERGED_DOWN and not flag & STARTS_DOWN}
    if len(merge := properties.get(VERTICAL_MERGE, b"")) >= 2:
        above = above | {merge[0]} if merge[1] == 1 else above - {merge[0]}
    left = frozenset(index for index, flag in enumerate(flags) if flag & MERGED_LEFT and index)
    return WordRow(tuple(texts), borders, left, frozenset(above))


def build_grid(rows: Sequence[WordRow], table: int) -> tuple[Row, ...]:
    """Put the rows of one table under each other; merged cells repeat their text."""
    widest = max(rows, key=lambda row: len(row.texts), default=WordRow(()))
    grid: list[list[Cell]] = []
    for number, row in enumerate(rows, start=1):
        grid.append(_cells(row, widest, grid[-1] if grid else [], Locator(table=table, row=number)))
    width = max(map(len, grid), default=0)
    return tuple(
        tuple(row + [Cell("", Locator(table=table, row=number))] * (width - len(row)))
        for number, row in enumerate(grid, start=1)
    )


def _cells(row: WordRow, widest: WordRow, above: Sequence[Cell], at: Locator) -> list[Cell]:
    cells: list[Cell] = []
    for index, own in enumerate(row.texts):
        first = _merged_into(index, row, cells, above)
        text = own if first is None else first.text
        end = _column_after(index, row, widest, len(cells))
        cells.append(Cell(text, at, merged=first is not None))
        cells += [Cell(text, at, merged=True)] * (end - len(cells))
    return cells


def _merged_into(index: int, row: WordRow, cells: Sequence[Cell], above: Sequence[Cell]) -> Cell | None:
    """The neighbour that a cell only goes on from."""
    if index in row.left and cells:
        return cells[-1]
    return above[len(cells)] if index in row.above and len(cells) < len(above) else None


def _column_after(index: int, row: WordRow, widest: WordRow, column: int) -> int:
    """The column in which the next cell begins."""
    if len(row.texts) == len(widest.texts) or not row.borders or not widest.borders:
        return column + 1
    ends = [abs(border - row.borders[index]) for border in widest.borders]
    return max(ends.index(min(ends)) + 1, column + 1)


def _flags(definition: bytes, at: int) -> int:
    return int(struct.unpack_from("<H", definition, at)[0]) if at + 2 <= len(definition) else 0
