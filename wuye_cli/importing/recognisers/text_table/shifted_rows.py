"""The columns of every line of a page, also where the rows below a place are set further left or right.

    1     开办企业    推行一件事，压减环节      市数据局
    9   政策兑现  扩大免申即享政策范围     市财政局

`pdftotext -layout` keeps positions inside a stretch of rows; a page is cut in two where that makes its columns fit.
"""

from __future__ import annotations

import re
from itertools import pairwise

from wuye_cli.importing.recognisers.table.header import Header
from wuye_cli.importing.recognisers.text_table.gutters import Layout, find_layout

ILL_FITTING = 2.0
CUT = 2.0  # what a page costs that is cut in two
MOST_CUTS = 24
SENTENCE = re.compile(r"\S{12}")  # a line of text, longer than the name of a unit


def find_layouts(head: tuple[str, ...], lines: tuple[str, ...], header: Header) -> tuple[Layout, ...]:
    """Find the columns of every line; where rows further down are set elsewhere, the page is cut between them."""
    whole = find_layout(head, lines, header)
    cuts = _shifts(lines) if whole.cost > ILL_FITTING else []
    if not 0 < len(cuts) <= MOST_CUTS:
        return (whole,) * len(lines)
    halves = [(find_layout(head, lines[:at], header), find_layout(head, lines[at:], header), at) for at in cuts]
    upper, lower, at = min(halves, key=lambda half: half[0].cost + half[1].cost)
    if upper.cost + lower.cost > whole.cost - CUT:
        return (whole,) * len(lines)
    return (*find_layouts(head, lines[:at], header), *find_layouts(head, lines[at:], header))


def _shifts(lines: tuple[str, ...]) -> list[int]:
    """The lines that a page may be cut above: sentences begin elsewhere than in the lines before."""
    begins = [(at, found.start()) for at, line in enumerate(lines) if (found := SENTENCE.search(line))]
    changes = [(above, below) for (above, left), (below, right) in pairwise(begins) if abs(left - right) > 1]
    return [at for above, below in changes for at in range(above + 1, below + 1)]
