"""Excel workbooks: sheets become tables, the lines above a header become paragraphs."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from wuye_cli.importing.document import Locator, Paragraph, Table
from wuye_cli.importing.readers import read_document


def save(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "任务分解"
    rows = (["任务分解表"], ["序号", "任务", "时限"], [1, "摸底", "5月"], [2, None, "6月"])
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("B3:B4")
    sheet.row_dimensions[4].hidden = True
    book.save(path)
    return path


def test_merged_areas_repeat_and_titles_become_paragraphs(tmp_path: Path) -> None:
    document = read_document(save(tmp_path / "表.xlsx"))
    title, table = document.blocks
    assert title == Paragraph("任务分解表", Locator(sheet="任务分解", row=1))
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["序号", "任务", "时限"],
        ["1", "摸底", "5月"],
        ["2", "摸底", "6月"],
    ]
    assert table.rows[2][1].merged
    assert str(table.rows[2][1].at) == "工作表“任务分解”B4单元格"


def test_hidden_rows_are_read_and_said(tmp_path: Path) -> None:
    document = read_document(save(tmp_path / "表.xlsx"))
    assert any("隐藏" in remark for remark in document.remarks)
