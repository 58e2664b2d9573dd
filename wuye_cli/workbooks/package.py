"""What the parts of an .xlsx beside its sheets say: which sheets there are, their texts, how numbers are shown.

openpyxl reads the small parts. It would read the texts and the sheets as well, but builds an object for each element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.xml.constants import SHARED_STRINGS

from wuye_cli.workbooks.display import clean_text, display, shown_number
from wuye_cli.workbooks.shared_strings import read_shared_strings
from wuye_cli.workbooks.sheets import CellText

FRACTION = re.compile("[.eE]")  # 0.6   1E-3
OUT_OF_CALENDAR = "#VALUE!"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet and the part of the archive that holds it."""

    name: str
    part: str
    is_hidden: bool


class Package:
    """An open .xlsx; what it raises over a damaged one, `archive.unpacking` turns into a sentence."""

    def __init__(self, content: bytes) -> None:
        self._reader: Any = ExcelReader(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        self._reader.read_manifest()
        self._reader.read_workbook()
        self.archive = self._reader.archive
        self._book: Any = self._reader.wb
        apply_stylesheet(self.archive, self._book)
        self._strings = tuple(CellText(clean_text(text)) for text in self._read_strings())

    def _read_strings(self) -> tuple[str, ...]:
        part = self._reader.package.find(SHARED_STRINGS)
        if part is None:
            return ()
        with self.archive.open(part.PartName.removeprefix("/")) as source:
            return read_shared_strings(source)

    def sheets(self) -> Iterator[SheetPart]:
        """Give the sheets in order, hidden ones too; sheets of charts hold no cells."""
        parts = set(self.archive.namelist())
        for sheet, relation in self._reader.parser.find_sheets():
            if relation.target in parts and "chartsheet" not in relation.Type:
                yield SheetPart(sheet.name, relation.target, is_hidden=sheet.state != "visible")

    def show(self, kind: str, style: int, text: str) -> CellText:
        """Give a cell as it is shown, from its kind, its style and the text that is stored."""
        if kind == "s":
            return self._strings[int(text)]
        value = self._value(kind, style, text)
        if isinstance(value, str):
            return CellText(clean_text(value))
        number_format = self._number_format(style)
        return CellText(display(value, number_format), number=shown_number(value, number_format))

    def _value(self, kind: str, style: int, text: str) -> object:
        match kind:
            case "n":
                return self._number_or_date(style, text)
            case "b":
                return bool(int(text))
            case "d":
                return from_ISO8601(text)  # type: ignore[no-untyped-call]
        return text

    def _number_or_date(self, style: int, text: str) -> object:
        number = float(text) if FRACTION.search(text) else int(text)
        if style not in self._book._date_formats:
            return number
        try:
            return from_excel(number, self._book.epoch, timedelta=style in self._book._timedelta_formats)
        except (OverflowError, ValueError):
            return OUT_OF_CALENDAR

    def _number_format(self, style: int) -> str:
        number = self._book._cell_styles[style].numFmtId
        own = number - BUILTIN_FORMATS_MAX_SIZE
        return str(self._book._number_formats[own] if own >= 0 else BUILTIN_FORMATS.get(number, "General"))
