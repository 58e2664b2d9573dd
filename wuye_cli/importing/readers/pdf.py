"""PDF files with text: ruled tables as tables, everything else line by line. A scanned page has no text to read.

A table over several pages is one table; each row knows the page it begins on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Locator, Paragraph
from wuye_cli.importing.readers.grid import split_grid
from wuye_cli.importing.readers.pdf_furniture import Items, strip_furniture
from wuye_cli.importing.readers.pdf_grid import PageTable
from wuye_cli.importing.readers.pdf_joining import is_next_part, join_parts
from wuye_cli.importing.readers.pdf_lines import Line

if TYPE_CHECKING:
    from wuye_cli.importing.readers.pdf_page import PageContent

Progress = Callable[[int, int], None]


def read_pdf(data: bytes, name: str, progress: Progress | None = None) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Read all pages; beside the blocks, sentences for the clerk (pages that are pictures, words left over).

    `progress` is told after each page how many are read, and of how many.
    """
    try:
        from wuye_cli.importing.readers.pdf_opening import open_pages  # noqa: PLC0415  needs the extra
        from wuye_cli.importing.readers.pdf_page import read_page  # noqa: PLC0415
    except ImportError as error:
        raise _no_extra(name) from error
    pages = [read_page(marks) for marks in open_pages(data, name, progress)]
    if not any(page.has_text for page in pages):
        raise _no_text(name)
    items = strip_furniture(pages)
    return tuple(_blocks(pages, items)), (*_pictures(pages), *_loose_ends(pages, items))


def _blocks(pages: Sequence[PageContent], contents: Sequence[Items]) -> Iterator[Block]:
    parts: list[PageTable] = []  # the table that may go on
    for page, items in zip(pages, contents, strict=True):
        for number, item in enumerate(items, start=1):
            if parts and not (number == 1 and isinstance(item, PageTable) and is_next_part(parts[-1], item)):
                yield from _table(parts)
                parts = []
            if isinstance(item, PageTable):
                parts.append(item)
            else:
                yield Paragraph(item.text, Locator(page=page.number, line=number))
    yield from _table(parts) if parts else ()


def _table(parts: Sequence[PageTable]) -> tuple[Block, ...]:
    return split_grid(join_parts(parts), Locator(page=parts[0].page, table=parts[0].number))


def _loose_ends(pages: Sequence[PageContent], contents: Sequence[Items]) -> Iterator[str]:
    """Name the pages that begin with words below a column of the table before: the rest of a row, without a rule."""
    for page, (above, below) in zip(pages[1:], pairwise(contents), strict=True):
        if above and below and (rest := _rest_of_row(above[-1], below[0])):
            yield f"第{page.number}页开头的“{rest}”可能是上一页表格末行的剩余文字，没有并入，请核对。"


def _rest_of_row(table: Line | PageTable, line: Line | PageTable) -> str:
    if not isinstance(table, PageTable) or isinstance(line, PageTable):
        return ""
    cells = [area.box for area in table.areas if 0 < area.first_column == area.last_column]
    below = any(0 < line.x0 - left < 1.2 * line.size and line.x1 < right for left, _, right, _ in cells)
    return line.text.strip() if below else ""


def _pictures(pages: Sequence[PageContent]) -> tuple[str, ...]:
    pictures = "、".join(str(page.number) for page in pages if page.is_picture)
    return (f"第{pictures}页是图片，图片里的文字没有读取。",) if pictures else ()


def _no_extra(name: str) -> InputError:
    return InputError("pdf-extra", f'读取 PDF 文件“{name}”需要另装组件，请运行：pip install "wuye-cli[pdf]"')


def _no_text(name: str) -> InputError:
    return InputError(
        "pdf-scanned",
        f"“{name}”里没有文字（多半是扫描件），无法读取；请用文字识别软件转成 .docx 再导入，或向发文单位要电子版。",
    )
