"""Where words stand in a document: a value's own words are looked for from the place of its task on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from wuye_cli.importing.document import Cell, Document, Locator, Paragraph

BEGINNING = 8  # characters that are enough to find words which a column break tears apart


class Places:
    """The text of a document without its spaces, and where each piece of it stood."""

    def __init__(self, document: Document) -> None:
        pieces = [("".join(piece.text.split()), piece.at) for piece in _pieces(document)]
        self._text = "".join(text for text, _ in pieces)
        self._at = [at for _, at in pieces]
        self._starts: list[int] = []
        start = 0
        for text, _ in pieces:
            self._starts.append(start)
            start += len(text)

    def find(self, words: str, near: Locator) -> Locator | None:
        """Find where words begin, at a task's place or the first time behind it; else where they first stand."""
        wanted = "".join(words.split())
        start = self._start_of(near)
        for part in dict.fromkeys((wanted, wanted[:BEGINNING])):
            for origin in (start, 0):
                found = self._text.find(part, origin) if part else -1
                if found >= 0:
                    return self._at[bisect_right(self._starts, found) - 1]
        return None

    def _start_of(self, near: Locator) -> int:
        places = (start for start, at in zip(self._starts, self._at, strict=True) if _is_in(at, near))
        return next(places, 0)


def _pieces(document: Document) -> Iterator[Paragraph | Cell]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (cell for row in block.rows for cell in row)


def _is_in(at: Locator, near: Locator) -> bool:
    """Tell whether a piece lies in a place; a place that names no column is a whole row."""
    row = (near.page, near.line, near.sheet, near.row, near.paragraph, near.table)
    return row == (at.page, at.line, at.sheet, at.row, at.paragraph, at.table) and near.column in {None, at.column}
