"""Readers: one per format, bytes -> Document. What a file is, its content says; its name only tells CSV from text.

Readers of other than text load their libraries when they are called: text and tables are spared half a second.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Document
from wuye_cli.importing.readers.csv_file import read_csv
from wuye_cli.importing.readers.docx import read_docx
from wuye_cli.importing.readers.sniffing import find_format
from wuye_cli.importing.readers.text import read_text

SIZE_LIMIT = 50 * 1024 * 1024
Progress = Callable[[int, int], None]  # so many pages or rows read, of so many
Contents = tuple[tuple[Block, ...], tuple[str, ...]]  # the blocks, and sentences for the clerk


def ignore_progress(done: int, total: int) -> None:
    """Watch nothing."""


def read_document(path: Path, progress: Progress = ignore_progress) -> Document:
    """Read any supported file; raises InputError with the sentence that says what is wrong and what to do."""
    return read_content(_read_bytes(path), path.name, progress)


def read_content(data: bytes, name: str, progress: Progress = ignore_progress) -> Document:
    """Read what a file holds, or what was pasted; `name` is for sentences, and its ending tells CSV from text."""
    if not data.strip():
        raise InputError("empty", f"“{name}”是空的，请检查是否选错了文件。")
    if len(data) > SIZE_LIMIT:
        raise InputError("too-large", f"“{name}”超过 50 MB，不予读取；请只保留任务清单部分再导入。")
    format_name = find_format(data, name)
    blocks, remarks = _read_blocks(data, name, format_name, progress)
    return Document(name, format_name, hashlib.sha256(data).hexdigest(), blocks, remarks)


def _read_blocks(data: bytes, name: str, format_name: str, progress: Progress) -> Contents:  # noqa: PLR0911  one per format
    match format_name:
        case "docx":
            return read_docx(data, name), ()
        case "csv":
            return read_csv(data, name), ()
        case "html":
            from wuye_cli.importing.readers.html import read_html  # noqa: PLC0415

            return read_html(data, name)
        case "doc":
            from wuye_cli.importing.readers.doc import read_doc  # noqa: PLC0415

            return read_doc(data, name)
        case "pdf":
            from wuye_cli.importing.readers.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data, name, progress)
        case "xlsx" | "xls" | "xml":
            from wuye_cli.importing.readers.sheets import read_workbook  # noqa: PLC0415

            return read_workbook(data, name, format_name, progress)
        case _:
            return read_text(data, name), ()


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError("folder", f"“{path}”是文件夹，请给出其中一个文件。")
    if not path.exists():
        raise InputError("no-file", f"找不到文件“{path}”，请核对文件名和所在文件夹。")
    try:
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        reason = f"文件“{path}”打不开（{error.strerror}），请检查权限或是否被其他程序占用。"
        raise InputError("unreadable", reason) from error
