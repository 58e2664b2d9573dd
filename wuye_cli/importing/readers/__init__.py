"""Readers: one per format, file -> Document. What a file is, its content says; its name only tells CSV from text."""

from __future__ import annotations

import hashlib
from pathlib import Path

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Document
from wuye_cli.importing.readers.csv_file import read_csv
from wuye_cli.importing.readers.docx import read_docx
from wuye_cli.importing.readers.sniffing import find_format
from wuye_cli.importing.readers.text import read_text

SIZE_LIMIT = 50 * 1024 * 1024


def read_document(path: Path) -> Document:
    """Read any supported file; raises InputError with the sentence that says what is wrong and what to do."""
    data = _read_bytes(path)
    format_name = find_format(data, path.name)
    blocks, remarks = _read_blocks(path, data, format_name)
    return Document(path.name, format_name, hashlib.sha256(data).hexdigest(), blocks, remarks)


def _read_blocks(path: Path, data: bytes, format_name: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    match format_name:
        case "xlsx":
            from wuye_cli.importing.readers.xlsx import read_xlsx  # noqa: PLC0415  half a second that text is spared

            return read_xlsx(path)
        case "docx":
            return read_docx(data, path.name), ()
        case "csv":
            return read_csv(data, path.name), ()
        case _:
            return read_text(data, path.name), ()


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError("folder", f"“{path}”是文件夹，请给出其中一个文件。")
    if not path.exists():
        raise InputError("no-file", f"找不到文件“{path}”，请核对文件名和所在文件夹。")
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise InputError("too-large", f"“{path.name}”超过 50 MB，不予读取；请只保留任务清单部分再导入。")
        data = path.read_bytes()
    except OSError as error:
        reason = f"文件“{path}”打不开（{error.strerror}），请检查权限或是否被其他程序占用。"
        raise InputError("unreadable", reason) from error
    if not data.strip():
        raise InputError("empty", f"文件“{path.name}”是空的，请检查是否选错了文件。")
    return data
