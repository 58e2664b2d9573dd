"""Rows are high enough for their text; where no height is enough, the text gets smaller."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from wuye_cli.workbooks.heights import MAX_HEIGHT, fit_rows, text_height


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("十个字十个字十个字十", 1), ("十一个字十一个字十一个", 2), ("一\n二\n三", 3), ("abcdefghijklmno", 1)],
)
def test_height_counts_the_lines_that_wrap(text: str, lines: int) -> None:
    width_of_eleven = (11 * 10 + 6) / 6
    assert text_height(text, width_of_eleven, 10) == lines * 15 + 4


def height_and_size(text: str, *, merged: bool = False) -> tuple[float, float]:
    sheet = Workbook().worksheets[0]
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 20
    cell = sheet["A1"]
    cell.value, cell.font, cell.alignment = text, Font(size=11), Alignment(wrap_text=True)
    if merged:
        sheet.merge_cells("A1:B1")
    fit_rows(sheet, range(1, 2))
    return sheet.row_dimensions[1].height or 0.0, float(sheet["A1"].font.size or 0)


def test_a_merged_area_has_the_width_of_its_columns() -> None:
    text = "物业服务" * 10
    assert height_and_size(text, merged=True)[0] < height_and_size(text)[0]


def test_text_that_no_row_can_hold_gets_smaller() -> None:
    height, size = height_and_size("物业服务" * 120)
    assert (height <= MAX_HEIGHT, 6 <= size < 11) == (True, True)


def test_a_formula_is_as_high_as_what_it_shows() -> None:
    assert height_and_size('=IF(OR(E6="—",F6="—"),"",ROUND(E6-F6,1))') == (0.0, 11.0)


def test_text_that_does_not_wrap_leaves_the_row_alone() -> None:
    sheet = Workbook().worksheets[0]
    sheet["A1"] = "物业服务" * 50
    fit_rows(sheet, range(1, 2))
    assert sheet.row_dimensions[1].height is None
