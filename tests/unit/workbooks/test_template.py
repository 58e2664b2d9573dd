"""An office's own template: filled where it says so, everything else as the office left it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from wuye_cli.errors import InputError
from wuye_cli.workbooks.cells import Value
from wuye_cli.workbooks.content import Content, Row
from wuye_cli.workbooks.saving import save_workbook
from wuye_cli.workbooks.template import fill_template

FIELDS = {"进展": frozenset({"任务", "进度"}), "逾期": frozenset({"任务"})}


def content(*tasks: tuple[Value, Value]) -> Content:
    rows = tuple({"任务": task, "进度": percent} for task, percent in tasks)
    return Content({"标题": "通报", "总数": 3, "单位": "甲&乙"}, {"进展": rows, "逾期": ()}, FIELDS)


THREE = content(("一", 10), ("二", 20), ("=三", 30))


def template(path: Path) -> Path:
    """Row 4 is repeated; every kind of thing that knows of rows stands around it."""
    workbook = Workbook()
    sheet: Any = workbook.worksheets[0]
    sheet.title = "情况表"
    sheet["A1"], sheet["A2"] = "{{标题}}", "共{{总数}}项"
    sheet.merge_cells("A1:D1")
    sheet["A3"], sheet["B3"], sheet["D3"] = "任务", "进度", "折算"
    sheet["A4"], sheet["B4"], sheet["D4"] = "{{进展.任务}}", "{{进展.进度}}", "=B4/B$6"
    sheet["A4"].font, sheet["B4"].number_format = Font(name="仿宋_GB2312", size=14), '0"%"'
    sheet.merge_cells("B4:C4")
    sheet.row_dimensions[4].height = 33
    sheet["A5"], sheet["B5"] = "平均", "=AVERAGE(B4:B4)"
    sheet["A6"], sheet["B6"] = "满分", 100
    sheet.merge_cells("A7:D7")
    sheet["A7"] = "注：{{单位}}"
    sheet.row_dimensions[7].height = 44
    sheet.print_area, sheet.print_title_rows, sheet.freeze_panes = "A1:D7", "3:3", "A4"
    sheet.auto_filter.ref = "A3:D4"
    sheet.row_breaks.append(Break(id=6))
    sheet.page_setup.orientation = "landscape"
    sheet.oddFooter.center.text = "{{单位}} 第 &P 页"
    red = DifferentialStyle(fill=PatternFill(bgColor="FFFF0000"))
    sheet.conditional_formatting.add("B4", Rule(type="expression", formula=["$B4<$B$6"], dxf=red))
    validation = DataValidation(type="whole", sqref="B4")
    sheet.add_data_validation(validation)
    workbook.defined_names["进度区"] = DefinedName("进度区", attr_text="'情况表'!$B$4:$B$4")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=4, max_row=4))
    sheet.add_chart(chart, "A9")
    other: Any = workbook.create_sheet("汇总")
    other["A1"] = "=SUM('情况表'!B4:B4)"
    workbook.save(path)
    return path


@pytest.fixture
def filled(tmp_path: Path) -> Any:
    """The template of `template` with three rows, saved and read again."""
    path = tmp_path / "通报.xlsx"
    save_workbook(fill_template(template(tmp_path / "模板.xlsx"), THREE), path)
    return load_workbook(path)


def test_single_values_are_filled_in_cells_and_page_footers(filled: Any) -> None:
    sheet = filled["情况表"]
    assert [sheet["A1"].value, sheet["A2"].value, sheet["A9"].value] == ["通报", "共3项", "注：甲&乙"]
    assert sheet.oddFooter.center.text == "甲&&乙 第 &P 页"


def test_the_row_is_repeated_with_values_as_they_are(filled: Any) -> None:
    sheet = filled["情况表"]
    assert [(sheet.cell(row, 1).value, sheet.cell(row, 2).value) for row in (4, 5, 6)] == [
        ("一", 10),
        ("二", 20),
        ("=三", 30),
    ]
    assert sheet["A6"].data_type == "s"


def test_styles_heights_and_merges_are_repeated_with_the_row(filled: Any) -> None:
    sheet = filled["情况表"]
    assert {(sheet.cell(row, 1).font.name, sheet.cell(row, 2).number_format) for row in (4, 5, 6)} == {
        ("仿宋_GB2312", '0"%"')
    }
    assert [sheet.row_dimensions[row].height for row in (4, 5, 6, 9)] == [33, 33, 33, 44]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:D1", "B4:C4", "B5:C5", "B6:C6", "A9:D9"}


def test_formulas_follow(filled: Any) -> None:
    sheet = filled["情况表"]
    assert [sheet[f"D{row}"].value for row in (4, 5, 6)] == ["=B4/B$8", "=B5/B$8", "=B6/B$8"]
    assert (sheet["B7"].value, filled["汇总"]["A1"].value) == ("=AVERAGE(B4:B6)", "=SUM('情况表'!B4:B6)")


def test_print_setup_follows(filled: Any) -> None:
    sheet = filled["情况表"]
    assert (sheet.print_area, sheet.print_title_rows) == ("'情况表'!$A$1:$D$9", "$3:$3")
    assert (sheet.freeze_panes, sheet.page_setup.orientation) == ("A4", "landscape")
    assert (sheet.auto_filter.ref, [mark.id for mark in sheet.row_breaks.brk]) == ("A3:D6", [8])


def test_rules_names_and_charts_follow(filled: Any) -> None:
    sheet = filled["情况表"]
    (formatting,) = sheet.conditional_formatting
    assert (str(formatting.sqref), formatting.rules[0].formula) == ("B4:B6", ["$B4<$B$8"])
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B4:B6"
    assert filled.defined_names["进度区"].attr_text == "'情况表'!$B$4:$B$6"
    (chart,) = sheet._charts
    assert chart.series[0].val.numRef.f == "'情况表'!$B$4:$B$6"
    assert chart.anchor._from.row + 1 == 11


def test_several_lists_stand_one_below_the_other_and_each_makes_its_own_room(tmp_path: Path) -> None:
    path = template(tmp_path / "模板.xlsx")
    workbook = load_workbook(path)
    sheet = workbook["情况表"]
    sheet["A9"], sheet["A10"] = "{{逾期.任务}}", "=COUNTA(A9:A9)"
    workbook.save(path)
    given = replace(THREE, lists={**THREE.lists, "逾期": ({"任务": "甲"}, {"任务": "乙"})})
    sheet = fill_template(path, given)["情况表"]
    assert [sheet.cell(row, 1).value for row in (4, 5, 6, 7, 11, 12, 13)] == [
        *("一", "二", "=三", "平均", "甲", "乙", "=COUNTA(A11:A12)")
    ]


@pytest.mark.parametrize("rows", [(), (("一", 10),)])
def test_without_rows_or_with_one_nothing_moves(tmp_path: Path, rows: tuple[tuple[Value, Value], ...]) -> None:
    sheet = fill_template(template(tmp_path / "模板.xlsx"), content(*rows))["情况表"]
    assert sheet["A4"].value == (rows[0][0] if rows else None)
    assert sheet["A5"].value == "平均"


def with_cell(place: str, text: str) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        sheet[place] = text

    return change


def with_footer(sheet: Any) -> None:
    sheet.oddFooter.left.text = "{{进展.任务}}"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (with_cell("F2", "{{题目}}"), "F2 单元格：不认识“{{题目}}”，可用的有：标题"),
        (with_cell("F4", "{{进展.题目}}"), "F4 单元格：不认识“{{进展.题目}}”，“进展”可用的有：任务、进度"),
        (with_cell("F4", "{{进展.任务名}}"), "不认识“{{进展.任务名}}”，您是不是要写：任务？“进展”可用的有：任务、进度"),
        (with_cell("F2", "{{总数量}}"), "不认识“{{总数量}}”，您是不是要写：总数？可用的有：标题"),
        (with_cell("F4", "{{进展表.任务}}"), "不认识“{{进展表.任务}}”，您是不是要写：进展？可用的有：进展、逾期"),
        (with_cell("F4", "{{任务}}"), "不认识“{{任务}}”，要写明取自哪个列表，如 {{进展.任务}}"),
        (with_cell("F4", "{{督办.任务}}"), "F4 单元格：不认识“{{督办.任务}}”"),
        (with_cell("F4", "{{进展.任务|合拼}}"), "F4 单元格：不认识“{{进展.任务|合拼}}”，“|”后面只能写“合并”"),
        (with_cell("F2", "{{标题|合并}}"), "F2 单元格：不认识“{{标题|合并}}”，“|”后面只能写“合并”，且只用于逐行的内容"),
        (with_cell("F4", "{{逾期.任务}}"), "第 4 行的“进展”、第 4 行的“逾期”"),
        (with_footer, "页眉页脚：逐行的内容只能放在单元格里"),
    ],
)
def test_what_a_template_cannot_ask_for_is_named_with_its_place(
    tmp_path: Path, change: Callable[[Any], None], problem: str
) -> None:
    path = template(tmp_path / "模板.xlsx")
    workbook = load_workbook(path)
    change(workbook["情况表"])
    workbook.save(path)
    with pytest.raises(InputError) as caught:
        fill_template(path, THREE)
    assert caught.value.code == "template-placeholder"
    assert any("工作表“情况表”" in detail and problem in detail for detail in caught.value.details)


def test_wrapped_text_gets_the_height_it_needs(tmp_path: Path) -> None:
    path = template(tmp_path / "模板.xlsx")
    workbook = load_workbook(path)
    workbook["情况表"]["A4"].alignment = Alignment(wrap_text=True)
    workbook.save(path)
    sheet = fill_template(path, content(("物业服务" * 30, 1), ("短", 2)))["情况表"]
    heights = [sheet.row_dimensions[row].height or 0.0 for row in (4, 5)]
    assert (heights[0] > 100, heights[1]) == (True, 33)


MERGED = {"部分": "{{单.部分|合并}}", "号": "{{单.号|合并}}", "任务": "{{单.任务}}"}
ROWS = (
    ("甲", "一", 1, "a"),
    ("甲", "一", 1, "b"),
    ("甲", "一", 2, "c"),
    ("甲", "二", 2, "d"),
    ("乙", "二", 2, "e"),
    ("乙", "", "", "f"),
    ("乙", "", "", "g"),
)


def merged_sheet(folder: Path, *, span: str = "") -> Any:
    """Equal neighbours are merged within 甲 and within 乙."""
    workbook = Workbook()
    sheet: Any = workbook.worksheets[0]
    sheet.title = "情况表"
    sheet.append(list(MERGED))
    sheet.append(list(MERGED.values()))
    for cell in sheet[2]:
        cell.alignment = Alignment(wrap_text=True)
    if span:
        sheet.move_range("C1:C2", cols=1)
        sheet.merge_cells(span)
    workbook.save(folder / "模板.xlsx")
    rows: tuple[Row, ...] = tuple(dict(zip(("方案", "部分", "号", "任务"), row, strict=True)) for row in ROWS)
    given = Content({}, {"单": rows}, {"单": frozenset(MERGED)}, apart={"单": "方案"})
    return fill_template(folder / "模板.xlsx", given)["情况表"]


def test_equal_neighbours_are_merged_no_further_than_the_column_before_and_never_blank_ones(tmp_path: Path) -> None:
    sheet = merged_sheet(tmp_path)
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A2:A4", "B2:B3"}
    assert [[cell.value for cell in row] for row in sheet["A2:C8"]] == [
        ["一", 1, "a"],
        [None, None, "b"],
        [None, 2, "c"],
        ["二", 2, "d"],
        ["二", 2, "e"],
        [None, None, "f"],
        [None, None, "g"],
    ]


def test_a_blank_cell_is_not_merged_but_does_not_part_the_columns_after_it(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(f"{__name__}.ROWS", (("甲", "", 3, "a"), ("甲", "", 3, "b"), ("甲", "一", 3, "c")))
    assert {str(area) for area in merged_sheet(tmp_path).merged_cells.ranges} == {"B2:B3"}


def test_what_is_merged_in_the_row_is_merged_with_the_rows_below(tmp_path: Path) -> None:
    sheet = merged_sheet(tmp_path, span="B2:C2")
    assert {str(area) for area in sheet.merged_cells.ranges} == {
        *("A2:A4", "B2:C3", "B4:C4", "B5:C5", "B6:C6", "B7:C7", "B8:C8")
    }


def test_a_merged_cell_has_room_for_its_text_in_its_first_row_since_a_page_may_end_there(
    tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(f"{__name__}.ROWS", (("甲", "物业服务" * 30, 1, "a"), ("甲", "物业服务" * 30, 1, "b")))
    sheet = merged_sheet(tmp_path)
    first, second = (sheet.row_dimensions[row].height for row in (2, 3))
    assert (first > 200, second < 30) == (True, True)


def test_a_merged_cell_begins_anew_on_each_page(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(f"{__name__}.ROWS", tuple(("甲", "一", 1, "物业服务" * 14) for _ in range(6)))
    sheet = merged_sheet(tmp_path)
    tall = sorted(str(area) for area in sheet.merged_cells.ranges)
    assert (tall, [one.id for one in sheet.row_breaks.brk]) == (
        ["A2:A3", "A4:A5", "A6:A7", "B2:B3", "B4:B5", "B6:B7"],
        [3, 5],
    )
    assert [sheet.cell(row, 1).value for row in range(2, 8)] == ["一", None] * 3


def test_words_in_several_fonts_are_kept_and_a_placeholder_is_found_in_any(tmp_path: Path) -> None:
    path = template(tmp_path / "模板.xlsx")
    workbook = load_workbook(path)
    sheet, bold = workbook["情况表"], InlineFont(b=True)
    sheet["A3"] = CellRichText("任务", TextBlock(bold, "（必填）"))
    sheet["A2"] = CellRichText("共{{", TextBlock(bold, "总数"), "}}项")
    workbook.save(path)
    save_workbook(fill_template(path, THREE), path)
    filled: Any = load_workbook(path, rich_text=True)["情况表"]
    assert (filled["A2"].value, str(filled["A3"].value)) == ("共3项", "任务（必填）")
    assert [block.font.b for block in filled["A3"].value if isinstance(block, TextBlock)] == [True]
