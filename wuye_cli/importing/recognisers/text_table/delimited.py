"""Text lines that a sign parts into cells: which lines make one table, and which are the rest of a cell.

Blank lines and page numbers between rows belong to the table; so does a single numbered line, the heading of the rows
below it. A line that follows a row with too few cells is the rest of its last cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from wuye_cli.importing.document import Cell, Document, Locator, Paragraph
from wuye_cli.importing.fields.numbering import find_number
from wuye_cli.importing.recognisers.claim import Claim
from wuye_cli.importing.recognisers.table.cell_kinds import find_kind
from wuye_cli.importing.recognisers.table.columns import read_rows
from wuye_cli.importing.recognisers.table.header import Row, find_header
from wuye_cli.importing.recognisers.text_table.quoted_cells import join_quoted
from wuye_cli.importing.recognisers.text_table.spread_headings import spread_headings

Split = Callable[[str], tuple[str, ...] | None]

# blank   — 3 —   第3页   |---|---|   续表
PASSED_OVER = re.compile(r"[\s—\-–:|]*+(?:第?\s*+\d{1,4}\s*+页?)?[\s—\-–:|]*+|[（(]?续表[）)]?")
NUMBER = re.compile(r"[（(]?\d{1,4}[）)]?")  # 3   （3）


def find_line_tables(document: Document, name: str, split: Split) -> tuple[Claim, ...]:
    """Claim each run of delimited lines that has a header; `split` gives the cells of a line, None for other lines."""
    claims = []
    for run in _runs(document, split):
        rows = [_cells(line) for line in run]
        at = next((index for index in range(len(rows)) if find_header(rows, index)), None)
        rows = rows if at is None else [*spread_headings(rows, at)]
        header = None if at is None else find_header(rows, at)
        if at is not None and header is not None:
            tasks = read_rows(rows[at + header.height :], header)
            claims.append(Claim(name, run[at].block, run[-1].last, is_list=True, tasks=tasks))
    return tuple(claims)


@dataclass(slots=True)
class _Line:
    """One row as far as its lines have been read: blocks `block`..`last`."""

    block: int
    last: int
    at: Locator
    texts: list[str] = field(default_factory=list)


def _cells(line: _Line) -> Row:
    return tuple(Cell(_unquoted(text), line.at) for text in line.texts)


def _unquoted(text: str) -> str:
    """Spreadsheets put a cell that holds line breaks in quotes when it is copied as text."""
    quoted = len(text) > 1 and text[0] == text[-1] == '"' and "\n" in text
    return text[1:-1].replace('""', '"') if quoted else text


def _runs(document: Document, split: Split) -> Iterator[list[_Line]]:
    run: list[_Line] = []
    waiting: _Line | None = None  # a numbered line that may be a heading between two rows
    for index, last, text in join_quoted(document.blocks):
        block = document.blocks[index]
        texts = split(text)
        if isinstance(block, Paragraph) and PASSED_OVER.fullmatch(text):
            continue
        if run and waiting is None and _is_rest(run, texts or (text,)):
            _append(run[-1], last, texts or (text,))
        elif texts is not None:
            run += [waiting] if waiting else []
            waiting = None
            run.append(_Line(index, last, block.at, list(texts)))
        elif run and waiting is None and find_number(text):
            waiting = _Line(index, last, block.at, [text.strip()])
        else:
            yield from [run] if run else []
            run, waiting = [], None
    yield from [run] if run else []


def _is_rest(run: list[_Line], texts: tuple[str, ...]) -> bool:
    """Whether a line fills up the row above it, which ends before the last column."""
    width = max(len(line.texts) for line in run)
    missing = width - len(run[-1].texts)
    opens = not texts[0] or NUMBER.fullmatch(texts[0]) or len(run[-1].texts) == 1
    return missing > 0 and not opens and len(texts) - 1 in {0, missing} and not _begins_anew(run[-1].texts[-1], texts)


def _begins_anew(above: str, texts: tuple[str, ...]) -> bool:
    """Words below whole units, or a deadline, are the next row: the one above is short of a merged cell."""
    return len(texts) > 1 and find_kind(above) in {"units", "deadline"} and find_kind(texts[0]) in {"words", "name"}


def _append(line: _Line, last: int, texts: tuple[str, ...]) -> None:
    line.texts[-1] += "\n" + texts[0]
    line.texts += texts[1:]
    line.last = last
