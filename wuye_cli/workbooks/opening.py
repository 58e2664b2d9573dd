"""Other people's workbooks as plain text: every cell as it was shown, merged areas filled, nothing executed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from wuye_cli.workbooks.archive import check_archive, read_archive, unpacking
from wuye_cli.workbooks.display import display, shown_number
from wuye_cli.workbooks.shape import Shape, read_shape
from wuye_cli.workbooks.sheets import CellText, Progress, SheetCells, fill_area, hidden_remarks

PROGRESS_STEP = 500
EMPTY = CellText("")
SHEET_PART = re.compile(r"xl/worksheets/.+\.xml", re.IGNORECASE)  # xl/worksheets/sheet1.xml


def open_sheets(path: Path) -> tuple[SheetCells, ...]:
    """Read every sheet of an .xlsx, hidden ones too, up to the last cell that holds something.

    Raises:
        InputError: not an .xlsx, damaged, encrypted, with macros or external links, or too large.
    """
    return _read_workbook(read_archive(path), path.name, _ignore)


def read_sheets(content: bytes, name: str, progress: Progress) -> tuple[SheetCells, ...]:
    """Read every sheet like `open_sheets`, from the content of a file."""
    check_archive(content, name)
    return _read_workbook(content, name, progress)


def _ignore(done: int, total: int) -> None:
    """Nobody watches."""


def _read_workbook(content: bytes, name: str, progress: Progress) -> tuple[SheetCells, ...]:
    """All sheets are measured before openpyxl sees any: it reads a sheet that states no size to its end."""
    with unpacking(name), ZipFile(BytesIO(content)) as archive:
        shapes = {part: _measure(archive, part, name) for part in archive.namelist() if SHEET_PART.fullmatch(part)}
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return tuple(_read_sheet(sheet, shapes[_part(sheet)], progress) for sheet in workbook.worksheets)


def _part(sheet: Any) -> str:
    """Name the part of the archive; openpyxl publishes no way to it from a read-only sheet."""
    return str(sheet._worksheet_path)


def _measure(archive: ZipFile, part: str, name: str) -> Shape:
    with archive.open(part) as source:
        return read_shape(source, f"“{name}”中")


def _read_sheet(sheet: Any, shape: Shape, progress: Progress) -> SheetCells:
    rows = [] if shape.rows == 0 else _texts(sheet, shape, progress)
    for area in shape.merged:
        fill_area(rows, area)
    remarks = (
        *hidden_remarks(sheet.title, shape.hidden_rows, is_hidden=sheet.sheet_state != "visible"),
        *_uncalculated(sheet.title, shape.uncalculated),
    )
    return SheetCells(sheet.title, tuple(map(tuple, rows)), shape.hidden_rows, remarks, shape.uncalculated)


def _texts(sheet: Any, shape: Shape, progress: Progress) -> list[list[CellText]]:
    sheet.reset_dimensions()
    rows: list[list[CellText]] = []
    for row in sheet.iter_rows(min_row=1, max_row=shape.rows, min_col=1, max_col=shape.columns):
        rows.append([_read_cell(cell.value, cell.number_format) for cell in row])
        if len(rows) % PROGRESS_STEP == 0:
            progress(len(rows), shape.rows)
    return rows


def _read_cell(value: object, number_format: str) -> CellText:
    if isinstance(value, str):
        return CellText(display(value, number_format))
    return (
        EMPTY if value is None else CellText(display(value, number_format), number=shown_number(value, number_format))
    )


def _uncalculated(name: str, cells: tuple[str, ...]) -> Iterator[str]:
    if cells:
        places = "、".join(cells[:5]) + (" 等" if len(cells) > 5 else "")
        yield (
            f"工作表“{name}”的 {places} 单元格是没有算过的公式，读不到值；请用 Excel 或 WPS 打开、保存一次后再导入。"
        )
