"""Which dates alone on a line close a notice, and which are deadlines, or stand below a title.

    甲市人民政府办公室          市住建局                     甲市2025年工作方案
    2025年1月8日               2025年6月30日                 2025年1月8日
    甲市2025年工作方案          2.健全水价形成机制            一、总体要求

The line alone does not tell; what stands before and after it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from wuye_cli.importing.document import Document, Paragraph
from wuye_cli.importing.paragraphs import DATE_LINE, PLAN_NAME, clean_line, find_mark, is_page_number
from wuye_cli.importing.recognisers.text_table.header_lines import find_header_lines, find_header_stacks

# A count that goes on from the words above the date: 2.健全   （二）推广; behind a signature it would begin with 1
COUNTS_ON = re.compile(r"[（(]?(?:[2-9]|[1-9]\d|[二三四五六七八九]?十[一-九]?|[二三四五六七八九])[）)．、.](?!\d)\s*\S")
SENTENCE = re.compile("[。；]")
SHORTEST_PLAN_NAME = 9  # 工作措施 may be a cell

Line = tuple[int, str]


def find_signature_dates(document: Document) -> frozenset[int]:
    """Find the blocks that hold the date of a signature and nothing else."""
    lines = tuple(_lines(document))
    dates = [at for at, (_, text) in enumerate(lines) if DATE_LINE.fullmatch(text)]
    cells = _find_cells(document) if dates else frozenset()
    signed: set[int] = set()
    start = 0
    for at in dates:
        if _closes(lines[start:at], lines[at + 1 :][:1], in_table=lines[at][0] in cells):
            signed.add(lines[at][0])
            start = at + 1
    return frozenset(signed)


def _lines(document: Document) -> Iterator[Line]:
    for index, block in enumerate(document.blocks):
        line = clean_line(block.text) if isinstance(block, Paragraph) else ""
        if line and not is_page_number(line):
            yield index, line


@lru_cache(maxsize=2)  # asked anew by everybody who reads the parts of a document
def _find_cells(document: Document) -> frozenset[int]:
    """Find the blocks below column headings, one of which is that of the deadlines."""
    tables = [table for find in (find_header_lines, find_header_stacks) for table in find(document)]
    ranges = (range(table.below, table.last + 1) for table in tables if table.header.indexes("deadline"))
    return frozenset(index for blocks in ranges for index in blocks)


def _closes(above: Sequence[Line], below: Sequence[Line], *, in_table: bool) -> bool:
    text = below[0][1] if below else ""
    if COUNTS_ON.match(text):
        return False
    if in_table:
        return len(text) >= SHORTEST_PLAN_NAME and PLAN_NAME.search(text) is not None
    has_text = any(SENTENCE.search(line) for _, line in above)
    return has_text or not (find_mark(text) or SENTENCE.search(text))
