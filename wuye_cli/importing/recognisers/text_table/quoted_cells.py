"""Cells that a spreadsheet puts in quotes when rows are copied as text, since they hold line breaks.

    1→管网→"排查隐患；
    建立台账。"→市住建局→"市民政局、
    市财政局"→10月底

Such a row runs on to the line that closes the last of its quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wuye_cli.importing.document import Block, Paragraph

TAB = "\t"
QUOTE = '"'
LONGEST_ROW = 60  # lines


def join_quoted(blocks: Sequence[Block]) -> Iterator[tuple[int, int, str]]:
    """Give the first and the last block of every row, and its text; "" for a table."""
    texts = [block.text if isinstance(block, Paragraph) else "" for block in blocks]
    first = 0
    while first < len(texts):
        last = _find_last(texts, first)
        yield first, last, "\n".join(texts[first : last + 1])
        first = last + 1


def _find_last(texts: Sequence[str], first: int) -> int:
    """Find the line that closes all quotes which a cell of this line opens; a quote that nothing closes is a sign."""
    if not _is_open(texts[first]):
        return first
    text = texts[first]
    for last in range(first + 1, min(first + LONGEST_ROW, len(texts))):
        text += "\n" + texts[last]
        if not _is_open(text):
            return last
    return first


def _is_open(text: str) -> bool:
    """Whether the last cell begins with a quote that is still open; two of them are one that is printed."""
    cell = text.rpartition(TAB)[2] if TAB in text else ""
    return cell.lstrip(" ").startswith(QUOTE) and cell.count(QUOTE) % 2 == 1
