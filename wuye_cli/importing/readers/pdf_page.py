"""One page of a PDF as its lines and ruled tables from top to bottom; a frame around text is no table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pdfplumber.page import Page

from wuye_cli.importing.readers.pdf_glyphs import Box, Glyph, read_glyphs
from wuye_cli.importing.readers.pdf_grid import PageTable, is_inside, outline, read_page_table
from wuye_cli.importing.readers.pdf_lines import Line, read_page_lines
from wuye_cli.importing.readers.pdf_rules import find_ruled_tables


@dataclass(frozen=True, slots=True)
class PageContent:
    """What stands on a page; `has_picture`: an image fills a good part of it."""

    number: int
    items: tuple[Line | PageTable, ...]
    has_letters: bool
    has_picture: bool


def read_page(page: Page) -> PageContent:
    """Read the letters and rules of a page."""
    number = page.page_number
    glyphs = read_glyphs(page.chars)
    tables = [cells for cells in find_ruled_tables(page) if _has_columns(cells)]
    boxes = [outline(cells) for cells in tables]
    outside = [glyph for glyph in glyphs if not any(is_inside(glyph, box) for box in boxes)]
    found = [
        read_page_table(number, at, cells, [glyph for glyph in glyphs if is_inside(glyph, box)])
        for at, (cells, box) in enumerate(zip(tables, boxes, strict=True), start=1)
    ]
    items: list[Line | PageTable] = [*read_page_lines(outside), *found]
    return PageContent(
        number, tuple(sorted(items, key=lambda item: item.top)), _are_letters(glyphs), _has_picture(page)
    )


def _has_columns(cells: Sequence[Box]) -> bool:
    return len({round(left) for left, _, _, _ in cells}) > 1


def _are_letters(glyphs: Sequence[Glyph]) -> bool:
    """Whether there is text; a font without a character table gives (cid:123)."""
    readable = sum(1 for glyph in glyphs if not glyph.text.startswith("(cid:"))
    return readable > len(glyphs) / 2


def _has_picture(page: Page) -> bool:
    area = float(page.width * page.height)
    return any(image["width"] * image["height"] > area / 4 for image in page.images)
