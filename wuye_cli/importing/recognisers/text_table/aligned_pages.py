"""The pages of an aligned table, cut into columns at each page's own gutters.

    序号    重点任务        完成时限          (page one)
    序号  重点任务          完成时限          (page two)

A line knows its page and its place on the page, where blank lines count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.fields.numbering import find_number
from wuye_cli.importing.paragraphs import CLOSING, DATE_LINE, SIGNED, is_page_number
from wuye_cli.importing.recognisers.table.header import Header
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE
from wuye_cli.importing.recognisers.text_table.header_lines import Head, HeaderLine, is_note
from wuye_cli.importing.recognisers.text_table.shifted_rows import find_layouts

NO_SECTION = frozenset("。；：，！？")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words by column, where it stands on its page and in the file."""

    page: int
    place: float
    texts: tuple[str, ...]
    at: Locator
    section: str = ""


def read_lines(document: Document, table: HeaderLine) -> tuple[Line, ...]:
    """Cut every page at its own gutters; blank lines are left out."""
    return tuple(
        line
        for page, (head, paragraphs) in enumerate(_pages(document, table))
        for line in _cut(page, head, paragraphs, table.header)
    )


def _cut(page: int, head: Head, paragraphs: list[Paragraph], header: Header) -> Iterator[Line]:
    layouts = find_layouts(head.lines, tuple(paragraph.text for paragraph in paragraphs), header)
    cells = [layout.cut(paragraph.text) for layout, paragraph in zip(layouts, paragraphs, strict=True)]
    places = _places(cells, min(header.indexes("no"), default=0))
    for layout, paragraph, texts, place in zip(layouts, paragraphs, cells, places, strict=True):
        if any(texts):
            yield Line(
                page, place, texts, paragraph.at, _section(texts, header, at_edge=layout.begins_at_edge(paragraph.text))
            )


def _places(cells: Sequence[tuple[str, ...]], groups: int) -> Iterator[float]:
    """Count the lines; the name of a group left of the numbers stands between two lines of a row, not in their way."""
    place = -1.0
    for above, texts, below in zip([(), *cells], cells, [*cells[1:], ()], strict=False):
        is_between = any(texts) and not any(texts[groups:]) and any(above[groups:]) and any(below[groups:])
        place += not is_between
        yield place + is_between / 2


def _section(texts: tuple[str, ...], header: Header, *, at_edge: bool) -> str:
    """A numbered heading alone on its line heads the rows below it, unless it stands where groups have their names."""
    filled = [at for at, text in enumerate(texts) if text]
    text = texts[filled[0]]
    number = find_number(text)
    names_group = header.columns[filled[0]].field in {"section", "title"} and not at_edge
    if len(filled) > 1 or names_group or number is None or number.level > 2 or NO_SECTION & set(number.rest):
        return ""
    return text if number.rest else ""


def _pages(document: Document, table: HeaderLine) -> Iterator[tuple[Head, list[Paragraph]]]:
    for at, head in enumerate(table.heads):
        last = table.heads[at + 1].first - 1 if at + 1 < len(table.heads) else table.last
        blocks = [block for block in document.blocks[head.last + 1 : last + 1] if isinstance(block, Paragraph)]
        texts = [block.text.strip() for block in blocks]
        ends = (place for place in range(len(texts)) if closes_table(texts, place))
        lines = blocks[: next(ends, len(blocks))]
        yield head, [block for block in lines if not is_page_number(block.text) and not is_note(block.text)]


def closes_table(texts: list[str], place: int) -> bool:
    """Whether a line stands behind the table; a date does below an office, elsewhere it is a cell."""
    text = texts[place]
    if CLOSING.match(text) or (SIGNED.match(text) and text.endswith("印发")):
        return True
    above = next((one for one in reversed(texts[:place]) if one), "")
    return DATE_LINE.fullmatch(text) is not None and COMPLETE.search(above) is not None and len(above.split()) == 1
