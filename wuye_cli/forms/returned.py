"""A returned form as rows: cells by heading, each with its place; what is wrong is collected, never the first only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Locator
from wuye_cli.importing.readers.grid import column_letter
from wuye_cli.workbooks.sheets import SheetCells


@dataclass(frozen=True, slots=True)
class TypedCell:
    """What stands in a cell, and where."""

    text: str
    at: Locator


Row = Mapping[str, TypedCell]


@dataclass(slots=True)
class Complaints:
    """Sentences about cells that cannot be read."""

    sentences: list[str] = field(default_factory=list)

    def add(self, at: Locator, sentence: object) -> None:
        """Note what is wrong with a place."""
        self.sentences.append(f"{at}：{sentence}。")

    def raise_all(self, name: str) -> None:
        """Refuse the form if anything was noted."""
        if self.sentences:
            count = len(self.sentences)
            raise InputError("form-cells", f"“{name}”有 {count} 处要改，什么都没有写入：", tuple(self.sentences))


def find_rows(sheets: Sequence[SheetCells], name: str, headings: Sequence[str], wrong: Complaints) -> Iterator[Row]:
    """Give the rows below the header of a sheet that hold anything, wherever the header and its columns stand."""
    sheet = next((one for one in sheets if one.name == name), None)
    if sheet is None:
        wrong.add(Locator(sheet=name), "找不到这张工作表，请不要删除或改名")
        return
    texts = [[cell.text.strip() for cell in row] for row in sheet.rows]
    header = next((number for number, row in enumerate(texts) if set(headings) <= set(row)), None)
    if header is None:
        wrong.add(Locator(sheet=name), f"找不到表头，要有这几栏：{'、'.join(headings)}")
        return
    for place in sheet.uncalculated:
        wrong.add(Locator(sheet=name), f"{place} 单元格是没有算过的公式，读不到值，请改成文字")
    columns = {heading: texts[header].index(heading) for heading in headings}
    for number, row in enumerate(sheet.rows[header + 1 :], header + 2):
        cells = {
            heading: TypedCell(row[column].text, Locator(sheet=name, row=number, column=column_letter(column)))
            for heading, column in columns.items()
        }
        if any(cell.text.strip() for cell in cells.values()):
            yield cells
