"""A group of columns becomes several, side by side, within the width that the one had.

The group stands at the right end of its table, under a merged head. Cells that reach over the whole table (its title,
its notes) go on doing so.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.heights import DEFAULT_WIDTH, column_widths


def repeat_columns(sheet: Worksheet, group: CellRange, times: int) -> tuple[CellRange, ...]:
    """Give the group `times` times, with its styles, merges, formulas and rules; the areas of all are handed back."""
    width = group.size["columns"]
    areas = tuple(_shifted(group, number * width) for number in range(times))
    _share_widths(sheet, group, times)
    _stretch_merges(sheet, group, areas)
    _stretch_rules(sheet, group, areas)
    for area in areas[1:]:
        _copy_cells(sheet, group, area)
    if sheet.print_area:
        printed = CellRange(str(sheet.print_area).rpartition("!")[2].replace("$", ""))
        printed.max_col = max(printed.max_col, areas[-1].max_col)
        sheet.print_area = printed.coord
    return areas


def _shifted(area: CellRange, columns: int) -> CellRange:
    moved = copy(area)
    moved.shift(col_shift=columns)
    return moved


def _share_widths(sheet: Worksheet, group: CellRange, times: int) -> None:
    """Each column gets an entry of its own: a file may keep one for a run of equal columns."""
    widths = column_widths(sheet)
    columns = range(group.min_col, group.max_col + 1)
    shared = [widths.get(column, DEFAULT_WIDTH) / times for column in columns] * times
    before = {column: widths[column] for column in range(1, group.min_col) if column in widths}
    for column, width in (before | dict(enumerate(shared, group.min_col))).items():
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.min = dimension.max = column
        dimension.width = width


def _stretch_merges(sheet: Worksheet, group: CellRange, areas: tuple[CellRange, ...]) -> None:
    for merged in list(sheet.merged_cells.ranges):
        if group.issuperset(merged):
            for area in areas[1:]:
                twin = _shifted(merged, area.min_col - group.min_col)
                sheet.merge_cells(twin.coord)
        elif merged.max_col == group.max_col and merged.isdisjoint(group):
            sheet.merged_cells.remove(merged)
            merged.max_col = areas[-1].max_col
            sheet.merged_cells.add(merged)


def _stretch_rules(sheet: Worksheet, group: CellRange, areas: tuple[CellRange, ...]) -> None:
    """A rule of the group holds for all of them; its formulas are read from where each stands."""
    shifts = [area.min_col - group.min_col for area in areas]
    rules = ConditionalFormattingList()
    for formatting in sheet.conditional_formatting:
        places = " ".join(
            _shifted(one, shift).coord
            for one in formatting.sqref.ranges
            for shift in (shifts if group.issuperset(one) else [0])
        )
        for rule in formatting.rules:
            rules.add(places, rule)
    sheet.conditional_formatting = rules


def _copy_cells(sheet: Worksheet, group: CellRange, area: CellRange) -> None:
    for row, column in group.cells:
        source: Any = sheet.cell(row, column)
        twin: Any = sheet.cell(row, column - group.min_col + area.min_col)
        twin._style = copy(source._style)
        if source.data_type == "f" and isinstance(source.value, str):
            twin.value = Translator(source.value, source.coordinate).translate_formula(twin.coordinate)
        elif source.value is not None:
            twin.value = source.value
