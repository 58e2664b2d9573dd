"""Group cells of a column, each in the vertical middle of the rows that it is merged over.

    夯实安全基础
    （3 项）        -> three rows

Where no count is printed, groups are shared out so that each stands nearest to the middle of its rows; where a page
ends between them, anywhere beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wuye_cli.importing.fields.numbering import find_number
from wuye_cli.importing.paragraphs import join_text
from wuye_cli.importing.recognisers.text_table.aligned_pages import Line

COUNT = re.compile(r"[（(]\s*(?:共\s*)?(\d{1,3})\s*[项条个]\s*[）)]$")
PAGE = 1000  # more lines than a page has
Extent = tuple[float, float]


def name_groups(lines: Sequence[Line], column: int, rows: Sequence[Extent]) -> list[str]:
    """Give every row the group it stands in; `rows` are the heights of their first and last lines, see `height`."""
    cells = _cells([line for line in lines if line.texts[column]], column)
    if not cells:
        return [""] * len(rows)
    if len(cells) > len(rows):
        cells = [min(cells, key=lambda cell: abs(cell[1] - sum(row) / 2)) for row in rows]
    counts = [int(found[1]) if (found := COUNT.search(text)) else 0 for text, _ in cells]
    names = [text for text, _ in cells]
    if all(counts) and sum(counts[:-1]) < len(rows) <= sum(counts):
        return [name for name, count in zip(names, counts, strict=True) for _ in range(count)][: len(rows)]
    return _nearest(names, [middle for _, middle in cells], rows)


def height(line: Line) -> float:
    """Count lines over all pages."""
    return line.page * PAGE + line.place


def _cells(lines: Sequence[Line], column: int) -> list[tuple[str, float]]:
    """Join the lines of each group; gives its words and its middle."""
    cells: list[list[Line]] = []
    for line in lines:
        if cells and _goes_on(cells[-1], line, column):
            cells[-1].append(line)
        else:
            cells.append([line])
    return [(_joined(cell, column), (height(cell[0]) + height(cell[-1])) / 2) for cell in cells]


def _goes_on(cell: list[Line], line: Line, column: int) -> bool:
    near = height(line) - height(cell[-1]) < 2
    return near and not COUNT.search(_joined(cell, column)) and find_number(line.texts[column]) is None


def _joined(cell: Sequence[Line], column: int) -> str:
    text = ""
    for line in cell:
        text = join_text(text, line.texts[column])
    return text


def _nearest(names: list[str], middles: list[float], rows: Sequence[Extent]) -> list[str]:
    """Give each group its run of rows, so that they stand least aside of the middles of the rows in all."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # rows shared out -> distance, rows per group
    for at, middle in enumerate(middles):
        left = len(names) - at - 1  # groups that still want a row each
        ends = [len(rows)] if not left else range(at + 1, len(rows) - left + 1)
        best = {
            end: min(
                (distance + _aside(middle, rows[start][0], rows[end - 1][1]), (*counts, end - start))
                for start, (distance, counts) in best.items()
                if start < end
            )
            for end in ends
        }
    _, counts = best[len(rows)]
    return [name for name, count in zip(names, counts, strict=True) for _ in range(count)]


def _aside(middle: float, top: float, bottom: float) -> float:
    """Say how far a cell stands from where that of these rows would."""
    if not top <= middle <= bottom:
        return PAGE
    is_one_page = top // PAGE == bottom // PAGE
    return abs((top + bottom) / 2 - middle) if is_one_page else 0.0
