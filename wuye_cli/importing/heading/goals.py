"""The plan's goals: targets in the body that are not those of a task.

    二、总体目标
    到2023年底，物业管理覆盖率达到80%以上；到2024年底达到90%以上。

Where the tasks stand in an annexed list, every target of the body is one of the plan's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import DraftPlan, DraftTarget, Problem
from wuye_cli.importing.fields.targets import find_targets
from wuye_cli.importing.recognisers.claim import Claim
from wuye_cli.importing.recognisers.numbered.outline import Entry, read_entries, read_parts

GOALS = re.compile("目标|总体要求|总体思路")


@dataclass(frozen=True, slots=True)
class Goals:
    """The plan's targets, and what is not certain about them."""

    targets: tuple[DraftTarget, ...]
    problems: tuple[Problem, ...] = ()


def read_goals(document: Document, claims: Sequence[Claim], plan: DraftPlan) -> Goals:
    """Find the targets of the body."""
    has_list = any(claim.is_list for claim in claims)
    claimed = {index for claim in claims for index in range(claim.first, claim.last + 1)}
    texts = _texts(document, claimed, has_list)
    return Goals(tuple(target for text in texts for target in find_targets(text, year=plan.year)))


def _texts(document: Document, claimed: set[int], has_list: bool) -> Iterator[str]:
    for entry in _entries(document, claimed):
        headings = "".join((entry.heading, *entry.above))
        if has_list or GOALS.search(headings):
            yield from (line for line in _own_lines(entry, claimed) if line not in entry.heading)


def _own_lines(entry: Entry, claimed: set[int]) -> Iterator[str]:
    """Give the lines of an entry that no task claims: below a heading may stand a table."""
    yield entry.number.rest
    yield from (passage.text for passage in entry.passages[1:] if passage.first not in claimed)


def _entries(document: Document, claimed: set[int]) -> Iterator[Entry]:
    for part in read_parts(document):
        if part.is_annex and not (part.first == 0 or claimed & set(range(part.first, part.last + 1))):
            continue
        for entry in read_entries(document, part):
            if entry.first not in claimed:
                yield entry
