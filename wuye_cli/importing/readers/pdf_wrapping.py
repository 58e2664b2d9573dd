"""Line ends inside cells: where a line was full, words were only fitted into the column.

    市工业与能源        the next letter would not have fitted: one name
    集团

    市发改委            it would have: two names on two lines
    市住建局

A full line goes on in the next one, unless lines that are not full are common in its column: then names stand on
lines of their own, and the ends of lines are kept for those who know names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from wuye_cli.importing.readers.pdf_grid import Area
from wuye_cli.importing.readers.pdf_lines import Line

PADDING = 1.2  # of the letter's height: what a cell keeps free at both sides together, at most
MIXED_GAP = 0.25  # what typesetting puts between a Chinese character and a Latin one
COMMON = 0.2


def is_full(line: Line, following: Line, width: float) -> bool:
    """Whether the beginning of the next line would not have fitted into this one, in a cell of this width."""
    mixed = line.text[-1].isascii() != following.text[0].isascii()
    needed = line.x1 - line.x0 + following.first + (MIXED_GAP * line.size if mixed else 0)
    return needed > width - PADDING * line.size


def cell_texts(areas: Sequence[Area]) -> list[str]:
    """Give the text of each cell: wrapped lines joined, other line ends kept."""
    kept = {columns for columns in {area.columns for area in areas} if _has_breaks(areas, columns)}
    return [_joined(area, keeps_all=area.columns in kept) for area in areas]


def _has_breaks(areas: Iterable[Area], columns: tuple[int, int]) -> bool:
    ends = [full for area in areas if area.columns == columns and area.first_row for full in _full_ends(area)]
    return ends.count(False) > COMMON * len(ends)


def _full_ends(area: Area) -> list[bool]:
    width = area.box[2] - area.box[0]
    return [is_full(above, below, width) for above, below in pairwise(area.lines)]


def _joined(area: Area, *, keeps_all: bool) -> str:
    text = area.lines[0].text if area.lines else ""
    for (above, below), full in zip(pairwise(line.text for line in area.lines), _full_ends(area), strict=True):
        latin = above[-1].isascii() and below[0].isascii()
        text += ("\n" if keeps_all or latin or not full else "") + below
    return text
