"""Word 97-2003 files (.doc, and .wps of WPS): read here, without an office suite; by one where that fails.

Tracked deletions and hidden words are dropped, automatic numbers are part of the text, text boxes come last. A table
inside a cell is read as lines of that cell.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Locator, Paragraph
from wuye_cli.importing.readers.doc_file import EncryptedError, open_word_file
from wuye_cli.importing.readers.doc_numbering import read_numbering
from wuye_cli.importing.readers.doc_rows import WordRow, build_grid, read_row
from wuye_cli.importing.readers.doc_text import (
    INNER_CELL,
    INNER_ROW_END,
    ROW_END,
    WordParagraph,
    read_paragraphs,
)
from wuye_cli.importing.readers.docx import read_docx
from wuye_cli.importing.readers.grid import split_grid
from wuye_cli.importing.readers.list_numbers import ListCounter, before_text
from wuye_cli.importing.readers.office_suite import convert_to_docx

# What olefile and struct raise over a file that is not what it says; found by damaging files.
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, OSError, EOFError, struct.error, RuntimeError)
Contents = tuple[tuple[Block, ...], tuple[str, ...]]


def read_doc(data: bytes, name: str) -> Contents:
    """Read a Word 97-2003 file; beside the blocks, a sentence where an office suite had to help.

    Raises:
        InputError: encrypted, damaged, or of another kind, and no office suite could read it either.
    """
    try:
        file = open_word_file(data)
        return tuple(_Walk(read_numbering(file)).blocks(read_paragraphs(file))), ()
    except EncryptedError as error:
        raise InputError("encrypted", f"“{name}”设有打开密码，无法读取；请去掉密码后另存再导入。") from error
    except ImportError as error:
        return _by_office_suite(data, name, _no_extra(name), error)
    except UNREADABLE as error:
        return _by_office_suite(data, name, _unreadable(name), error)


def _by_office_suite(data: bytes, name: str, refusal: InputError, error: Exception) -> Contents:
    converted = convert_to_docx(data)
    if converted is None:
        raise refusal from error
    return read_docx(converted, name), (f"“{name}”由 LibreOffice 转换后读取，请核对表格是否完整。",)


def _no_extra(name: str) -> InputError:
    return InputError(
        "extra-doc",
        f'读取“{name}”（.doc/.wps）要先安装附加组件：pip install "wuye-cli[doc]"；或者另存为 .docx 再导入。',
    )


def _unreadable(name: str) -> InputError:
    return InputError(
        "doc-unreadable",
        f"“{name}”读不出来（已损坏，或是更早版本的 Word、Works 文件）；请用 Word 或 WPS 打开并另存为 .docx 再导入。",
    )


class _Walk:
    """One pass through the paragraphs: gathers cells into rows and rows into tables."""

    def __init__(self, numbering: ListCounter) -> None:
        self.numbering = numbering
        self.count = 0
        self.tables = 0
        self.rows: list[WordRow] = []
        self.cells: list[str] = []
        self.lines: list[str] = []  # of the cell that is open
        self.inner: list[str] = []  # cells of the row that is open in a table inside the cell

    def blocks(self, paragraphs: Sequence[WordParagraph]) -> Iterator[Block]:
        """Yield the blocks; a table ends where a paragraph stands outside of any."""
        for paragraph in paragraphs:
            if paragraph.depth:
                self._in_table(paragraph)
            else:
                yield from self._table()
                self.count += 1
                for line in self._text(paragraph).split("\n"):
                    yield Paragraph(line, Locator(paragraph=self.count))
        yield from self._table()

    def _text(self, paragraph: WordParagraph) -> str:
        return before_text(self.numbering.next_label(*paragraph.list_place), paragraph.text)

    def _in_table(self, paragraph: WordParagraph) -> None:
        if paragraph.has(ROW_END):
            self.rows.append(read_row(self.cells, paragraph.properties))
            self.cells, self.lines = [], []
        elif paragraph.has(INNER_ROW_END):
            self.lines.append(" ".join(filter(None, self.inner)))
            self.inner = []
        elif paragraph.has(INNER_CELL):
            self.inner.append(self._text(paragraph).strip())
        else:
            self.lines.append(self._text(paragraph).strip())
            if paragraph.mark == "\x07":
                self.cells.append("\n".join(filter(None, self.lines)))
                self.lines = []

    def _table(self) -> Iterator[Block]:
        rows, self.rows = self.rows, []
        if not rows:
            return
        if all(len(row.texts) == 1 for row in rows):
            for row in rows:
                yield from self._framed(row.texts[0])
            return
        self.tables += 1
        yield from split_grid(build_grid(rows, self.tables), Locator(table=self.tables, row=1))

    def _framed(self, text: str) -> Iterator[Block]:
        self.count += 1
        for line in text.split("\n"):
            yield Paragraph(line, Locator(paragraph=self.count))
