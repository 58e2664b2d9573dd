"""Tables whose header row names the columns, in spreadsheets and Word files; one task per row or group of rows.

    | 序号 | 重点任务 | 工作内容 | 牵头单位 | 责任单位 | 完成时限 |
    | 1    | 完善制度 | 修订办法 | 市住建局 | 各区政府 | 10月底前 |
    |      |          | 印发细则 | 市住建局 |          | 长期坚持 |

A table without a header of its own that follows one of as many columns is its next page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wuye_cli.importing.document import Block, Document, Paragraph, Table
from wuye_cli.importing.recognisers.claim import Claim, Recogniser
from wuye_cli.importing.recognisers.columns import read_rows
from wuye_cli.importing.recognisers.header import Header, Row, find_header

NAME = "tables"
LINE_BETWEEN_PAGES = re.compile(r"\s*(?:[（(]?续表?[）)]?|[—\-–\s]*\d*[—\-–\s]*)\s*")  # 续表   — 3 —


@dataclass(frozen=True, slots=True)
class _Part:
    """One table of a run: where its rows stand, its rows below the header."""

    block: int
    header: Header
    rows: tuple[Row, ...]


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Claim each run of tables that read as one task list."""
    return tuple(_claim(run) for run in _runs(document.blocks))


def _claim(run: list[_Part]) -> Claim:
    rows = tuple(row for part in run for row in part.rows)
    return Claim(NAME, run[0].block, run[-1].block, is_list=True, tasks=read_rows(rows, run[0].header))


def _runs(blocks: tuple[Block, ...]) -> Iterator[list[_Part]]:
    run: list[_Part] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if run and not LINE_BETWEEN_PAGES.fullmatch(block.text):
                yield run
                run = []
            continue
        part = _part(index, block, run)
        if run and (part is None or part.header.columns != run[0].header.columns):
            yield run
            run = []
        run += [part] if part else []
    if run:
        yield run


def _part(index: int, table: Table, run: list[_Part]) -> _Part | None:
    for at in range(len(table.rows)):
        header = find_header(table.rows, at)
        if header is not None:
            return _Part(index, header, table.rows[at:] if run else table.rows[at + header.height :])
    if run and len(run[0].header.columns) == max(map(len, table.rows), default=0):
        return _Part(index, run[0].header, table.rows)
    return None


TABLES = Recogniser(NAME, find_claims)
