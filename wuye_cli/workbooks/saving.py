"""Saving workbooks reproducibly: the same content gives the same bytes, and no trace of who saved it when."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.writer.excel import ExcelWriter

NO_TIME = (1980, 1, 1, 0, 0, 0)  # stands for no time at all: the earliest a zip entry can say
UNIX = 3
PLAIN_FILE = 0o600 << 16


def save_workbook(workbook: Workbook, path: Path) -> None:
    """Write an .xlsx, whole or not at all.

    Raises:
        OSError: the place cannot be written to.
    """
    write_whole(workbook_bytes(workbook), path)


def write_whole(content: bytes, path: Path) -> None:
    """Write a file under another name first, so that it is whole or not there at all.

    Raises:
        OSError: the place cannot be written to.
    """
    partial = path.with_name(f".{path.name}.new")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def workbook_bytes(workbook: Workbook) -> bytes:
    """Give the bytes of an .xlsx without times, names of persons, or anything of this computer."""
    workbook.properties = _anonymous(workbook.properties.title)
    raw = BytesIO()
    with ZipFile(raw, "w") as archive:  # packed only once, below
        ExcelWriter(workbook, archive).write_data()
    return _without_times(raw)


def _anonymous(title: str | None) -> DocumentProperties:
    never = datetime(*NO_TIME)  # noqa: DTZ001 - the format has no zones
    return DocumentProperties(title=title, creator=None, created=never, modified=never)


def _without_times(raw: BytesIO) -> bytes:
    steady = BytesIO()
    with ZipFile(raw) as source, ZipFile(steady, "w") as target:
        for name in source.namelist():
            member = ZipInfo(name, NO_TIME)
            member.compress_type, member.create_system, member.external_attr = ZIP_DEFLATED, UNIX, PLAIN_FILE
            target.writestr(member, source.read(name))
    return steady.getvalue()
