"""Cell text -> running text: line breaks that only fit words into a column go, those between items stay."""

from __future__ import annotations

import re
from itertools import pairwise

SENTENCE_END = re.compile(r"[。；;！!？?：:]$")
# 1.制定…   （一）…   ①…   一是…   - …   ●…
ITEM_START = re.compile(
    r"\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]是|[①-⑳●•▪■◆]|[-—]\s"
)
UNIT_END = re.compile(
    r"(?:[局委办府院队处司部科室所站厅行区县市镇]|(?<!社)会|(?<!和)社|(?<!城)乡|中心|公司|单位|部门|集团|街道|企业|[）)])$"
)
# a name goes on: 发展和改革委|员会   市住房和城乡建设|局   县|人民政府   各区政府|（含开发区）   市建委|等部门
UNIT_REST = re.compile(
    r"[、，,；;）)]|[（(](?![一二三四五六七八九十\d])|等|员会|公室|门(?:[、，,；;]|$)|场监"
    r"|局|委|部门|单位|人民政府|办公室|办事处|支队|大队|中心|公司"
)
LATIN = re.compile(r"[A-Za-z0-9]")


def unwrap(text: str) -> str:
    """Join the lines of a cell; a line that ends a sentence and one that opens an item keep the break between."""
    if text.isprintable():  # most are one line
        return text.strip()
    lines = _lines(text)
    joined = lines[0] if lines else ""
    for above, below in pairwise(lines):
        if SENTENCE_END.search(above) or ITEM_START.match(below):
            joined += "\n" + below
        else:
            joined += _gap(above, below) + below
    return joined


def unwrap_units(text: str) -> str:
    """Join the lines of a cell of unit names; where a line ends a whole name, 、 parts it from the next."""
    if text.isprintable():
        return text.strip()
    lines = _lines(text)
    joined = lines[0] if lines else ""
    for above, below in pairwise(lines):
        whole = UNIT_END.search(above) and not UNIT_REST.match(below)
        joined += ("、" if whole else _gap(above, below)) + below
    return joined


def _lines(text: str) -> list[str]:
    return [line for line in map(str.strip, text.splitlines()) if line]


def _gap(above: str, below: str) -> str:
    return " " if LATIN.match(above[-1]) and LATIN.match(below[0]) else ""
