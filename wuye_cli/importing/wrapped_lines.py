"""Lines that a program broke at one width, wherever it was reached: joined again.

    组织开展全面排查，建立问
    题台账，逐项整改。

Such a text has many lines of exactly the greatest length. What a printer breaks by words, or lays out in columns, has
not, and stays as it is. Joined lines are blanked, not cut out, so that every block keeps its place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wuye_cli.importing.document import Block, Document, Paragraph

FEWEST = 5  # lines of the greatest length
SHORTEST, LONGEST = 20, 120
SHARE = 0.1  # of all lines that hold something
COLUMNS = re.compile(r"\S[ \u3000]{2,}\S")
ENDED = re.compile(r"[^\t]*[。；;：:！]")  # may end a paragraph that fills its line; a row of cells it does not end
ROW = re.compile(r"\d{1,4}\t")  # the next row of a table parted by tabs
TAB = "\t"


def join_wrapped_lines(document: Document) -> Document:
    """Join the lines of a text that was broken at one width."""
    lines = [block.text if isinstance(block, Paragraph) else "" for block in document.blocks]
    width = _find_width(lines) if document.format == "txt" else 0
    return replace(document, blocks=_joined(document.blocks, width)) if width else document


def _find_width(lines: list[str]) -> int:
    """Give the length at which lines were broken; 0 where they were not."""
    filled = [line for line in lines if line.strip()]
    width = max(map(len, filled), default=0)
    full = [line for line in filled if len(line) == width]
    if not SHORTEST <= width <= LONGEST or len(full) < max(FEWEST, SHARE * len(filled)):
        return 0
    return 0 if any(COLUMNS.search(line.strip()) for line in full) else width


def _joined(blocks: tuple[Block, ...], width: int) -> tuple[Block, ...]:
    joined = list(blocks)
    most = max((block.text.count(TAB) for block in blocks if isinstance(block, Paragraph)), default=0)
    head, full = 0, False  # the line that others are joined to, and whether the last of them fills its line
    for at, block in enumerate(blocks):
        text = block.text if isinstance(block, Paragraph) else ""
        above = joined[head]
        if full and isinstance(above, Paragraph) and _goes_on(above.text, text, most):
            joined[head] = replace(above, text=above.text + text.strip(" \u3000"))
            joined[at] = Paragraph("", block.at)
        else:
            head = at
        full = len(text) == width
    return tuple(joined)


def _goes_on(above: str, text: str, most: int) -> bool:
    """Whether a line is the rest of the one above; no row has more tabs than any other, the header included."""
    is_row = TAB in above and (ROW.match(text) or above.count(TAB) + text.count(TAB) > most)
    return bool(text.strip()) and not ENDED.fullmatch(above) and not is_row
