"""Column headings that a text layer left in one line, or one below the other.

    序号 重点任务 工作内容 完成时限 牵头单位 责任单位

Headings may themselves run over several lines (序 above 号).
Pages repeat the line; the table goes on below the repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from wuye_cli.importing.document import Cell, Document, Locator, Paragraph
from wuye_cli.importing.fields.headings import find_field, is_stage
from wuye_cli.importing.paragraphs import ANNEX, find_mark
from wuye_cli.importing.recognisers.table.header import REPORT, Column, Header, find_header
from wuye_cli.importing.recognisers.table.table_end import count_rows
from wuye_cli.importing.recognisers.text_table.head_words import Word, merge_words, read_words

FEWEST_COLUMNS = 3
MOST_COLUMNS = 12
HIGHEST = 4  # lines that a header may take
LONGEST_PART = 8
HEADING = re.compile(r"[\u4e00-\u9fff（）()/]+")
# What stands in a title, a cell or at the foot of a page:  任务表（2025年）  局、市  12  —1—
NO_HEADING = re.compile(r"[，。；：、“”《》%]|[（(]\d|^[\d—\-]+$")
NUMBERED_ROW = re.compile(r"\s*\d{1,3}[.、．]?(?:\s|$)")  # 1      推进诊疗
TALLEST_ROW = 12  # lines, whose number may stand in the middle
NOTE = re.compile(r"(?:注|备注|说明|附注)\s*\d{0,2}\s*[:：]\s*\S")  # 注：各单位于每月25日前报送进展。
# Columns set apart by runs of spaces stand where they were printed; single spaces only part words
ALIGNED_GAP = re.compile(r"\S {2,}(?=\S)")
ALIGNED_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Head:
    """One printing of a header: blocks `first`..`last`, its lines and its headings from left to right."""

    first: int
    last: int
    lines: tuple[str, ...]
    header: Header


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A header with the blocks below it that may be its table: `first` is the header itself.

    `heads` are all its printings, the first one included.
    """

    header: Header
    first: int
    last: int
    heads: tuple[Head, ...]

    @property
    def below(self) -> int:
        """The first block below the header."""
        return self.heads[0].last + 1

    def head_at(self, block: int) -> Head | None:
        """Give the printing of the header that a block belongs to."""
        return next((head for head in self.heads if head.first <= block <= head.last), None)


def read_header(words: tuple[str, ...], below: Sequence[str] = ()) -> Header | None:
    """Read words as the headings of a task table; all but one must name a field, two in three above numbered lines."""
    if not FEWEST_COLUMNS <= len(words) <= MOST_COLUMNS:
        return None
    header = find_header([tuple(Cell(word, Locator()) for word in words)])
    if header is None:
        return None
    header = _without_reports(header)
    unknown = len(words) - _known(header)
    if len(words) - unknown < FEWEST_COLUMNS:
        return None
    return header if unknown <= 1 or (unknown <= len(words) / 3 and _has_rows(header, below)) else None


def _without_reports(header: Header) -> Header:
    """Lines of text do not tell what is reported of a task, or planned for its stages, from the rest: a remark."""
    columns = tuple(
        replace(one, field="") if one.field in REPORT or is_stage(one.heading) else one for one in header.columns
    )
    return replace(header, columns=columns)


def _has_rows(header: Header, below: Sequence[str]) -> bool:
    """Whether numbered lines stand below a column of numbers."""
    return bool(header.indexes("no")) and any(map(NUMBERED_ROW.match, below))


def _is_known(column: Column) -> bool:
    return bool(column.field) or find_field(column.heading) is not None


def find_header_lines(document: Document) -> tuple[HeaderLine, ...]:
    """Find the headings that stand beside each other, in one line or in several, with the extent of their tables."""
    return _tables(document, _heads([(index, line) for index, line in _lines(document) if line.strip()]))


def _heads(lines: list[tuple[int, str]]) -> list[Head]:
    """Read each header over as many lines as give it the most columns."""
    heads: list[Head] = []
    at = 0
    while at < len(lines):
        below = lines[at : at + HIGHEST + TALLEST_ROW]
        heights = [height for height in range(1, HIGHEST + 1) if _may_head(below[:height])]
        found = [head for height in heights if (head := _head(below, height))]
        best = max(found, key=_worth, default=None)
        best = _repeated(heads, best, below) if best else None
        if best is not None and best.first == lines[at][0]:
            heads.append(best)
            at += len(best.lines)
        else:
            at += 1
    return heads


def _worth(head: Head) -> tuple[int, bool, int]:
    """Of as many columns those are better that number the rows (项目 above 编号), then those in fewer lines."""
    return _known(head.header), bool(head.header.indexes("no")), -len(head.lines)


def _repeated(heads: list[Head], found: Head, lines: list[tuple[int, str]]) -> Head:
    """Below the last line of a page the header above comes again; that line is no part of it."""
    if not heads or found.header.columns == heads[-1].header.columns:
        return found
    height = len(heads[-1].lines)
    below = [_head(lines[skip:], height) for skip in range(1, len(found.lines))]
    same = (head for head in below if head and head.header.columns == heads[-1].header.columns)
    return next(same, found)


def _may_head(window: list[tuple[int, str]]) -> bool:
    """Above and below the line of whole headings stand parts of headings, which are short."""
    words = [word for _, line in window for word in line.split()]
    return len(window) == 1 or all(len(word) <= LONGEST_PART and not NO_HEADING.search(word) for word in words)


