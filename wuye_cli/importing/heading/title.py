"""The title of the task list, or of the plan where the body holds the tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wuye_cli.importing.document import Document, Table
from wuye_cli.importing.heading.lines import find_part, plain, read_head
from wuye_cli.importing.recognisers.claim import Claim
from wuye_cli.importing.recognisers.table.header import find_header

# 关于印发《…方案》的通知   关于印发…方案的通知
NOTICE = re.compile(r"关于(?:印发|转发|下发|公布)[《〈]?(?P<title>.+?)[》〉]?的通知")
# （截至2025年2月28日）   （2025年2月28日）, which is the date below the title
DATED = re.compile(r"[（(](?:截[至止][^（()）]*|20\d\d年\d{1,2}月\d{1,2}日(?:印发|发布|通过)?)[）)]$")
SHORTEST = 5


def find_title(document: Document, claims: Sequence[Claim]) -> str:
    """Find the title above the tasks; else the one that the notice names."""
    first = min((claim.first for claim in claims), default=0)
    if not document.blocks:
        return ""
    title = DATED.sub("", plain(_table_title(document, first) or _title_above(document, first)))
    named = NOTICE.search("".join(read_head(document, claims)))
    if NOTICE.search(title) or len(title) < SHORTEST:
        return plain(named["title"]) if named else title
    return title


def _title_above(document: Document, first: int) -> str:
    """The title of the part that holds the tasks, of which nothing below their first block can belong to it."""
    part = find_part(document, first)
    if first <= part.first:
        return part.title
    return find_part(replace(document, blocks=document.blocks[:first]), first - 1).title


def _table_title(document: Document, block: int) -> str:
    """A table may open with its title, across all columns above the header."""
    table = document.blocks[block]
    if not isinstance(table, Table):
        return ""
    for at, row in enumerate(table.rows):
        texts = {cell.text.strip() for cell in row} - {""}
        if find_header(table.rows, at) is not None:
            break
        if len(texts) == 1 and len(text := texts.pop()) >= SHORTEST:
            return text
    return ""
