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

from wuye_cli.importing.document import Block, Cell, Document, Paragraph, Table
from wuye_cli.importing.fields.numbering import find_number
from wuye_cli.importing.recognisers.claim import Claim, Recogniser
from wuye_cli.importing.recognisers.table.columns import read_rows
from wuye_cli.importing.recognisers.table.header import Header, Row, find_header

NAME = "tables"
BETWEEN_PAGES = re.compile(r"[（(]?续表?[）)]?|[—\-–\s]*+\d*+[—\-–\s]*+")  # blank   续表   — 3 —


@dataclass(frozen=True, slots=True)
class _Part:
    """One table: its block, its header (its own or that of the table before), the rows from there on."""

    block: int
    header: Header
    rows: tuple[Row, ...]


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Claim each run of tables that read as one task list."""
    return tuple(_claim(run) for run in _runs(document.blocks))


def _claim(run: list[_Part]) -> Claim:
    header, rows = run[0].header, tuple(row for part in run for row in part.rows)
    of_indicators = any("指标" in header.columns[at].heading for at in header.indexes("title"))
    tasks = read_rows(rows, header)
    return Claim(NAME, run[0].block, run[-1].block, is_list=True, tasks=tasks, of_indicators=of_indicators)


def _runs(blocks: tuple[Block, ...]) -> Iterator[list[_Part]]:
    """Tables under the same columns are one run; a numbered paragraph right above a table heads its rows."""
    run: list[_Part] = []
    above: Paragraph | None = None
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if not BETWEEN_PAGES.fullmatch(block.text.strip()):
                ends = above is not None or not find_number(block.text)
                yield from [run] if run and ends else []
                run, above = [] if ends else run, block
            continue
        part = _part(index, block, run)
        if run and (part is None or part.header.columns != run[0].header.columns):
            yield run
            run = []
        run += [_under_heading(part, above)] if part else []
        above = None
    yield from [run] if run else []


def _part(index: int, table: Table, run: list[_Part]) -> _Part | None:
    for at in range(len(table.rows)):
        header = find_header(table.rows, at)
        if header is not None:
            return _Part(index, header, table.rows[at:])
    if run and len(run[0].header.columns) == len(table.rows[0]):
        return _Part(index, run[0].header, table.rows)
    return None


def _under_heading(part: _Part, above: Paragraph | None) -> _Part:
    if above is None or not find_number(above.text):
        return part
    return _Part(part.block, part.header, ((Cell(above.text.strip(), above.at),), *part.rows))


RECOGNISER = Recogniser(NAME, find_claims)
