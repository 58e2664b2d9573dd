"""Plain text and Markdown: one paragraph per physical line, blank ones kept; a form feed turns the page."""

from __future__ import annotations

from wuye_cli.importing.document import Block, Locator, Paragraph
from wuye_cli.importing.readers.decoding import decode_text

PAGE_BREAK = "\f"


def read_text(data: bytes, name: str) -> tuple[Block, ...]:
    """Read the lines of a text file; pages are named only where the file has page breaks."""
    text = decode_text(data, name).replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a")
    paged = PAGE_BREAK in text
    blocks: list[Block] = []
    page = 1
    for number, line in enumerate(text.split("\n"), start=1):
        page += line.count(PAGE_BREAK)
        blocks.append(Paragraph(line.replace(PAGE_BREAK, ""), Locator(page=page if paged else None, line=number)))
    return tuple(blocks)
