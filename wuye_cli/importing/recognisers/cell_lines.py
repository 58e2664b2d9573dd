"""A task table left with one cell per line: headings first, then the cells row by row; empty cells leave no trace.

    主要任务 / 推进措施 / 牵头单位 / 配合单位 / 完成时限      (each on its own line)
    (一)规范服务
    1.公开收费标准。 / 市发改委 / 市住建局 / 2025年6月      (each on its own line)

A row that has fewer cells than columns is read from both ends; the column that seems empty carries a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wuye_cli.importing.document import Cell, Document, Locator, Paragraph
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.recognisers.cell_shape import is_names
from wuye_cli.importing.recognisers.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.recognisers.deadline_words import is_damaged_deadline, is_dated_steps, is_deadline
from wuye_cli.importing.recognisers.guessed_columns import doubt_guesses, guess_columns
from wuye_cli.importing.recognisers.header import Header, find_heading_year, squash
from wuye_cli.importing.recognisers.header_lines import HeaderLine, find_header_stacks, is_note
from wuye_cli.importing.recognisers.odd_rows import doubt_odd_rows
from wuye_cli.importing.recognisers.outline import split_heading
from wuye_cli.importing.recognisers.paragraphs import (
    CLOSING,
    SIGNED,
    find_mark,
    is_page_number,
    join_text,
    open_brackets,
)
from wuye_cli.importing.recognisers.scattered_blocks import is_scattered, read_blocks

NAME = "cell-lines"
LONE_NUMBER = re.compile(r"\d{1,3}[.、．]?")
SENTENCE = re.compile(r"[。；：《》“”！？\d]")
DISORDER = 0.3
FEWEST_DISORDERED = 3
DISORDERED = "表格的单元格次序混乱，多数行与表头对不上，请逐栏核对，或改用原文件（Word、Excel）导入。"
CELL_MISSING = "这一行的单元格比表头少，空在哪一栏无从判断，请核对。"
CELL_EXTRA = "这一行的单元格比表头多，多出的部分并入了本栏，请核对。"


@dataclass(slots=True)
class _Row:
    """The cells of one row: a number, or a numbered text, and what stands below it."""

    at: Locator
    no: str = ""
    text: str = ""
    section: str = ""
    cells: list[str] = field(default_factory=list)


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the lines below stacked column headings."""
    claims = []
    for stack in find_header_stacks(document):
        if is_scattered(read_blocks(document, stack.below, stack.last)[0]):
            continue
        rows, last = _rows(document, stack)
        if rows:
            tasks = doubt_odd_rows(_doubt_all(tuple(_tasks(rows, _guess_columns(rows, stack.header)))))
            claims.append(Claim(NAME, stack.first, last, True, tasks))
    return tuple(claims)


def _guess_columns(rows: Sequence[_Row], header: Header) -> Header:
    """Name the columns under unknown headings by the rows that print every cell."""
    texts = [(row.no, *row.cells) for row in rows if not row.text and len(row.cells) + 1 == len(header.columns)]
    return guess_columns(header, [tuple(Cell(text, Locator()) for text in row) for row in texts])


def _doubt_all(tasks: tuple[RawTask, ...]) -> tuple[RawTask, ...]:
    """Where many rows have cells to spare, the lines are out of order and none can be trusted."""
    surplus = sum(1 for task in tasks for problem in task.problems if problem.code == "cell-extra")
    if surplus < FEWEST_DISORDERED or surplus < DISORDER * len(tasks):
        return tasks
    doubt = Problem("cells-disordered", "*", DISORDERED)
    return tuple(replace(task, problems=(*task.problems, doubt)) for task in tasks)


def _rows(document: Document, stack: HeaderLine) -> tuple[list[_Row], int]:
    rows: list[_Row] = []
    section, last = "", stack.first
    headings = {column.heading for column in stack.header.columns}
    for index in range(stack.first + 1, stack.last + 1):
        block = document.blocks[index]
        line = block.text.strip() if isinstance(block, Paragraph) else ""
        if not line or is_page_number(line) or is_note(line) or squash(line) in headings:
            continue
        if CLOSING.match(line):
            break
        if SIGNED.match(line) and not _wants_deadline(rows, line, stack.header):
            last = _drop_office(rows, last)
            break
        last = index
        number = find_mark(line)
        if number is not None and number.level <= 2:
            section = line
        elif LONE_NUMBER.fullmatch(line) and stack.header.indexes("no"):
            rows.append(_Row(block.at, no=line.rstrip(".、．"), section=section))
        elif number is not None and number.level == 3:
            rows.append(_Row(block.at, number.no, number.rest, section))
        elif rows and _opens_item(rows[-1], line, stack.header):
            rows.append(_Row(block.at, rows[-1].no, section=section, cells=[line]))
        elif rows:
            _add_cell(rows[-1].cells, line)
    return rows, last


def _drop_office(rows: list[_Row], last: int) -> int:
    """Take the office that signs below the table, right above the date, out of the last row."""
    if not rows or not rows[-1].cells or not is_names(rows[-1].cells[-1]):
        return last
    rows[-1].cells.pop()
    return last - 1


def _wants_deadline(rows: list[_Row], line: str, header: Header) -> bool:
    """Whether a date alone on its line fills the last row, or closes the table."""
    if not header.indexes("deadline") or not is_deadline(line) or not rows:
        return False
    cells = rows[-1].cells
    return not any(map(is_deadline, cells)) or is_deadline(cells[-1])


