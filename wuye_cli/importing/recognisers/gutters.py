"""Columns of a printed table by position: between two headings, the gutter is where the fewest lines have a letter.

    序号   重点任务            工作内容         完成时限    责任单位
    1     公开收费标准     在小区出入口公示收费项目    10月底   市发改委

Positions count characters, as `pdftotext -layout` does, or columns of a terminal, where a Chinese character takes
two; the count that leaves the gutters emptier is the right one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

CELL = re.compile(r"\S+")
FILLER = "\0"  # the second column of a wide character


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A stretch between two columns; `ink`: how many lines have a letter there."""

    width: int
    end: int
    ink: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column of a page begins; `wide`: Chinese characters count two.

    `ink` is what the gutters hold, `room` how wide they are in all.
    """

    starts: tuple[int, ...]
    wide: bool
    ink: int
    room: int

    def cut(self, line: str) -> tuple[str, ...]:
        """Cut a line into the texts of its columns."""
        line = _measured(line, wide=self.wide)
        ends = (*self.starts[1:], len(line) + 1)
        return tuple(line[start:end].replace(FILLER, "").strip() for start, end in zip(self.starts, ends, strict=True))


def find_layout(header: str, lines: tuple[str, ...]) -> Layout:
    """Find the columns of a page."""
    layouts = [_layout(header, lines, wide=wide) for wide in (False, True)]
    return min(layouts, key=lambda layout: (layout.ink, -layout.room))


def _layout(header: str, lines: tuple[str, ...], *, wide: bool) -> Layout:
    header, *texts = (_measured(line, wide=wide) for line in (header, *lines))
    width = max(map(len, (header, *texts)))
    ink = [sum(1 for line in texts if at < len(line) and not line[at].isspace()) for at in range(width)]
    centres = [(match.start() + match.end()) // 2 for match in CELL.finditer(header)]
    gutters = [_gutter(ink, left, right) for left, right in pairwise(centres)]
    starts = (0, *(gutter.end for gutter in gutters))
    return Layout(starts, wide, sum(gutter.ink for gutter in gutters), sum(gutter.width for gutter in gutters))


def _measured(line: str, *, wide: bool) -> str:
    return "".join(char if char.isascii() else char + FILLER for char in line) if wide else line


def _gutter(ink: list[int], left: int, right: int) -> _Gutter:
    """The emptiest stretch, a wider one before a narrow one."""
    least = min(ink[left + 1 : right], default=0)
    found = [_Gutter(0, right, least)]
    at = left + 1
    while at < right:
        start = at
        while at < right and ink[at] == least:
            at += 1
        found.append(_Gutter(at - start, at, least))
        at += 1
    return max(found, key=lambda gutter: (gutter.width, gutter.end))
