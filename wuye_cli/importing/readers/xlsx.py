"""Excel workbooks: each sheet a table, cells as displayed, merged areas repeated."""

from __future__ import annotations

from pathlib import Path

from wuye_cli.importing.document import Block, Cell, Locator
from wuye_cli.importing.readers.grid import column_letter, split_grid
from wuye_cli.workbooks.opening import SheetCells, open_sheets


def read_xlsx(path: Path) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Read all sheets; beside the blocks, sentences for the clerk (hidden rows, formulas without a value)."""
    sheets = open_sheets(path)
    blocks = tuple(block for sheet in sheets for block in _blocks(sheet))
    return blocks, tuple(remark for sheet in sheets for remark in sheet.remarks)


def _blocks(sheet: SheetCells) -> tuple[Block, ...]:
    rows = tuple(
        tuple(
            Cell(cell.text, Locator(sheet=sheet.name, row=number, column=column_letter(index)), cell.merged)
            for index, cell in enumerate(row)
        )
        for number, row in enumerate(sheet.rows, start=1)
    )
    return split_grid(rows, Locator(sheet=sheet.name, row=1))
