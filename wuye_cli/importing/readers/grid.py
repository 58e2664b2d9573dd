"""A sheet or a table file -> blocks. Lines above the header (document title, 附件2, 单位：…) become paragraphs."""

from __future__ import annotations

from functools import lru_cache

from wuye_cli.importing.document import Block, Cell, Locator, Paragraph, Table

Row = tuple[Cell, ...]


def split_grid(rows: tuple[Row, ...], at: Locator) -> tuple[Block, ...]:
    """Take the leading rows that hold one text each for paragraphs, the rest for a table."""
    first = next((index for index, row in enumerate(rows) if len(_texts(row)) > 1), len(rows))
    title = tuple(_paragraph(row) for row in rows[:first] if _texts(row))
    body = rows[first:]
    return (*title, Table(body, at)) if body else title


@lru_cache(maxsize=512)  # of every cell
def column_letter(index: int) -> str:
    """Name a column as spreadsheets do: 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _texts(row: Row) -> tuple[Cell, ...]:
    return tuple(cell for cell in row if cell.text.strip() and not cell.merged)


def _paragraph(row: Row) -> Paragraph:
    cell = _texts(row)[0]
    return Paragraph(cell.text, cell.at.of_row)
