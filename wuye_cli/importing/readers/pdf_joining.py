"""A table over several pages: its parts put together into one grid, without the header that pages repeat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wuye_cli.importing.document import Cell, Locator
from wuye_cli.importing.readers.pdf_columns import join_lines, read_habits
from wuye_cli.importing.readers.pdf_grid import Area, PageTable, cluster, nearest
from wuye_cli.importing.readers.pdf_page_ends import Pair, is_cell_cut, is_row_cut, pair_cells

SAME_WIDTH = 6.0
HEADER_ROWS = 3
Row = tuple[Cell, ...]
Texts = tuple[tuple[int, str], ...]


def is_next_part(above: PageTable, below: PageTable) -> bool:
    """Whether a table at the top of a page goes on with the one at the end of the page before."""
    if below.page <= above.page or abs(above.width - below.width) > SAME_WIDTH:
        return False
    fewer, more = sorted((above.edges, below.edges), key=len)
    shared = sum(1 for edge in fewer if min(abs(edge - other) for other in more) <= SAME_WIDTH)
    return shared == len(fewer) and len(fewer) * 2 > len(more)


def join_parts(parts: Sequence[PageTable]) -> tuple[Row, ...]:
    """Give the rows of a table from its parts on consecutive pages; a merged cell repeats its text."""
    edges = cluster(edge for part in parts for edge in part.edges)
    first, *others = (_over(part, edges) for part in parts)
    joined = _Joined(first)
    for part in others:
        joined.add(part)
    return joined.rows(len(edges) - 1)


def _over(part: PageTable, edges: Sequence[float]) -> PageTable:
    """Count the columns of a part by the edges of the whole table."""
    places = [nearest(edges, edge) for edge in part.edges]
    areas = tuple(
        replace(area, first_column=places[area.first_column], last_column=places[area.last_column + 1] - 1)
        for area in part.areas
    )
    return replace(part, areas=areas)


class _Joined:
    """The rows read so far; `places` tells where each of them stands."""

    def __init__(self, part: PageTable) -> None:
        self.areas = list(part.areas)
        self.places = [Locator(page=part.page, table=part.number, row=row + 1) for row in range(part.height)]

    def add(self, part: PageTable) -> None:
        """Put the part of the next page below."""
        header = self._repeated(part)
        body = [_moved(area, -header) for area in part.areas if area.last_row >= header]
        if not body:
            return
        top = [area for area in body if area.first_row == 0]
        pairs = pair_cells((area for area in self.areas if area.last_row == len(self.places) - 1), top)
        habits = read_habits([*self.areas, *(area for area in body if area not in top)])
        cut = len(pairs) == len(top) and is_row_cut(pairs, habits)
        one_cell = [(above, below) for above, below in pairs if cut or is_cell_cut(above, below, habits[above.columns])]
        start = len(self.places) - cut
        self.places += [
            Locator(page=part.page, table=part.number, row=row + 1) for row in range(header + cut, part.height)
        ]
        self._put(body, one_cell, start)

    def _put(self, body: Iterable[Area], one_cell: Sequence[Pair], start: int) -> None:
        for area in body:
            above = next((one for one, other in one_cell if other is area), None)
            moved = _moved(area, start)
            if above is None:
                self.areas.append(moved)
            else:
                self.areas[self.areas.index(above)] = _together(above, moved)

    def _repeated(self, part: PageTable) -> int:
        """Count the rows at the top of a part that repeat the table's own header."""
        own = [_row_texts(self.areas, row) for row in range(min(2 * HEADER_ROWS, len(self.places)))]
        new = [_row_texts(part.areas, row) for row in range(min(HEADER_ROWS, part.height))]
        return max((_count_equal(own[at:], new) for at in range(HEADER_ROWS)), default=0)

    def rows(self, width: int) -> tuple[Row, ...]:
        """Give all rows; a merged cell repeats its text."""
        habits = read_habits(self.areas)
        grid = [[Cell("", place)] * width for place in self.places]
        for area in self.areas:
            text = join_lines(area.lines, habits[area.columns])
            for row in range(area.first_row, area.last_row + 1):
                for column in range(area.first_column, area.last_column + 1):
                    merged = (row, column) != (area.first_row, area.first_column)
                    grid[row][column] = Cell(text, self.places[row], merged)
        return tuple(map(tuple, grid))


def _moved(area: Area, rows: int) -> Area:
    """Put a cell further down; what would stand above the first row is cut off."""
    return replace(area, first_row=max(area.first_row + rows, 0), last_row=area.last_row + rows)


def _together(above: Area, below: Area) -> Area:
    last = max(above.last_row, below.last_row)
    return replace(above, last_row=last, box=(*above.box[:3], below.box[3]), lines=(*above.lines, *below.lines))


def _row_texts(areas: Iterable[Area], row: int) -> Texts:
    across = (area for area in areas if area.first_row <= row <= area.last_row and area.text)
    return tuple(sorted((area.first_column, area.text) for area in across))


def _count_equal(own: Sequence[Texts], new: Sequence[Texts]) -> int:
    """Count equal rows; a row that is blank but for one cell proves nothing."""
    count = 0
    while count < min(len(own), len(new)) and own[count] == new[count] and len(new[count]) > 1:
        count += 1
    return count
