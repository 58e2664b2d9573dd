"""Table lines that follow each other without blank ones, as `pdftotext -raw` prints them -> tasks.

    1
    推动工业经济稳
    进提质
    新增规模以上工业企业 60 家以上。
    12 月底前 市经济和信息化局
    各县区人民政府

Cells come in the order of the columns; nothing but their words and the widths of their lines parts them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median_high

from wuye_cli.importing.document import Cell, Document, Locator, Paragraph
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.recognisers.aligned_pages import closes_table
from wuye_cli.importing.recognisers.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.columns import read_rows
from wuye_cli.importing.recognisers.header import Column, Header
from wuye_cli.importing.recognisers.header_lines import HeaderLine, is_note
from wuye_cli.importing.recognisers.outline import split_heading
from wuye_cli.importing.recognisers.packed_costs import measure
from wuye_cli.importing.recognisers.packed_rows import Cells, Cut, RowCutter, find_doubtful_columns
from wuye_cli.importing.recognisers.packed_words import Word, cell_lines, join_lines, part_words
from wuye_cli.importing.recognisers.paragraphs import is_page_number

FEWEST_ROWS = 3
SAMPLE = 40  # rows that show how wide the columns are
DOUBTFUL = 2.5  # what the cells of a row may cost
DOUBTFUL_SHARE = 0.34
UNSURE = "这一行各格连在一起，分界处不能确定，请核对。"
NUMBER_HEADING = "序号"  # in a narrow column, one sign to a line
ONE_COLUMN = "表头有几栏单位，这一行有一栏没有读到，单位可能放错了栏，请核对。"
# 二、强化要素保障   （一）政务服务
SECTION = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^\s、，。；：\d]{2,24}")
# 3   3 办好民生实事   but not 6 月中旬   6 个   6 个，同步实施
NUMBERED = re.compile(r"(\d{1,3})[.、．]?(?:$|\s+(?!月|日|\d|\S?(?:$|[，。、；]))(.*))")


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line, and how many headers stand above it."""

    page: int
    text: str
    at: Locator


@dataclass(frozen=True, slots=True)
class _Row:
    """A number and the words behind it, by page; a heading across the table stands for itself."""

    no: str
    at: Locator
    pages: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """The cells of one item, and the fields whose words may stand elsewhere; the first item has the number."""

    no: str
    at: Locator
    cells: Cells
    doubtful: frozenset[str]


def read_packed_tasks(document: Document, table: HeaderLine) -> tuple[RawTask, ...]:
    """Read a table without blank lines; nothing where it has some, or where its cells cannot be told apart."""
    rows = _read_rows(_read_lines(document, table))
    return _tasks(rows, _numbered(table.header)) if sum(bool(row.pages) for row in rows) >= FEWEST_ROWS else ()


def _numbered(header: Header) -> Header:
    """Rows have numbers, also where the line of headings misses theirs: 序 and 号 stood one below the other."""
    if header.columns[0].field == "no":
        return header
    return replace(header, columns=(Column("no", "序号"), *header.columns))


def _read_lines(document: Document, table: HeaderLine) -> list[_Line]:
    """Give the lines of a table without repeated headers; none where blank lines part its rows."""
    blocks = [block for block in document.blocks[table.below : table.last + 1] if isinstance(block, Paragraph)]
    texts = [block.text.strip() for block in blocks]
    end = next((at for at in range(len(texts)) if closes_table(texts, at)), len(texts))
    while end and not texts[end - 1]:
        end -= 1
    lines: list[_Line] = []
    page = 0
    for at, text in enumerate(texts[:end]):
        block = table.below + at
        head = table.head_at(block)
        if head and block == head.first:
            page += 1
            while lines and lines[-1].text in NUMBER_HEADING:
                lines.pop()
        if not text and not _ends_page(texts, at):
            return []
        if text and not head and not is_page_number(text) and not is_note(text):
            lines.append(_Line(page, text, blocks[at].at))
    return lines


def _ends_page(texts: Sequence[str], at: int) -> bool:
    """Whether a blank line stands beside a page number."""
    return any(is_page_number(text) for text in texts[max(at - 1, 0) : at + 2])


