"""How a review form is known again, before any spreadsheet library is loaded: by the name of its hidden sheet."""

from __future__ import annotations

import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

HIDDEN_SHEET = "核对数据"
LARGEST = 1024 * 1024  # of a list of sheets

NO_WORKBOOK = (OSError, BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error)


def is_review_form(path: Path) -> bool:
    """Tell whether a file is a returned review form; whatever cannot be opened is none."""
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return False
            with ZipFile(file) as archive, archive.open("xl/workbook.xml") as listing:
                return f'"{HIDDEN_SHEET}"'.encode() in listing.read(LARGEST)
    except NO_WORKBOOK:
        return False
