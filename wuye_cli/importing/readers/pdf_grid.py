"""The cells of a ruled table on one page: which rows and columns each takes, and the lines of text in it.

    一 │ 任务
       ├─────
       │ 任务

A cell beside several others takes the rows of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wuye_cli.importing.readers.pdf_glyphs import Box, Glyph
from wuye_cli.importing.readers.pdf_lines import Line, read_lines
from wuye_cli.importing.readers.pdf_overflow import share_out
from wuye_cli.importing.readers.pdf_rules import Ruling

NEAR = 3.0  # points between edges that are one


@dataclass(frozen=True, slots=True)
class Area:
    """A printed cell: rows `first_row`..`last_row`, columns `first_column`..`last_column`, both included.

    `is_cut`: the page ends in the middle of it, while its neighbours are closed.
    """

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    box: Box
    lines: tuple[Line, ...]
    is_cut: bool = False

    @property
    def columns(self) -> tuple[int, int]:
        """The columns it takes."""
        return self.first_column, self.last_column

    @property
    def is_tall(self) -> bool:
        """Whether it takes several rows."""
        return self.last_row > self.first_row

    @property
    def text(self) -> str:
        """Its words without any space, to compare cells by."""
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(frozen=True, slots=True)
class PageTable:
    """A ruled table, or the part of it that stands on one page; `edges` are its columns', from its left."""

    page: int
    number: int
    top: float
    edges: tuple[float, ...]
    height: int
    areas: tuple[Area, ...]

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        return self.edges[-1]


def read_page_table(page: int, number: int, cells: Sequence[Box], glyphs: Iterable[Glyph], ruling: Ruling) -> PageTable:
    """Put the letters that stand inside a table into its cells."""
    xs = cluster(x for cell in cells for x in (cell[0], cell[2]))
    ys = cluster(y for cell in cells for y in (cell[1], cell[3]))
    inside = share_out(cells, glyphs)
    areas = tuple(
        Area(
            nearest(ys, top),
            nearest(ys, bottom) - 1,
            nearest(xs, left),
            nearest(xs, right) - 1,
            (left, top, right, bottom),
            read_lines(inside[index]),
            ruling.is_cut((left, top, right, bottom)),
        )
        for index, (left, top, right, bottom) in enumerate(cells)
    )
    return PageTable(page, number, ys[0], tuple(x - xs[0] for x in xs), len(ys) - 1, areas)


def outline(cells: Iterable[Box]) -> Box:
    """Give the box around cells."""
    lefts, tops, rights, bottoms = zip(*cells, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def cluster(values: Iterable[float]) -> list[float]:
    """Take values that lie close together for one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def nearest(values: Sequence[float], value: float) -> int:
    """Give the index of the value that lies nearest."""
    return min(range(len(values)), key=lambda index: abs(values[index] - value))
