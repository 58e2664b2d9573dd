"""Readers: one per format, file -> Document. What a file is, its content says; its name is only a hint for CSV."""

from __future__ import annotations

import hashlib
from pathlib import Path

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Document
from wuye_cli.importing.readers.text import read_text

SIZE_LIMIT = 50 * 1024 * 1024


def read_document(path: Path) -> Document:
    """Read any supported file; raises InputError with the sentence that says what to do instead."""
    data = _read_bytes(path)
    return Document(path.name, "txt", hashlib.sha256(data).hexdigest(), read_text(data, path.name))


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError("folder", f"“{path}”是文件夹，请给出其中一个文件。")
    if not path.exists():
        raise InputError("no-file", f"找不到文件“{path}”，请核对文件名和所在文件夹。")
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"文件“{path}”打不开（{error.strerror}），请检查权限或是否被其他程序占用。"
        raise InputError("unreadable", reason) from error
    if not data.strip():
        raise InputError("empty", f"文件“{path.name}”是空的，请检查是否选错了文件。")
    return data
