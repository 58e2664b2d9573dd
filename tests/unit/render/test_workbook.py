"""The circular and other tables as workbooks: cells compared after opening them again."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.unit.render.by_hand import CIRCULAR, PROGRESS, REGISTER, TASK
from wuye_cli.domain.terms import Status
from wuye_cli.render.tables import milestones_grid, overdue_grid
from wuye_cli.render.workbook import write_circular, write_grid_workbook
from wuye_cli.reports.circular_districts import NOTHING
from wuye_cli.reports.circular_lines import DistrictRow, DistrictTable, QuotaFigure, QuotaIndicator, StateRow, TargetRow
from wuye_cli.reports.circular_phrases import default_rows
from wuye_cli.workbooks.phrases import read_phrases

ROOT = Path(__file__).parents[3]
TEMPLATE = ROOT / "templates" / "通报.xlsx"
SHEETS = ["通报", "进展情况表", "逾期任务表", "目标完成情况表", "报送情况表", "图表"]
ANNEXES = SHEETS[1:5]


@pytest.fixture(scope="module")
def circular(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("通报") / "通报.xlsx"
    write_circular(CIRCULAR, TEMPLATE, path)
    return load_workbook(path)


def rows(sheet: Any) -> list[tuple[object, ...]]:
    """The rows below the header, without the note under them."""
    return list(sheet.iter_rows(min_row=5, max_row=sheet.max_row - 1, values_only=True))


def test_the_shipped_template_has_the_sheets_of_a_circular(circular: Any) -> None:
    assert circular.sheetnames == SHEETS


def test_no_placeholder_is_left(circular: Any) -> None:
    texts = [str(value) for sheet in circular for row in sheet.iter_rows(values_only=True) for value in row if value]
    assert [text for text in texts if "{{" in text] == []


def test_the_text_stands_paragraph_by_paragraph_with_headings_in_their_font(circular: Any) -> None:
    sheet = circular["通报"]
    cells = [sheet.cell(row, 1) for row in range(5, 5 + len(CIRCULAR.paragraphs))]
    assert [cell.value for cell in cells] == [f"　　{paragraph}" for paragraph in CIRCULAR.paragraphs]
    assert [cell.font.name for cell in cells] == ["仿宋_GB2312", "黑体", "仿宋_GB2312", "仿宋_GB2312"]


def test_progress_stands_task_by_task_as_numbers_and_words(circular: Any) -> None:
    found = rows(circular["进展情况表"])
    assert [(row[1], row[2], row[3]) for row in found] == [(row.no, row.title, row.code) for row in PROGRESS]
    assert [row[8:13] for row in found] == [
        (62.5, 66.7, -3, "已完成", "蓝"),
        ("—", 66.7, "—", "逾期", "红"),
        (62.5, 66.7, -3, "慢序时", "黄"),
    ]


def test_a_title_that_looks_like_a_formula_stays_text(circular: Any) -> None:
    cell = circular["进展情况表"].cell(7, 3)
    assert (cell.value, cell.data_type) == ("=1+1 老旧小区改造", "s")


def test_an_annex_without_rows_says_so(circular: Any) -> None:
    assert [row[0] for row in rows(circular["目标完成情况表"])] == ["无"]
    assert [circular["图表"].cell(row, 1).value for row in (6, 17, 28)] == ["无", "无", "无"]


def test_the_states_add_up_and_the_chart_shows_them(circular: Any) -> None:
    sheet = circular["通报"]
    row = next(cells for cells in sheet.iter_rows() if cells[0].value == "任务数")
    assert [cell.value for cell in row[1:8]] == [1, 1, 0, 0, 1, 0, 3]
    (chart,) = sheet._charts
    (series,) = chart.series
    number = row[0].row
    assert series.val.numRef.f == f"'通报'!$B${number}:$G${number}"
    assert (chart.x_axis.delete, chart.y_axis.delete) == (False, False)


def test_every_annex_prints_one_page_wide_on_a4_with_its_header_repeated(circular: Any) -> None:
    for sheet in circular:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (9, 1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.center.text == "第 &P 页　共 &N 页"
    for name in ANNEXES:
        sheet = circular[name]
        assert (sheet.print_title_rows, sheet.freeze_panes, sheet.page_setup.orientation) == (
            "$4:$4",
            "A5",
            "landscape",
        )


def states(name: str, *counts: int, source: str = "") -> StateRow:
    codes = (tuple(f"p1-{number}" for number in range(count)) for count in counts)
    return StateRow(name, tuple(zip(Status, codes, strict=True)), source)


TARGET = TargetRow(
    *("p1-1", "1", "红色物业", "覆盖率", "全市", "≥80%", "2023年12月31日", 62.5, "%", 78.1, "2023年8月", "推进中"),
    wanted=80.0,
    due=date(2023, 12, 31),
    expected=53.3,
)


def test_charts_stand_beside_the_figures_they_show_and_grow_with_them(tmp_path: Path) -> None:
    path = tmp_path / "通报.xlsx"
    units = tuple(states(f"第{number}局", 1, number, 0, 0, 0, 0) for number in range(3))
    months = (
        states("2023年7月", 0, 2, 0, 0, 1, 0, source="第7期"),
        states("2023年8月", 1, 1, 0, 0, 1, 0, source="台账"),
    )
    later = replace(TARGET, due=date(2024, 12, 31))
    write_circular(replace(CIRCULAR, by_unit=units, trend=months, targets=(TARGET, later)), TEMPLATE, path)
    sheet: Any = load_workbook(path)["图表"]
    tables = [[[cell.value for cell in row] for row in sheet[area]] for area in ("A6:H8", "A19:I20", "A31:F31")]
    assert tables == [
        [[f"第{number}局", 1, number, 0, 0, 0, 0, 1 + number] for number in range(3)],
        [["2023年7月", 0, 2, 0, 0, 1, 0, 3, "第7期"], ["2023年8月", 1, 1, 0, 0, 1, 0, 3, "台账"]],
        [["覆盖率", "p1-1", "≥80%", 100, 66.6, 78.1]],
    ]
    shown = [[one.val.numRef.f for part in chart._charts for one in part.series] for chart in sheet._charts]
    assert shown == [
        [f"'图表'!${column}$6:${column}$8" for column in "BCDEFG"],
        [f"'图表'!${column}$19:${column}$20" for column in "BCF"],
        [f"'图表'!${column}$31:${column}$31" for column in "EFD"],
    ]
    assert [(chart.anchor._from.row + 1, chart.anchor.to.row + 1) for chart in sheet._charts] == [
        *((5, 16), (18, 28), (30, 39))
    ]


def test_the_years_of_a_target_and_the_items_of_a_number_stand_under_one_head(tmp_path: Path) -> None:
    path = tmp_path / "通报.xlsx"
    items = [
        replace(PROGRESS[0], code=f"p1-1.{item}", section="（一）补短板", content=f"第{item}件") for item in (1, 2)
    ]
    next_number = replace(PROGRESS[1], section="（一）补短板")
    other_plan = replace(next_number, code="p2-2")
    years = tuple(replace(TARGET, due=date(year, 12, 31)) for year in (2023, 2024))
    circular = replace(CIRCULAR, progress=(*items, next_number, other_plan), targets=years)
    write_circular(circular, TEMPLATE, path)
    workbook = load_workbook(path)
    tall = {str(area) for area in workbook["进展情况表"].merged_cells.ranges if area.max_row > area.min_row}
    assert tall == {"A5:A7", "B5:B6", "C5:C6"}
    targets = workbook["目标完成情况表"]
    tall = {str(area) for area in targets.merged_cells.ranges if area.max_row > area.min_row}
    assert (tall, [targets[f"E{row}"].value for row in (5, 6)]) == (
        {"A5:A6", "B5:B6", "C5:C6", "D5:D6"},
        ["2023年", "2024年"],
    )


def test_the_phrases_of_the_office_are_not_printed_and_are_the_usual_ones_at_first(circular: Any) -> None:
    assert read_phrases(TEMPLATE.read_bytes(), TEMPLATE.name) == default_rows()
    assert "用语" not in circular.sheetnames


@pytest.mark.parametrize(
    ("sheet", "heading"), [("进展情况表", "亮灯"), ("逾期任务表", "状态"), ("报送情况表", "报送情况")]
)
def test_what_needs_attention_is_coloured_by_its_own_column(circular: Any, sheet: str, heading: str) -> None:
    column = next(cell.column_letter for cell in circular[sheet][4] if cell.value == heading)
    places = {str(area) for one in circular[sheet].conditional_formatting for area in one.sqref.ranges}
    formulas = [text for one in circular[sheet].conditional_formatting for rule in one.rules for text in rule.formula]
    assert {place[0] for place in places} == {column}
    assert all(text.startswith(f"${column}5=") for text in formulas)


def quota(target: float, actual: float | None, rate: float | None, upper: float | None = None) -> QuotaFigure:
    return QuotaFigure(target, upper, actual, rate)


DISTRICTS = DistrictTable(
    (
        QuotaIndicator("试点", ">=", "个", date(2023, 12, 31), "总目标为12个，各地区合计10个"),
        QuotaIndicator("信访", "<=", "件", None, ""),
        QuotaIndicator("达标率", "=", "%", None, ""),
        QuotaIndicator("驿站", "=", "处", None, ""),
        QuotaIndicator("=培训", ">", "次", None, ""),
    ),
    (
        DistrictRow("全市", (quota(10, 9.0, 90.0), quota(4, 0, 0), NOTHING, quota(5, 8, 160, 9), quota(3, 1, 33.3))),
        DistrictRow("甲区", (quota(4, 9, 225), NOTHING, quota(87.5, 66.67, 76.2), quota(3, 8, 266.7, 5), NOTHING)),
    ),
)


def test_quotas_by_district_stand_under_a_header_of_two_rows_evenly_on_two_sheets(tmp_path: Path) -> None:
    path = tmp_path / "通报.xlsx"
    write_circular(replace(CIRCULAR, districts=(DISTRICTS,)), TEMPLATE, path)
    workbook = load_workbook(path)
    assert workbook.sheetnames == [*SHEETS[:4], "目标分解表", "目标分解表（2）", *SHEETS[4:]]
    first, second = workbook["目标分解表"], workbook["目标分解表（2）"]
    assert [cell.value for cell in first[4] if cell.value] == [
        "地区",
        "试点（个）\n2023年12月31日前",
        "信访（件）",
        "达标率（%）",
    ]
    assert [cell.value for cell in first[5]][1:] == ["目标", "进度", "完成率\n（%）"] * 3
    assert [[cell.value for cell in row] for row in first.iter_rows(min_row=6, max_row=7)] == [
        ["全市", 10, 9, 90, "≤4", 0, 0, "—", "—", "—"],
        ["甲区", 4, 9, 225, "—", "—", "—", 87.5, 66.7, 76.2],
    ]
    assert [[cell.value for cell in row] for row in second.iter_rows(min_row=6, max_row=7)] == [
        ["全市", "5～9", 8, 160, "＞3", 1, 33.3],
        ["甲区", "3～5", 8, 266.7, "—", "—", "—"],
    ]
    assert (second["E4"].value, second["E4"].data_type) == ("=培训（次）", "s")
    assert first["A8"].value.endswith("“试点”总目标为12个，各地区合计10个。")
    assert second["A8"].value.endswith("不是零。")
    for sheet in (first, second):
        assert (sheet.print_title_rows, sheet.freeze_panes, sheet.page_setup.fitToWidth) == ("$4:$5", "B6", 1)
        assert sum(sheet.column_dimensions[key].width for key in "ABCDEFGHIJ"[: sheet.max_column]) == pytest.approx(157)


def test_a_grid_becomes_a_printable_sheet_per_table(tmp_path: Path) -> None:
    path = tmp_path / "逾期任务表.xlsx"
    payload = replace(TASK, title="=cmd|'/c calc'!A1", percent=None)
    write_grid_workbook(
        overdue_grid(replace(REGISTER, tasks=(TASK, payload)), full=True), path, milestones_grid(REGISTER)
    )
    workbook = load_workbook(path)
    assert workbook.sheetnames == ["逾期任务表", "阶段性时限"]
    sheet: Any = workbook["逾期任务表"]
    assert sheet["A1"].value == "逾期任务表（截至2023年11月15日，共2项）"
    assert [sheet.cell(row, 2).value for row in (4, 5)] == [TASK.title, payload.title]
    assert sheet.cell(5, 2).data_type == "s"
    assert [sheet.cell(row, 7).value for row in (4, 5)] == [60, "—"]
    assert (sheet.print_title_rows, sheet.freeze_panes, sheet.page_setup.fitToWidth) == ("$3:$3", "A4", 1)


RENDER = """
from pathlib import Path
from dataclasses import replace
from tests.unit.render.by_hand import CIRCULAR, REGISTER
from tests.unit.render.test_workbook import DISTRICTS
from wuye_cli.render.tables import overdue_grid
from wuye_cli.render.workbook import write_circular, write_grid_workbook
write_circular(replace(CIRCULAR, districts=(DISTRICTS,)), Path({template!r}), Path("通报.xlsx"))
write_grid_workbook(overdue_grid(REGISTER), Path("逾期.xlsx"))
"""


def test_the_same_report_made_elsewhere_and_later_has_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for number, (zone, seed, user) in enumerate([("UTC", "1", "zhang"), ("Asia/Shanghai", "2", "li")]):
        folder = tmp_path / str(number)
        folder.mkdir()
        surroundings = {"TZ": zone, "PYTHONHASHSEED": seed, "USER": user, "LOGNAME": user, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", RENDER.format(template=str(TEMPLATE))]
        subprocess.run(command, cwd=folder, env={**os.environ, **surroundings}, check=True)
        made.append([(folder / name).read_bytes() for name in ("通报.xlsx", "逾期.xlsx")])
        time.sleep(2 - number * 2)
    assert made[0] == made[1]


def test_a_list_on_the_terminal_needs_no_workbook_library() -> None:
    code = (
        "import sys, wuye_cli.render.terminal, wuye_cli.render.tables, wuye_cli.render.json, wuye_cli.render.board,"
        "wuye_cli.render.task_page; sys.exit('openpyxl' in sys.modules or 'rich.table' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
