"""Whether a stranger's workbook may be kept and handed on as it is: it must do nothing by itself when it is opened.

Macros and links to other workbooks are refused for every workbook (archive.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook

from wuye_cli.errors import InputError
from wuye_cli.workbooks.archive import check_archive, unpacking

ACTIVE = {  # the last word of a relationship's type
    "oleObject": "嵌入的对象",
    "package": "嵌入的对象",
    "control": "控件",
    "ctrlProp": "控件",
    "connections": "外部数据连接",
    "queryTable": "外部数据连接",
    "vbaProject": "宏",
    "xlMacrosheet": "宏",
}
OUTWARD = "指向文件之外的内容"
LINK_TO_FOLLOW = "hyperlink"  # opens nothing until somebody clicks on it
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")  # <f>SUM(A1:A3)</f>   <x:f t="shared" si="0"/>
WIDE = b"\0"  # a part in UTF-16, where the sign of a formula looks otherwise


class Formula(NamedTuple):
    """A cell that is worked out anew wherever the file is opened."""

    sheet: str
    cell: str
    text: str


def check_passive(content: bytes, name: str) -> None:
    """Refuse a workbook that brings or fetches more than cells, pictures and charts.

    Raises:
        InputError: with the kind of thing that has to go.
    """
    check_archive(content, name)
    with unpacking(name), ZipFile(BytesIO(content)) as archive:
        parts = (archive.read(part) for part in archive.namelist() if part.endswith(".rels"))
        found = {word for part in parts for word in _active(part)}
    if found:
        sentence = f"“{name}”里有{'、'.join(sorted(found))}，不予接受：请删去后另存为 .xlsx 再试。"
        raise InputError("workbook-active", sentence)


def find_formulas(content: bytes, name: str) -> Iterator[Formula]:
    """Go through the cells that hold a formula."""
    with unpacking(name):
        if not _may_calculate(content):
            return
        for sheet in load_workbook(BytesIO(content), read_only=True, keep_links=False).worksheets:
            sheet.reset_dimensions()
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield Formula(sheet.title, cell.coordinate, str(cell.value))


def _may_calculate(content: bytes) -> bool:
    """Look for the sign of a formula before ten thousand rows are read for nothing."""
    with ZipFile(BytesIO(content)) as archive:
        sheets = (archive.read(part) for part in archive.namelist() if part.startswith("xl/worksheets/"))
        return any(FORMULA.search(sheet) or WIDE in sheet for sheet in sheets)


def _active(relations: bytes) -> Iterator[str]:
    """Say what the relationships of a part bring; names of parts prove nothing."""
    for relation in fromstring(relations, forbid_dtd=True):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in ACTIVE:
            yield ACTIVE[kind]
        elif relation.get("TargetMode") == "External" and kind != LINK_TO_FOLLOW:
            yield OUTWARD
