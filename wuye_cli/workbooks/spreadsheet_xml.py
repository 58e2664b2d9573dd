"""Workbooks saved as one XML file (XML 电子表格 2003), which many systems export under the name of .xls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from wuye_cli.errors import InputError
from wuye_cli.workbooks.bounds import check_bounds
from wuye_cli.workbooks.display import display
from wuye_cli.workbooks.sheets import Area, CellText, SheetCells, clip_areas, fill_area, hidden_remarks

MARK = b"urn:schemas-microsoft-com:office:spreadsheet"
SIZE_LIMIT = 20 * 1024 * 1024
NAMED_FORMATS = {
    "Short Date": "yyyy-mm-dd",
    "Medium Date": "yyyy-mm-dd",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "General Date": "yyyy-mm-dd hh:mm",
    "Percent": "0.00%",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
}


def read_spreadsheet_xml(content: bytes, name: str) -> tuple[SheetCells, ...]:
    """Read every sheet.

    Raises:
        InputError: broken XML, a document type of its own, or too large.
    """
    if len(content) > SIZE_LIMIT:
        raise InputError("workbook-too-large", f"“{name}”超过 20 MB，不予读取；请只保留任务清单，另存为 .xlsx 后再试。")
    try:
        root = fromstring(content, forbid_dtd=True)
        formats = {_get(style, "ID"): _format(style) for style in root.iter() if _tag(style) == "Style"}
        return tuple(_Sheet(sheet, formats).read() for sheet in root if _tag(sheet) == "Worksheet")
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InputError(
            "workbook-damaged", f"“{name}”不是完好的 XML 表格；请用 Excel 或 WPS 打开并另存为 .xlsx 后再试。"
        ) from error


class _Sheet:
    """One worksheet; rows and cells may skip numbers, and count on from the one before."""

    def __init__(self, sheet: Element, formats: Mapping[str, str]) -> None:
        self.name = _get(sheet, "Name")
        self.formats = formats
        self.is_hidden = any(_tag(element) == "Visible" for element in sheet.iter())
        self.table = next((child for child in sheet if _tag(child) == "Table"), None)
        self.cells: dict[tuple[int, int], str] = {}
        self.areas: list[Area] = []
        self.hidden_rows: list[int] = []

    def read(self) -> SheetCells:
        for number, row in _numbered(self.table, "Row"):
            if _get(row, "Hidden") == "1":
                self.hidden_rows.append(number)
            self._read_row(number, row)
        height = max((row for row, _ in self.cells), default=0)
        width = max((column for _, column in self.cells), default=0)
        check_bounds(f"工作表“{self.name}”", height, max(width, 1))
        rows = [
            [CellText(self.cells.get((row, column), "")) for column in range(1, width + 1)]
            for row in range(1, height + 1)
        ]
        for area in clip_areas(self.areas, height, width):
            fill_area(rows, area)
        hidden = tuple(row for row in self.hidden_rows if row <= height)
        remarks = tuple(hidden_remarks(self.name, hidden, is_hidden=self.is_hidden))
        return SheetCells(self.name, tuple(map(tuple, rows)), hidden, remarks)

    def _read_row(self, number: int, row: Element) -> None:
        for column, cell in _numbered(row, "Cell"):
            text = _text(cell, self.formats)
            if text:
                self.cells[number, column] = text
            down, across = int(_get(cell, "MergeDown") or 0), int(_get(cell, "MergeAcross") or 0)
            if down > 0 or across > 0:
                self.areas.append(Area(column, number, column + max(across, 0), number + max(down, 0)))


def _numbered(parent: Element | None, tag: str) -> Iterator[tuple[int, Element]]:
    """Children with their numbers; a merged cell takes up the columns that it covers."""
    number = 0
    for child in () if parent is None else parent:
        if _tag(child) == tag:
            number = int(_get(child, "Index") or number + 1)
            if number < 1:
                raise ValueError(number)
            yield number, child
            number += int(_get(child, "MergeAcross") or 0)


def _text(cell: Element, formats: Mapping[str, str]) -> str:
    data = next((child for child in cell if _tag(child) == "Data"), None)
    if data is None:
        return ""
    text = "".join(data.itertext())
    return display(_value(text, _get(data, "Type")), formats.get(_get(cell, "StyleID"), "General"))


def _value(text: str, kind: str) -> Any:
    match kind:
        case "Number":
            return float(text)
        case "DateTime":
            return datetime.fromisoformat(text)
        case "Boolean":
            return text == "1"
    return text


def _format(style: Element) -> str:
    stated = next((_get(child, "Format") for child in style if _tag(child) == "NumberFormat"), "")
    return NAMED_FORMATS.get(stated, stated or "General")


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _get(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
