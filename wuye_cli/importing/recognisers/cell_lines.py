"""A task table left with one cell per line: headings first, then the cells row by row; empty cells leave no trace.

    主要任务 / 推进措施 / 牵头单位 / 配合单位 / 完成时限      (each on its own line)
    (一)规范服务
    1.公开收费标准。 / 市发改委 / 市住建局 / 2025年6月      (each on its own line)

A row that has fewer cells than columns is read from both ends; the column that seems empty carries a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from wuye_cli.importing.document import Cell, Document, Locator
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.deadline_words import is_damaged_deadline, is_dated_steps, is_deadline
from wuye_cli.importing.paragraphs import split_heading
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.recognisers.table.category_columns import name_left_of_numbers
from wuye_cli.importing.recognisers.table.cell_kinds import find_kind
from wuye_cli.importing.recognisers.table.cell_shape import DITTO
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.guessed_columns import doubt_guesses, guess_columns
from wuye_cli.importing.recognisers.table.header import Header, find_heading_year
from wuye_cli.importing.recognisers.table.odd_rows import ask_about_list, doubt_odd_rows
from wuye_cli.importing.recognisers.table.short_rows import place_cells
from wuye_cli.importing.recognisers.text_table.cell_line_rows import LineRow, read_line_rows
from wuye_cli.importing.recognisers.text_table.header_lines import find_header_stacks
from wuye_cli.importing.recognisers.text_table.scattered_blocks import is_scattered, read_blocks

NAME = "cell-lines"
OTHERS = {"", "section", "level"}  # a person in charge, a category, who carries it out
SENTENCE = re.compile(r"[。；：《》“”！？\d]")
DISORDER = 0.3
FEWEST_DISORDERED = 3
DISORDERED = "表格的单元格次序混乱，多数行与表头对不上，请逐栏核对，或改用原文件（Word、Excel）导入。"
CELL_MISSING = "这一行的单元格比表头少，空在哪一栏无从判断，请核对。"
UNITS_ABOVE = "这一行没有单位，可能与上一行合并，按上一行读取，请核对。"
DEADLINE_ABOVE = "这一行没有完成时限，可能与上一行合并，按上一行读取，请核对。"
YEARS_LOST = "各年度的目标一格一行，哪一格是哪一年没有分开，请核对。"
CELL_EXTRA = "这一行的单元格比表头多，多出的部分并入了最后一栏单位，各格可能错位，请核对。"


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the lines below stacked column headings."""
    claims = []
    for stack in find_header_stacks(document):
        if is_scattered(read_blocks(document, stack.below, stack.last)[0]):
            continue
        rows, last = read_line_rows(document, stack)
        if rows:
            _fill_dittos(rows)
            tasks = _doubt_all(tuple(_tasks(rows, _guess_columns(rows, stack.header))))
            doubted = doubt_odd_rows(tasks, in_order=True)
            claims.append(Claim(NAME, stack.first, last, True, doubted, ask_about_list(doubted)))
    return tuple(claims)


def _fill_dittos(rows: Sequence[LineRow]) -> None:
    """Give cells that repeat the one above its words, by which their column is told; both rows print as many."""
    for above, row in pairwise(rows):
        if len(row.cells) == len(above.cells):
            row.cells = [up if DITTO.fullmatch(cell) else cell for up, cell in zip(above.cells, row.cells, strict=True)]


def _guess_columns(rows: Sequence[LineRow], header: Header) -> Header:
    """Name the columns under unknown headings: groups left of the numbers, others by the rows that print every cell."""
    header = name_left_of_numbers(header)
    texts = [(row.no, *row.cells) for row in rows if not row.text and len(row.cells) + 1 == len(header.columns)]
    return guess_columns(header, [tuple(Cell(text, Locator()) for text in row) for row in texts])


def _doubt_all(tasks: tuple[RawTask, ...]) -> tuple[RawTask, ...]:
    """Where many rows have cells to spare, the lines are out of order and none can be trusted."""
    surplus = sum(1 for task in tasks for problem in task.problems if problem.code == "cell-extra")
    if surplus < FEWEST_DISORDERED or surplus < DISORDER * len(tasks):
        return tasks
    doubt = Problem("cells-disordered", "*", DISORDERED)
    return tuple(replace(task, problems=(*task.problems, doubt)) for task in tasks)


