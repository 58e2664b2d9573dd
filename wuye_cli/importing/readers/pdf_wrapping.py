"""Line ends inside cells: where a line was full, words were only fitted into the column.

    市工业与能源        the next letter would not have fitted: one name
    集团

    市发改委            it would have: two names on two lines
    市住建局

A column whose every line end is of the first kind has no line breaks of its own, and its cells are joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from wuye_cli.importing.readers.pdf_grid import Area
from wuye_cli.importing.readers.pdf_lines import Line

PADDING = 1.2  # of the letter's height: what a cell keeps free at both sides together, at most


def is_full(line: Line, following: Line, width: float) -> bool:
    """Whether the beginning of the next line would not have fitted into this one, in a cell of this width."""
    return (line.x1 - line.x0) + following.first > width - PADDING * line.size


def cell_texts(areas: Sequence[Area]) -> list[str]:
    """Give the text of each cell; line ends stay where a column has breaks of its own."""
    broken = {area.columns for area in areas if area.first_row and not all(_full_ends(area))}
    return [_joined(area, keeps_breaks=area.columns in broken) for area in areas]


def _full_ends(area: Area) -> Iterable[bool]:
    width = area.box[2] - area.box[0]
    return (is_full(above, below, width) for above, below in pairwise(area.lines))


def _joined(area: Area, *, keeps_breaks: bool) -> str:
    text = area.lines[0].text if area.lines else ""
    for above, below in pairwise(line.text for line in area.lines):
        latin = above[-1].isascii() and below[0].isascii()
        text += ("\n" if keeps_breaks or latin else "") + below
    return text
