"""One page of a PDF as its lines and ruled tables from top to bottom; a frame around text is no table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wuye_cli.importing.readers.pdf_glyphs import Box, Glyph, read_glyphs
from wuye_cli.importing.readers.pdf_grid import PageTable, outline, read_page_table
from wuye_cli.importing.readers.pdf_gutters import split_bands
from wuye_cli.importing.readers.pdf_lines import Line, read_page_lines
from wuye_cli.importing.readers.pdf_opening import PageMarks
from wuye_cli.importing.readers.pdf_overflow import is_inside
from wuye_cli.importing.readers.pdf_rules import Ruling, read_ruling

NO_LETTER = "(cid:"  # a letter of a font that has no table of characters
FEW_LETTERS = 40


@dataclass(frozen=True, slots=True)
class PageContent:
    """What stands on a page; `is_picture`: an image fills it, with no more than a heading and a number beside."""

    number: int
    items: tuple[Line | PageTable, ...]
    has_text: bool
    is_picture: bool


def read_page(page: PageMarks) -> PageContent:
    """Read the letters and rules of a page."""
    glyphs = read_glyphs(page.chars)
    ruling = read_ruling(page.edges)
    tables = list(_tables(ruling, glyphs))
    boxes = [outline(cells) for cells in tables]
    outside = [glyph for glyph in glyphs if not any(is_inside(glyph, box) for box in boxes)]
    found = [
        read_page_table(page.number, at, cells, [glyph for glyph in glyphs if is_inside(glyph, box)], ruling)
        for at, (cells, box) in enumerate(zip(tables, boxes, strict=True), start=1)
    ]
    items: list[Line | PageTable] = [*read_page_lines(outside), *found]
    readable = sum(1 for glyph in glyphs if not glyph.text.startswith(NO_LETTER))
    return PageContent(
        page.number,
        tuple(sorted(items, key=lambda item: item.top)),
        has_text=readable > len(glyphs) / 2,
        is_picture=readable < FEW_LETTERS and _has_picture(page),
    )


def _tables(ruling: Ruling, glyphs: Sequence[Glyph]) -> Iterator[Sequence[Box]]:
    for cells in ruling.tables:
        box = outline(cells)
        found = cells if _has_columns(cells) else split_bands(cells, [one for one in glyphs if is_inside(one, box)])
        if found:
            yield found


def _has_columns(cells: Sequence[Box]) -> bool:
    return len({round(left) for left, _, _, _ in cells}) > 1


def _has_picture(page: PageMarks) -> bool:
    return any(image["width"] * image["height"] > page.size / 4 for image in page.images)
