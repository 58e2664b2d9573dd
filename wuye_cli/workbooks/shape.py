"""The shape of a sheet, found by one streaming pass over its XML before any cell is built.

The size that a sheet states about itself is not believed: some programs write A1:A1 over a full sheet, and two cells
at opposite corners would make a dense reader run for hours. Only cells that hold something count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries

from wuye_cli.errors import InputError
from wuye_cli.workbooks.sheets import Area, clip_areas

MAX_ROWS = 50_000
MAX_COLUMNS = 500
MAX_CELLS = 500_000
MAX_EMPTY_CELLS = 1_500_000  # with those that hold nothing but a format


@dataclass(frozen=True, slots=True)
class Shape:
    """How far the content reaches, what is merged, which rows are hidden, which formulas have no value."""

    rows: int
    columns: int
    merged: tuple[Area, ...]
    hidden_rows: tuple[int, ...]
    uncalculated: tuple[str, ...]


def read_shape(source: IO[bytes], where: str) -> Shape:
    """Scan the XML of one worksheet; `where` is for sentences.

    Raises:
        InputError: a cell with content lies beyond the bounds, or there are too many cells without any.
    """
    scan = _Scan(where)
    for event, element in iterparse(source, events=("start", "end"), forbid_dtd=True):
        scan.meet(event, element)
    return scan.shape()


def check_bounds(where: str, row: int, column: int) -> None:
    """Refuse a sheet whose content reaches further than any task list."""
    if row > MAX_ROWS or column > MAX_COLUMNS or row * column > MAX_CELLS:
        raise InputError(
            "workbook-too-large",
            f"{where}的 {get_column_letter(column)}{row} 单元格超出可读范围"
            f"（最多 {MAX_ROWS} 行、{MAX_COLUMNS} 列、{MAX_CELLS} 个单元格）；请删去多余的单元格后再试。",
        )


class _Scan:
    """The running state of one pass: rows and cells may leave out their own numbers."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.cells = 0
        self.row = self.column = 0
        self.last_row = self.last_column = 0
        self.merged: list[Area] = []
        self.hidden: list[int] = []
        self.uncalculated: list[str] = []

    def meet(self, event: str, element: Element) -> None:
        match event, element.tag.rpartition("}")[2]:
            case "start", "row":
                self._open_row(element)
            case "end", "row":
                element.clear()
            case "end", "c":
                self._close_cell(element)
            case "end", "mergeCell":
                self.merged.append(_area(element.get("ref", "")))

    def _open_row(self, element: Element) -> None:
        self.row = int(element.get("r", self.row + 1))
        self.column = 0
        if element.get("hidden") in {"1", "true"}:
            self.hidden.append(self.row)

    def _close_cell(self, element: Element) -> None:
        if place := element.get("r"):
            self.row, self.column = coordinate_to_tuple(place)
        else:
            self.column += 1
        self.cells += 1
        if self.cells > MAX_EMPTY_CELLS:
            raise InputError(
                "workbook-too-large", f"{self.where}的空白单元格过多，不予读取；请只保留任务清单，另存后再试。"
            )
        kinds = {child.tag.rpartition("}")[2] for child in element if len(child) or child.text}
        if "f" in kinds and "v" not in kinds:
            self.uncalculated.append(f"{get_column_letter(self.column)}{self.row}")
        if kinds & {"v", "is"}:
            self._widen()

    def _widen(self) -> None:
        self.last_row = max(self.last_row, self.row)
        self.last_column = max(self.last_column, self.column)
        check_bounds(self.where, self.last_row, self.last_column)

    def shape(self) -> Shape:
        hidden = tuple(row for row in self.hidden if row <= self.last_row)
        merged = tuple(clip_areas(self.merged, self.last_row, self.last_column))
        return Shape(self.last_row, self.last_column, merged, hidden, tuple(self.uncalculated))


def _area(reference: str) -> Area:
    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(reference)
    return Area(left, top, right, bottom)
