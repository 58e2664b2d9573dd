"""Blocks of lines of a table that a text layer printed block by block, not row by row.

    序号                     heading
                             (a blank line ends a block)
    公示收费项目和标准，
    接受监督。

Where cells are one line each they are not scattered (see `cell_lines`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wuye_cli.importing.document import Document, Paragraph
from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.paragraphs import CLOSING, SIGNED, display_width, find_mark, is_page_number
from wuye_cli.importing.recognisers.table.cell_shape import NUMBER, is_names
from wuye_cli.importing.recognisers.text_table.header_lines import is_note

WRAPPED_SHARE = 0.1
SHORTEST_WRAPPED = 10
ITEM_LEVEL = 4  # （1）  ①
SLACK = 4  # columns of a terminal by which full lines of one cell differ
PART_OF_HEADING = frozenset("序号")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines without a blank one between them."""

    lines: tuple[Paragraph, ...]


def read_blocks(document: Document, first: int, last: int) -> tuple[tuple[TextBlock, ...], tuple[str, ...]]:
    """Read the blocks of a part of a document, and apart from them the headings in the order they stand in."""
    blocks: list[TextBlock] = []
    headings: list[str] = []
    lines: list[Paragraph] = []
    last_heading = _last_heading(document, first, last)
    for index, block in enumerate(document.blocks[first : last + 1], start=first):
        if not isinstance(block, Paragraph):
            break
        text = block.text.strip()
        is_due = "deadline" in map(find_field, headings) and is_deadline(text)
        if is_note(text) and index < last_heading:
            text = ""
        if CLOSING.match(text) or is_note(text) or (SIGNED.match(text) and not is_due):
            break
        if find_field(text) or text in PART_OF_HEADING:
            headings += [] if text in headings else [text]
            text = ""
        if text and not is_page_number(text):
            lines.append(Paragraph(text, block.at))
        elif lines:
            blocks.append(TextBlock(tuple(lines)))
            lines = []
    return (*blocks, *([TextBlock(tuple(lines))] if lines else [])), tuple(headings)


def _last_heading(document: Document, first: int, last: int) -> int:
    """A note above it stands between columns, not below the table."""
    blocks = enumerate(document.blocks[first : last + 1], start=first)
    return max(
        (at for at, block in blocks if isinstance(block, Paragraph) and find_field(block.text.strip())), default=first
    )


def is_scattered(blocks: Iterable[TextBlock]) -> bool:
    """Tell whether cells take several lines, so that a line is no cell."""
    texts = [[line.text for line in block.lines] for block in blocks]
    wrapped = sum(_is_wrapped(lines, at) for lines in texts for at in range(len(lines)))
    return wrapped > WRAPPED_SHARE * sum(map(len, texts))


def _is_wrapped(lines: list[str], at: int) -> bool:
    """Whether a full line goes on in the next one, or behind a unit that stands between; a title is no full line."""
    text, *below = lines[at : at + 3]
    if len(text) < SHORTEST_WRAPPED or text.endswith(("。", "；")) or _is_whole(text) or not below:
        return False
    rest = below[1] if is_names(below[0]) and len(below) > 1 and below[1].endswith("。") else below[0]
    return not _is_cell(rest) and display_width(rest) <= display_width(text) + SLACK


def _is_whole(text: str) -> bool:
    """A heading 1. is whole without a full stop; an item （1） of a cell is not."""
    number = find_mark(text)
    return _is_cell(text) and (number is None or number.level < ITEM_LEVEL)


def _is_cell(text: str) -> bool:
    return bool(NUMBER.fullmatch(text)) or is_deadline(text) or is_names(text) or find_mark(text) is not None
