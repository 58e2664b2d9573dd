"""Room for more rows below one of a sheet, and everything that knows of rows follows.

Not `insert_rows`, which moves values only: merges, heights, print areas, formulas and rules would stay behind.
"""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.charts import stretch_drawings
from wuye_cli.workbooks.references import Stretch, stretch_formula, stretch_reference


def make_room(workbook: Workbook, sheet: Worksheet, row: int, times: int) -> None:
    """Leave `row` of a sheet `times` times: what stands below moves down, what knows of the row grows."""
    stretch = Stretch(sheet.title, row, times - 1)
    if stretch.extra < 1:
        return
    _stretch_formulas(workbook, stretch)
    for other in workbook.worksheets:
        stretch_drawings(other, stretch)
    _move_rows(sheet, stretch)
    _stretch_merges(sheet, stretch)
    _stretch_print(sheet, stretch)
    _stretch_rules(sheet, stretch)


def _stretch_formulas(workbook: Workbook, stretch: Stretch) -> None:
    for sheet in workbook.worksheets:
        for cell in _present_cells(sheet):
            if cell.data_type == "f" and isinstance(cell.value, str):
                own = sheet.title == stretch.sheet and cell.row == stretch.row
                cell.value = stretch_formula(cell.value, sheet.title, stretch, own_row=own)
        _stretch_names(sheet.defined_names, sheet.title, stretch)
    _stretch_names(workbook.defined_names, "", stretch)


def _present_cells(sheet: Any) -> tuple[Any, ...]:
    """Give the cells that are there: going through the rows would make those that room was left for."""
    return tuple(sheet._cells.values())


def _stretch_names(names: Any, home: str, stretch: Stretch) -> None:
    for name in names.values():
        name.attr_text = stretch_formula("=" + name.attr_text, home, stretch).removeprefix("=")


def _move_rows(sheet: Worksheet, stretch: Stretch) -> None:
    if sheet.max_row > stretch.row:
        below = CellRange(min_col=1, min_row=stretch.row + 1, max_col=sheet.max_column, max_row=sheet.max_row)
        sheet.move_range(below, rows=stretch.extra)
    dimensions = sheet.row_dimensions
    for row in sorted((row for row in dimensions if row > stretch.row), reverse=True):
        dimension = dimensions.pop(row)
        dimension.index = row + stretch.extra
        dimensions[dimension.index] = dimension
    for page_break in sheet.row_breaks.brk:
        page_break.id = stretch.bottom(page_break.id)


def _stretch_merges(sheet: Worksheet, stretch: Stretch) -> None:
    """Areas beside or below move or grow; areas within the row are repeated with it."""
    for area in list(sheet.merged_cells.ranges):
        if area.min_row == area.max_row == stretch.row:
            continue
        sheet.merged_cells.remove(area)
        sheet.merged_cells.add(CellRange(_stretched(area.coord, stretch)))


def _stretch_print(sheet: Worksheet, stretch: Stretch) -> None:
    if sheet.print_area:
        areas = str(sheet.print_area).replace(f"'{sheet.title}'!", "").replace("$", "").split(",")
        sheet.print_area = [_stretched(area, stretch) for area in areas]
    if sheet.print_title_rows:
        sheet.print_title_rows = _stretched(sheet.print_title_rows.replace("$", ""), stretch)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = _stretched(sheet.auto_filter.ref, stretch)


def _stretch_rules(sheet: Worksheet, stretch: Stretch) -> None:
    rules = ConditionalFormattingList()
    for formatting in sheet.conditional_formatting:
        for rule in formatting.rules:
            rule.formula = [
                stretch_formula("=" + text, sheet.title, stretch, own_row=True)[1:] for text in rule.formula
            ]
            rules.add(str(_stretched_areas(formatting.sqref, stretch)), rule)
    sheet.conditional_formatting = rules
    for validation in sheet.data_validations.dataValidation:
        validation.sqref = _stretched_areas(validation.sqref, stretch)


def _stretched_areas(areas: Any, stretch: Stretch) -> MultiCellRange:
    """A single cell in the repeated row is an area that grows with it."""
    return MultiCellRange(
        " ".join(
            _stretched(f"{area.coord}:{area.coord}" if ":" not in area.coord else area.coord, stretch)
            for area in areas.ranges
        )
    )


def _stretched(area: str, stretch: Stretch) -> str:
    return stretch_reference(area, stretch.sheet, stretch)
