"""A workbook that is handed on brings cells, pictures and charts, and fetches nothing."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from wuye_cli.errors import InputError
from wuye_cli.workbooks.passing_on import check_passive, find_formulas
from wuye_cli.workbooks.saving import workbook_bytes

RELS = '<Relationships><Relationship Id="r9" Type="http://x/{kind}" TargetMode="External" Target="http://a/b"/></Relationships>'


def workbook(**more: str) -> bytes:
    """A plain workbook with further parts."""
    made = Workbook()
    made.worksheets[0]["A1"] = "甲"
    content = BytesIO(workbook_bytes(made))
    with ZipFile(content, "a") as archive:
        for name, part in more.items():
            archive.writestr(name, part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        ("xl/vbaProject.bin", "", "含有宏"),
        ("xl/externalLinks/externalLink1.xml", "", "链接了别的工作簿"),
        ("xl/embeddings/oleObject1.bin", "", "嵌入的对象"),
        ("xl/activeX/activeX1.xml", "", "控件"),
        ("xl/connections.xml", "", "外部数据连接"),
        ("xl/queryTables/queryTable1.xml", "", "外部数据连接"),
        ("xl/drawings/_rels/drawing1.xml.rels", RELS.format(kind="image"), "指向文件之外的内容"),
    ],
)
def test_what_acts_by_itself_is_refused(part: str, content: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        check_passive(workbook(**{part: content}), "改定稿.xlsx")


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/media/image1.png", ""),
        ("xl/worksheets/_rels/sheet1.xml.rels", RELS.format(kind="hyperlink")),
        ("customXml/item1.xml", "<a/>"),
    ],
)
def test_what_only_lies_there_may_stay(part: str, content: str) -> None:
    check_passive(workbook(**{part: content}), "改定稿.xlsx")


def test_formulas_are_found_with_their_cells() -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title, sheet["A1"], sheet["B3"], sheet["C3"] = "通报", 1, "=TODAY()", "甲=乙"
    assert list(find_formulas(workbook_bytes(made), "a.xlsx")) == [("通报", "B3", "=TODAY()")]
