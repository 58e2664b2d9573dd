"""Other people's workbooks as plain text: every cell as it was shown, merged areas filled, nothing executed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from wuye_cli.workbooks.archive import check_archive, unpacking
from wuye_cli.workbooks.display import display
from wuye_cli.workbooks.shape import Area, Shape, read_shape


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell shows; a merged area repeats its text, `merged` in all but the first cell."""

    text: str
    merged: bool = False


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet, row 1 first, all rows equally long; `remarks` are sentences for the clerk."""

    name: str
    rows: tuple[tuple[CellText, ...], ...]
    hidden_rows: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()


def open_sheets(path: Path) -> tuple[SheetCells, ...]:
    """Read every sheet of an .xlsx, hidden ones too, up to the last cell that holds something.

    Raises:
        InputError: not an .xlsx, damaged, encrypted, with macros or external links, or too large.
    """
    check_archive(path)
    with unpacking(path):
        return _read_sheets(path)


def _read_sheets(path: Path) -> tuple[SheetCells, ...]:
    with path.open("rb") as file:  # ours to close, also where openpyxl gives up half way
        workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        with ZipFile(file) as archive:
            return tuple(_read_sheet(archive, sheet) for sheet in workbook.worksheets)


def _read_sheet(archive: ZipFile, sheet: Any) -> SheetCells:
    # openpyxl publishes no way from a read-only sheet to its part in the archive
    with archive.open(sheet._worksheet_path) as source:
        shape = read_shape(source, sheet.title)
    rows = [] if shape.rows == 0 else _texts(sheet, shape)
    for area in shape.merged:
        _fill(rows, area)
    remarks = tuple(_remarks(sheet.title, sheet.sheet_state != "visible", shape))
    return SheetCells(sheet.title, tuple(tuple(row) for row in rows), shape.hidden_rows, remarks)


def _texts(sheet: Any, shape: Shape) -> list[list[CellText]]:
    sheet.reset_dimensions()
    cells = sheet.iter_rows(min_row=1, max_row=shape.rows, min_col=1, max_col=shape.columns)
    return [[CellText(display(cell.value, cell.number_format)) for cell in row] for row in cells]


def _fill(rows: list[list[CellText]], area: Area) -> None:
    first = rows[area.top - 1][area.left - 1]
    repeated = CellText(first.text, merged=True)
    for row in rows[area.top - 1 : area.bottom]:
        row[area.left - 1 : area.right] = [repeated] * (area.right - area.left + 1)
    rows[area.top - 1][area.left - 1] = first


def _remarks(name: str, hidden: bool, shape: Shape) -> Iterable[str]:
    if hidden:
        yield f"工作表“{name}”是隐藏的，也读了。"
    if shape.hidden_rows:
        yield f"工作表“{name}”有 {len(shape.hidden_rows)} 个隐藏的行，也读了。"
    if shape.uncalculated:
        places = "、".join(shape.uncalculated[:5]) + (" 等" if len(shape.uncalculated) > 5 else "")
        yield (
            f"工作表“{name}”的 {places} 单元格是没有算过的公式，读不到值；请用 Excel 或 WPS 打开、保存一次后再导入。"
        )
