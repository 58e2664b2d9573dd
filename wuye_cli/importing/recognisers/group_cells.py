"""Group cells of a column, each in the vertical middle of the rows that it is merged over.

    夯实安全基础
    （3 项）        -> three rows

Where no count is printed, groups are shared out so that each stands nearest to the middle of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wuye_cli.importing.recognisers.balance import Mark
from wuye_cli.importing.recognisers.paragraphs import join_text

COUNT = re.compile(r"[（(]\s*(?:共\s*)?(\d{1,3})\s*[项条个]\s*[）)]$")


def name_groups(column: Sequence[Mark], numbers: Sequence[Mark]) -> list[str] | None:
    """Give the group of every row; None where the column has a cell for each row."""
    cells = _cells(column)
    if not cells or len(cells) >= len(numbers):
        return None
    counts = [int(found[1]) if (found := COUNT.search(text)) else 0 for text, _ in cells]
    names = [COUNT.sub("", text).strip() for text, _ in cells]
    if all(counts) and sum(counts[:-1]) < len(numbers) <= sum(counts):
        return [name for name, count in zip(names, counts, strict=True) for _ in range(count)][: len(numbers)]
    return _nearest(names, [middle for _, middle in cells], numbers)


def _cells(column: Sequence[Mark]) -> list[tuple[str, float]]:
    """Join the lines of each group; gives its words and its middle, counted in lines over all pages."""
    cells: list[list[Mark]] = []
    for mark in column:
        last = cells[-1][-1] if cells else None
        goes_on = last is not None and last.page == mark.page and mark.line - last.line <= 2
        if goes_on and last is not None and not COUNT.search(last.text):
            cells[-1].append(mark)
        else:
            cells.append([mark])
    return [(_joined(cell), (_height(cell[0]) + _height(cell[-1])) / 2) for cell in cells]


def _nearest(names: list[str], middles: list[float], numbers: Sequence[Mark]) -> list[str]:
    """Give each group its run of rows, so that the distances from the middles of the rows are least in all."""
    heights = [_height(number) for number in numbers]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # rows shared out -> distance, rows per group
    for at, middle in enumerate(middles):
        left = len(names) - at - 1  # groups that still want a row each
        ends = [len(numbers)] if not left else range(at + 1, len(numbers) - left + 1)
        best = {
            end: min(
                (distance + abs((heights[start] + heights[end - 1]) / 2 - middle), (*counts, end - start))
                for start, (distance, counts) in best.items()
                if start < end
            )
            for end in ends
        }
    _, counts = best[len(numbers)]
    return [name for name, count in zip(names, counts, strict=True) for _ in range(count)]


def _height(mark: Mark) -> float:
    return mark.page * 1000 + mark.line


def _joined(cell: list[Mark]) -> str:
    text = ""
    for mark in cell:
        text = join_text(text, mark.text)
    return text
