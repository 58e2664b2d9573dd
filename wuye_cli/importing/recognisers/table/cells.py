"""One row of a task table under its header: which words it prints itself, and which field they belong to."""

from __future__ import annotations

from dataclasses import dataclass

from wuye_cli.importing.document import Locator
from wuye_cli.importing.fields.headings import is_stage
from wuye_cli.importing.recognisers.table.header import Column, Header, Row
from wuye_cli.importing.recognisers.table.measures import find_measure, with_measure
from wuye_cli.importing.recognisers.table.persons import has_persons, split_persons
from wuye_cli.importing.recognisers.table.unwrapping import unwrap, unwrap_units

UNIT_FIELDS = ("lead", "responsible", "guide")
FIGURES = ("target", "yearly", "progress")


@dataclass(frozen=True, slots=True)
class RowCells:
    """The texts of a row by column, a merged area read once per row; `own` marks those not merged down from above."""

    texts: tuple[str, ...]
    own: tuple[bool, ...]
    raw: tuple[str, ...]
    at: Locator

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that hold a text."""
        return tuple(index for index, text in enumerate(self.texts) if text)


def read_cells(row: Row, above: RowCells | None) -> RowCells:
    """Tell apart what a merged area repeats downwards (as above) and sideways (nothing of its own)."""
    texts: list[str] = []
    own: list[bool] = []
    for index, cell in enumerate(row):
        down = cell.merged and above is not None and index < len(above.raw) and above.raw[index] == cell.text
        if down and above is not None:
            texts.append(above.texts[index])
        else:
            texts.append("" if cell.merged else cell.text.strip())
        own.append(bool(texts[-1]) and not down)
    place = next((cell.at for cell, its_own in zip(row, own, strict=True) if its_own), row[0].at if row else Locator())
    return RowCells(tuple(texts), tuple(own), tuple(cell.text for cell in row), place.of_row)


@dataclass(frozen=True, slots=True)
class RowValues:
    """The unwrapped texts of a row by field; `own` names the fields that the row prints itself."""

    texts: dict[str, str]
    own: frozenset[str]
    yearly: tuple[tuple[int, str], ...]

    def text(self, field: str) -> str:
        """Give the text of a field, "" where it is blank or has no column."""
        return self.texts.get(field, "")


def read_values(cells: RowCells, header: Header) -> RowValues:
    """Sort the texts of a row into fields; several columns of one field are joined, unknown ones become remarks."""
    texts: dict[str, str] = {}
    own: set[str] = set()
    yearly: list[tuple[int, str]] = []
    for column, text, its_own in zip(header.columns, cells.texts, cells.own, strict=False):
        if not text:
            continue
        own.update({column.field or "remark"} if its_own else ())
        if column.field == "yearly" and column.year:
            yearly.append((column.year, unwrap(_with_heading(text, column))))
        elif column.field in UNIT_FIELDS and has_persons(column.heading):
            _add_with_persons(texts, column.field, text)
        elif column.field:
            _add(texts, column.field, _with_heading(text, column))
        elif column.heading:
            _add(texts, "remark", f"{column.heading}：{text}")
    return RowValues(texts, frozenset(own), tuple(yearly))


def _add_with_persons(texts: dict[str, str], field: str, text: str) -> None:
    units, persons = split_persons(text)
    _add(texts, field, units)
    if persons:
        _add(texts, "remark", f"责任人：{'、'.join(persons)}")


def _with_heading(text: str, column: Column) -> str:
    """A heading may say what its cells do not: the measure (完成进度（%） | 60), or when (一季度 | 完成设计)."""
    if column.field == "content" and is_stage(column.heading):
        return f"{column.heading}：{text}" + ("" if text.endswith(("。", "；")) else "；")
    return with_measure(text, "", find_measure(column.heading)) if column.field in FIGURES else text


def _add(texts: dict[str, str], field: str, text: str) -> None:
    words = unwrap_units(text) if field in UNIT_FIELDS else unwrap(text)
    mark = "、" if field in UNIT_FIELDS else "\n"
    texts[field] = f"{texts[field]}{mark}{words}" if texts.get(field) else words
