"""Opening a PDF and reading its pages one by one; what the parser cannot take becomes one sentence."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from wuye_cli.errors import InputError
from wuye_cli.importing.readers.pdf_page import PageContent, read_page

PAGE_LIMIT = 500
SECONDS_LIMIT = 300
Progress = Callable[[int, int], None]

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it speaks of colours and fonts that nobody asked about


def read_pages(data: bytes, name: str, progress: Progress | None = None) -> tuple[PageContent, ...]:
    """Read all pages; `progress` is told after each how many are read, and of how many."""
    try:
        return tuple(_pages(data, name, progress))
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001  a parser of strangers' files fails in any way it likes
        raise _refusal(error, name) from error


def _pages(data: bytes, name: str, progress: Progress | None) -> Iterator[PageContent]:
    pages = pdfplumber.open(BytesIO(data)).pages
    if len(pages) > PAGE_LIMIT:
        raise InputError(
            "pdf-too-long",
            f"“{name}”有 {len(pages)} 页，最多读取 {PAGE_LIMIT} 页；请只保留任务清单所在的页，另存后再导入。",
        )
    started = time.monotonic()
    for done, page in enumerate(pages, start=1):
        if time.monotonic() - started > SECONDS_LIMIT:
            raise InputError(
                "pdf-too-slow",
                f"“{name}”读了 {SECONDS_LIMIT // 60} 分钟只读到第{done}页；请只保留任务清单所在的页，另存后再导入。",
            )
        yield read_page(page)
        page.close()
        if progress:
            progress(done, len(pages))


def _refusal(error: Exception, name: str) -> InputError:
    cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        return InputError("pdf-encrypted", f"“{name}”设有打开密码，无法读取；请去掉密码另存后再导入。")
    return InputError("pdf-damaged", f"“{name}”不是完好的 PDF 文件；请重新下载，或用 WPS 打开后另存为 .docx 再导入。")
