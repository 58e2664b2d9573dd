"""What stands in text boxes is read paragraph by paragraph."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from wuye_cli.workbooks.shape_texts import read_shape_texts

NAMES = 'xmlns:x="http://a" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
RUN = "<a:r><a:t>{}</a:t></a:r>"
PARAGRAPHS = (RUN.format("逾期") + RUN.format("3项"), RUN.format("完"))
BOX = f"<x:d {NAMES}>{''.join(f'<a:p>{runs}</a:p>' for runs in PARAGRAPHS)}</x:d>"


def packed(**parts: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def test_the_paragraphs_of_all_boxes_are_rows() -> None:
    sheet = read_shape_texts(packed(**{"xl/drawings/drawing1.xml": BOX, "xl/charts/chart1.xml": BOX}), "a.xlsx")
    assert [[cell.text for cell in row] for row in sheet.rows] == [["逾期3项"], ["完"]]


def test_a_workbook_without_boxes_has_no_rows() -> None:
    assert read_shape_texts(packed(**{"xl/workbook.xml": "<a/>"}), "a.xlsx").rows == ()
