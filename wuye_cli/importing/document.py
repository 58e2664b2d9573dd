"""A file as its reader saw it: paragraphs and tables in reading order, each knowing where it stood.

Readers make these and recognisers read them; neither knows the other. Text is as printed: no unwrapping, no
normalising beyond what the file format itself demands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Locator(NamedTuple):  # like Cell: every cell has one
    """A place in a file; all numbers count from 1. `column` is a letter, as in a spreadsheet.

    A Word file knows neither lines nor pages: its places are a `paragraph`, or a `table` and the `row` in it.
    """

    page: int | None = None
    line: int | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    paragraph: int | None = None
    table: int | None = None

    @property
    def of_row(self) -> Locator:
        """The place of the row that this cell stands in."""
        return self._replace(column=None)

    def __str__(self) -> str:
        """The place as a clerk would look for it."""
        parts = []
        if self.sheet is not None:
            parts.append(f"工作表“{self.sheet}”")
        if self.page is not None:
            parts.append(f"第{self.page}页")
        if self.paragraph is not None:
            parts.append(f"第{self.paragraph}段")
        if self.table is not None:
            parts.append(f"第{self.table}个表")
        if self.column is not None and self.row is not None:
            parts.append(f"{self.column}{self.row}单元格")
        elif self.row is not None:
            parts.append(f"第{self.row}行")
        if self.line is not None:
            parts.append(f"第{self.line}行")
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; of a plain text file one physical line, blank ones included (layout is evidence)."""

    text: str
    at: Locator


class Cell(NamedTuple):  # a file has thousands, and no other record is made as fast
    """One cell of a table; a merged area repeats its text in every cell, `merged` in all but the first."""

    text: str
    at: Locator
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular grid of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    at: Locator


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """One file: `format` is txt, csv, xlsx, docx …; `remarks` are sentences for the clerk (hidden rows read, …)."""

    name: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
