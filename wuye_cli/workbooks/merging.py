"""Cells of a column that are equal from row to row become one, as a printed list has them.

部分           | 序号 | 工作内容
（一）补齐短板 | 1    | 制定年度计划        a cell reaches down as long as its value stays the same, and no further
（一）补齐短板 | 1    | 健全议事协调机制    than the cell before it among the columns that are merged
（一）补齐短板 | 2    | 改造20个小区
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from openpyxl.worksheet.cell_range import CellRange

from wuye_cli.workbooks.cells import Value

BLANK = (None, "")


def find_changes(values: Sequence[Value], outer: Sequence[bool]) -> list[bool]:
    """Say of each row whether another value begins in it: in the first one, and wherever one of `outer` does."""
    differs = (value != before for before, value in pairwise((object(), *values)))
    return [begins or other for begins, other in zip(outer, differs, strict=True)]


def find_starts(values: Sequence[Value], changes: Sequence[bool]) -> list[bool]:
    """Say of each row whether a cell begins in it: where the value changes, and where nothing stands."""
    return [begins or value in BLANK for value, begins in zip(values, changes, strict=True)]


def merged_areas(starts: Sequence[bool], first: int, columns: tuple[int, int]) -> Iterator[CellRange]:
    """Give the areas of more than one cell, between the outer columns, where `first` is the first row."""
    rows = [row for row, begins in enumerate(starts, first) if begins]
    left, right = columns
    for top, following in pairwise((*rows, first + len(starts))):
        if following - top > 1 or right > left:
            yield CellRange(min_col=left, min_row=top, max_col=right, max_row=following - 1)
