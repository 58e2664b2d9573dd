"""Charts and pictures that a template holds follow when a row is repeated: their place, and the ranges of charts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wuye_cli.workbooks.references import Stretch, stretch_reference

DATA = ("cat", "val", "xVal", "yVal", "bubbleSize")  # the parts of a series that hold a range; tx is its name
SOURCES = ("numRef", "strRef", "multiLvlStrRef")


def stretch_drawings(sheet: Any, stretch: Stretch) -> None:
    """Widen and move the ranges of a sheet's charts, and move what stands below the row."""
    for series in _series(sheet):
        for source in _sources(series, ("tx",)):
            source.f = stretch_reference(source.f, sheet.title, stretch)
        for source in _sources(series, DATA):
            source.f = stretch_reference(_area(source.f), sheet.title, stretch)
    if sheet.title == stretch.sheet:
        for drawing in (*sheet._charts, *sheet._images):
            _move(drawing.anchor, stretch)


def _series(sheet: Any) -> Iterator[Any]:
    """Go through the series of all charts; one chart may hold several, as bars with a line over them."""
    for chart in sheet._charts:  # openpyxl publishes no way to the charts and pictures of a sheet
        for part in chart._charts:
            yield from part.series


def _sources(series: Any, parts: tuple[str, ...]) -> Iterator[Any]:
    for part in parts:
        for kind in SOURCES:
            source = getattr(getattr(series, part, None), kind, None)
            if source is not None:
                yield source


def _area(reference: str) -> str:
    """Data of a single cell is an area that grows with its row."""
    sheet, mark, cells = reference.rpartition("!")
    return reference if ":" in cells else f"{sheet}{mark}{cells}:{cells}"


def _move(anchor: Any, stretch: Stretch) -> None:
    """Anchors count rows from 0; one that has its place on the paper, not on a cell, stays."""
    corners = (getattr(anchor, name) for name in ("_from", "to") if hasattr(anchor, name))
    for corner in corners:
        corner.row = stretch.top(corner.row + 1) - 1
