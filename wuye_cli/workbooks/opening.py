"""Other people's workbooks as plain text: every cell as it was shown, merged areas filled, nothing executed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wuye_cli.workbooks.archive import check_archive, read_archive, unpacking
from wuye_cli.workbooks.package import Package, SheetPart
from wuye_cli.workbooks.sheet_part import Shape, read_sheet_part
from wuye_cli.workbooks.sheets import CellText, Progress, SheetCells, fill_area, hidden_remarks

EMPTY = CellText("")


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
    with unpacking(name):
        package = Package(content)
        return tuple(_read_sheet(package, sheet, f"“{name}”中", progress) for sheet in package.sheets())


def _read_sheet(package: Package, sheet: SheetPart, where: str, progress: Progress) -> SheetCells:
    size = package.archive.getinfo(sheet.part).file_size
    with package.archive.open(sheet.part) as source:
        shape = read_sheet_part(source, where, package.show, lambda done: progress(done, size))
    rows = _rows(shape)
    for area in shape.merged:
        fill_area(rows, area)
    remarks = (
        *hidden_remarks(sheet.name, shape.hidden_rows, is_hidden=sheet.is_hidden),
        *_uncalculated(sheet.name, shape.uncalculated),
    )
    return SheetCells(sheet.name, tuple(map(tuple, rows)), shape.hidden_rows, remarks, shape.uncalculated)


def _rows(shape: Shape) -> list[list[CellText]]:
    columns = range(1, shape.columns + 1)
    return [[shape.cells.get((row, column), EMPTY) for column in columns] for row in range(1, shape.rows + 1)]


def _uncalculated(name: str, cells: tuple[str, ...]) -> Iterator[str]:
    if cells:
        places = "、".join(cells[:5]) + (" 等" if len(cells) > 5 else "")
        yield (
            f"工作表“{name}”的 {places} 单元格是没有算过的公式，读不到值；请用 Excel 或 WPS 打开、保存一次后再导入。"
        )
