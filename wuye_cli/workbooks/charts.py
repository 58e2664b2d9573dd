"""Charts that a template holds: their data ranges and their place follow when a row is repeated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.references import Stretch, stretch_reference

DATA = ("tx", "cat", "val", "xVal", "yVal", "bubbleSize")  # the parts of a series that hold a range
SOURCES = ("numRef", "strRef", "multiLvlStrRef")


def stretch_charts(sheet: Worksheet, stretch: Stretch) -> None:
    """Widen and move the ranges of a sheet's charts, and the charts themselves where they stand below the row."""
    for chart in sheet._charts:  # type: ignore[attr-defined]  # openpyxl publishes no way to the charts of a sheet
        for source in _sources(chart):
            source.f = stretch_reference(source.f, sheet.title, stretch)
        if sheet.title == stretch.sheet:
            _move(chart.anchor, stretch)


def _sources(chart: Any) -> Iterator[Any]:
    for series in chart.series:
        for part in DATA:
            data = getattr(series, part, None)
            for kind in SOURCES:
                source = getattr(data, kind, None)
                if source is not None:
                    yield source


def _move(anchor: Any, stretch: Stretch) -> None:
    """Anchors count rows from 0."""
    corners = (anchor._from, anchor.to) if hasattr(anchor, "to") else (anchor._from,)
    for corner in corners:
        corner.row = stretch.top(corner.row + 1) - 1
