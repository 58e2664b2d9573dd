"""How far a sheet may reach: two cells at opposite corners would make a dense reader run for hours."""

from __future__ import annotations

from openpyxl.utils.cell import get_column_letter

from wuye_cli.errors import InputError

MAX_ROWS = 50_000
MAX_COLUMNS = 500
MAX_CELLS = 500_000


def check_bounds(where: str, row: int, column: int) -> None:
    """Refuse a sheet whose content reaches further than any task list; `where` is for the sentence."""
    if row > MAX_ROWS or column > MAX_COLUMNS or row * column > MAX_CELLS:
        raise InputError(
            "workbook-too-large",
            f"{where}的 {get_column_letter(column)}{row} 单元格超出可读范围"
            f"（最多 {MAX_ROWS} 行、{MAX_COLUMNS} 列、{MAX_CELLS} 个单元格）；请删去多余的单元格后再试。",
        )
