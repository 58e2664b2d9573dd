"""A task table printed block by block: its cells are put together again by their order.

Every task is doubtful, unless column follows column so that each has a cell for every number printed above it.

Content stands in the order of the rows. Deadlines are matched where there are as many; units stand beside the
deadline of their row; numbers stand above their titles; titles are shared out to the contents that share words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, islice, pairwise

from wuye_cli.importing.document import Block, Cell, Document, Locator, Paragraph
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.paragraphs import split_heading
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.recognisers.table.cell_shape import NOBODY
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.header import WHAT, WHO_OR_WHEN, Header, find_header
from wuye_cli.importing.recognisers.text_table.header_lines import find_header_lines
from wuye_cli.importing.recognisers.text_table.scattered_blocks import is_scattered, read_blocks
from wuye_cli.importing.recognisers.text_table.scattered_cells import Kind, ScatteredCell, read_cells
from wuye_cli.importing.recognisers.text_table.scattered_titles import find_titles, share_titles

NAME = "scattered-table"
SCATTERED = (
    "原表各栏文字的次序已经打乱，本项是按先后次序拼起来的，请对照原文逐栏核对，或改用原文件（Word、Excel、PDF）导入。"
)
UNCOUNTED = "原表各栏文字的次序已经打乱，任务可能有遗漏或拆分不当，请对照原文核对项数。"
FEWEST_TASKS = 2
FEWEST_HEADINGS = 4
SHORTEST_CONTENT = 8


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the table under headings that stand on lines of their own, here and there."""
    first = _first_heading(document)
    if first is None or find_header_lines(document):
        return ()
    last = max(at for at in range(first, len(document.blocks)) if isinstance(document.blocks[at], Paragraph))
    blocks, headings = read_blocks(document, first, last)
    header = _header(headings)
    if header is None or not is_scattered(blocks):
        return ()
    fields = {find_field(heading) for heading in headings}
    cells = read_cells(blocks, has_targets=bool(fields & {"target", "goal"}), has_persons="person" in fields)
    contents = [cell for cell in _of(cells, Kind.CONTENT) if len(cell.text) >= SHORTEST_CONTENT]
    tasks = _tasks(cells, contents, header) if contents else ()
    doubt = Problem("table-scattered", "tasks", UNCOUNTED, document.blocks[first].at)
    return (Claim(NAME, first, last, True, tasks, (doubt,)),) if len(tasks) >= FEWEST_TASKS else ()


def _first_heading(document: Document) -> int | None:
    fields = {at: find_field(_text(block)) for at, block in enumerate(document.blocks)}
    headings = {at: field for at, field in fields.items() if field}
    found = set(headings.values())
    return min(headings) if found & WHAT and found & WHO_OR_WHEN and len(found) >= FEWEST_HEADINGS else None


def _text(block: Block) -> str:
    return block.text.strip() if isinstance(block, Paragraph) else ""


def _header(headings: tuple[str, ...]) -> Header | None:
    words = tuple("序号" if heading == "序" else heading for heading in headings if heading != "号")
    return find_header([tuple(Cell(word, Locator()) for word in words)])


def _tasks(cells: Sequence[ScatteredCell], contents: list[ScatteredCell], header: Header) -> tuple[RawTask, ...]:
    titles = share_titles(find_titles(cells), [cell.text for cell in contents])
    deadlines = _of(cells, Kind.DEADLINE)
    targets = _of(cells, Kind.TARGET)
    units = _units(cells, header, deadlines if len(deadlines) == len(contents) else contents)
    doubts = () if _keep_step(cells, header) else (Problem("cells-scattered", "*", SCATTERED),)
    return tuple(
        RawTask(
            no=titles[row][0],
            section=_section(cells, cell),
            title=titles[row][1] or split_heading(cell.text)[0],
            content=cell.text,
            deadline=_matched(deadlines, row, len(contents)) if header.indexes("deadline") else None,
            target=_matched(targets, row, len(contents)),
            source=cell.at,
            problems=doubts,
            lead=units[row][0],
            responsible=units[row][1],
            guide=units[row][2],
        )
        for row, cell in enumerate(contents)
    )


