"""Column headings of a task list whose cells nobody could put together again.

    序号
    重点任务

    牵头单位

A text layer that prints a table column by column leaves the headings on lines of their own, far apart.
"""

from __future__ import annotations

from wuye_cli.importing.document import Document, Paragraph
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.recognisers.header import WHAT, WHO_OR_WHEN

FEWEST_HEADINGS = 3
UNREAD = (
    "有任务清单的表头，但各栏文字的次序已经打乱，没有读出任务；请改用原文件（Word、Excel、PDF）导入，"
    "或用 pdftotext -layout 重新转换。"
)


def find_unread_table(document: Document) -> Problem | None:
    """Point at the first heading of a task list that has been seen but not read."""
    lines = [block for block in document.blocks if isinstance(block, Paragraph)]
    headings = {field: block.at for block in reversed(lines) if (field := find_field(block.text.strip()))}
    if len(headings) < FEWEST_HEADINGS or not WHAT & set(headings) or not WHO_OR_WHEN & set(headings):
        return None
    first = min(headings.values(), key=lambda at: at.line or at.paragraph or 0)
    return Problem("table-unread", "tasks", UNREAD, first)
