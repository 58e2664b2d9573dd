"""Letters to lines of text: what stands at one height is a line, a gap between letters a space.

    序    号        工 作 任 务        完成时限

Letters set apart evenly, as headings are, are one word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wuye_cli.importing.readers.pdf_glyphs import Glyph

SAME_LINE = 0.45  # of the letter's height
WIDE_GAP = 0.6  # of the letter's height, beside a Chinese character; the gap between 5 and 万 is no space
NARROW_GAP = 0.18  # between Latin letters, and where the file prints a space
APART = 1.7  # of the distance between lines
# What no line end parts: a Latin word or number, a character with the signs that must not end or begin a line.
# （市、   90%   区）、   发
UNBROKEN = re.compile(r"[（《“‘「『【〔]*(?:[!-~]+|.)[，。、；：！？）》”’」』】〕％‰]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; `first` is the width of what must stay together at its beginning."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    first: float

    @property
    def size(self) -> float:
        """The height of its letters."""
        return self.bottom - self.top


def read_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Read the lines of a cell from top to bottom; a wide gap is one space."""
    return tuple(_line(row, _spaced(row)) for row in group_lines(glyphs))


def read_page_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Read the lines outside tables; wide gaps are as many spaces as put each word where it stands on the page.

    Lines set apart from those above have a blank one before them.
    """
    rows = group_lines(glyphs)
    unit = _letter_size(rows) / 2
    return tuple(_with_blanks([_line(row, _laid_out(row, unit)) for row in rows]))


def group_lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Group letters by the height they stand at, each group from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.middle):
        height = max(glyph.size, rows[-1][0].size) if rows else 0.0
        if rows and glyph.middle - rows[-1][0].middle < SAME_LINE * height:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.x0) for row in rows]


def _line(row: Sequence[Glyph], text: str) -> Line:
    top, bottom = min(glyph.top for glyph in row), max(glyph.bottom for glyph in row)
    return Line(text, row[0].x0, max(glyph.x1 for glyph in row), top, bottom, _first_width(row))


def _first_width(row: Sequence[Glyph]) -> float:
    found = UNBROKEN.match("".join(glyph.text for glyph in row))
    length = min(found.end(), len(row)) if found else 1
    return row[length - 1].x1 - row[0].x0


def _spaced(row: Sequence[Glyph]) -> str:
    if _is_spread(row):
        return "".join(glyph.text for glyph in row)
    return row[0].text + "".join(" " * _is_gap(left, right) + right.text for left, right in pairwise(row))


def _laid_out(row: Sequence[Glyph], unit: float) -> str:
    if len(row) > 2 and _is_spread(row):
        return " " * round(row[0].x0 / unit) + "".join(glyph.text for glyph in row)
    text = " " * round(row[0].x0 / unit) + row[0].text
    width = round(row[0].x0 / unit) + _width(row[0].text)
    for left, right in pairwise(row):
        gap = max(1, round(right.x0 / unit) - width) if _is_gap(left, right) else 0
        text += " " * gap + right.text
        width += gap + _width(right.text)
    return text


def _with_blanks(lines: Sequence[Line]) -> Iterator[Line]:
    pitches = sorted(below.top - above.top for above, below in pairwise(lines) if below.top > above.bottom)
    pitch = pitches[len(pitches) // 4] if pitches else 0.0
    yield from lines[:1]
    for above, below in pairwise(lines):
        if below.top - above.top > max(APART * pitch, above.size):
            yield Line("", 0, 0, above.bottom, above.bottom, 0)
        yield below


def _letter_size(rows: list[list[Glyph]]) -> float:
    """The commonest size of letters."""
    sizes = Counter(round(glyph.size, 1) for row in rows for glyph in row)
    return max(sizes, key=lambda size: sizes[size], default=12.0)


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _is_gap(left: Glyph, right: Glyph) -> bool:
    latin = left.text.isascii() and right.text.isascii()
    return right.x0 - left.x1 > (NARROW_GAP if latin or left.spaced else WIDE_GAP) * min(left.size, right.size)


def _is_spread(row: Sequence[Glyph]) -> bool:
    """Whether all letters are Chinese and stand equally far from each other."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    if not gaps or any(glyph.text.isascii() for glyph in row):
        return False
    return min(gaps) > 0.3 * row[0].size and max(gaps) < 1.5 * min(gaps) + 0.3 * row[0].size