def _tasks(rows: list[LineRow], header: Header) -> Iterator[RawTask]:
    title = group = ""
    above = RawTask()
    for row in rows:
        doubts = (*_take_others(row, header), *doubt_guesses(header, is_first=row is rows[0]))
        group = row.group or group
        title = row.group or title if _heads_title(header) else title
        section = row.section if _heads_title(header) else group or row.section
        remark = row.remark or _take_remark(row, header)
        deadline = _take_deadlines(row) if header.indexes("deadline") else None
        texts = _take_texts(row, header)
        target = _take_target(texts, header)
        title, content = _read_words(texts, title, header)
        above = replace(
            _fill_up(RawTask(row.no, section, deadline=deadline, source=row.at), row.cells, above, header),
            target=target,
            title=_name_task(row, header, title, content),
            content=content,
            level=row.level,
            remark=remark,
            year=header.year or find_heading_year(row.section),
        )
        problems = (*above.problems, *doubts, *_doubt_years(row, header))
        above = replace(above, problems=tuple(dict.fromkeys(problems)))
        yield above


def _take_target(texts: list[str], header: Header) -> str:
    """Behind the name of a task stands its target, where no column says what is to be done."""
    if not header.indexes("target") or header.indexes("content"):
        return ""
    target = "\n".join(texts[1:])
    del texts[1:]
    return target


def _read_words(texts: Sequence[str], title: str, header: Header) -> tuple[str, str]:
    """Part the title, which may be that of the row above, from what is to be done."""
    if len(texts) > 1 or (texts and not header.indexes("content")):
        title = texts[0]
    return title, "\n".join(texts[1:]) or "".join(texts)


def _name_task(row: LineRow, header: Header, title: str, content: str) -> str:
    own = split_heading(content)[0]
    return (title if header.indexes("title") and not row.text else own) or title or own


def _fill_up(task: RawTask, cells: Sequence[str], above: RawTask, header: Header) -> RawTask:
    """Give a row its units and deadline; those that it does not print may be merged with the row above."""
    task = _with_units(task, cells, header) if cells else _with_units_above(task, above, header)
    return _with_deadline_above(task, above)


def _heads_title(header: Header) -> bool:
    """Whether the column left of the numbers holds the titles."""
    at = min(header.indexes("no"), default=0)
    return at > 0 and header.columns[at - 1].field == "title"


def _doubt_years(row: LineRow, header: Header) -> tuple[Problem, ...]:
    """The cells of several years are read as words, without their years."""
    return (Problem("years-lost", "targets", YEARS_LOST, row.at),) if header.indexes("yearly") else ()


def _take_others(row: LineRow, header: Header) -> tuple[Problem, ...]:
    """Take what is neither task nor units, told by the places of a row's cells; without them, units are not certain."""
    last = max((at for role in UNIT_FIELDS for at in header.indexes(role)), default=0)
    if not any(column.field in OTHERS for column in header.columns[:last]):
        return ()
    cells = _find_places(row, header)
    if cells is None:
        roles = [role for role in UNIT_FIELDS if header.indexes(role)]
        return tuple(Problem("cell-missing", role, CELL_MISSING, row.at) for role in roles)
    _, *placed = ((column, cell) for column, cell in zip(header.columns, cells, strict=True) if cell)
    row.cells = [cell for column, cell in placed if column.field not in {*OTHERS, "remark"}]
    row.group = "".join(cell for column, cell in placed if column.field == "section") or row.group
    row.level = "".join(cell for column, cell in placed if column.field == "level")
    others = [(column, cell) for column, cell in placed if column.field in {"", "remark"}]
    row.remark = "\n".join(cell if column.field else f"{column.heading}：{cell}" for column, cell in others)
    return ()


def _find_places(row: LineRow, header: Header) -> tuple[str, ...] | None:
    """Give a cell, or "", for each heading: that of a whole row, or of one whose cells fit in one way only.

    The groups left of its number stand above it.
    """
    own = (row.text or row.no, *row.cells)
    groups = min(header.indexes("no"), default=0)
    if len(own) == len(header.columns) - groups:
        return (*("",) * groups, *own)
    placed = place_cells(tuple(Cell(text, row.at) for text in own), header, None)
    is_certain = not placed.problems and len(placed.cells) == len(header.columns)
    return tuple(cell.text for cell in placed.cells) if is_certain else None


