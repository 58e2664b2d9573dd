"""PDF files with text: ruled tables as tables, everything else line by line. A scanned page has no text to read.

A table over several pages is one table; each row knows the page it begins on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Locator, Paragraph
from wuye_cli.importing.readers.grid import split_grid
from wuye_cli.importing.readers.pdf_furniture import strip_furniture
from wuye_cli.importing.readers.pdf_grid import PageTable
from wuye_cli.importing.readers.pdf_joining import is_next_part, join_parts

if TYPE_CHECKING:
    from wuye_cli.importing.readers.pdf_page import PageContent

Progress = Callable[[int, int], None]


def read_pdf(data: bytes, name: str, progress: Progress | None = None) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Read all pages; beside the blocks, sentences for the clerk (pages that are pictures).

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
    return tuple(_blocks(pages)), _remarks(pages)


def _blocks(pages: Sequence[PageContent]) -> Iterator[Block]:
    parts: list[PageTable] = []  # the table that may go on
    for page, items in zip(pages, strip_furniture(pages), strict=True):
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


def _remarks(pages: Sequence[PageContent]) -> tuple[str, ...]:
    pictures = "、".join(str(page.number) for page in pages if page.is_picture)
    return (f"第{pictures}页是图片，图片里的文字没有读取。",) if pictures else ()


def _no_extra(name: str) -> InputError:
    return InputError("pdf-extra", f'读取 PDF 文件“{name}”需要另装组件，请运行：pip install "wuye-cli[pdf]"')


def _no_text(name: str) -> InputError:
    return InputError(
        "pdf-scanned",
        f"“{name}”里没有文字（多半是扫描件），无法读取；请用文字识别软件转成 .docx 再导入，或向发文单位要电子版。",
    )
