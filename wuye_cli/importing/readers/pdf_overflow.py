"""Letters to cells: each goes where it stands, but a text that overflows its row goes there as a whole.

       │ 市民政局
    ───┼──市公安局、市自──
     3 │  然资源局
    ───┼───────────────

Two lines in a row that is one line high stand across its rules: the middle of the two tells whose they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from wuye_cli.importing.readers.pdf_glyphs import Box, Glyph

CROSSES = 0.25  # of the letter's height
Placed = tuple[Glyph, int]  # the letter, and the cell it stands in


def share_out(cells: Sequence[Box], glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Give the letters of each cell; `glyphs` come in the order of the file, which writes a cell in one go."""
    shares: list[list[Glyph]] = [[] for _ in cells]
    for run in _runs(cells, _place(cells, glyphs)):
        whole = _owner(cells, run)
        for glyph, cell in run:
            shares[cell if whole is None else whole].append(glyph)
    return shares


def is_inside(glyph: Glyph, box: Box) -> bool:
    """Whether a letter stands in a box."""
    return box[0] <= glyph.centre < box[2] and box[1] <= glyph.middle < box[3]


def _place(cells: Sequence[Box], glyphs: Iterable[Glyph]) -> list[Placed]:
    order = sorted(range(len(cells)), key=lambda index: cells[index][1])
    tops = [cells[index][1] for index in order]
    placed = []
    for glyph in glyphs:
        above = order[: bisect_right(tops, glyph.middle)]
        cell = next((index for index in reversed(above) if is_inside(glyph, cells[index])), None)
        if cell is not None:
            placed.append((glyph, cell))
    return placed


def _runs(cells: Sequence[Box], placed: list[Placed]) -> Iterator[list[Placed]]:
    """Cut the letters where the file leaves a column or skips lines."""
    run = placed[:1]
    for (above, left), (below, right) in pairwise(placed):
        if left != right and not (_column(cells[left]) == _column(cells[right]) and _is_next_line(above, below)):
            yield run
            run = []
        run.append((below, right))
    if run:
        yield run


def _column(cell: Box) -> tuple[int, int]:
    return round(cell[0]), round(cell[2])


def _is_next_line(above: Glyph, below: Glyph) -> bool:
    return below.x0 < above.x1 and 0 < below.middle - above.middle < 2 * above.size


def _owner(cells: Sequence[Box], run: Sequence[Placed]) -> int | None:
    """The cell of a run that stands across rules; None where every letter stands in its own."""
    if len({cell for _, cell in run}) == 1 or not any(_crosses(glyph, cells[cell]) for glyph, cell in run):
        return None
    middle = (min(glyph.top for glyph, _ in run) + max(glyph.bottom for glyph, _ in run)) / 2
    return next((cell for _, cell in run if cells[cell][1] <= middle < cells[cell][3]), None)


def _crosses(glyph: Glyph, cell: Box) -> bool:
    room = CROSSES * glyph.size
    return glyph.top < cell[1] - room or glyph.bottom > cell[3] + room
