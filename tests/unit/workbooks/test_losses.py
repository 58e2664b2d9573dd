"""What filling a workbook would lose is named before: each kind once."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from wuye_cli.workbooks.losses import find_losses

SHEET = "xl/worksheets/sheet1.xml"


def workbook_with(part: str, content: bytes) -> bytes:
    """A small workbook with one more part, or with something before the end of a part that it has."""
    plain, changed = BytesIO(), BytesIO()
    Workbook().save(plain)
    with ZipFile(plain) as source, ZipFile(changed, "w") as target:
        for name in source.namelist():
            old = source.read(name)
            end = old.rfind(b"</")
            target.writestr(name, old[:end] + content + old[end:] if name == part else old)
        if part not in source.namelist():
            target.writestr(part, content)
    return changed.getvalue()


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        ("xl/threadedComments/threadedComment1.xml", b"<a/>", "批注的回复"),
        ("xl/ctrlProps/ctrlProp1.xml", b"<a/>", "控件"),
        ("xl/embeddings/oleObject1.bin", b"\xd0\xcf", "嵌入的对象"),
        ("xl/cellimages.xml", b"<a/>", "嵌入单元格的图片"),
        ("xl/diagrams/data1.xml", b"<a/>", "SmartArt 图形"),
        (SHEET, b"<extLst><ext><x14:sparklineGroup /></ext></extLst>", "迷你图"),
        (SHEET, b"<extLst><ext><x14:dataValidation type='list'/></ext></extLst>", "取自别的工作表的下拉列表"),
        (SHEET, b"<legacyDrawingHF r:id='rId1'/>", "页眉页脚中的图片"),
    ],
)
def test_what_openpyxl_does_not_keep_is_named(part: str, content: bytes, words: str) -> None:
    assert find_losses(workbook_with(part, content), "上级.xlsx") == (words,)


def test_a_plain_workbook_loses_nothing() -> None:
    assert find_losses(workbook_with("docProps/custom.xml", b"<a/>"), "上级.xlsx") == ()


def test_a_kind_is_named_once_however_often_it_stands_there() -> None:
    found = find_losses(workbook_with(SHEET, b"<x14:sparklineGroup/><x14:sparklineGroup/>"), "上级.xlsx")
    assert found == ("迷你图",)
