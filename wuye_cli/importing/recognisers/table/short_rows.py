"""Rows that are some cells short: pasted from a web page, a cell merged with the one above leaves no trace.

    类别→工作任务→责任单位→完成时限
    教育→新建学校2所。→县教育局→12月底前
    扩建幼儿园3所。→县教育局→10月底前      the group is the one above
    建设操场4处。→11月底前                the units as well: taken from above, and asked about

Each cell is placed where a cell of its kind belongs, never by counting; where two ways fit, the row is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from wuye_cli.importing.document import Cell
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.recognisers.table.cell_kinds import find_kind
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS, RowCells
from wuye_cli.importing.recognisers.table.header import Column, Header, Row

GROUPS = ("no", "section", "title", "requirement", "goal")
INHERITED = (*UNIT_FIELDS, "deadline")
MOST_COLUMNS = 12  # more ways than that are not worth trying
MISPLACED = 1.0
TOO_CLOSE = 0.4
FITTING = {
    "no": {"number": 0.0},
    "deadline": {"deadline": 0.0},
    **{role: {"units": 0.0, "name": 0.5} for role in UNIT_FIELDS},
    **{field: {"words": 0.0, "name": 0.0} for field in (*GROUPS[1:], "content")},
}
ANYTHING = {"words": 0.0, "name": 0.0, "number": 0.0, "units": 0.5}  # a remark, a figure, a person
# How unlikely it is that a cell was merged with the one above
MERGED = {**dict.fromkeys(GROUPS, 0.0), **dict.fromkeys(INHERITED, 0.25)}
SELDOM_MERGED = 0.5
FIELD_NAMES = {"lead": "牵头单位", "responsible": "责任单位", "guide": "指导单位", "deadline": "完成时限"}


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with a cell for every column, and what is uncertain about it."""

    cells: Row
    problems: tuple[Problem, ...] = ()


def place_cells(row: Row, header: Header, above: RowCells | None) -> PlacedRow:
    """Give every column its cell; those left out are the ones above."""
    columns = header.columns
    short = len(columns) - len(row)
    if short <= 0 or len(row) < 2:
        return PlacedRow(row)
    ways = combinations(range(len(columns)), short) if len(columns) <= MOST_COLUMNS else ()
    costs = {left_out: _cost(row, columns, left_out) for left_out in ways}
    best = min(costs, key=lambda way: costs[way], default=None)
    if best is None or costs[best] >= MISPLACED:
        return PlacedRow(row, (_doubt_row(row, columns),))
    rivals = {_classes(way, columns) for way, cost in costs.items() if cost <= costs[best] + TOO_CLOSE}
    cells, doubts = _fill(row, columns, best, above)
    return PlacedRow(cells, doubts if len(rivals) == 1 else (_doubt_row(row, columns),))


def _cost(row: Row, columns: tuple[Column, ...], left_out: tuple[int, ...]) -> float:
    kept = [at for at in range(len(columns)) if at not in left_out]
    misfits = (_misfit(columns[at].field, find_kind(cell.text.strip())) for at, cell in zip(kept, row, strict=True))
    inside = (at for at in left_out if at < kept[-1])  # at the end, a blank cell leaves no trace either
    return sum(misfits) + sum(_merging(columns, at) for at in inside)


def _merging(columns: tuple[Column, ...], at: int) -> float:
    """Say how unlikely it is that the cells of a column are merged; the column of the tasks never is."""
    whats = [column.field for column in columns if column.field in {"title", "content"}]
    return MISPLACED if columns[at].field in whats[-1:] else MERGED.get(columns[at].field, SELDOM_MERGED)


def _misfit(field: str, kind: str) -> float:
    return FITTING.get(field, ANYTHING).get(kind, MISPLACED) if kind else 0.0


def _classes(left_out: tuple[int, ...], columns: tuple[Column, ...]) -> tuple[str, ...]:
    """What is left out; which of the groups does not matter, as the outer ones are."""
    return tuple(sorted("" if columns[at].field in GROUPS else columns[at].field for at in left_out))


def _fill(
    row: Row, columns: tuple[Column, ...], left_out: tuple[int, ...], above: RowCells | None
) -> tuple[Row, tuple[Problem, ...]]:
    """Take units and deadlines that are left out from above, as merged cells; that groups go on is known."""
    cells: list[Cell] = []
    doubts: list[Problem] = []
    rest = iter(row)
    for at, column in enumerate(columns):
        inherits = column.field in INHERITED and above is not None and at < len(above.raw)
        text = above.raw[at] if at in left_out and inherits and above is not None else ""
        cells.append(Cell(text, row[0].at, merged=bool(text)) if at in left_out else next(rest))
        doubts += [_doubt_cell(column.field, text)] if text else []
    return tuple(cells), tuple(doubts)


def _doubt_cell(field: str, text: str) -> Problem:
    message = f"这一行少了{FIELD_NAMES[field]}一格，按与上一行合并读作“{text}”，请核对。"
    return Problem("cell-missing", field, message)


def _doubt_row(row: Row, columns: tuple[Column, ...]) -> Problem:
    message = f"这一行只有 {len(row)} 格，表头有 {len(columns)} 列，可能有合并的格没有留下，各格请核对。"
    return Problem("cells-shifted", "*", message)
