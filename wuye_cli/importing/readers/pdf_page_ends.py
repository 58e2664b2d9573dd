"""What the end of a page has cut in a table: a row, or a cell that is merged over rows.

    8 │ 统筹推进城市 │ 10月 │ 市数据局（市人
    ──────────────────────────────────── page 14
      │ 数据空间。   │      │ 工智能局）

It shows in the print: cells are open where their neighbours are closed; or the words above end at the very end of
the page, in the middle of a sentence, while cells that were complete go on blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wuye_cli.importing.readers.pdf_columns import Columns, Habits, is_full
from wuye_cli.importing.readers.pdf_grid import Area

SENTENCE_ENDS = "。；！？;!?"
Pair = tuple[Area, Area]  # the cells of a column above and below the end of a page


def pair_cells(above: Iterable[Area], below: Iterable[Area]) -> list[Pair]:
    """Pair the cells that take the same columns."""
    by_columns = {area.columns: area for area in above}
    return [(by_columns[area.columns], area) for area in below if area.columns in by_columns]


def is_row_cut(pairs: Sequence[Pair], habits: Mapping[Columns, Habits]) -> bool:
    """Whether the first row of a page is the rest of the last one of the page before."""
    both = [(above, below) for above, below in pairs if above.lines and below.lines]
    if (
        any(above.is_cut for above, _ in pairs)
        or not both
        or not all(_may_go_on(above, below, habits[above.columns]) for above, below in both)
    ):
        return False
    complete = [above.columns for above, below in pairs if above.lines and not (below.lines or below.is_tall)]
    blank = any(bool(above.lines) != bool(below.lines) for above, below in pairs)
    return any(habits[columns].one_per_row for columns in complete) or (
        blank and any(_breaks_off(above, below, habits[above.columns]) for above, below in both)
    )


def is_cell_cut(above: Area, below: Area, habits: Habits) -> bool:
    """Whether one cell is merged over the rows above and below: its words stand on one side, or run on."""
    if above.is_cut and below.is_cut:
        return True
    if above.lines and below.lines:
        tall = above.is_tall or below.is_tall
        return tall and _reaches_end(above) and _breaks_off(above, below, habits)
    return above.is_tall or below.is_tall or (bool(above.lines) and habits.never_blank and not habits.one_per_row)


def _may_go_on(above: Area, below: Area, habits: Habits) -> bool:
    """A single short line is complete (10月底前); of several the last may have ended a paragraph."""
    full = is_full(above.lines[-1], below.lines[0], habits.room)
    return _reaches_end(above) and (full or len(above.lines) > 1 or habits.has_breaks)


def _reaches_end(area: Area) -> bool:
    """Whether another line would not have fitted in below."""
    last = area.lines[-1]
    pitch = last.bottom - area.lines[-2].bottom if len(area.lines) > 1 else 1.6 * last.size
    return area.box[3] - last.bottom < 1.5 * max(pitch, last.size)


def _breaks_off(above: Area, below: Area, habits: Habits) -> bool:
    last = above.lines[-1]
    return last.text[-1] not in SENTENCE_ENDS and is_full(last, below.lines[0], habits.room)
