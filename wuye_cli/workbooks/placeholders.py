"""How a template says what goes where: `{{标题}}` a value, `{{进展.重点任务}}` a field of what is repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

PLACEHOLDER = re.compile(r"\{\{\s*([^{}.\s]+)(?:\.([^{}.\s]+))?\s*\}\}")  # {{标题}}   {{ 进展.重点任务 }}


def cell_fields(sheet: Worksheet) -> Iterator[tuple[Any, str, str]]:
    """Go through the fields that the cells of a sheet ask for, each with its cell and the name of its list."""
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str):
                yield from ((cell, name, field) for name, field in PLACEHOLDER.findall(cell.value) if field)
