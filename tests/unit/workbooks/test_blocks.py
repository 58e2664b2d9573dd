"""A table of a template that grows to both sides: a group of columns stands for every group."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from wuye_cli.errors import InputError
from wuye_cli.workbooks.blocks import Block, BlockTable
from wuye_cli.workbooks.content import Content
from wuye_cli.workbooks.saving import save_workbook
from wuye_cli.workbooks.template import fill_template

FIELDS = {"分解": frozenset({"指标", "地区", "目标", "进度"}), "进展": frozenset({"任务"})}
TWO = Block(
    {"说明": "甲"},
    ("=试点", "{{标题}}"),
    ({"地区": "全市", "目标": (5, 80), "进度": (3, "—")}, {"地区": "甲区", "目标": (3, 85), "进度": (0, "—")}),
)
ONE = Block({"说明": "乙"}, ("信访",), ({"地区": "全市", "目标": ("≤4",), "进度": (2,)},))


def content(*blocks: Block) -> Content:
    table = BlockTable("指标", frozenset({"目标", "进度"}), blocks)
    return Content({"标题": "通报", "说明": "甲乙"}, {"进展": ({"任务": "一"},)}, FIELDS, {"分解": table})


def template(path: Path, change: Callable[[Any], None] = lambda _: None) -> Path:
    """Rows 3 to 5 of B:D are the group: head, headings, and the row to repeat with a formula of the office."""
    workbook = Workbook()
    sheet: Any = workbook.worksheets[0]
    sheet.title = "分解表"
    sheet.sheet_view.tabSelected = True
    sheet["A1"], sheet["A2"] = "{{标题}}", "单位：个"
    sheet["A3"], sheet["B3"] = "地区", "{{分解.指标}}（累计）"
    sheet["B4"], sheet["C4"], sheet["D4"] = "目标", "进度", "差额"
    sheet["A5"], sheet["B5"], sheet["C5"], sheet["D5"] = "{{分解.地区}}", "{{分解.目标}}", "{{分解.进度}}", "=B5-C5"
    sheet["A6"] = "注：{{说明}}"
    for area in ("A1:D1", "A3:A4", "B3:D3", "A6:D6"):
        sheet.merge_cells(area)
    sheet["B3"].alignment = Alignment(wrap_text=True)
    sheet["C5"].font, sheet["C5"].number_format = Font(name="仿宋_GB2312", size=14), "0.0"
    for column, width in zip("ABCD", (10, 20, 30, 40), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.print_area, sheet.print_title_rows, sheet.freeze_panes = "A1:D6", "3:4", "B5"
    sheet.page_setup.orientation, sheet.oddFooter.center.text = "landscape", "第 &P 页"
    red = DifferentialStyle(fill=PatternFill(bgColor="FFFF0000"))
    for cells in ("C5", "A5"):
        sheet.conditional_formatting.add(cells, Rule(type="expression", formula=["B5>0"], dxf=red))
    workbook.create_sheet("后面")["A1"] = "{{标题}}"
    change(sheet)
    workbook.save(path)
    return path


def filled(folder: Path, *blocks: Block, change: Callable[[Any], None] = lambda _: None) -> Any:
    path = folder / "通报.xlsx"
    save_workbook(fill_template(template(folder / "模板.xlsx", change), content(*blocks)), path)
    return load_workbook(path)


def test_columns_are_repeated_for_every_head_and_rows_below_them(tmp_path: Path) -> None:
    sheet = filled(tmp_path, TWO)["分解表"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["通报", None, None, None, None, None, None],
        ["单位：个", None, None, None, None, None, None],
        ["地区", "=试点（累计）", None, None, "{{标题}}（累计）", None, None],
        [None, "目标", "进度", "差额", "目标", "进度", "差额"],
        ["全市", 5, 3, "=B5-C5", 80, "—", "=E5-F5"],
        ["甲区", 3, 0, "=B6-C6", 85, "—", "=E6-F6"],
        ["注：甲", None, None, None, None, None, None],
    ]
    assert sheet["B3"].data_type == "s"


def test_a_field_of_the_row_may_stand_in_every_group(tmp_path: Path) -> None:
    sheet = filled(tmp_path, TWO, change=with_cell("D5", "{{分解.地区}}"))["分解表"]
    assert [sheet["D6"].value, sheet["G6"].value] == ["甲区", "甲区"]


def test_styles_and_merges_go_along_and_what_reaches_over_the_table_reaches_over_all_of_it(tmp_path: Path) -> None:
    sheet = filled(tmp_path, TWO)["分解表"]
    assert {(sheet[cell].font.name, sheet[cell].number_format) for cell in ("C5", "C6", "F5", "F6")} == {
        ("仿宋_GB2312", "0.0")
    }
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:G1", "A3:A4", "B3:D3", "E3:G3", "A7:G7"}
    assert sheet.print_area == "'分解表'!$A$1:$G$7"


def test_rules_of_the_group_hold_for_all_of_them(tmp_path: Path) -> None:
    rules = filled(tmp_path, TWO)["分解表"].conditional_formatting
    assert {str(one.sqref) for one in rules} == {"A5:A6", "C5:C6 F5:F6"}


def with_one_entry_for_equal_columns(sheet: Any) -> None:
    """As WPS writes it: one entry for B and everything to the right of it."""
    sheet.column_dimensions["B"].min, sheet.column_dimensions["B"].max = 2, 16384
    del sheet.column_dimensions["C"], sheet.column_dimensions["D"]


@pytest.mark.parametrize(
    ("change", "widths"),
    [(lambda _: None, [10, 10, 15, 20, 10, 15, 20]), (with_one_entry_for_equal_columns, [10, *[10] * 6])],
    ids=["each its own", "one for a run of columns"],
)
def test_the_groups_share_the_width_of_the_one(
    tmp_path: Path, change: Callable[[Any], None], widths: list[float]
) -> None:
    dimensions = filled(tmp_path, TWO, change=change)["分解表"].column_dimensions
    assert [(dimensions[key].width, dimensions[key].min, dimensions[key].max) for key in "ABCDEFG"] == [
        (width, number, number) for number, width in enumerate(widths, 1)
    ]


def test_every_further_block_has_a_sheet_with_the_same_header_behind_the_first(tmp_path: Path) -> None:
    workbook = filled(tmp_path, TWO, ONE, TWO)
    assert workbook.sheetnames == ["分解表", "分解表（2）", "分解表（3）", "后面"]
    sheet = workbook["分解表（2）"]
    assert [cell.value for cell in sheet[5]] == ["全市", "≤4", 2, "=B5-C5"]
    assert (sheet["B3"].value, sheet["A6"].value) == ("信访（累计）", "注：乙")
    assert (sheet.print_title_rows, sheet.freeze_panes, sheet.print_area) == ("$3:$4", "B5", "'分解表（2）'!$A$1:$D$6")
    assert (sheet.page_setup.orientation, sheet.oddFooter.center.text) == ("landscape", "第 &P 页")
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:D1", "A3:A4", "B3:D3", "A6:D6"}
    assert [one.sheet_view.tabSelected for one in workbook] == [True, False, False, None]


def test_the_name_of_a_further_sheet_is_not_longer_than_a_name_may_be(tmp_path: Path) -> None:
    def long_name(sheet: Any) -> None:
        sheet.title = "表" * 31

    assert filled(tmp_path, ONE, ONE, change=long_name).sheetnames[:2] == ["表" * 31, "表" * 28 + "（2）"]


def test_a_month_without_a_block_has_no_such_sheet(tmp_path: Path) -> None:
    assert filled(tmp_path).sheetnames == ["后面"]


def with_cell(reference: str, text: str) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        sheet[reference] = text

    return change


def without_merge(sheet: Any) -> None:
    sheet.unmerge_cells("B3:D3")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (with_cell("B3", "指标"), "B5 单元格：“{{分解.目标}}”要放在“{{分解.指标}}”的下方"),
        (without_merge, "C5 单元格：“{{分解.进度}}”要放在“{{分解.指标}}”的下方，“{{分解.指标}}”要合并它的各列"),
        (with_cell("A2", "{{分解.目标}}"), "A2 单元格：“{{分解.目标}}”要放在"),
        (with_cell("E4", "备注"), "E4 单元格：逐个重复的列，右边不能再有内容"),
        (with_cell("B5", "{{分解.差额}}"), "B5 单元格：不认识“{{分解.差额}}”，“分解”可用的有：地区、指标、目标、进度"),
        (with_cell("F8", "{{进展.任务}}"), "第 5 行的“分解”、第 8 行的“进展”"),
    ],
)
def test_what_cannot_be_repeated_is_named_with_its_place(
    tmp_path: Path, change: Callable[[Any], None], problem: str
) -> None:
    with pytest.raises(InputError) as caught:
        filled(tmp_path, TWO, change=change)
    assert caught.value.code == "template-placeholder"
    assert any("工作表“分解表”" in detail and problem in detail for detail in caught.value.details)


def test_an_empty_template_of_nothing_but_such_a_sheet_is_told(tmp_path: Path) -> None:
    def alone(sheet: Any) -> None:
        sheet.parent.remove(sheet.parent["后面"])

    with pytest.raises(InputError) as caught:
        filled(tmp_path, change=alone)
    assert caught.value.code == "template-nothing-left"
