"""A table over several pages: its parts put together into one grid.

    page 13   8 │ 统筹推进城市 │ 市数据局（市人
    page 14     │ 数据空间。   │ 工智能局）          the rest of row 8, cut by the end of the page
              9 │ 深化行动     │ 市数据局

A header that a page repeats is dropped. What was cut shows in the print: the words above end at the very end of the
page, in the middle of a line's sentence, while cells that were complete go on blank.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from wuye_cli.importing.document import Cell, Locator
from wuye_cli.importing.readers.pdf_grid import Area, PageTable, cluster, nearest
from wuye_cli.importing.readers.pdf_wrapping import cell_texts, is_full

SAME_WIDTH = 6.0
HEADER_ROWS = 3
ENDS = "。；！？;!?"
Row = tuple[Cell, ...]
Pair = tuple[Area, Area]
Texts = tuple[tuple[int, str], ...]


def is_next_part(above: PageTable, below: PageTable) -> bool:
    """Whether a table at the top of a page goes on with the one at the end of the page before."""
    if below.page <= above.page or abs(above.width - below.width) > SAME_WIDTH:
        return False
    fewer, more = sorted((above.edges, below.edges), key=len)
    shared = sum(1 for edge in fewer if min(abs(edge - other) for other in more) <= SAME_WIDTH)
    return shared == len(fewer) and len(fewer) * 2 > len(more)


def join_parts(parts: Sequence[PageTable]) -> tuple[Row, ...]:
    """Give the rows of a table from its parts on consecutive pages."""
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
        body = [
            replace(area, first_row=max(area.first_row - header, 0), last_row=area.last_row - header)
            for area in part.areas
            if area.last_row >= header
        ]
        if not body:
            return
        pairs = self._pairs(body)
        cut = is_cut(pairs, body, self._always_filled(body))
        start = len(self.places) - 1 if cut else len(self.places)
        for area in body:
            above = next((one for one, other in pairs if other is area), None)
            moved = replace(area, first_row=area.first_row + start, last_row=area.last_row + start)
            if above is not None and (cut or _is_one_cell(above, area)):
                self.areas[self.areas.index(above)] = _together(above, moved)
            else:
                self.areas.append(moved)
        rows = range(header + (1 if cut else 0), part.height)
        self.places += [Locator(page=part.page, table=part.number, row=row + 1) for row in rows]

    def _repeated(self, part: PageTable) -> int:
        """Count the rows at the top of a part that repeat the table's own header."""
        own = [_row_texts(self.areas, row) for row in range(min(2 * HEADER_ROWS, len(self.places)))]
        new = [_row_texts(part.areas, row) for row in range(min(HEADER_ROWS, part.height))]
        return max((_count_equal(own[at:], new) for at in range(HEADER_ROWS)), default=0)

    def _pairs(self, body: Iterable[Area]) -> list[Pair]:
        """Pair the cells on both sides of the end of the page that take the same columns."""
        above = {area.columns: area for area in self.areas if area.last_row == len(self.places) - 1}
        return [(above[area.columns], area) for area in body if area.first_row == 0 and area.columns in above]

    def _always_filled(self, body: Iterable[Area]) -> set[tuple[int, int]]:
        """Give the columns in which every row prints something of its own (a number, a deadline)."""
        areas = [*self.areas, *(area for area in body if area.first_row)]
        shared = {area.columns for area in areas if area.first_row and (area.is_tall or not area.lines)}
        return {area.columns for area in areas} - shared

    def rows(self, width: int) -> tuple[Row, ...]:
        """Give all rows; a merged cell repeats its text."""
        grid = [[Cell("", place)] * width for place in self.places]
        for area, text in zip(self.areas, cell_texts(self.areas), strict=True):
            for row in range(area.first_row, area.last_row + 1):
                for column in range(area.first_column, area.last_column + 1):
                    merged = (row, column) != (area.first_row, area.first_column)
                    grid[row][column] = Cell(text, self.places[row], merged)
        return tuple(map(tuple, grid))


def is_cut(pairs: Sequence[Pair], body: Iterable[Area], always_filled: Container[tuple[int, int]]) -> bool:
    """Whether the first row of a page is the rest of the last one of the page before."""
    if len(pairs) < sum(1 for area in body if area.first_row == 0):
        return False
    both = [(above, below) for above, below in pairs if above.lines and below.lines]
    one = [pair for pair in pairs if any(area.lines for area in pair) and pair not in both]
    if not both or not one or not all(_reaches_end(above) and _may_go_on(above, below) for above, below in both):
        return False
    blank = any(below.columns in always_filled for _, below in one if not below.lines and not below.is_tall)
    return blank or any(_breaks_off(above, below) for above, below in both)


def _is_one_cell(above: Area, below: Area) -> bool:
    """Whether a page has cut a merged cell between two rows: its words stand on one side, or run on."""
    if not above.is_tall and not below.is_tall:
        return False
    if above.lines and below.lines:
        return _reaches_end(above) and _breaks_off(above, below)
    return True


def _reaches_end(area: Area) -> bool:
    """Whether another line would not have fitted in below."""
    last = area.lines[-1]
    pitch = last.bottom - area.lines[-2].bottom if len(area.lines) > 1 else 1.6 * last.size
    return area.box[3] - last.bottom < 1.5 * max(pitch, last.size)


def _may_go_on(above: Area, below: Area) -> bool:
    """A single short line is complete; of several lines the last may have ended a paragraph."""
    return len(above.lines) > 1 or _is_full_at_end(above, below)


def _breaks_off(above: Area, below: Area) -> bool:
    return above.lines[-1].text[-1] not in ENDS and _is_full_at_end(above, below)


def _is_full_at_end(above: Area, below: Area) -> bool:
    return is_full(above.lines[-1], below.lines[0], above.box[2] - above.box[0])


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
