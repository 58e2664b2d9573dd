"""The lines of a document's head: what stands above the first numbered paragraph of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wuye_cli.importing.document import Block, Document, Paragraph
from wuye_cli.importing.fields.numerals import to_plain
from wuye_cli.importing.paragraphs import clean_line, find_mark, is_page_furniture
from wuye_cli.importing.recognisers.claim import Claim
from wuye_cli.importing.recognisers.numbered.outline import Part, read_parts

FOOT_LINES = 6
# What a web page prints above a document, in a table of its own: | 发文字号： | 甲政发〔2024〕1号 | 成文日期： | … |
FACT = re.compile(r"(?:发文字号|文\s*号|发文机关|发文单位|发布机构|制发机关|[成发]文日期|印发日期|发布日期)\s*[:：]?")


def read_lines(document: Document, first: int = 0, last: int | None = None) -> Iterator[str]:
    """Give the printed lines of blocks `first`..`last`, without indentation, blank lines and page numbers."""
    end = len(document.blocks) if last is None else last + 1
    for block in document.blocks[first:end]:
        for line in _read_block(block):
            if line and not is_page_furniture(line):
                yield line


def _read_block(block: Block) -> Iterator[str]:
    """Give a paragraph as it is, and of a table the facts that are printed about the document."""
    if isinstance(block, Paragraph):
        yield clean_line(block.text)
        return
    for row in block.rows:
        texts = [cell.text.strip() for cell in row if not cell.merged]
        for label, fact in pairwise([*texts, ""]):
            found = FACT.match(label)
            if found and found.end() == len(label):
                yield f"{label.rstrip(':：')}：{fact}"
            elif found and found[0].endswith((":", "：")):
                yield label


def read_head(document: Document, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Give the lines above the first number, the first annex or the task list, whose cells may be dates."""
    lines: list[str] = []
    end = min((claim.first for claim in claims if claim.is_list), default=len(document.blocks))
    for part in read_parts(document):
        if part.is_annex and lines:
            break
        for line in read_lines(document, part.first, min(part.last, end - 1)):
            if find_mark(line):
                return tuple(lines)
            lines.append(line)
    return tuple(lines)


def read_foot(document: Document, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Give the last lines of the first part, and of the last: where a document is signed that was not in its head.

    What a task list claims is no foot: a unit and a date also end a row.
    """
    parts = read_parts(document)
    lines = (_last_lines(document, part, claims) for part in dict.fromkeys((parts[0], parts[-1])))
    return tuple(line for foot in lines for line in foot)


def _last_lines(document: Document, part: Part, claims: Sequence[Claim]) -> tuple[str, ...]:
    lists = (claim.last for claim in claims if claim.is_list and part.first <= claim.first <= part.last)
    first = max((part.first, *(last + 1 for last in lists)))
    return tuple(read_lines(document, first, part.last))[-FOOT_LINES:]


def find_part(document: Document, block: int) -> Part:
    """Give the part that holds a block."""
    return next(part for part in read_parts(document) if part.first <= block <= part.last)


def plain(text: str) -> str:
    """Free a name or title from the spaces of typesetting."""
    return to_plain(text)
