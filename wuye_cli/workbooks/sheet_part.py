"""One worksheet's XML, read in one pass: its cells, how far they reach, what is merged and hidden.

The size that a sheet states about itself is not believed: some programs write A1:A1 over a full sheet. Only cells that
hold something count, and bounds are checked before a cell is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import IO

from openpyxl.utils.cell import column_index_from_string, get_column_letter, range_boundaries

from wuye_cli.errors import InputError
from wuye_cli.workbooks.bounds import MAX_COLUMNS, check_bounds
from wuye_cli.workbooks.part_events import local_name, read_events
from wuye_cli.workbooks.sheets import Area, CellText, clip_areas

MAX_EMPTY_CELLS = 1_500_000  # with those that hold nothing but a format
DIGITS = "0123456789"

Show = Callable[[str, int, str], CellText]  # the kind of a cell, its style, the text that it stores


@dataclass(frozen=True, slots=True)
class Shape:
    """The cells by row and column, how far they reach, merged areas, hidden rows, formulas that have no value."""

    cells: dict[tuple[int, int], CellText]
    rows: int
    columns: int
    merged: tuple[Area, ...]
    hidden_rows: tuple[int, ...]
    uncalculated: tuple[str, ...]


def read_sheet_part(source: IO[bytes], where: str, show: Show, progress: Callable[[int], None]) -> Shape:
    """Read the XML of one worksheet; `where` is for sentences.

    Raises:
        InputError: a cell with content lies beyond the bounds, or there are too many cells without any.
        ExpatError, ValueError: this is no sheet.
    """
    scan = _Scan(where, show)
    read_events(source, scan, progress)
    return scan.shape()


class _Scan:
    """The running state of the pass: rows and cells may leave out their own numbers."""

    def __init__(self, where: str, show: Show) -> None:
        self.where = where
        self.show = show
        self.cells: dict[tuple[int, int], CellText] = {}
        self.met = 0
        self.row = self.column = 0
        self.cell: dict[str, str] | None = None  # the attributes of the cell that is open
        self.held: dict[str, list[str]] = {}  # what its elements hold: value v, formula f, text t
        self.part = ""  # the one that is open; all of <rPh> only says how a text is pronounced
        self.last_row = self.last_column = 0
        self.merged: list[Area] = []
        self.hidden: list[int] = []
        self.uncalculated: list[str] = []

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        if self.cell is not None:
            self.part = self.part if self.part == "rPh" else name
        elif name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self._open_row(attributes)
        elif name == "mergeCell":
            self.merged.append(_area(attributes.get("ref", "")))

    def read(self, text: str) -> None:
        if self.part:
            self.held.setdefault(self.part, []).append(text)

    def close(self, tag: str) -> None:
        if self.cell is None:
            return
        name = local_name(tag)
        if name == self.part:
            self.part = ""
        elif name == "c":
            self._close_cell(self.cell)

    def _open_row(self, attributes: dict[str, str]) -> None:
        self.row = int(attributes.get("r", self.row + 1))
        self.column = 0
        if attributes.get("hidden") in {"1", "true"}:
            self.hidden.append(self.row)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        if place := attributes.get("r"):
            self.row, self.column = _place(place)
        else:
            self.column += 1
        self.cell, self.held, self.part = attributes, {}, ""
        self.met += 1
        if self.met > MAX_EMPTY_CELLS:
            raise InputError(
                "workbook-too-large", f"{self.where}的空白单元格过多，不予读取；请只保留任务清单，另存后再试。"
            )

    def _close_cell(self, attributes: dict[str, str]) -> None:
        self.cell = None
        kind = attributes.get("t", "n")
        text = "".join(self.held.get("t" if kind == "inlineStr" else "v", ()))
        if "f" in self.held and "v" not in self.held:
            self.uncalculated.append(f"{get_column_letter(self.column)}{self.row}")
        if text:
            self._keep(self.show(kind, int(attributes.get("s", 0)), text))

    def _keep(self, cell: CellText) -> None:
        self.last_row = max(self.last_row, self.row)
        self.last_column = max(self.last_column, self.column)
        check_bounds(self.where, self.last_row, self.last_column)
        self.cells[self.row, self.column] = cell

    def shape(self) -> Shape:
        hidden = tuple(row for row in self.hidden if row <= self.last_row)
        merged = tuple(clip_areas(self.merged, self.last_row, self.last_column))
        return Shape(self.cells, self.last_row, self.last_column, merged, hidden, tuple(self.uncalculated))


def _place(reference: str) -> tuple[int, int]:
    """Read A1 as row 1, column 1."""
    letters = reference.rstrip(DIGITS)
    return int(reference[len(letters) :]), _column(letters)


@lru_cache(maxsize=MAX_COLUMNS)
def _column(letters: str) -> int:
    return column_index_from_string(letters)


def _area(reference: str) -> Area:
    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(reference)
    return Area(left, top, right, bottom)