def _keep_step(cells: Sequence[ScatteredCell], header: Header) -> bool:
    """Whether as many cells of each column stand there as numbers, wherever a run of them ends."""
    counts: Counter[Kind] = Counter()
    for kind, run in groupby(cell.kind for cell in cells if cell.kind is not Kind.SECTION):
        counts[kind] += len(list(run))
        if counts[kind] != counts[Kind.NUMBER]:
            return False
    roles = [column for column in header.columns if column.field in UNIT_FIELDS]
    contents = [cell.text for cell in _of(cells, Kind.CONTENT)]
    is_whole = all(len(text) >= SHORTEST_CONTENT and text.endswith("。") for text in contents)
    return is_whole and len(roles) == 1 and {Kind.TITLE, Kind.CONTENT, Kind.UNITS} <= set(counts)


def _of(cells: Sequence[ScatteredCell], kind: Kind) -> list[ScatteredCell]:
    return [cell for cell in cells if cell.kind is kind]


def _matched(cells: list[ScatteredCell], row: int, rows: int) -> str:
    """The cell of a row, where the column has one for each."""
    return cells[row].text if len(cells) == rows else ""


def _section(cells: Sequence[ScatteredCell], content: ScatteredCell) -> str:
    above = cells[: cells.index(content)]
    return next((cell.text for cell in reversed(above) if cell.kind is Kind.SECTION), "")


# Units


def _units(cells: Sequence[ScatteredCell], header: Header, rows: list[ScatteredCell]) -> list[tuple[str, ...]]:
    """Give each row the units that stand between its mark, content or deadline, and the next one's."""
    roles = [column.field for column in header.columns if column.field in UNIT_FIELDS]
    found = _of(cells, Kind.UNITS)
    if not roles:
        return [("",) * len(UNIT_FIELDS)] * len(rows)
    if len(found) == len(rows) * len(roles) and len(roles) == 1:
        slots = [[cell.text] for cell in found]
    else:
        slots = _slots(cells, rows, ends=_deadline_ends(header) and rows[0].kind is Kind.DEADLINE)
    return [_by_role(slot, roles) for slot in _fill(slots, len(roles))]


def _fill(slots: list[list[str]], columns: int) -> list[list[str]]:
    """What some rows have too much fills those that have too little, in order, where it is as many."""
    surplus = [text for slot in slots for text in slot[columns:]]
    missing = sum(max(columns - len(slot), 0) for slot in slots)
    more = iter(surplus if len(surplus) == missing else [])
    return [[*slot[:columns], *islice(more, max(columns - len(slot), 0))] for slot in slots]


def _deadline_ends(header: Header) -> bool:
    fields = [column.field for column in header.columns if column.field in {"deadline", *UNIT_FIELDS}]
    return bool(fields) and fields[-1] == "deadline"


def _slots(cells: Sequence[ScatteredCell], rows: list[ScatteredCell], *, ends: bool) -> list[list[str]]:
    marks = [cells.index(row) for row in rows]
    edges = [0, *(mark + 1 for mark in marks)] if ends else [*marks, len(cells)]
    return [[cell.text for cell in cells[a:b] if cell.kind is Kind.UNITS] for a, b in pairwise(edges)]


def _by_role(texts: list[str], roles: list[str]) -> tuple[str, ...]:
    values: dict[str, list[str]] = {}
    for role, text in zip(roles, texts, strict=False):
        values.setdefault(role, []).append("" if text in NOBODY else text)
    return tuple("、".join(filter(None, values.get(role, []))) for role in UNIT_FIELDS)


RECOGNISER = Recogniser(NAME, find_claims)