def _head(below: list[tuple[int, str]], height: int) -> Head | None:
    """Read the first lines as a header of the others."""
    window = below[:height]
    lines = tuple(line for _, line in window)
    words = merge_words(lines)
    header = read_header(tuple(word.text for word in words), [line for _, line in below[height:]])
    if header is None:
        return None
    known = [word for word, column in zip(words, header.columns, strict=True) if _is_known(column)]
    if not all(_belongs(line, [*known, *_around(lines)]) for line in (lines[0], lines[-1])):
        return None
    return Head(window[0][0], window[-1][0], lines, header)


def _belongs(line: str, known: Sequence[Word]) -> bool:
    """Whether a line is part of a header, not the line above or below it: its words are parts of known headings."""
    parts = read_words(line)
    return len(parts) >= FEWEST_COLUMNS or all(any(word.covers(part) for word in known) for part in parts)


def _around(lines: Sequence[str]) -> list[Word]:
    """A narrow heading may be printed above and below the line of the others, and nothing of it between."""
    if len(lines) != 3:
        return []
    above, between, below = map(read_words, lines)
    parts = [word for word in above if not any(word.covers(other) for other in between)]
    return [word for word in parts if any(abs(word.start - other.start) <= 1 for other in below)]


def _known(header: Header) -> int:
    return sum(map(_is_known, header.columns))


def find_header_stacks(document: Document) -> tuple[HeaderLine, ...]:
    """Find headings that stand one below the other; `first` is the last of them, the cells begin below."""
    lines = [(index, line.strip()) for index, line in _lines(document) if line.strip()]
    found: list[Head] = []
    while lines:
        words = _stacked([line for _, line in lines[: MOST_COLUMNS + 1]])
        if header := read_header(words):
            last = lines[len(words) - 1][0]
            found.append(Head(last, last, words, header))
        lines = lines[max(len(words), 1) :]
    return _tables(document, found)


def _stacked(lines: Sequence[str]) -> tuple[str, ...]:
    """Take the headings that the lines begin with; one that is unknown may stand left of the numbers."""
    if list(lines[1:2]) != ["序号"] or find_field(lines[0]) or not _may_be_heading(lines[0]):
        return _stacked_known(lines)
    below = _stacked_known(lines[1:])
    first = lines[len(below) + 1 :][:1]
    opens_with_group = bool(first) and find_mark(first[0]) is None and not NUMBERED_ROW.match(first[0])
    return (lines[0], *below) if opens_with_group else ()


def _may_be_heading(line: str) -> bool:
    return len(line) <= LONGEST_PART and HEADING.fullmatch(line) is not None and find_mark(line) is None


def _stacked_known(lines: Sequence[str]) -> tuple[str, ...]:
    """Take headings from the first on; one that is unknown may stand before another, or before row 1."""
    known = list(takewhile(find_field, lines))
    more = list(takewhile(find_field, lines[len(known) + 1 :]))
    behind = lines[len(known) + 1 :][:1]
    goes_on = bool(more) or (known[:1] == ["序号"] and behind in (["1"], ["01"]))  # else a group stands before row 1
    if not known or not goes_on or not _may_be_heading(lines[len(known)]):
        return tuple(known)
    return (*known, lines[len(known)], *more)


def _tables(document: Document, found: list[Head]) -> tuple[HeaderLine, ...]:
    """A header that repeats the one before goes on with its table, unless an annex begins between them."""
    tables: list[HeaderLine] = []
    while found:
        heads = [found.pop(0)]
        first, header = heads[0].first, heads[0].header
        while (
            found and found[0].header.columns == header.columns and not _annex_between(document, first, found[0].first)
        ):
            heads.append(found.pop(0))
        end = found[0].first if found else len(document.blocks)
        last = _last_line(document, heads[-1].last, end)
        tables.append(HeaderLine(header, first, _drop_signature(document, heads[-1], last), tuple(heads)))
    return tuple(tables)


def _drop_signature(document: Document, head: Head, last: int) -> int:
    """What is signed below a table is no row of it."""
    lines = [(at, text) for at, text in _lines(document) if head.last < at <= last and text.strip()]
    rows = count_rows([text for _, text in lines], head.header)
    return lines[rows][0] - 1 if rows < len(lines) else last


def is_aligned(document: Document, line: HeaderLine) -> bool:
    """Tell whether the cells of the table stand at the positions of their columns."""
    texts = [text for index, text in _lines(document) if line.below <= index <= line.last and text.strip()]
    gaps = sum(1 for text in texts if ALIGNED_GAP.search(text))
    headed = sum(len(ALIGNED_GAP.findall(text)) for text in line.heads[0].lines)
    return headed >= len(line.header.columns) - 2 and gaps >= ALIGNED_SHARE * len(texts)


def is_note(text: str) -> bool:
    """Tell a note to the table from its cells."""
    return NOTE.match(text.strip()) is not None


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and "\t" not in block.text:
            yield index, block.text


def _annex_between(document: Document, first: int, last: int) -> bool:
    return any(ANNEX.fullmatch(text.strip()) for index, text in _lines(document) if first < index < last)


def _last_line(document: Document, first: int, end: int) -> int:
    """The table reaches to the next annex, note, table or tab-separated row."""
    lines = dict(_lines(document))
    for index in range(first + 1, end):
        if index not in lines or ANNEX.fullmatch(lines[index].strip()) or is_note(lines[index]):
            return index - 1
    return end - 1
