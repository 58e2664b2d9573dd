"""A superior's own workbook, as such workbooks come: a form with a look, formulas and a second sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

THIN = Side(style="thin")
HEADINGS = ("序号", "重点任务", "牵头单位", "完成时限", "序时进度", "实际进度", "差距", "预警", "存在问题及下一步措施")
MARKERS = (
    "{{任务.序号}}",
    "{{任务.重点任务}}",
    "{{任务.牵头单位}}",
    "{{任务.完成时限}}",
    "{{任务.序时进度}}",
    "{{任务.进度}}",
    '=IF(OR(E6="—",F6="—"),"",E6-F6)',
    "{{任务.亮灯}}",
    "{{任务.存在问题}} {{任务.下一步措施}}",
)
WIDTHS = (6, 26, 24, 14, 9, 9, 8, 7, 40)


def superior_workbook(path: Path) -> Path:
    """Row 6 is repeated; above it a heading in two rows, below it a sum and who is to sign."""
    workbook = Workbook()
    sheet: Any = workbook.worksheets[0]
    sheet.title = "进展统计表"
    sheet["A1"], sheet["A2"] = "全区住宅小区治理专项行动进展情况统计表", "附件2"
    sheet["A3"], sheet["I3"] = "填报单位：{{办公室}}（盖章）", "截至{{截至日期}}"
    for column, (heading, marker, width) in enumerate(zip(HEADINGS, MARKERS, WIDTHS, strict=True), 1):
        sheet.cell(5, column, heading).fill = PatternFill("solid", fgColor="DDE7F3")
        sheet.cell(6, column, marker)
        sheet.column_dimensions["ABCDEFGHI"[column - 1]].width = width
        for row in (4, 5, 6, 7):
            cell = sheet.cell(row, column)
            cell.border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
            cell.font = Font(name="黑体" if row < 6 else "仿宋_GB2312", size=11)
            centred = row < 6 or column in {1, 4, 5, 6, 7, 8}
            cell.alignment = Alignment("center" if centred else "left", "center", wrap_text=True)
    sheet["A4"], sheet["E4"], sheet["I4"] = "任务", "进度（%）", "说明"
    sheet["A7"], sheet["F7"] = "平均", "=ROUND(AVERAGE(F6:F6),1)"
    sheet["A8"] = "共{{任务总数}}项：已完成{{已完成}}项，逾期{{逾期}}项。填报人：　　　　联系电话：{{联系方式}}"
    sheet["A1"].font, sheet["A1"].alignment = Font(name="方正小标宋简体", size=20), Alignment("center", "center")
    sheet["I3"].alignment = Alignment("right")
    for area in ("A1:I1", "A3:D3", "A4:D4", "E4:H4", "A8:I8"):
        sheet.merge_cells(area)
    for row, height in ((1, 36), (5, 22), (6, 30), (7, 26)):
        sheet.row_dimensions[row].height = height
    sheet.print_area, sheet.print_title_rows, sheet.freeze_panes = "A1:I8", "4:5", "A6"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
    guide: Any = workbook.create_sheet("填表说明")
    guide["A1"], guide["A2"] = "序时进度、实际进度填百分数，不带%。", "=COUNTA('进展统计表'!B6:B6)"
    workbook.save(path)
    return path
