"""How a template says what goes where.

`{{标题}}` is a value, `{{进展.重点任务}}` a field of what is repeated, `{{进展.所属部分|合并}}` the same with a wish:
cells of this column that are equal from row to row become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

# {{标题}}   {{ 进展.重点任务 }}   {{进展.所属部分|合并}}
PLACEHOLDER = re.compile(r"\{\{\s*([^{}.|\s]+)(?:\.([^{}.|\s]+))?\s*(?:\|\s*([^{}|]*?)\s*)?\}\}")
MERGE = "合并"


def cell_fields(sheet: Worksheet) -> Iterator[tuple[Any, str, str]]:
    """Go through the fields that the cells of a sheet ask for, each with its cell and the name of its list."""
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str):
                yield from ((cell, name, field) for name, field, _ in PLACEHOLDER.findall(cell.value) if field)


def page_texts(sheet: Worksheet) -> Iterator[Any]:
    """Go through the headers and footers of a sheet that hold text; `text` of each may be set."""
    pages: tuple[Any, ...] = (
        *(sheet.oddHeader, sheet.evenHeader, sheet.firstHeader),
        *(sheet.oddFooter, sheet.evenFooter, sheet.firstFooter),
    )
    for page in pages:
        yield from (part for part in (page.left, page.center, page.right) if part.text)
