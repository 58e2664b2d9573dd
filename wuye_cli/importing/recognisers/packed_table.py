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

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median_high

from wuye_cli.importing.document import Cell, Document, Locator
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.recognisers.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.columns import read_rows
from wuye_cli.importing.recognisers.header import Column, Header
from wuye_cli.importing.recognisers.header_lines import HeaderLine
from wuye_cli.importing.recognisers.outline import split_heading
from wuye_cli.importing.recognisers.packed_costs import measure
from wuye_cli.importing.recognisers.packed_lines import Row, read_lines
from wuye_cli.importing.recognisers.packed_lines import read_rows as read_packed_rows
from wuye_cli.importing.recognisers.packed_rows import Cells, Cut, RowCutter, find_doubtful_columns
from wuye_cli.importing.recognisers.packed_words import Word, cell_lines, join_lines

FEWEST_ROWS = 3
LONGEST_ROW = 150  # words on a page; more is text, not a row
SAMPLE = 40  # rows that show how wide the columns are
DOUBTFUL = 2.5  # what the cells of a row may cost
DOUBTFUL_SHARE = 0.34
UNSURE = "这一行各格连在一起，分界处不能确定，请核对。"
ONE_COLUMN = "表头有几栏单位，这一行有一栏没有读到，单位可能放错了栏，请核对。"


@dataclass(frozen=True, slots=True)
class _Item:
    """The cells of one item, and the fields whose words may stand elsewhere; the first item has the number."""

    no: str
    at: Locator
    cells: Cells
    doubtful: frozenset[str]


def read_packed_tasks(document: Document, table: HeaderLine) -> tuple[RawTask, ...]:
    """Read a table without blank lines; nothing where it has some, or where its cells cannot be told apart."""
    header = _numbered(table.header)
    fields = _fields(header)
    cutter = RowCutter(fields, [None] * len(fields))
    rows = read_packed_rows(read_lines(document, table), lambda pages: sum(cutter.cut(page)[0].cost for page in pages))
    too_long = any(len(words) > LONGEST_ROW for row in rows for words in row.pages)
    if too_long or sum(bool(row.pages) for row in rows) < FEWEST_ROWS:
        return ()
    return _tasks(rows, header, fields)


def _numbered(header: Header) -> Header:
    """Rows have numbers, also where the line of headings misses theirs: 序 and 号 stood one below the other."""
    if header.columns[0].field == "no":
        return header
    return replace(header, columns=(Column("no", "序号"), *header.columns))


def _fields(header: Header) -> list[str]:
    """What the columns behind the number hold; without content, the titles are the wording."""
    fields = [column.field for column in header.columns[1:]]
    return fields if "content" in fields else ["content" if field == "title" else field for field in fields]


def _tasks(rows: Sequence[Row], header: Header, fields: Sequence[str]) -> tuple[RawTask, ...]:
    widths: list[float | None] = [None] * len(fields)
    for _ in range(2):  # once to learn how wide the columns are
        widths = _find_widths(rows[:SAMPLE], fields, widths)
    items = [item for row in rows for item in _items(row, fields, widths)]
    if sum("*" in item.doubtful for item in items) > DOUBTFUL_SHARE * len(items):
        return ()
    cells = [tuple(Cell(text, item.at) for text in (item.no, *item.cells)) for item in items]
    by_place = {at: tuple(row) for at, row in groupby(items, key=lambda item: item.at)}
    return tuple(_with_doubts(task, by_place[task.source], fields) for task in read_rows(cells, header))


def _find_widths(rows: Sequence[Row], fields: Sequence[str], widths: Sequence[float | None]) -> list[float | None]:
    """Lines that break off are as wide as their column."""
    cutter = RowCutter(fields, widths)
    found: dict[int, list[float]] = defaultdict(list)
    for words in (row.pages[0] for row in rows if row.pages):
        for column, start, end in cutter.cut(words)[0].spans:
            found[column] += map(measure, cell_lines(words[start:end])[:-1])
    return [median_high(found[column]) if found[column] else None for column in range(len(fields))]


def _items(row: Row, fields: Sequence[str], widths: Sequence[float | None]) -> list[_Item]:
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


def _with_doubts(task: RawTask, items: Sequence[_Item], fields: Sequence[str]) -> RawTask:
    """Tell what is doubtful about the row of a task."""
    problems = [Problem("cells-run-together", field, UNSURE) for field in sorted(items[0].doubtful)]
    roles = [at for at, field in enumerate(fields) if field in UNIT_FIELDS]
    if any(not item.cells[at] for item in items for at in roles):
        problems += [Problem("units-missing", field, ONE_COLUMN) for field in dict.fromkeys(fields[at] for at in roles)]
    title = task.title or split_heading(task.content)[0]
    return replace(task, title=title, problems=(*task.problems, *problems))
