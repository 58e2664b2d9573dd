"""Word files: paragraphs and tables in reading order, walked in their own XML.

Merged cells repeat their text; a table of one column is a frame around its content; a table inside a cell is read
as lines of that cell; the content of text boxes follows the paragraph they hang on.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, pairwise
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Cell, Locator, Paragraph
from wuye_cli.importing.readers.docx_numbering import Numbering
from wuye_cli.importing.readers.docx_text import find_boxes, goes_on, read_paragraph
from wuye_cli.importing.readers.docx_xml import find_all, find_child, find_value, local_name
from wuye_cli.importing.readers.grid import split_grid

UNPACKED_LIMIT = 64 * 1024 * 1024  # the XML of a document of 3000 pages stays below
WIDTH_LIMIT = 63  # Word allows no more columns
DOCUMENT = "word/document.xml"
# What zipfile, the parser and our own walk raise over a file that is not what it says; found by damaging files.
UNREADABLE = (
    *(BadZipFile, ParseError, DefusedXmlException, zlib.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),
)
Row = tuple[Cell, ...]


def read_docx(data: bytes, name: str) -> tuple[Block, ...]:
    """Read the body of a Word file; raises InputError where it is damaged or unfolds to something enormous."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = [_read_part(archive, part, name) for part in (DOCUMENT, "word/numbering.xml", "word/styles.xml")]
        body = find_child(parts[0], "body")
        if body is None:
            raise _damaged(name)
        return tuple(_Walk(Numbering(parts[1], parts[2])).blocks(body))
    except UNREADABLE as error:
        raise _damaged(name) from error


def _damaged(name: str) -> InputError:
    return InputError("docx-damaged", f"“{name}”不是完好的 .docx 文件；请用 Word 或 WPS 打开并另存为 .docx 后再试。")


def _read_part(archive: ZipFile, part: str, name: str) -> Element | None:
    if part not in archive.namelist():
        return None
    if archive.getinfo(part).file_size > UNPACKED_LIMIT:
        raise InputError("docx-too-large", f"“{name}”展开后过大，不予读取；请只保留任务清单部分，另存后再试。")
    root: Element = fromstring(archive.read(part), forbid_dtd=True)
    return root


class _Walk:
    """One pass through the body: counts paragraphs and tables for the locators, and automatic numbers."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.paragraphs = 0
        self.tables = 0
        self.carried = ""  # of a paragraph whose end is deleted: it goes on in the next

    def blocks(self, container: Element) -> Iterator[Block]:
        """Yield the blocks of the body, of a text box or of a frame."""
        for element, after in _with_next(find_all(container, {"p", "tbl"})):
            yield from self._paragraph(element, after) if local_name(element) == "p" else self._table(element)

    def _paragraph(self, element: Element, after: Element | None) -> Iterator[Block]:
        self.paragraphs += 1
        at = Locator(paragraph=self.paragraphs)
        for line in self._text(element, after):
            yield Paragraph(line, at)
        for box in find_boxes(element):
            yield from self.blocks(box)

    def _text(self, element: Element, after: Element | None) -> Iterator[str]:
        """The lines of a paragraph; none yet where it goes on in the next."""
        text = self.carried + read_paragraph(element, self.numbering)
        is_open = after is not None and local_name(after) == "p" and goes_on(element)
        self.carried = text if is_open else ""
        yield from () if is_open else text.split("\n")

    def _table(self, element: Element) -> Iterator[Block]:
        rows = [row for row in find_all(element, {"tr"}) if find_child(row, "trPr", "del") is None]
        cells = [list(find_all(row, {"tc"})) for row in rows]
        if all(len(row) == 1 for row in cells):
            for (frame,) in cells:
                yield from self.blocks(frame)
            return
        self.tables += 1
        yield from split_grid(self._grid(rows), Locator(table=self.tables, row=1))

    def _grid(self, rows: list[Element]) -> tuple[Row, ...]:
        grid: list[list[Cell]] = []
        for number, row in enumerate(rows, start=1):
            at = Locator(table=self.tables, row=number)
            grid.append(self._row(row, grid[-1] if grid else [], at))
        width = max(map(len, grid), default=0)
        return tuple(tuple(row + [Cell("", row[0].at)] * (width - len(row))) for row in grid if row)

    def _row(self, row: Element, above: list[Cell], at: Locator) -> list[Cell]:
        cells = [Cell("", at)] * _number(find_value(row, "trPr", "gridBefore"), 0)
        for element in find_all(row, {"tc"}):
            text = "" if find_child(element, "tcPr", "cellDel") is not None else self._cell_text(element)
            merge = find_value(element, "tcPr", "vMerge")
            down = merge is not None and merge != "restart" and len(cells) < len(above)
            first = Cell(above[len(cells)].text, at, merged=True) if down else Cell(text, at)
            span = _number(find_value(element, "tcPr", "gridSpan"), 1)
            cells += [first] + [Cell(first.text, at, merged=True)] * (span - 1)
        return cells

    def _cell_text(self, cell: Element) -> str:
        return "\n".join(filter(None, map(str.strip, self._lines(cell))))

    def _lines(self, container: Element) -> Iterator[str]:
        for element, after in _with_next(find_all(container, {"p", "tbl"})):
            if local_name(element) == "p":
                yield from self._text(element, after)
                for box in find_boxes(element):
                    yield from self._lines(box)
            else:
                for row in find_all(element, {"tr"}):
                    yield " ".join(filter(None, (self._cell_text(inner) for inner in find_all(row, {"tc"}))))


def _with_next(elements: Iterator[Element]) -> Iterator[tuple[Element, Element | None]]:
    return pairwise(chain(elements, (None,)))  # type: ignore[arg-type]  # only the last one is None


def _number(text: str | None, default: int) -> int:
    return min(int(text), WIDTH_LIMIT) if text and text.isdigit() else default
