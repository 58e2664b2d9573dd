"""Whatever stands in a text field of the register, the circular has it as that text and as nothing else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.unit.render.by_hand import CIRCULAR
from tests.unit.render.test_workbook import DISTRICTS, TARGET, TEMPLATE, states
from wuye_cli.render.workbook import circular_bytes
from wuye_cli.workbooks.cells import CUT, LONGEST

PAYLOADS = {
    "formula": "=1+1",
    "link": '=HYPERLINK("http://example.com","点")',
    "command": "+cmd|'/C calc'!A0",
    "function": "@SUM(1+1)",
    "minus": "-2+3",
    "other workbook": "='[http://example.com/a.xlsx]表'!A1",
    "address": "http://example.com",
    "value": "{{任务总数}}",
    "field": "{{进展.重点任务|合并}}",
    "page code": "&A&F&P",
    "markup": "</t></is></c><f>1+1</f>",
    "control": "\x00\x07红\x1b[31m\ud800\ufffe",
    "very long": "很长" * LONGEST,
}
SHOWN = {"control": "红[31m", "very long": ("很长" * LONGEST)[: LONGEST - len(CUT)] + CUT}
TEXTS = {
    "number",
    "issuer",
    "contact",
    "section",
    "no",
    "content",
    "lead",
    "responsible",
    "deadline",
    "note",
    "problem",
}
TEXTS |= {"title", "next_step", "indicator", "scope", "target", "by", "state", "missing", "district", "unit", "name"}


def poisoned(value: Any, text: str) -> Any:
    """Put a text into every text field of a report."""
    if isinstance(value, tuple):
        return type(value)(poisoned(item, text) for item in value)
    if not is_dataclass(value) or isinstance(value, (Enum, type)):
        return value
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    changed = {
        name: text if name in TEXTS and isinstance(one, str) else poisoned(one, text) for name, one in held.items()
    }
    return replace(value, **changed)


@pytest.mark.parametrize("kind", PAYLOADS)
def test_every_text_is_that_text_and_nothing_is_calculated_or_linked(kind: str) -> None:
    text = PAYLOADS[kind]
    full = replace(CIRCULAR, districts=(DISTRICTS,), targets=(TARGET,), by_unit=(states("甲", 1, 0, 0, 0, 0, 0),))
    circular = replace(poisoned(full, text), paragraphs=(text, *CIRCULAR.paragraphs))
    content = circular_bytes(circular, Path(TEMPLATE).read_bytes(), TEMPLATE.name)
    book: Any = load_workbook(BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    shown = SHOWN.get(kind, text)
    for sheet, row, columns in (("进展情况表", 5, "ABCEFGHNOP"), ("逾期任务表", 5, "CDEFLM"), ("报送情况表", 5, "BFG")):
        assert {book[sheet][f"{column}{row}"].value for column in columns} == {shown}, sheet
    with ZipFile(BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name]
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        links = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)
    assert not any(b'TargetMode="External"' in link for link in links)
