"""The shape of a sheet, found by one streaming pass over its XML before any cell is built.

The pass builds no element either: of each cell only its place and whether it holds something is wanted.

The size that a sheet states about itself is not believed: some programs write A1:A1 over a full sheet, and two cells
at opposite corners would make a dense reader run for hours. Only cells that hold something count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

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
        ExpatError, ValueError: this is no sheet.
    """
    scan = _Scan(where)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = scan.open
    parser.CharacterDataHandler = scan.read
    parser.EndElementHandler = scan.close
    parser.ParseFile(source)
    return scan.shape()


def _refuse_doctype(*_: object) -> None:
    """No sheet declares a document type; without one there are no entities that unfold to gigabytes."""
    raise ValueError("document type")


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
        self.in_cell = False
        self.part = ""  # the element inside the cell that is open: v, f, is
        self.held: set[str] = set()  # the parts of the cell that hold something
        self.last_row = self.last_column = 0
        self.merged: list[Area] = []
        self.hidden: list[int] = []
        self.uncalculated: list[str] = []

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if self.part:
            self.held.add(self.part)
        elif self.in_cell:
            self.part = name
        elif name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self._open_row(attributes)
        elif name == "mergeCell":
            self.merged.append(_area(attributes.get("ref", "")))

    def read(self, _: str) -> None:
        if self.part:
            self.held.add(self.part)

    def close(self, tag: str) -> None:
        name = _local(tag)
        if name == self.part:
            self.part = ""
        elif name == "c" and not self.part:
            self._close_cell()

    def _open_row(self, attributes: dict[str, str]) -> None:
        self.row = int(attributes.get("r", self.row + 1))
        self.column = 0
        if attributes.get("hidden") in {"1", "true"}:
            self.hidden.append(self.row)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        if place := attributes.get("r"):
            self.row, self.column = coordinate_to_tuple(place)
        else:
            self.column += 1
        self.in_cell, self.held = True, set()
        self.cells += 1
        if self.cells > MAX_EMPTY_CELLS:
            raise InputError(
                "workbook-too-large", f"{self.where}的空白单元格过多，不予读取；请只保留任务清单，另存后再试。"
            )

    def _close_cell(self) -> None:
        self.in_cell = False
        if "f" in self.held and "v" not in self.held:
            self.uncalculated.append(f"{get_column_letter(self.column)}{self.row}")
        if self.held & {"v", "is"}:
            self._widen()

    def _widen(self) -> None:
        self.last_row = max(self.last_row, self.row)
        self.last_column = max(self.last_column, self.column)
        check_bounds(self.where, self.last_row, self.last_column)

    def shape(self) -> Shape:
        hidden = tuple(row for row in self.hidden if row <= self.last_row)
        merged = tuple(clip_areas(self.merged, self.last_row, self.last_column))
        return Shape(self.last_row, self.last_column, merged, hidden, tuple(self.uncalculated))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _area(reference: str) -> Area:
    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(reference)
    return Area(left, top, right, bottom)
