"""What the cells of a column have in common: how wide a line may be, whether one may stay blank, how lines end.

    市工业与能源        the next letter would not have fitted: the line goes on
    集团

    市发改委            it would have: a line end of its own
    市住建局

Where names stand on lines of their own, one may just fill its line: a full line ends too if what follows begins
entries elsewhere in the column, or if it ends a cell elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wuye_cli.importing.readers.pdf_grid import Area
from wuye_cli.importing.readers.pdf_lines import Line

PADDING = 1.2  # of the letter's height: what cells commonly keep free at both sides together
WIDEST_PADDING = 2.2
MIXED_GAP = 0.25  # what typesetting puts between a Chinese character and a Latin one
Columns = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Habits:
    """The habits of a column below the first row.

    `room` is the width that lines have; `one_per_row`: every row has a cell with words there (a number, a deadline);
    `never_blank`: every cell has words, merged ones too; `has_breaks`: lines end where the next would have fitted;
    `starts` and `ends` are the lines that then begin an entry and end a cell.
    """

    room: float
    one_per_row: bool
    never_blank: bool
    has_breaks: bool
    starts: frozenset[str]
    ends: frozenset[str]


def read_habits(areas: Iterable[Area]) -> dict[Columns, Habits]:
    """Read the habits of the columns of a table, or of neighbouring columns that cells are merged over."""
    columns: dict[Columns, list[Area]] = defaultdict(list)
    for area in areas:
        columns[area.columns].append(area)
    return {key: _habits(cells) for key, cells in columns.items()}


def _habits(cells: Sequence[Area]) -> Habits:
    room = _room(cells)
    body = [cell for cell in cells if cell.first_row]
    never_blank = all(cell.lines for cell in body)
    one_per_row = never_blank and not any(cell.is_tall for cell in body)
    broken = {below.text for cell in body for above, below in pairwise(cell.lines) if not is_full(above, below, room)}
    starts = frozenset(broken | {cell.lines[0].text for cell in body if cell.lines}) if broken else frozenset()
    ends = frozenset(cell.lines[-1].text for cell in body if cell.lines) if broken else frozenset()
    return Habits(room, one_per_row, never_blank, bool(broken), starts, ends)


def _room(cells: Sequence[Area]) -> float:
    """The widest line shows the padding, unless all lines are short."""
    width = cells[0].box[2] - cells[0].box[0]
    lines = [line for cell in cells for line in cell.lines]
    if not lines:
        return width
    widest = max(line.x1 - line.x0 for line in lines)
    size = max(line.size for line in lines)
    return widest if width - widest < WIDEST_PADDING * size else width - PADDING * size


def is_full(line: Line, following: Line, room: float) -> bool:
    """Whether the beginning of the next line would not have fitted into this one."""
    mixed = line.text[-1].isascii() != following.text[0].isascii()
    return line.x1 - line.x0 + following.first + (MIXED_GAP * line.size if mixed else 0) > room


def join_lines(lines: Sequence[Line], habits: Habits) -> str:
    """Give the text of a cell: full lines go on in the next, other line ends are kept."""
    text = lines[0].text if lines else ""
    for above, below in pairwise(lines):
        text += ("" if _goes_on(above, below, habits) else "\n") + below.text
    return text


def _goes_on(above: Line, below: Line, habits: Habits) -> bool:
    latin = above.text[-1].isascii() and below.text[0].isascii()
    entry_ends = below.text in habits.starts or (above.text in habits.starts and above.text in habits.ends)
    return is_full(above, below, habits.room) and not latin and not entry_ends
