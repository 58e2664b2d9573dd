"""Bars that a copied web page leaves between the cells of a table, one cell to a line: taken off.

    |                     序号 |
    序号                  重点任务 |
    |                     1 |
    重点任务              修桥 |

Bars between the cells of one line part these and stay. Lines of nothing but a bar are blanked, not cut out, so that
every block keeps its place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wuye_cli.importing.document import Block, Document, Paragraph

FEWEST = 6
OTHERS = 0.3  # 首页 | 政务公开 above the text
BAR = re.compile("[|｜]")
LONE = re.compile(r"\s*[|｜][^|｜]*|[^|｜]*[|｜]\s*")


def drop_lone_bars(document: Document) -> Document:
    """Take off the bars that begin or end a line or stand alone, where hardly any others stand in the text."""
    barred = [block.text for block in document.blocks if isinstance(block, Paragraph) and BAR.search(block.text)]
    lone = sum(LONE.fullmatch(text) is not None for text in barred)
    if lone < FEWEST or len(barred) - lone > OTHERS * lone:
        return document
    return replace(document, blocks=tuple(map(_without_bar, document.blocks)))


def _without_bar(block: Block) -> Block:
    if not isinstance(block, Paragraph) or not LONE.fullmatch(block.text):
        return block
    return replace(block, text=block.text.strip(" \t|｜"))
