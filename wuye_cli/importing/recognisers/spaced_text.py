"""Rows whose cells are parted by runs of wide spaces, not set below their headings.

    序号　　　工作任务　　　责任单位　　　完成时限
    1　　　发放育儿补贴　　　市卫生健康委、市财政局　　　2025年10月

Only where every row has as many cells as the header: an empty cell would leave no trace.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wuye_cli.importing.document import Cell, Document, Paragraph
from wuye_cli.importing.fields.numbering import find_number
from wuye_cli.importing.paragraphs import is_page_number
from wuye_cli.importing.recognisers.claim import Claim, Recogniser
from wuye_cli.importing.recognisers.table.columns import read_rows
from wuye_cli.importing.recognisers.table.header import Row
from wuye_cli.importing.recognisers.text_table.header_lines import HeaderLine, find_header_lines

NAME = "spaced-text"
GAP = re.compile("\u3000{2,}")


@dataclass(frozen=True, slots=True)
class _Line:
    """The cells of a line."""

    block: int
    cells: Row


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the tables whose rows wide spaces part into as many cells as the header has."""
    claims = []
    for table in find_header_lines(document):
        if lines := _read_rows(document, table):
            tasks = read_rows(tuple(line.cells for line in lines), table.header)
            claims.append(Claim(NAME, table.first, lines[-1].block, is_list=True, tasks=tasks))
    return tuple(claims)


def is_spaced(document: Document, table: HeaderLine) -> bool:
    """Tell whether wide spaces part the cells of a table."""
    return bool(_read_rows(document, table))


def _read_rows(document: Document, table: HeaderLine) -> tuple[_Line, ...]:
    """Give the rows, and numbered headings between them; nothing where another line stands between."""
    lines = _read_lines(document, table)
    last = max((at for at, line in enumerate(lines) if len(line.cells) > 1), default=-1)
    rows = lines[: last + 1]
    width = len(table.header.columns)
    return rows if all(len(line.cells) == width or _is_heading(line) for line in rows) else ()


def _is_heading(line: _Line) -> bool:
    return len(line.cells) == 1 and find_number(line.cells[0].text) is not None


def _read_lines(document: Document, table: HeaderLine) -> tuple[_Line, ...]:
    blocks = enumerate(document.blocks[table.below : table.last + 1], start=table.below)
    texts = [(at, block) for at, block in blocks if isinstance(block, Paragraph) and block.text.strip()]
    return tuple(
        _Line(at, tuple(Cell(cell.strip(), block.at) for cell in GAP.split(block.text.strip())))
        for at, block in texts
        if not is_page_number(block.text)
    )


RECOGNISER = Recogniser(NAME, find_claims)
