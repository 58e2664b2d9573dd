"""Workbooks of the old kind (.xls, and .et of WPS) as plain text, through xlrd; the same rules as for .xlsx."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

from wuye_cli.errors import InputError
from wuye_cli.workbooks.bounds import check_bounds
from wuye_cli.workbooks.display import display
from wuye_cli.workbooks.sheets import Area, CellText, Progress, SheetCells, clip_areas, fill_area, hidden_remarks

PROGRESS_STEP = 500
# What xlrd raises over a file that is not what it says; found by damaging files.
UNREADABLE = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, EOFError, OSError),
    *(struct.error, RuntimeError, NameError),
)


def read_legacy_sheets(content: bytes, name: str, progress: Progress) -> tuple[SheetCells, ...]:
    """Read every sheet, hidden ones too, up to the last cell that holds something.

    Raises:
        InputError: xlrd is not installed; the file is damaged, encrypted, holds macros or too much.
    """
    try:
        import olefile  # noqa: PLC0415  extras: most offices have left .xls behind
        import xlrd  # noqa: PLC0415
    except ImportError as error:
        raise InputError(
            "extra-xls",
            f'读取“{name}”（.xls/.et）要先安装附加组件：pip install "wuye-cli[xls]"；或者另存为 .xlsx 再导入。',
        ) from error
    try:
        book = _open(xlrd, _stream(olefile, content, name))
    except (xlrd.XLRDError, *UNREADABLE) as error:
        raise _refusal(name, str(error)) from error
    return tuple(_read_sheet(book, sheet, name, progress) for sheet in book.sheets())


def _stream(olefile: Any, content: bytes, name: str) -> bytes:
    """Take the workbook out of its container; xlrd would follow a damaged one in circles until memory ends."""
    with olefile.OleFileIO(io.BytesIO(content)) as ole:
        if ole.exists("_VBA_PROJECT_CUR"):
            raise InputError("workbook-macros", f"“{name}”含有宏，不予读取；请另存为不含宏的 .xlsx 后再试。")
        stream: bytes = ole.openstream("Workbook" if ole.exists("Workbook") else "Book").read()
    return stream


def _open(xlrd: Any, stream: bytes) -> Any:
    return xlrd.open_workbook(file_contents=stream, formatting_info=True, ragged_rows=True, logfile=io.StringIO())


def _refusal(name: str, reason: str) -> InputError:
    if "encrypted" in reason:
        return InputError("workbook-encrypted", f"“{name}”设有打开密码；请去掉密码另存为 .xlsx 后再试。")
    return InputError(
        "workbook-damaged", f"“{name}”不是完好的 .xls/.et 工作簿；请用 Excel 或 WPS 打开并另存为 .xlsx 后再试。"
    )


def _read_sheet(book: Any, sheet: Any, name: str, progress: Progress) -> SheetCells:
    try:
        rows = _rows(book, sheet, progress)
        width = max(map(len, rows), default=0)
        areas = [Area(left + 1, top + 1, right, bottom) for top, bottom, left, right in sheet.merged_cells]
        for area in clip_areas(areas, len(rows), width):
            fill_area(rows, area)
    except UNREADABLE as error:
        raise _refusal(name, "") from error
    hidden = tuple(row + 1 for row, info in sorted(sheet.rowinfo_map.items()) if info.hidden and row < len(rows))
    remarks = tuple(hidden_remarks(sheet.name, hidden, is_hidden=sheet.visibility != 0))
    return SheetCells(sheet.name, tuple(map(tuple, rows)), hidden, remarks)


def _rows(book: Any, sheet: Any, progress: Progress) -> list[list[CellText]]:
    """The texts of all rows up to the last one that holds something, equally long."""
    rows = []
    for index in range(sheet.nrows):
        texts = list(_texts(book, sheet.row(index)))
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            check_bounds(f"工作表“{sheet.name}”", index + 1, len(texts))
        rows.append([CellText(text) for text in texts])
        if len(rows) % PROGRESS_STEP == 0:
            progress(len(rows), sheet.nrows)
    while rows and not rows[-1]:
        rows.pop()
    width = max(map(len, rows), default=0)
    check_bounds(f"工作表“{sheet.name}”", len(rows), width)
    return [row + [CellText("")] * (width - len(row)) for row in rows]


def _texts(book: Any, cells: Any) -> Iterator[str]:
    for cell in cells:
        format_key = book.xf_list[cell.xf_index].format_key
        yield display(_value(book, cell), book.format_map[format_key].format_str)


def _value(book: Any, cell: Any) -> object:
    import xlrd  # noqa: PLC0415

    match cell.ctype:
        case xlrd.XL_CELL_DATE:
            return _moment(xlrd, cell.value, book.datemode)
        case xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        case xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(cell.value)
        case xlrd.XL_CELL_EMPTY | xlrd.XL_CELL_BLANK:
            return None
    return cell.value


def _moment(xlrd: Any, days: float, mode: int) -> object:
    """A date or a time of day; a number that is no day of the calendar stays a number."""
    try:
        moment = xlrd.xldate_as_datetime(days, mode)
    except (ValueError, OverflowError):
        return days
    return moment.time() if days < 1 else moment
