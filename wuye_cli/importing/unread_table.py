"""Column headings of a task list whose cells nobody could put together again.

    序号
    重点任务

    牵头单位

A text layer that prints a table column by column leaves the headings on lines of their own, far apart. Its numbered
cells may pass for numbered paragraphs; then no task can be trusted.
"""

from __future__ import annotations

from dataclasses import replace

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.recognisers.claim import Claim
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.header import WHAT, WHO_OR_WHEN

FEWEST_HEADINGS = 3
UNITS_AND_DATES = {"deadline", *UNIT_FIELDS}
FEWEST_OF_UNITS_AND_DATES = 2  # a body may have one heading 责任单位 among others
UNREAD = (
    "有任务清单的表头，但各栏文字的次序已经打乱，或没有编号可以分行，没有读出任务；请改用原文件（Word、Excel、PDF）导入，"
    "或用 pdftotext -layout 重新转换。"
)
NO_PARAGRAPHS = (
    "原文像是各栏文字次序已经打乱的表格，任务是按编号段落读的，请对照原文逐项核对，"
    "或改用原文件（Word、Excel、PDF）导入。"
)


def find_unread_table(document: Document) -> Problem | None:
    """Point at the first heading of a task list that has been seen but not read."""
    headings = _lone_headings(document)
    at = _first(headings) if headings else _find_heading_line(document)
    return Problem("table-unread", "tasks", UNREAD, at) if at else None


def _find_heading_line(document: Document) -> Locator | None:
    """Find headings beside each other, of which one may be unknown: 阶段 完成时限 工作内容."""
    for block in document.blocks:
        words = block.text.split() if isinstance(block, Paragraph) else []
        fields = {field for field in map(find_field, words) if field}
        if len(words) >= FEWEST_HEADINGS and len(fields) >= len(words) - 1 and WHAT & fields and WHO_OR_WHEN & fields:
            return block.at
    return None


def doubt_paragraphs(document: Document, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Doubt tasks read as paragraphs where the headings of a table stand alone on their lines."""
    if any(claim.is_list for claim in claims):
        return claims
    headings = _lone_headings(document)
    if len(UNITS_AND_DATES & set(headings)) < FEWEST_OF_UNITS_AND_DATES:
        return claims
    doubt = Problem("table-scattered", "tasks", NO_PARAGRAPHS, _first(headings))
    return tuple(_doubt(claim, (doubt,) if claim is claims[0] else ()) for claim in claims)


def _doubt(claim: Claim, problems: tuple[Problem, ...]) -> Claim:
    doubt = Problem("cells-scattered", "*", NO_PARAGRAPHS)
    tasks = tuple(replace(task, problems=(*task.problems, doubt)) for task in claim.tasks)
    return replace(claim, tasks=tasks, problems=(*claim.problems, *problems))


def _lone_headings(document: Document) -> dict[str, Locator]:
    """The fields whose headings stand on lines of their own, where they are those of a task list."""
    lines = [block for block in document.blocks if isinstance(block, Paragraph)]
    headings = {field: block.at for block in reversed(lines) if (field := find_field(block.text.strip()))}
    is_list = len(headings) >= FEWEST_HEADINGS and WHAT & set(headings) and WHO_OR_WHEN & set(headings)
    return headings if is_list else {}


def _first(headings: dict[str, Locator]) -> Locator:
    return min(headings.values(), key=lambda at: at.line or at.paragraph or 0)
