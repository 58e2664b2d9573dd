"""The pages of an aligned table, cut into columns at each page's own gutters.

    序号    重点任务        完成时限          (page one)
    序号  重点任务          完成时限          (page two)

A line of a cell is known by its page and its line on the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.recognisers.balance import Mark
from wuye_cli.importing.recognisers.gutters import find_layout
from wuye_cli.importing.recognisers.header_lines import HeaderLine, is_header
from wuye_cli.importing.recognisers.paragraphs import CLOSING, is_page_number

Columns = tuple[tuple[Mark, ...], ...]
Places = dict[tuple[int, int], Locator]


def read_columns(document: Document, line: HeaderLine) -> tuple[Columns, Places]:
    """Cut every page at its own gutters; `places` tells where a line of a page stands in the file."""
    columns: list[list[Mark]] = [[] for _ in line.header.columns]
    places: Places = {}
    for page, (header, paragraphs) in enumerate(_pages(document, line)):
        layout = find_layout(header, tuple(paragraph.text for paragraph in paragraphs))
        for at, paragraph in enumerate(paragraphs):
            places[page, at] = paragraph.at
            for column, text in zip(columns, layout.cut(paragraph.text), strict=True):
                if text:
                    column.append(Mark(page, at, text))
    return tuple(map(tuple, columns)), places


def _pages(document: Document, line: HeaderLine) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    header = ""
    lines: list[Paragraph] = []
    for block in document.blocks[line.first : line.last + 1]:
        if not isinstance(block, Paragraph) or is_page_number(block.text):
            continue
        if CLOSING.match(block.text.strip()):
            break
        if is_header(block.text, line.header):
            if header:
                yield header, tuple(lines)
            header, lines = block.text, []
        else:
            lines.append(block)
    yield header, tuple(lines)
