"""Columns of a table that has rules between its rows only: where no row has a letter, a column ends.

     1    公开收费标准      10月底
    ──────────────────────────────
     2    规范维修资金使用  年底前

The edge is put where the next column begins, which is the same on every page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from wuye_cli.importing.readers.pdf_glyphs import Box, Glyph

GUTTER = 0.9  # of the letter's height
MARGIN = 2.0  # points
FEWEST_ROWS = 3
FEWEST_COLUMNS = 3


def split_bands(bands: Sequence[Box], glyphs: Sequence[Glyph]) -> tuple[Box, ...]:
    """Cut bands that stand on each other into cells; none where they are a frame around running text."""
    if len(bands) < FEWEST_ROWS or not glyphs:
        return ()
    left, right = min(band[0] for band in bands), max(band[2] for band in bands)
    edges = [left, *find_gutters(glyphs), right]
    if len(edges) - 1 < FEWEST_COLUMNS:
        return ()
    return tuple((x0, top, x1, bottom) for _, top, _, bottom in bands for x0, x1 in pairwise(edges))


def find_gutters(glyphs: Iterable[Glyph]) -> Iterator[float]:
    """Yield the right ends of the stretches that are free from top to bottom."""
    end = None
    for glyph in sorted(glyphs, key=lambda glyph: glyph.x0):
        if end is not None and glyph.x0 - end > GUTTER * glyph.size:
            yield glyph.x0 - MARGIN
        end = glyph.x1 if end is None else max(end, glyph.x1)
