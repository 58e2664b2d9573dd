"""The lines of a hard-wrapped table, told apart by what they can be: number, text, deadline or units.

    3 规范收费行为        -> number, text
    11月底前 市民政局      -> deadline, units

Units are only looked for where the order of the columns has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.fields.deadline_words import is_damaged_deadline, is_deadline
from wuye_cli.importing.fields.numbering import find_number
from wuye_cli.importing.paragraphs import display_width, is_page_number
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.group_counts import COUNT
from wuye_cli.importing.recognisers.table.header import Header
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE
from wuye_cli.importing.recognisers.text_table.broken_cells import join_broken_cells
from wuye_cli.importing.recognisers.text_table.header_lines import HeaderLine, is_note

NUMBER = re.compile(r"(\d{1,3})[.、．]?")
UNITS = re.compile(r"[局委办府部院会厅]|中心|公司|[支大总]队|集团|街道|乡镇|单位|银行|企业")
SENTENCE = re.compile(r"[。；：《》“”！？\d]")
YEAR = re.compile(r"20\d\d年")  # 一、2025年主要目标 is a heading
NARROW_SHARE = 0.6
SAME_LINE = 999  # behind a deadline on the same line units may be of any width


class Kind(Enum):
    """What a piece of a line can be."""

    NUMBER = "number"
    TEXT = "text"
    DEADLINE = "deadline"
    UNITS = "units"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or the part of one that belongs to one cell; `gap`: a blank line stands above it."""

    kind: Kind
    text: str
    at: Locator
    gap: bool


def read_pieces(document: Document, line: HeaderLine) -> tuple[Piece, ...]:
    """Read the lines below a header, without blank lines, page numbers and repetitions of the header."""
    blocks = enumerate(document.blocks[line.below : line.last + 1], start=line.below)
    lines = list(join_broken_cells([(index, block) for index, block in blocks if isinstance(block, Paragraph)]))
    narrow = NARROW_SHARE * max((display_width(block.text.strip()) for _, block in lines), default=0)
    pieces: list[Piece] = []
    gap = False
    for index, block in lines:
        text = block.text.strip()
        if not text or is_page_number(text) or is_note(text) or line.head_at(index):
            gap = True
            continue
        for kind, words in _split(text, narrow, pieces, _Tail(line.header)):
            pieces.append(Piece(kind, words, block.at, gap))
            gap = False
    return tuple(pieces)


class _Tail:
    """What the header says of the cells behind the content: do units or the deadline come last?"""

    def __init__(self, header: Header) -> None:
        fields = [column.field for column in header.columns if column.field in {"deadline", *UNIT_FIELDS}]
        self.opens_with_units = bool(fields) and fields[0] in UNIT_FIELDS
        self.ends_with_deadline = bool(fields) and fields[-1] == "deadline"
        self.has_deadline = "deadline" in fields

    def is_open(self, before: list[Piece]) -> bool:
        """Whether a unit name may stand behind these pieces without looking like one."""
        kind = before[-1].kind if before else Kind.NUMBER
        return kind is Kind.UNITS or (kind is Kind.DEADLINE and not self.ends_with_deadline)

    def opens(self, word: str, before: list[Piece]) -> bool:
        """Whether a word behind text is the first unit."""
        after_text = bool(before) and before[-1].kind is Kind.TEXT
        return self.opens_with_units and after_text and UNITS.search(word) is not None

    def follows(self, head: list[str], word: str) -> bool:
        """Whether a word behind text on the same line is the first unit: behind a full stop, a whole name."""
        return self.opens_with_units and head[-1].endswith("。") and COMPLETE.search(word) is not None

    def is_complete(self, before: list[Piece]) -> bool:
        """Whether the last row has all its cells."""
        return bool(before) and before[-1].kind in {Kind.DEADLINE, Kind.UNITS}


def _split(text: str, narrow: float, before: list[Piece], tail: _Tail) -> Iterator[tuple[Kind, str]]:
    """Cut a line where a deadline or a name parts it; what is neither stays in one piece."""
    words = text.split()
    in_tail = tail.is_open(before)
    if tail.has_deadline and is_damaged_deadline(text):
        yield Kind.DEADLINE, text
        return
    if number := _next_number(words[0], before):
        yield Kind.NUMBER, number
        words, in_tail = words[1:], False
    elif (not before or in_tail or tail.is_complete(before)) and _is_section(text):
        yield Kind.SECTION, text
        return
    head: list[str] = []
    for word in words:
        if is_deadline(word):
            yield from _text(head)
            yield Kind.DEADLINE, word
            head, in_tail, narrow = [], not tail.ends_with_deadline, SAME_LINE
        elif _is_units(word, narrow) and (tail.follows(head, word) if head else in_tail or tail.opens(word, before)):
            yield from _text(head)
            yield Kind.UNITS, word
            head, in_tail = [], True
        else:
            head.append(word)
    yield from _text(head)


def _text(words: list[str]) -> Iterator[tuple[Kind, str]]:
    if words:
        yield Kind.TEXT, " ".join(words)


def _next_number(word: str, before: list[Piece]) -> str | None:
    """A number opens a row where it counts on from the last one."""
    match = NUMBER.fullmatch(word)
    last = next((int(piece.text) for piece in reversed(before) if piece.kind is Kind.NUMBER), 0)
    return match.group(1) if match and 1 <= int(match.group(1)) - last <= 2 else None


def _is_section(text: str) -> bool:
    number = find_number(text)
    return number is not None and number.level <= 2 and not SENTENCE.search(YEAR.sub("", COUNT.sub("", number.rest)))


def _is_units(word: str, narrow: float) -> bool:
    """Units are narrow, or whole names from end to end; the last may close with a full stop."""
    word = word.rstrip("。")
    names = [name for name in re.split("[、，,；;]", word) if name]
    return not SENTENCE.search(word) and (display_width(word) <= narrow or all(map(COMPLETE.search, names)))
