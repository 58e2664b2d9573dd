"""Pictures of a template stay as they are; what would be lost is refused."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import AbsoluteAnchor, AnchorMarker, OneCellAnchor, TwoCellAnchor

from wuye_cli.errors import InputError
from wuye_cli.workbooks.content import Content
from wuye_cli.workbooks.pictures import Picture, load_with_pictures
from wuye_cli.workbooks.saving import workbook_bytes
from wuye_cli.workbooks.template import fill_source

LOGO, SEAL = b"\x89PNG a logo", b"\x89PNG a seal"
ROWS = {"单": ({"任务": "一"}, {"任务": "二"}, {"任务": "三"})}
CONTENT = Content({}, ROWS, {"单": ("任务",)})


def template(*pictures: Picture) -> bytes:
    workbook = Workbook()
    sheet: Any = workbook.worksheets[0]
    sheet["A2"] = "{{单.任务}}"
    sheet._images = list(pictures)
    workbook.create_sheet("后面")["A1"] = "没有图片"
    return workbook_bytes(workbook)


def filled(content: bytes) -> bytes:
    return workbook_bytes(fill_source(content, "模板.xlsx", CONTENT))


def media(content: bytes) -> list[bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.startswith("xl/media/")]


@pytest.mark.parametrize("pillow", [True, False])
def test_pictures_are_kept_byte_for_byte_whether_pillow_is_installed_or_not(
    pillow: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    above, below = OneCellAnchor(), TwoCellAnchor(_from=AnchorMarker(row=4), to=AnchorMarker(row=6))
    content = template(
        Picture(LOGO, "png", above), Picture(SEAL, "jpeg", below), Picture(LOGO, "gif", AbsoluteAnchor())
    )
    if not pillow:
        monkeypatch.setattr("openpyxl.reader.drawings.PILImage", False)
    after = filled(content)
    assert sorted(media(after)) == sorted(media(content)) == sorted([LOGO, SEAL, LOGO])
    sheet: Any = load_with_pictures(after, "通报.xlsx").worksheets[0]
    places = {picture.format: picture.anchor for picture in sheet._images}
    assert places["png"]._from.row == 0
    assert (places["jpeg"]._from.row, places["jpeg"].to.row) == (6, 8)


def with_part(content: bytes, name: str, text: str) -> bytes:
    changed = BytesIO(content)
    with ZipFile(changed, "a") as archive:
        archive.writestr(name, text)
    return changed.getvalue()


def test_a_picture_that_cannot_be_kept_is_refused() -> None:
    with pytest.raises(InputError, match=r"\.wmf 格式的图片，填写时会丢失；请改用单元格或 "):
        filled(with_part(template(), "xl/media/image1.wmf", "old"))


@pytest.mark.parametrize("shape", ["sp", "grpSp", "cxnSp"])
def test_shapes_and_text_boxes_are_refused(shape: str) -> None:
    drawing = f"<xdr:wsDr><xdr:oneCellAnchor><xdr:{shape}/></xdr:oneCellAnchor></xdr:wsDr>"
    with pytest.raises(InputError, match="文本框或形状") as caught:
        filled(with_part(template(), "xl/drawings/drawing1.xml", drawing))
    assert caught.value.code == "template-drawing"
