"""Saving workbooks reproducibly: the same content gives the same bytes, and no trace of who saved it when."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from typing import Any
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
    content = BytesIO()
    with _SteadyArchive(content, "w") as archive:
        ExcelWriter(workbook, archive).write_data()
    return content.getvalue()


class _SteadyArchive(ZipFile):
    """An archive whose members say nothing of the files they were written from; openpyxl uses these two verbs."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any) -> None:
        super().writestr(_member(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any) -> None:
        with Path(filename).open("rb") as source, self.open(_member(arcname), "w") as target:
            copyfileobj(source, target)


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, NO_TIME)
    member.compress_type, member.create_system, member.external_attr = ZIP_DEFLATED, UNIX, PLAIN_FILE
    return member


def _anonymous(title: str | None) -> DocumentProperties:
    never = datetime(*NO_TIME)  # noqa: DTZ001 - the format has no zones
    return DocumentProperties(title=title, creator=None, created=never, modified=never)