def _opens_item(row: _Row, line: str, header: Header) -> bool:
    """Whether a sentence behind units or deadline begins the next item under the same number."""
    if header.indexes("remark") or not header.indexes("content") or not line.endswith("。"):
        return False
    return any(is_deadline(cell) or is_names(cell) for cell in row.cells)


def _add_cell(cells: list[str], line: str) -> None:
    """A cell that breaks off at 、 or inside a bracket goes on in the next line."""
    if cells and (cells[-1].endswith("、") or line.startswith("、") or open_brackets(cells[-1]) > 0):
        cells[-1] = join_text(cells[-1], line)
    else:
        cells.append(line)


def _tasks(rows: list[_Row], header: Header) -> Iterator[RawTask]:
    title = ""
    for row in rows:
        doubts = _doubt_places(row, header)
        remark = _take_unnamed(row, header) or _take_remark(row, header)
        deadlines = _take_deadlines(row) if header.indexes("deadline") else None
        texts = _take_texts(row, header)
        if len(texts) > 1 or (texts and not header.indexes("content")):
            title = texts[0]
        content = "\n".join(texts[1:]) or (texts[0] if texts else "")
        lead = title if header.indexes("title") and not row.text else split_heading(content)[0]
        year = header.year or find_heading_year(row.section)
        task = RawTask(
            row.no, row.section, lead or title, content, remark=remark, deadline=deadlines, year=year, source=row.at
        )
        task = _with_units(task, row.cells, header)
        problems = (*task.problems, *doubts, *doubt_guesses(header, is_first=row is rows[0]))
        yield replace(task, problems=tuple(dict.fromkeys(problems)))


def _is_whole(row: _Row, header: Header) -> bool:
    """Whether the row prints a cell for each heading."""
    return not row.text and header.columns[0].field == "no" and len(row.cells) + 1 == len(header.columns)


def _unnamed(header: Header) -> list[int]:
    """Give the columns, left of the last units, that we have no field for: a person in charge."""
    last = max((at for role in UNIT_FIELDS for at in header.indexes(role)), default=0)
    return [at for at, column in enumerate(header.columns[:last]) if not column.field]


def _take_unnamed(row: _Row, header: Header) -> str:
    """A whole row tells by its place which cell is no unit."""
    if not _unnamed(header) or not _is_whole(row, header):
        return ""
    columns = list(zip(header.columns[1:], row.cells, strict=True))
    row.cells = [cell for column, cell in columns if column.field not in {"", "remark"}]
    return "\n".join(
        cell if column.field else f"{column.heading}：{cell}"
        for column, cell in columns
        if column.field in {"", "remark"}
    )


def _doubt_places(row: _Row, header: Header) -> tuple[Problem, ...]:
    """Beside cells of an unnamed column, a row that is not whole does not tell which are units."""
    if not _unnamed(header) or _is_whole(row, header):
        return ()
    roles = [role for role in UNIT_FIELDS if header.indexes(role)]
    return tuple(Problem("cell-missing", role, CELL_MISSING, row.at) for role in roles)


def _take_remark(row: _Row, header: Header) -> str:
    """Behind the deadline stand only remarks, where the headings say so."""
    if [column.field for column in header.columns[-2:]] != ["deadline", "remark"]:
        return ""
    found = _find_deadlines(row)
    end = max((at for at, cell in enumerate(row.cells, start=1) if cell in found), default=len(row.cells))
    row.cells, remarks = row.cells[:end], row.cells[end:]
    return "\n".join(remarks)


def _take_deadlines(row: _Row) -> str:
    found = _find_deadlines(row)
    row.cells = [cell for cell in row.cells if cell not in found]
    return "\n".join(found)


def _find_deadlines(row: _Row) -> list[str]:
    """Deadlines are told by their words wherever they stand; without any, the last cell of dated steps is one."""
    found = [cell for cell in row.cells if is_deadline(cell) or is_damaged_deadline(cell)]
    first = 0 if row.text else 1  # what stands beside the number says what is to be done
    return found or [cell for cell in row.cells[first:] if is_dated_steps(cell)][-1:]


def _take_texts(row: _Row, header: Header) -> list[str]:
    """The text that shares the number's cell, and cells beyond those that units can fill."""
    wanted = 0 if row.text else len(header.indexes("title") + header.indexes("content"))
    units = sum(len(header.indexes(role)) for role in UNIT_FIELDS)
    texts = [row.text] if row.text else []
    while row.cells and (wanted > 0 or SENTENCE.search(row.cells[0])) and len(row.cells) > min(units, 1):
        if wanted == 1 and len(row.cells) <= units and not SENTENCE.search(row.cells[0]):
            break
        texts.append(row.cells.pop(0))
        wanted -= 1
    return texts


def _with_units(task: RawTask, cells: list[str], header: Header) -> RawTask:
    roles = [column.field for column in header.columns if column.field in UNIT_FIELDS] or ["responsible"]
    values: dict[str, str] = {}
    for at, cell in enumerate(cells):
        role = roles[min(at, len(roles) - 1)]
        values[role] = f"{values[role]}、{cell}" if role in values else cell
    missing = [Problem("cell-missing", role, CELL_MISSING, task.source) for role in roles[len(cells) :]]
    extra = [Problem("cell-extra", roles[-1], CELL_EXTRA, task.source)] if len(cells) > len(roles) else []
    return replace(
        task,
        lead=values.get("lead", ""),
        responsible=values.get("responsible", ""),
        guide=values.get("guide", ""),
        problems=(*missing, *extra),
    )


RECOGNISER = Recogniser(NAME, find_claims)
