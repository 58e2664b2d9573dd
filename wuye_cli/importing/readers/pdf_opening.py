"""Opening a PDF and taking its marks page by page; what the parser cannot take becomes one sentence."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from wuye_cli.errors import InputError

PAGE_LIMIT = 500
SECONDS_LIMIT = 300
Mark = dict[str, Any]
Progress = Callable[[int, int], None]

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it speaks of colours and fonts that nobody asked about


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What is drawn on a page, as pdfplumber describes it: letters, rules and edges of shapes, images."""

    number: int
    size: float
    chars: list[Mark]
    edges: list[Mark]
    images: list[Mark]


def open_pages(data: bytes, name: str, progress: Progress | None = None) -> Iterator[PageMarks]:
    """Yield the marks of each page; `progress` is told after each page how many are done, and of how many."""
    pages = _open(data, name)
    started = time.monotonic()
    for done, page in enumerate(pages, start=1):
        if time.monotonic() - started > SECONDS_LIMIT:
            raise _too_slow(name, done)
        yield _marks(page, name)
        if progress:
            progress(done, len(pages))


def _open(data: bytes, name: str) -> list[Page]:
    try:
        pages = pdfplumber.open(BytesIO(data)).pages
    except Exception as error:  # a parser of strangers' files fails in any way it likes
        raise _refusal(error, name) from error
    if not pages:
        raise _damaged(name)
    if len(pages) > PAGE_LIMIT:
        many = f"“{name}”有 {len(pages)} 页，最多读取 {PAGE_LIMIT} 页；请只保留任务清单所在的页，另存后再导入。"
        raise InputError("pdf-too-long", many)
    return pages


def _marks(page: Page, name: str) -> PageMarks:
    try:
        chars = [char for char in page.chars if _is_on(page, char)]
        marks = PageMarks(page.page_number, float(page.width * page.height), chars, page.edges, page.images)
        page.close()
    except Exception as error:  # as above
        raise _refusal(error, name) from error
    return marks


def _is_on(page: Page, char: Mark) -> bool:
    """Whether a letter shows at all; damaged files place some a thousand pages to the right."""
    left, top, right, bottom = page.bbox
    return bool(left <= char["x1"] and char["x0"] <= right and top <= char["bottom"] and char["top"] <= bottom)


def _refusal(error: Exception, name: str) -> InputError:
    cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        return InputError("pdf-encrypted", f"“{name}”设有打开密码，无法读取；请去掉密码另存后再导入。")
    return _damaged(name)


def _damaged(name: str) -> InputError:
    return InputError("pdf-damaged", f"“{name}”不是完好的 PDF 文件；请重新下载，或用 WPS 打开后另存为 .docx 再导入。")


def _too_slow(name: str, page: int) -> InputError:
    minutes = SECONDS_LIMIT // 60
    return InputError(
        "pdf-too-slow", f"“{name}”读了 {minutes} 分钟才到第{page}页；请只保留任务清单所在的页，另存后再导入。"
    )
