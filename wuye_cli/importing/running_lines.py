"""Lines that a page adds to the text: the running head and foot that every page repeats.

    甲市人民政府办公室文件          <- again at the top of every page
    1.开展排查。逐户登记，建立
                  — 2 —
    甲市人民政府办公室文件
    台账。

They are blanked, not cut out, so that every block keeps its place. On the first page they stay: there they are the
letterhead. The column headings, names and dates at the top of a table that goes on are no such lines, nor is what
stands as often inside the pages: the cells of a table repeat each other, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from wuye_cli.importing.document import Document, Paragraph
from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.fields.unit_words import WHOLE
from wuye_cli.importing.paragraphs import find_mark, is_page_furniture, is_page_number

EDGE = 2  # how many lines at the top or foot of a page may be repeated
SHORTEST, LONGEST = 5, 45
NO_HEAD = re.compile(r"[。；，|\t]|\S\s{2,}\S")  # sentences and rows of a table
SHARE = 0.4  # heads may alternate between left and right pages


def drop_running_lines(document: Document) -> Document:
    """Blank the lines that stand at the edge of page after page; a document without pages stays as it is."""
    pages = tuple(_pages(document))
    edges = [{at: _text(document, at) for at in page[:EDGE] + page[-EDGE:]} for page in pages]
    counts = Counter(text for edge in edges for text in set(edge.values()))
    everywhere = Counter(_text(document, at) for page in pages for at in page)
    at_edges = {text: count for text, count in counts.items() if everywhere[text] < 2 * count}
    running = {text for text, count in at_edges.items() if _is_running(text, count, len(pages))}
    dropped = {at for edge in edges for at, text in edge.items() if text in running}
    dropped -= set(pages[0]) if pages else set()
    return _blank(document, dropped) if dropped else document


def _pages(document: Document) -> Iterator[list[int]]:
    """Give the filled lines of each page; where the reader knows no pages, a page number ends one."""
    page: list[int] = []
    last = None
    for at, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or not block.text.strip():
            continue
        if is_page_number(block.text) or (page and block.at.page != last):
            if page:
                yield page
            page = []
        if not is_page_furniture(block.text):
            page.append(at)
        last = block.at.page
    if page:
        yield page


def _text(document: Document, at: int) -> str:
    block = document.blocks[at]
    return block.text.strip() if isinstance(block, Paragraph) else ""


def _is_running(text: str, count: int, pages: int) -> bool:
    if count < max(2, SHARE * pages) or not SHORTEST <= len(text) <= LONGEST:
        return False
    return not NO_HEAD.search(text) and find_mark(text) is None and not is_deadline(text) and not _is_cell(text)


def _is_cell(text: str) -> bool:
    """Column headings and names of units head the pages of a table."""
    return any(map(find_field, text.split())) or (not text.endswith("文件") and WHOLE.fullmatch(text) is not None)


def _blank(document: Document, dropped: set[int]) -> Document:
    blocks = tuple(
        replace(block, text="") if at in dropped and isinstance(block, Paragraph) else block
        for at, block in enumerate(document.blocks)
    )
    return replace(document, blocks=blocks)
