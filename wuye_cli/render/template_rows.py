"""Lines of a report as rows for a template: each field by the name that the template knows it by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from wuye_cli.render.tables import rounded
from wuye_cli.workbooks.cells import Value
from wuye_cli.workbooks.content import Row

Line = TypeVar("Line")
NUMBER = "序号"


def template_rows(
    fields: Mapping[str, Callable[[Line], Value]], lines: Iterable[Line], *, empty: tuple[str, ...] = (NUMBER,)
) -> tuple[Row, ...]:
    """Give the rows with their running number; a list without any says 无 in its fields `empty`."""
    rows = tuple(
        {NUMBER: number, **{name: value(line) for name, value in fields.items()}}
        for number, line in enumerate(lines, 1)
    )
    return rows or (dict.fromkeys(empty, "无"),)


def printed_figure(value: float | None) -> Value:
    """Give a figure with at most one decimal; what is not there is a dash, so that it is never taken for 0."""
    if value is None:
        return "—"
    short = rounded(value)
    return int(value) if short == int(value) else short
