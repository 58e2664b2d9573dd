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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median_high

from wuye_cli.importing.document import Cell, Document, Locator
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.paragraphs import split_heading
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.columns import read_rows
from wuye_cli.importing.recognisers.table.header import Column, Header
from wuye_cli.importing.recognisers.text_table.header_lines import HeaderLine
from wuye_cli.importing.recognisers.text_table.packed_costs import measure
from wuye_cli.importing.recognisers.text_table.packed_lines import Row, read_lines
from wuye_cli.importing.recognisers.text_table.packed_lines import read_rows as read_packed_rows
from wuye_cli.importing.recognisers.text_table.packed_rows import Cells, Cut, RowCutter, find_doubtful_columns
from wuye_cli.importing.recognisers.text_table.packed_words import Word, cell_lines, join_lines

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


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns as the words of a row follow each other: its number, what stands right of it, the next row's groups.

    `fields` are those behind the number; the last `groups` of them are printed left of it.
    """

    header: Header
    fields: tuple[str, ...]
    groups: int

    @property
    def own(self) -> int:
        """How many columns hold what is the row's own."""
        return len(self.fields) - self.groups


def read_packed_tasks(document: Document, table: HeaderLine) -> tuple[RawTask, ...]:
    """Read a table without blank lines; nothing where it has some, or where its cells cannot be told apart."""
    columns = _read_columns(table.header)
    cutter = RowCutter(columns.fields, [None] * len(columns.fields))
    rows = read_packed_rows(
        read_lines(document, table),
        lambda pages: sum(cutter.cut(page)[0].cost for page in pages),
        has_groups=columns.groups > 0,
    )
    too_long = any(len(words) > LONGEST_ROW for row in rows for words in row.pages)
    if too_long or sum(bool(row.pages) for row in rows) < FEWEST_ROWS:
        return ()
    return _tasks(rows, columns)


def _read_columns(header: Header) -> _Columns:
    """Rows have numbers, also where the line of headings misses theirs: 序 and 号 stood one below the other."""
    if not header.indexes("no"):
        header = replace(header, columns=(Column("no", "序号"), *header.columns))
    groups = min(header.indexes("no"))
    fields = [column.field for column in header.columns[groups + 1 :]]
    if "content" not in fields:  # the titles are the wording
        fields = ["content" if field == "title" else field for field in fields]
    names = ["section" if column.field == "title" else column.field for column in header.columns[:groups]]
    return _Columns(header, (*fields, *names), groups)


def _tasks(rows: Sequence[Row], columns: _Columns) -> tuple[RawTask, ...]:
    widths: list[float | None] = [None] * len(columns.fields)
    for _ in range(2):  # once to learn how wide the columns are
        widths = _find_widths([row for row in rows if row.no][:SAMPLE], columns.fields, widths)
    items = [item for row in rows for item in _items(row, columns, widths)]
    items = list(_hand_down_groups(items, columns))
    if sum("*" in item.doubtful for item in items) > DOUBTFUL_SHARE * len(items):
        return ()
    cells = [tuple(Cell(text, item.at) for text in _print_row(item, columns)) for item in items]
    by_place = {at: tuple(row) for at, row in groupby(items, key=lambda item: item.at)}
    tasks = read_rows(cells, columns.header)
    return tuple(_with_doubts(task, by_place[task.source], columns.fields) for task in tasks)


def _print_row(item: _Item, columns: _Columns) -> Cells:
    """Put the cells of an item in the order of the headings; a heading across the table comes first."""
    if not any(item.cells):
        return (item.no, *item.cells)
    return (*item.cells[columns.own :], item.no, *item.cells[: columns.own])


def _hand_down_groups(items: Sequence[_Item], columns: _Columns) -> Iterator[_Item]:
    """The cells left of a number stand behind the row above; a row without number has none but these."""
    groups = ("",) * columns.groups
    for item in items:
        own = item.cells[: columns.own]
        if any(own):
            yield replace(item, cells=(*own, *groups))
        elif item.no:  # a heading across the table
            yield item
        groups = item.cells[columns.own :] if any(item.cells) else groups


def _find_widths(rows: Sequence[Row], fields: Sequence[str], widths: Sequence[float | None]) -> list[float | None]:
    """Lines that break off are as wide as their column."""
    cutter = RowCutter(fields, widths)
    found: dict[int, list[float]] = defaultdict(list)
    for words in (row.pages[0] for row in rows if row.pages):
        for column, start, end in cutter.cut(words)[0].spans:
            found[column] += map(measure, cell_lines(words[start:end])[:-1])
    return [median_high(found[column]) if found[column] else None for column in range(len(fields))]


def _items(row: Row, columns: _Columns, widths: Sequence[float | None]) -> list[_Item]:
    """Cut the words of a row into its items; those behind the end of a page go on with the last."""
    fields = columns.fields
    if not row.pages:
        return [_Item(row.no, row.at, ("",) * len(fields), frozenset())]
    if not row.no:
        return [_Item("", row.at, _cut_groups(row, columns), frozenset())]
    items: list[Cells] = []
    cost = 0.0
    doubtful: set[str] = set()
    for page in row.pages:
        cuts = RowCutter(fields, widths, items[-1][: columns.own] if items else ()).cut(page)
        cost += cuts[0].cost
        doubtful |= {fields[column] or "*" for column in find_doubtful_columns(cuts)}
        found = _cells(cuts[0], page, len(fields))
        if items:
            found[0] = tuple(map(join_lines, zip(items.pop(), found[0], strict=True)))
        items += found
    if cost > DOUBTFUL * (len(items) + len(row.pages) - 1):
        doubtful = {"*"}
    return [_Item("" if at else row.no, row.at, cells, frozenset(doubtful)) for at, cells in enumerate(items)]


def _cut_groups(row: Row, columns: _Columns) -> Cells:
    """Cut the words above the first number."""
    fields = columns.fields[columns.own :]
    words = [word for page in row.pages for word in page]
    cells = _cells(RowCutter(fields, [None] * len(fields)).cut(words)[0], words, len(fields))
    return (*("",) * columns.own, *cells[0])


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
