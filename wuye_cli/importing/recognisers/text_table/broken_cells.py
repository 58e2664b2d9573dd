"""Cells that a narrow column broke inside a word, so that neither line shows what the cell is.

    2025年12          市住房和城
    月底              乡建设局

Joined lines are left out below; what goes on behind a whole word is left to those who read the pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wuye_cli.importing.document import Paragraph
from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE

Line = tuple[int, Paragraph]

NAME_HEAD = re.compile(r"[省市县区州旗各][一-鿿（）()]{1,7}")  # 市住房和城


def join_broken_cells(lines: Sequence[Line]) -> Iterator[Line]:
    """Join a line with the next where only both together are a deadline, or the name of the first unit."""
    at = 0
    before = ""
    while at < len(lines):
        index, line = lines[at]
        below = lines[at + 1][1].text.strip() if at + 1 < len(lines) else ""
        if _breaks_deadline(line.text, below) or _breaks_name(before, line.text.strip(), below):
            line = replace(line, text=line.text.rstrip() + below)
            at += 1
        yield index, line
        before = line.text.strip() or before
        at += 1


def _breaks_deadline(text: str, below: str) -> bool:
    words = text.split()
    return bool(words and below) and not is_deadline(below) and is_deadline(words[-1] + below)


def _breaks_name(before: str, text: str, below: str) -> bool:
    """Units begin behind a full stop or a deadline; elsewhere such a line is text."""
    is_open = before.endswith("。") or is_deadline(before)
    is_head = NAME_HEAD.fullmatch(text) is not None and COMPLETE.search(text) is None
    return is_open and is_head and "、" not in below and COMPLETE.search(below) is not None and len(below.split()) == 1
