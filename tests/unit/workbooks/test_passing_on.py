"""A workbook that is handed on brings cells, pictures and charts, and fetches nothing."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from wuye_cli.errors import InputError
from wuye_cli.workbooks.passing_on import check_passive, find_formulas
from wuye_cli.workbooks.saving import workbook_bytes

RELS = "xl/worksheets/_rels/sheet9.xml.rels"


def relation(kind: str, target: str = "../x.bin", mode: str = "") -> str:
    """The relationships of a part that has one."""
    name = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    return f'<Relationships><Relationship Id="r9" Type="{name}" Target="{target}"{mode}/></Relationships>'


def workbook(**more: str | bytes) -> bytes:
    """A plain workbook with further parts."""
    made = Workbook()
    made.worksheets[0]["A1"] = "甲"
    content = BytesIO(workbook_bytes(made))
    with ZipFile(content, "a") as archive:
        for name, part in more.items():
            archive.writestr(name, part)
    return content.getvalue()


OUTSIDE = ' TargetMode="External"'


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        ("xl/vbaProject.bin", "", "含有宏"),
        ("xl/externalLinks/externalLink1.xml", "", "链接了别的工作簿"),
        (RELS, relation("oleObject"), "嵌入的对象"),
        (RELS, relation("package"), "嵌入的对象"),
        (RELS, relation("control"), "控件"),
        (RELS, relation("connections"), "外部数据连接"),
        (RELS, relation("queryTable"), "外部数据连接"),
        (RELS, relation("vbaProject"), "宏"),
        (RELS, relation("image", "http://a/b.png", OUTSIDE), "指向文件之外的内容"),
        (RELS, relation("image", "http://a/hyperlink", OUTSIDE), "指向文件之外的内容"),
        (RELS, relation("oleObject").encode("utf-16"), "嵌入的对象"),
        (RELS, "<Relationships>", "不是完好的"),
        (RELS, '<!DOCTYPE a [<!ENTITY b "c">]><Relationships/>', "不是完好的"),
    ],
)
def test_what_acts_by_itself_is_refused(part: str, content: str | bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        check_passive(workbook(**{part: content}), "改定稿.xlsx")


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/media/image1.png", ""),
        (RELS, relation("image", "../media/image1.png")),
        (RELS, relation("hyperlink", "http://a/b", OUTSIDE)),
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
