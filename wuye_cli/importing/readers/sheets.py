"""Workbooks -> blocks: each sheet a table, each cell as shown and named as the spreadsheet names it."""

from __future__ import annotations

from collections.abc import Sequence

from wuye_cli.importing.document import Block, Cell, Locator
from wuye_cli.importing.readers.grid import column_letter, split_grid
from wuye_cli.workbooks.legacy import read_legacy_sheets
from wuye_cli.workbooks.opening import read_sheets
from wuye_cli.workbooks.sheets import Progress, SheetCells
from wuye_cli.workbooks.spreadsheet_xml import read_spreadsheet_xml


def read_workbook(
    data: bytes, name: str, format_name: str, progress: Progress
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Read all sheets of an xlsx, xls or xml; beside the blocks, sentences for the clerk (hidden rows, formulas)."""
    sheets = _sheets(data, name, format_name, progress)
    blocks = tuple(block for sheet in sheets for block in _blocks(sheet))
    return blocks, tuple(remark for sheet in sheets for remark in sheet.remarks)


def _sheets(data: bytes, name: str, format_name: str, progress: Progress) -> Sequence[SheetCells]:
    match format_name:
        case "xls":
            return read_legacy_sheets(data, name, progress)
        case "xml":
            return read_spreadsheet_xml(data, name)
        case _:
            return read_sheets(data, name, progress)


def _blocks(sheet: SheetCells) -> tuple[Block, ...]:
    rows = tuple(
        tuple(
            Cell(cell.text, Locator(sheet=sheet.name, row=number, column=column_letter(index)), cell.merged)
            for index, cell in enumerate(row)
        )
        for number, row in enumerate(sheet.rows, start=1)
    )
    return split_grid(rows, Locator(sheet=sheet.name, row=1))