def _read_rows(lines: Sequence[_Line]) -> list[_Row]:
    """Begin a row where a number counts on from the last one; nothing where the first line opens none."""
    rows: list[tuple[str, list[_Line]]] = []
    last = 0
    for line in lines:
        found = NUMBERED.fullmatch(line.text)
        if found and (not last or int(found[1]) == last + 1):
            last = int(found[1])
            rows.append((found[1], [replace(line, text=found[2] or "")]))
        elif SECTION.fullmatch(line.text):
            rows.append((line.text, [replace(line, text="")]))
        elif rows:
            rows[-1][1].append(line)
        else:
            return []
    return [_Row(no, row[0].at, _pages(row)) for no, row in rows]


def _pages(lines: Sequence[_Line]) -> tuple[tuple[Word, ...], ...]:
    filled = [line for line in lines if line.text]
    return tuple(part_words([line.text for line in page]) for _, page in groupby(filled, key=lambda line: line.page))


def _tasks(rows: Sequence[_Row], header: Header) -> tuple[RawTask, ...]:
    fields = [column.field for column in header.columns[1:]]
    if not header.indexes("content"):
        fields = ["content" if field == "title" else field for field in fields]
    widths: list[float | None] = [None] * len(fields)
    for _ in range(2):  # once to learn how wide the columns are
        widths = _find_widths(rows[:SAMPLE], fields, widths)
    items = [item for row in rows for item in _items(row, fields, widths)]
    if sum("*" in item.doubtful for item in items) > DOUBTFUL_SHARE * len(items):
        return ()
    cells = [tuple(Cell(text, item.at) for text in (item.no, *item.cells)) for item in items]
    by_place = {item.at: item for item in items}
    return tuple(_with_doubts(task, by_place, fields) for task in read_rows(cells, header))


def _find_widths(rows: Sequence[_Row], fields: Sequence[str], widths: Sequence[float | None]) -> list[float | None]:
    """Lines that break off are as wide as their column."""
    cutter = RowCutter(fields, widths)
    found: dict[int, list[float]] = defaultdict(list)
    for words in (row.pages[0] for row in rows if row.pages):
        for column, start, end in cutter.cut(words)[0].spans:
            found[column] += map(measure, cell_lines(words[start:end])[:-1])
    return [median_high(found[column]) if found[column] else None for column in range(len(fields))]


def _items(row: _Row, fields: Sequence[str], widths: Sequence[float | None]) -> list[_Item]:
    """Cut the words of a row into its items; those behind the end of a page go on with the last."""
    items: list[Cells] = []
    cost = 0.0
    doubtful: set[str] = set()
    for page in row.pages:
        cuts = RowCutter(fields, widths, items[-1] if items else ()).cut(page)
        cost += cuts[0].cost
        doubtful |= {fields[column] or "*" for column in find_doubtful_columns(cuts)}
        found = _cells(cuts[0], page, len(fields))
        if items:
            found[0] = tuple(map(join_lines, zip(items.pop(), found[0], strict=True)))
        items += found
    if cost > DOUBTFUL * (len(items) + len(row.pages) - 1):
        doubtful = {"*"}
    if not row.pages:
        return [_Item(row.no, row.at, ("",) * len(fields), frozenset())]
    return [_Item("" if at else row.no, row.at, cells, frozenset(doubtful)) for at, cells in enumerate(items)]


def _cells(cut: Cut, words: Sequence[Word], width: int) -> list[Cells]:
    """Put the words of each item into its columns; an item ends where a column follows that stands before it."""
    items: list[list[str]] = []
    last = width
    for column, start, end in cut.spans:
        if column <= last:
            items.append([""] * width)
        last = column
        items[-1][column] = join_lines(cell_lines(words[start:end]))
    return [tuple(item) for item in items]


def _with_doubts(task: RawTask, items: Mapping[Locator, _Item], fields: Sequence[str]) -> RawTask:
    item = items[task.source]
    problems = [Problem("cells-run-together", field, UNSURE) for field in sorted(item.doubtful)]
    roles = [at for at, field in enumerate(fields) if field in UNIT_FIELDS]
    if any(not item.cells[at] for at in roles):
        problems += [Problem("units-missing", field, ONE_COLUMN) for field in dict.fromkeys(fields[at] for at in roles)]
    title = task.title or split_heading(task.content)[0]
    return replace(task, title=title, problems=(*task.problems, *problems))
