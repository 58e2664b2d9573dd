"""One winner per block: which claims stand when recognisers have read the same document, and whose tasks count.

The order of the recognisers decides nothing. Where claims overlap, a task list beats prose, then the one with more
tasks, then the one over more blocks, then the name that sorts first. Where a document has a task list, its prose
holds no tasks, but it has been read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wuye_cli.importing.document import Block, Cell, Document, Paragraph
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.fields.units import find_inline_units
from wuye_cli.importing.paragraphs import find_mark, read_passages
from wuye_cli.importing.recognisers.claim import Claim, Recogniser
from wuye_cli.importing.recognisers.table.cell_shape import is_names

Claims = tuple[Claim, ...]

# （责任单位：…    【牵头部门:…    a line that begins 牵头单位：
UNIT_LABEL = re.compile(r"[（(【]\s*(?:牵头|责任|配合|实施)(?:单位|部门)\s*[:：]|^\s*(?:牵头|责任)单位\s*[:：]")
NUMBER = re.compile(r"\d{1,3}[.、．]?")  # 3   3.


def find_winners(document: Document, recognisers: Iterable[Recogniser]) -> Claims:
    """Let every recogniser claim, and keep the claims that stand, in reading order."""
    claims = [claim for recogniser in recognisers for claim in recogniser.find_claims(document)]
    winners: list[Claim] = []
    for claim in sorted(claims, key=_strength):
        if not any(_overlap(claim, winner) for winner in winners):
            winners.append(claim)
    return tuple(sorted(winners, key=lambda claim: claim.first))


def task_claims(winners: Claims) -> Claims:
    """Give the claims whose tasks count: the task lists; without any, the prose and lists of indicators."""
    lists = tuple(claim for claim in winners if claim.is_list)
    return winners if all(claim.of_indicators for claim in lists) else lists


def find_unread(document: Document, winners: Claims) -> tuple[Problem, ...]:
    """Point at blocks that look like tasks and that nobody has read."""
    read = {index for claim in winners for index in range(claim.first, claim.last + 1)}
    left = [index for index, block in enumerate(document.blocks) if index not in read]
    unread = {index for index in left if _looks_like_task(document.blocks[index])}
    for passage in read_passages(document, 0, len(document.blocks) - 1):
        whole = set(range(passage.first, passage.last + 1))
        if not whole & (read | unread) and find_mark(passage.text) and find_inline_units(passage.text):
            unread.add(passage.first)
    return tuple(_unread(document.blocks[index]) for index in sorted(unread))


def _unread(block: Block) -> Problem:
    return Problem("block-unread", "tasks", f"{block.at}像是任务，但没有读出来，请核对原文后补录。", block.at)


def _strength(claim: Claim) -> tuple[bool, int, int, str, int]:
    return (not claim.is_list, -len(claim.tasks), claim.first - claim.last, claim.recogniser, claim.first)


def _overlap(one: Claim, other: Claim) -> bool:
    return one.first <= other.last and other.first <= one.last


def _looks_like_task(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return UNIT_LABEL.search(block.text) is not None
    return sum(map(_is_task_row, block.rows)) > 1


def _is_task_row(row: Sequence[Cell]) -> bool:
    """A row that opens with a number, or prints both names of units and a deadline, wherever its number stands."""
    texts = [text for cell in row if (text := cell.text.strip())]
    if len(texts) < 3:
        return False
    return bool(NUMBER.fullmatch(row[0].text.strip())) or (any(map(is_names, texts)) and any(map(is_deadline, texts)))
