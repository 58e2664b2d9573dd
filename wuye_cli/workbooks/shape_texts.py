"""What is written in text boxes and shapes: it is printed with the sheet, but stands in no cell."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from wuye_cli.workbooks.archive import unpacking
from wuye_cli.workbooks.sheets import CellText, SheetCells

SHEET = "文本框"
PART = re.compile(r"xl/drawings/[^/]+\.xml")  # xl/drawings/drawing1.xml
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read_shape_texts(content: bytes, name: str) -> SheetCells:
    """Give the paragraphs of all text boxes as the rows of a sheet, as if they stood in cells."""
    with unpacking(name), ZipFile(BytesIO(content)) as archive:
        parts = sorted(part for part in archive.namelist() if PART.fullmatch(part))
        drawings = [fromstring(archive.read(part), forbid_dtd=True) for part in parts]
    paragraphs = (one for drawing in drawings for one in drawing.iter(f"{DRAWING}p"))
    texts = ("".join(run.text or "" for run in paragraph.iter(f"{DRAWING}t")) for paragraph in paragraphs)
    return SheetCells(SHEET, tuple((CellText(text),) for text in texts))