def _take_remark(row: LineRow, header: Header) -> str:
    """Behind the deadline stand only remarks, where the headings say so."""
    if [column.field for column in header.columns[-2:]] != ["deadline", "remark"]:
        return ""
    found = _find_deadlines(row)
    end = max((at for at, cell in enumerate(row.cells, start=1) if cell in found), default=len(row.cells))
    row.cells, remarks = row.cells[:end], row.cells[end:]
    return "\n".join(remarks)


def _take_deadlines(row: LineRow) -> str:
    found = _find_deadlines(row)
    row.cells = [cell for cell in row.cells if cell not in found]
    return "\n".join(found)


def _find_deadlines(row: LineRow) -> list[str]:
    """Deadlines are told by their words wherever they stand; without any, the last cell of dated steps is one."""
    found = [cell for cell in row.cells if is_deadline(cell) or is_damaged_deadline(cell)]
    first = 0 if row.text else 1  # what stands beside the number says what is to be done
    return found or [cell for cell in row.cells[first:] if is_dated_steps(cell)][-1:]


def _take_texts(row: LineRow, header: Header) -> list[str]:
    """The text that shares the number's cell, and cells beyond those that units can fill."""
    wanted = 0 if row.text else len(header.indexes("title") + header.indexes("content"))
    units = sum(len(header.indexes(role)) for role in UNIT_FIELDS)
    texts = [row.text] if row.text else []
    while row.cells and _is_text(row.cells, wanted, units, is_first=not texts):
        texts.append(row.cells.pop(0))
        wanted -= 1
    return texts


def _is_text(cells: Sequence[str], wanted: int, units: int, *, is_first: bool) -> bool:
    """Whether the next cell says what is to be done; beside the number stand no units."""
    kind = find_kind(cells[0])
    is_spare = len(cells) > min(units, 1)
    if SENTENCE.search(cells[0]) and kind != "units":
        return is_spare or wanted > 0
    fits_units = wanted == 1 and len(cells) <= units
    return wanted > 0 and ((is_spare and not fits_units) or (is_first and kind == "name"))


def _roles(header: Header) -> list[str]:
    return [column.field for column in header.columns if column.field in UNIT_FIELDS]


def _with_units_above(task: RawTask, above: RawTask, header: Header) -> RawTask:
    """A row without any units is merged with the one above, or its cells are empty."""
    units = {role: getattr(above, role) for role in _roles(header)}
    doubts = [Problem("cell-missing", role, UNITS_ABOVE, task.source) for role in units]
    return replace(task, **units, problems=tuple(doubts))


def _with_deadline_above(task: RawTask, above: RawTask) -> RawTask:
    """So is a row without a deadline below one with it."""
    if task.deadline != "" or not above.deadline:
        return task
    doubt = Problem("cell-missing", "deadlines", DEADLINE_ABOVE, task.source)
    return replace(task, deadline=above.deadline, problems=(*task.problems, doubt))


def _with_units(task: RawTask, cells: Sequence[str], header: Header) -> RawTask:
    roles = _roles(header) or ["responsible"]
    values: dict[str, str] = {}
    for at, cell in enumerate(cells):
        role = roles[min(at, len(roles) - 1)]
        values[role] = f"{values[role]}、{cell}" if role in values else cell
    missing = [Problem("cell-missing", role, CELL_MISSING, task.source) for role in roles[len(cells) :]]
    is_one_cell = len(roles) == 1 and all(find_kind(cell) == "units" for cell in cells)  # a unit on each line
    is_extra = len(cells) > len(roles) and not is_one_cell
    extra = [Problem("cell-extra", "*", CELL_EXTRA, task.source)] if is_extra else []
    return replace(
        task,
        lead=values.get("lead", ""),
        responsible=values.get("responsible", ""),
        guide=values.get("guide", ""),
        problems=(*missing, *extra),
    )


RECOGNISER = Recogniser(NAME, find_claims)
