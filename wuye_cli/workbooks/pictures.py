"""A template is loaded with its logo, byte for byte, and its words in several fonts; shapes would be lost: refused.

openpyxl keeps pictures only where Pillow is installed. It needs no more of them than their bytes and their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import IMAGE_NS
from openpyxl.xml.functions import fromstring

from wuye_cli.errors import InputError
from wuye_cli.workbooks.archive import unpacking
from wuye_cli.workbooks.placeholders import PLACEHOLDER

LOST_DRAWINGS = re.compile(rb"<xdr:(?:sp|grpSp|cxnSp)\b")  # text boxes and shapes, groups, connecting lines
KINDS = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif"}


class Picture(Image):
    """A picture as the template holds it."""

    def __init__(self, content: bytes, kind: str, anchor: Any) -> None:
        self.content, self.format, self.anchor = content, kind, anchor

    def _data(self) -> bytes:
        return self.content


def load_with_pictures(content: bytes, name: str) -> Workbook:
    """Load a workbook that will be saved again.

    Raises:
        InputError: it is damaged, or holds drawings that would be lost.
    """
    with unpacking(name):
        with ZipFile(BytesIO(content)) as archive:
            lost = find_lost_drawings(archive)
            if lost:
                sentence = f"模板“{name}”里有{'、'.join(lost)}，填写时会丢失；请改用单元格或 .png、.jpg、.gif 图片。"
                raise InputError("template-drawing", sentence)
            reader = ExcelReader(BytesIO(content), rich_text=True)
            reader.read()
            _join_placeholders(reader.wb)
            _take_pictures(archive, reader)
        return reader.wb


def _join_placeholders(workbook: Workbook) -> None:
    """Give a text with a placeholder one font; words in several fonts are kept where nothing is filled in."""
    for sheet in workbook.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, CellRichText) and PLACEHOLDER.search(str(cell.value)):
                cell.value = str(cell.value)


def find_lost_drawings(archive: ZipFile) -> tuple[str, ...]:
    """Name what a workbook holds that would be lost on saving it again."""
    drawings = [name for name in archive.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
    shapes = any(LOST_DRAWINGS.search(archive.read(name)) for name in drawings)
    pictures = (name.rpartition(".")[2] for name in archive.namelist() if name.startswith("xl/media/"))
    kinds = sorted({kind for kind in pictures if kind.lower() not in KINDS})
    return (*(["文本框或形状"] if shapes else []), *(f".{kind} 格式的图片" for kind in kinds))


def _take_pictures(archive: ZipFile, reader: Any) -> None:
    sheets = {sheet.title: sheet for sheet in reader.wb.worksheets}
    for entry, relation in reader.parser.find_sheets():
        if entry.name in sheets:
            sheets[entry.name]._images = list(_pictures(archive, relation.target))


def _pictures(archive: ZipFile, sheet: str) -> Iterator[Picture]:
    drawing: Any = SpreadsheetDrawing
    for part in _targets(archive, sheet, drawing._rel_type).values():
        targets = _targets(archive, part, IMAGE_NS)
        for blip in drawing.from_tree(fromstring(archive.read(part)))._blip_rels:
            picture = targets[blip.embed]
            yield Picture(archive.read(picture), KINDS[picture.rpartition(".")[2].lower()], blip.anchor)


def _targets(archive: ZipFile, part: str, kind: str) -> dict[str, str]:
    """Name the parts of a kind that a part refers to, by the names it has for them."""
    relations: Any = get_rels_path
    path = relations(part)
    found = get_dependents(archive, path).find(kind) if path in archive.namelist() else ()
    return {str(one.Id): one.target for one in found}
