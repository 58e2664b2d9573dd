"""Columns of a printed table by position: between two headings, the gutter is where the fewest lines have a letter.

    序号   重点任务            工作内容         完成时限    责任单位
    1     公开收费标准     在小区出入口公示收费项目    10月底   市发改委

Positions count characters, as `pdftotext -layout` does.
"""

from __future__ import annotations

import re
from itertools import pairwise

CELL = re.compile(r"\S+")


def find_edges(header: str, lines: tuple[str, ...]) -> tuple[int, ...]:
    """Give the position where each column begins, one page at a time."""
    width = max(map(len, (header, *lines)))
    ink = [sum(1 for line in lines if at < len(line) and not line[at].isspace()) for at in range(width)]
    centres = [(match.start() + match.end()) // 2 for match in CELL.finditer(header)]
    return (0, *(_gutter(ink, left, right) for left, right in pairwise(centres)))


def _gutter(ink: list[int], left: int, right: int) -> int:
    """The last position of the emptiest stretch; a wider stretch wins over a narrow one."""
    least = min(ink[left + 1 : right], default=0)
    stretches: list[tuple[int, int]] = []
    at = left + 1
    while at < right:
        start = at
        while at < right and ink[at] == least:
            at += 1
        stretches.append((at - start, at))
        at += 1
    return max(stretches, default=(0, right))[1]


def cut_line(line: str, edges: tuple[int, ...]) -> tuple[str, ...]:
    """Cut a line into the texts of its columns."""
    ends = (*edges[1:], len(line) + 1)
    return tuple(line[start:end].strip() for start, end in zip(edges, ends, strict=True))
