"""What every page adds to the text: page numbers, running heads and feet, words that a page cuts through.

A running line counts once. Words in the middle of a cell that a page cuts are printed on both pages, half of them
hidden by the edge on each: the half without a cell is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wuye_cli.importing.readers.pdf_grid import PageTable
from wuye_cli.importing.readers.pdf_lines import Line

if TYPE_CHECKING:
    from wuye_cli.importing.readers.pdf_page import PageContent

Items = tuple[Line | PageTable, ...]

# - 3 -   — 3 —   3   3/12   第 3 页 共 12 页   Page 3 of 12
PAGE_NUMBER = re.compile(r"[\W\d_]*\d[\W\d_]*|第?\s*\d+\s*页?[,，/\s]*(?:共\s*\d+\s*页)?|Page\s*\d+(?:\s*of\s*\d+)?")
CONTINUED = re.compile(r"\s*[（(]?[续接]上?[表页][）)]?\s*")  # 续表   （续表）   接上页
SAME_HEIGHT = 3.0
WIDE_GAP = re.compile(r"\s{2,}")  # 账目公开      推动自治: words of two cells
COLUMNS = re.compile(r"\S\s{2,}\S+\s{2,}\S")  # 序号   任务   时限: the repeated header of a table without rules


def strip_furniture(pages: Sequence[PageContent]) -> tuple[Items, ...]:
    """Give what stands on each page without page numbers, running lines and 续表."""
    stripped = [_strip(page, pages[:at]) for at, page in enumerate(pages)]
    return tuple(
        _without_halves(items, above, below)
        for above, items, below in zip([(), *stripped], stripped, [*stripped[1:], ()], strict=False)
    )


def _without_halves(items: Items, above: Items, below: Items) -> Items:
    if len(items) > 1 and _is_half(items[0], items[1], above[-2:], at_end=True):
        items = items[1:]
    if len(items) > 1 and _is_half(items[-1], items[-2], below[:2], at_end=False):
        items = items[:-1]
    return items


def _is_half(line: Line | PageTable, table: Line | PageTable, beyond: Items, *, at_end: bool) -> bool:
    """Whether all words beside a table stand in the cells that the edge of the page cuts, beyond it."""
    if isinstance(line, PageTable) or not isinstance(table, PageTable):
        return False
    cells = [text for item in beyond if isinstance(item, PageTable) for text in _cut_texts(item, at_end=at_end)]
    words = ["".join(word.split()) for word in WIDE_GAP.split(line.text.strip())]
    return all(any(word in text for text in cells) for word in words)


def _cut_texts(table: PageTable, *, at_end: bool) -> Iterator[str]:
    row = table.height - 1 if at_end else 0
    return (area.text for area in table.areas if area.first_row <= row <= area.last_row)


def _strip(page: PageContent, before: Sequence[PageContent]) -> Items:
    items = page.items
    while items and _is_furniture(items[0], page, before):
        items = items[1:]
    while items and _is_furniture(items[-1], page, before):
        items = items[:-1]
    return items


def _is_furniture(item: Line | PageTable, page: PageContent, before: Sequence[PageContent]) -> bool:
    if isinstance(item, PageTable):
        return False
    if PAGE_NUMBER.fullmatch(item.text.strip()):
        return _is_alone(item, page)
    if not item.text or CONTINUED.fullmatch(item.text):
        return True
    return not COLUMNS.search(item.text.strip()) and any(_has(other, item) for other in before[-2:])


def _is_alone(line: Line, page: PageContent) -> bool:
    """Whether a number stands clear of the text, as 3 does below a page and not in a column of numbers."""
    others = [item for item in page.items if isinstance(item, Line) and item is not line]
    return not any(abs(line.top - other.top) < 1.2 * line.size for other in others)


def _has(page: PageContent, line: Line) -> bool:
    """Whether another page prints the same words at the same height."""
    return any(
        isinstance(item, Line) and item.text.strip() == line.text.strip() and abs(item.top - line.top) < SAME_HEIGHT
        for item in page.items
    )
