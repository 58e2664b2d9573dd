"""What a stranger's .xlsx is allowed to be, judged by its zip directory before anything is unpacked.

A workbook that comes back from another office is hostile input: macros, links to other workbooks and archives that
unfold to something enormous are refused with a sentence that says how to save the file again.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile, ZipInfo

from openpyxl.utils.exceptions import InvalidFileException

from wuye_cli.errors import InputError

MAX_MEMBERS = 2_000
MAX_UNPACKED = 64 * 1024 * 1024
MAX_RATIO = 200  # real sheets compress 10 to 50 times, a bomb 1000 times
SMALL = 1024 * 1024  # below this a high ratio is harmless

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, .et, and every encrypted .xlsx
ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")


# What openpyxl, zipfile and either XML parser raise over a file that is not what it says; found by damaging files.
UNREADABLE = (
    *(SyntaxError, ValueError, TypeError, LookupError, AttributeError, EOFError, OSError, RuntimeError),
    *(BadZipFile, zlib.error, InvalidFileException, ExpatError),
)


@contextmanager
def unpacking(name: str) -> Iterator[None]:
    """Whatever breaks while a workbook is read says that the file is damaged.

    Raises:
        InputError: also the one that says something more exact.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # openpyxl warns of features that it does not keep
            yield
    except UNREADABLE as error:
        raise damaged(name) from error


def read_archive(path: Path) -> bytes:
    """Give the content of a file that is a plain .xlsx of bearable size.

    Raises:
        InputError: with one sentence on what the file is instead and how to save it.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError("file-unreadable", f"打不开“{path.name}”；请检查文件是否存在、是否有权读取。") from error
    check_archive(content, path.name)
    return content


def check_archive(content: bytes, name: str) -> None:
    """Refuse content that is not a plain .xlsx of bearable size."""
    _check_magic(content, name)
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
    except UNREADABLE as error:
        raise damaged(name) from error
    _check_sizes(name, members)
    _check_contents(name, {member.filename for member in members})


def damaged(name: str) -> InputError:
    """Say that the file cannot be read as a workbook."""
    return InputError(
        "workbook-damaged", f"“{name}”不是完好的 .xlsx 工作簿；请用 Excel 或 WPS 打开并另存为 .xlsx 后再试。"
    )


def _check_magic(content: bytes, name: str) -> None:
    if content.startswith(b"PK"):
        return
    if not content.startswith(OLE_MAGIC):
        raise damaged(name)
    if ENCRYPTED_MARK in content:
        raise InputError("workbook-encrypted", f"“{name}”设有打开密码；请去掉密码另存为 .xlsx 后再试。")
    raise InputError("workbook-legacy", f"“{name}”是旧版格式（.xls 或 .et）；请另存为 .xlsx 后再试。")


def _check_sizes(name: str, members: list[ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    bomb = unpacked > SMALL and unpacked > MAX_RATIO * max(packed, 1)
    if bomb or unpacked > MAX_UNPACKED or len(members) > MAX_MEMBERS:
        raise InputError(
            "workbook-too-large",
            f"“{name}”展开后过大（{unpacked // 1024 // 1024} MB，{len(members)} 个部件），不予读取；"
            "请只保留任务清单所在的工作表，另存后再试。",
        )


def _check_contents(name: str, parts: set[str]) -> None:
    if "[Content_Types].xml" not in parts or not any(part.startswith("xl/worksheets/") for part in parts):
        raise damaged(name)
    if any(part.endswith("vbaProject.bin") or part.startswith("xl/macrosheets/") for part in parts):
        raise InputError("workbook-macros", f"“{name}”含有宏，不予读取；请另存为不含宏的 .xlsx 后再试。")
    if any(part.startswith("xl/externalLinks/") for part in parts):
        raise InputError(
            "workbook-external-links", f"“{name}”链接了别的工作簿，不予读取；请断开链接、只留数值，另存后再试。"
        )
