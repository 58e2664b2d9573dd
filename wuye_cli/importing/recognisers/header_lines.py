"""Column headings that a text layer left in one line, or one below the other.

    序号 重点任务 工作内容 完成时限 牵头单位 责任单位

Pages repeat the line; the table goes on below the repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from wuye_cli.importing.document import Cell, Document, Locator, Paragraph
from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.recognisers.header import Header, find_header, squash
from wuye_cli.importing.recognisers.outline import ANNEX

FEWEST_COLUMNS = 3
MOST_COLUMNS = 12
# Columns set apart by runs of spaces stand where they were printed; single spaces only part words
ALIGNED_GAP = re.compile(r"\S {2,}(?=\S)")
ALIGNED_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A header with the blocks below it that may be its table: `first` is the header itself."""

    header: Header
    first: int
    last: int


def read_header(words: tuple[str, ...]) -> Header | None:
    """Read words as the headings of a task table; all but one must name a field."""
    if not FEWEST_COLUMNS <= len(words) <= MOST_COLUMNS:
        return None
    header = find_header([tuple(Cell(word, Locator()) for word in words)])
    known = sum(1 for column in header.columns if column.field) if header else 0
    return header if known >= max(FEWEST_COLUMNS, len(words) - 1) else None


def find_header_lines(document: Document) -> tuple[HeaderLine, ...]:
    """Find the headings that stand in one line, with the extent of their tables."""
    found = ((index, read_header(tuple(line.split()))) for index, line in _lines(document))
    return _tables(document, [(index, header) for index, header in found if header is not None])


def find_header_stacks(document: Document) -> tuple[HeaderLine, ...]:
    """Find headings that stand one below the other; `first` is the last of them, the cells begin below."""
    lines = [(index, line.strip()) for index, line in _lines(document) if line.strip()]
    found: list[tuple[int, Header]] = []
    while lines:
        words = tuple(line for _, line in takewhile(lambda entry: find_field(entry[1]), lines))
        if header := read_header(words):
            found.append((lines[len(words) - 1][0], header))
        lines = lines[max(len(words), 1) :]
    return _tables(document, found)


def _tables(document: Document, found: list[tuple[int, Header]]) -> tuple[HeaderLine, ...]:
    """A header that repeats the one before goes on with its table, unless an annex begins between them."""
    tables: list[HeaderLine] = []
    while found:
        first, header = found.pop(0)
        while found and found[0][1].columns == header.columns and not _annex_between(document, first, found[0][0]):
            found.pop(0)
        end = found[0][0] if found else len(document.blocks)
        tables.append(HeaderLine(header, first, _last_line(document, first, end)))
    return tuple(tables)


def is_header(text: str, header: Header) -> bool:
    """Tell the repetition of a header on the next page."""
    return squash(text) == "".join(column.heading for column in header.columns)


def is_aligned(document: Document, line: HeaderLine) -> bool:
    """Tell whether the cells of the table stand at the positions of their columns."""
    texts = [text for index, text in _lines(document) if line.first <= index <= line.last and text.strip()]
    gaps = sum(1 for text in texts if ALIGNED_GAP.search(text))
    return len(ALIGNED_GAP.findall(texts[0])) >= len(line.header.columns) - 2 and gaps >= ALIGNED_SHARE * len(texts)


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and "\t" not in block.text:
            yield index, block.text


def _annex_between(document: Document, first: int, last: int) -> bool:
    return any(ANNEX.fullmatch(text.strip()) for index, text in _lines(document) if first < index < last)


def _last_line(document: Document, first: int, end: int) -> int:
    """The table reaches to the next annex, table or tab-separated row."""
    lines = dict(_lines(document))
    for index in range(first + 1, end):
        if index not in lines or ANNEX.fullmatch(lines[index].strip()):
            return index - 1
    return end - 1
