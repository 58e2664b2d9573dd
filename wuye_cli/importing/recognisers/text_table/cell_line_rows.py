"""The lines of a table left with one cell per line -> its rows: a number opens one, the cells stand below it.

    1 / 规范收费 / 公示标准。 / 市发改委      (each on its own line)

Where groups stand left of the numbers, the cell above a number that is no units is the group of its row; so is a cell
too many for the row above. Numbers in brackets number rows where no plain ones stand alone, else sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.paragraphs import (
    CLOSING,
    SIGNED,
    find_mark,
    is_page_number,
    join_text,
    open_brackets,
)
from wuye_cli.importing.recognisers.table.cell_kinds import find_kind
from wuye_cli.importing.recognisers.table.cell_shape import is_names
from wuye_cli.importing.recognisers.table.header import Header, squash
from wuye_cli.importing.recognisers.text_table.header_lines import HeaderLine, is_note

LONE_NUMBER = re.compile(r"[（(]?(\d{1,3})[)）]?[.、．]?")  # 3   3.   （3）
LONE_CHINESE = re.compile(r"([（(]?[一二三四五六七八九十]{1,3}[)）]?)[.、．]?")  # 三   （三）
# 区属国企   各街镇、区属国企   but not 市政设施   区域协同   乡村风貌   市区道路提升改造
UNIT_LIKE = re.compile(r"(?!市[政场民容]|[市县区镇]域|乡村|各[类项级])[省市县区乡镇各][^、，]{2,5}(?:、|等?$)")


@dataclass(slots=True)
class LineRow:
    """The cells of one row: a number, or a numbered text, and what stands below it."""

    at: Locator
    no: str = ""
    text: str = ""
    section: str = ""
    group: str = ""
    level: str = ""
    remark: str = ""
    cells: list[str] = field(default_factory=list)


def read_line_rows(document: Document, stack: HeaderLine) -> tuple[list[LineRow], int]:
    """Read the rows below stacked headings; gives the last block of the table, too."""
    lines = list(_lines(document, stack))
    has_figures = any(LONE_NUMBER.fullmatch(line) for _, _, line in lines)
    reader = _Reader(stack.header, LONE_NUMBER if has_figures else LONE_CHINESE)
    last = stack.first
    for index, block, line in lines:
        if SIGNED.match(line) and not _wants_deadline(reader.rows, line, stack.header):
            return reader.rows, _drop_office(reader.rows, last)
        reader.meet(line, block.at)
        last = index
    return reader.rows, last


def _lines(document: Document, stack: HeaderLine) -> Iterator[tuple[int, Paragraph, str]]:
    """Give the lines below the headings up to what closes the document, without notes and repeated headings."""
    headings = {column.heading for column in stack.header.columns}
    for index in range(stack.first + 1, stack.last + 1):
        block = document.blocks[index]
        line = block.text.strip() if isinstance(block, Paragraph) else ""
        if CLOSING.match(line):
            return
        if isinstance(block, Paragraph) and line and not (is_page_number(line) or is_note(line)):
            yield from [(index, block, line)] if squash(line) not in headings else []


class _Reader:
    """The state of reading down the lines."""

    def __init__(self, header: Header, numbers: re.Pattern[str]) -> None:
        self.header = header
        self.numbers = numbers
        self.rows: list[LineRow] = []
        self.section = ""
        self.group = ""
        self.early: list[str] = []  # groups above the first number

    def meet(self, line: str, at: Locator) -> None:
        """Take one line: a heading, the number of a row, a row with its number, or a cell."""
        number = find_mark(line)
        lone = self.numbers.fullmatch(line) if self.header.indexes("no") else None
        if lone:
            self._take_groups()
            self._open(at, lone[1])
        elif number is not None and number.level <= 2:
            self.section = line
        elif number is not None and number.level == 3:
            self._open(at, number.no, number.rest)
        elif self.rows and _opens_item(self.rows[-1], line, self.header):
            self._open(at, self.rows[-1].no)
            self.rows[-1].cells.append(line)
        elif self.rows:
            _add_cell(self.rows[-1].cells, line)
        else:
            self.early.append(line)

    def _open(self, at: Locator, no: str, text: str = "") -> None:
        self.rows.append(LineRow(at, no, text, self.section, self.group))

    def _count_groups(self) -> int:
        return min(self.header.indexes("no"), default=0)

    def _take_groups(self) -> None:
        """The cells above a number that are no units are its groups, the outer one first."""
        most = max(self._count_groups(), 1)
        groups = self.early[-most:]
        cells = self.rows[-1].cells if self.rows else []
        while len(groups) < most and len(cells) > 1 and self._is_group(cells):
            groups.insert(0, cells.pop())
        self.early = []
        if groups:
            self.section, self.group = (*groups[:-1], self.section)[0], groups[-1]

    def _is_group(self, cells: list[str]) -> bool:
        """Whether the last cell of a row belongs to the rows below: one too many, behind units, or like none."""
        *before, last = cells
        kind = find_kind(last)
        if kind not in {"name", "words"} or last.endswith("。"):
            return False
        if len(cells) >= len(self.header.columns) - self._count_groups():
            return True
        is_behind = kind == "name" or "units" in map(find_kind, before)
        return self._count_groups() > 0 and is_behind and not UNIT_LIKE.match(last)


def _drop_office(rows: list[LineRow], last: int) -> int:
    """Take the office that signs below the table, right above the date, out of the last row."""
    if not rows or not rows[-1].cells or not is_names(rows[-1].cells[-1]):
        return last
    rows[-1].cells.pop()
    return last - 1


def _wants_deadline(rows: list[LineRow], line: str, header: Header) -> bool:
    """Whether a date alone on its line fills the last row, or closes the table."""
    if not header.indexes("deadline") or not is_deadline(line) or not rows:
        return False
    cells = rows[-1].cells
    return not any(map(is_deadline, cells)) or is_deadline(cells[-1])


def _opens_item(row: LineRow, line: str, header: Header) -> bool:
    """Whether a sentence behind units or deadline begins the next item under the same number."""
    if header.indexes("remark") or not line.endswith("。"):
        return False
    return any(is_deadline(cell) or is_names(cell) for cell in row.cells)


def _add_cell(cells: list[str], line: str) -> None:
    """A cell that breaks off at 、 or inside a bracket goes on in the next line; a bracket may be left open."""
    is_inside = bool(cells) and open_brackets(cells[-1]) > 0 and (open_brackets(line) < 0 or find_kind(line) != "units")
    if cells and (cells[-1].endswith("、") or line.startswith("、") or is_inside):
        cells[-1] = join_text(cells[-1], line)
    else:
        cells.append(line)
