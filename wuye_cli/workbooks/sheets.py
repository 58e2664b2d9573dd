"""A sheet as plain text, whatever program saved it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Progress = Callable[[int, int], None]  # so many rows or bytes read, of so many


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell shows; a merged area repeats it, `merged` in all but the first cell.

    `number` is the figure behind the text without rounding, in the unit that is shown: 60.4 for 0.604 shown as 60%.
    """

    text: str
    merged: bool = False
    number: float | None = None


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet, row 1 first, all rows equally long; `remarks` are sentences for the clerk.

    `uncalculated` are the cells with a formula that has no value yet.
    """

    name: str
    rows: tuple[tuple[CellText, ...], ...]
    hidden_rows: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    uncalculated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A merged area; all four count from 1, ends included."""

    left: int
    top: int
    right: int
    bottom: int


def fill_area(rows: Sequence[list[CellText]], area: Area) -> None:
    """Repeat the text of a merged area's first cell in all of it."""
    first = rows[area.top - 1][area.left - 1]
    repeated = CellText(first.text, merged=True, number=first.number)
    for row in rows[area.top - 1 : area.bottom]:
        row[area.left - 1 : area.right] = [repeated] * (area.right - area.left + 1)
    rows[area.top - 1][area.left - 1] = first


def clip_areas(areas: Sequence[Area], rows: int, columns: int) -> Iterator[Area]:
    """Merged areas as far as content reaches: an area over whole columns is no reason to build a million cells."""
    for area in areas:
        right, bottom = min(area.right, columns), min(area.bottom, rows)
        if area.left <= right and area.top <= bottom:
            yield Area(area.left, area.top, right, bottom)


def hidden_remarks(name: str, hidden_rows: Sequence[int], *, is_hidden: bool) -> Iterator[str]:
    """Say what a person does not see on the screen."""
    if is_hidden:
        yield f"工作表“{name}”是隐藏的，也读了。"
    if hidden_rows:
        yield f"工作表“{name}”有 {len(hidden_rows)} 个隐藏的行，也读了。"
