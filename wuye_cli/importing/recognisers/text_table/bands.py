"""Which lines of an aligned table make one row: a row takes a band of lines across all columns.

                在小区出入口公示收            市发改委、
    1  公开标准                     10月底              ->  one band
                费项目和标准。                市住建局

Every cell stands in the middle of its band (or every cell at its top), and begins and ends as cells do. A number may
stand in the middle of several bands: it has that many items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from wuye_cli.importing.paragraphs import join_text
from wuye_cli.importing.recognisers.table.cell_shape import NOBODY, NUMBER, badness
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.header import Header
from wuye_cli.importing.recognisers.table.unit_columns import RUN_TOGETHER
from wuye_cli.importing.recognisers.text_table.aligned_pages import Line

ITEM_FIELDS = frozenset({"content", "deadline", "target", "yearly", *UNIT_FIELDS})
BLANK = {"content": 4.0, "deadline": 1.5, "lead": 0.7, "responsible": 0.7}
NO_TITLE = 2.0
ASKEW = 1.5  # for every line that a cell stands beside the middle
NEXT_PAGE = 1.0
NEXT_BAND = 1.0
TWO_CELLS = 1.5  # for every sign that one cell was two
WIDEST_GAP = 3  # lines between two lines of one cell


Band = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The bands of one number."""

    no: str
    bands: tuple[Band, ...]


def find_groups(lines: Sequence[Line], header: Header, *, own_titles: bool) -> tuple[Group, ...]:
    """Share out lines, between two section rows, to numbers and their items."""
    ways = [_Rows(lines, header, own_titles=own_titles, top=top) for top in (False, True)]
    return min((rows.find() for rows in ways), key=lambda found: found[0])[1]


def cell_text(band: Sequence[Line], column: int) -> str:
    """Join the lines of a cell."""
    text = ""
    for line in band:
        text = join_text(text, line.texts[column])
    return text


def slant(band: Sequence[Line], column: int, *, top: bool = False) -> float:
    """Say how many lines a cell stands beside the middle of its band, or below its top."""
    places = [line.place for line in band if line.texts[column]]
    if not places or band[0].page != band[-1].page:
        return 0.0
    if top:
        return float(places[0] - band[0].place)
    return abs(places[0] + places[-1] - band[0].place - band[-1].place) / 2


def is_one_cell(lines: Sequence[Line], column: int) -> bool:
    """Whether the words of a column stand together."""
    return _gaps(lines, column) == 0


def _gaps(lines: Sequence[Line], column: int) -> int:
    places = [line.place for line in lines if line.texts[column]]
    return sum(below - above > WIDEST_GAP for above, below in pairwise(places))


def joins_nobody(band: Sequence[Line], column: int, text: str) -> bool:
    """Whether a line that says nobody, which is a whole cell, stands beside others in this one."""
    return text not in NOBODY and any(line.texts[column] in NOBODY for line in band if line.texts[column])


class _Rows:
    """What it costs to read given lines as one row, and the cheapest reading of all."""

    def __init__(self, lines: Sequence[Line], header: Header, *, own_titles: bool, top: bool) -> None:
        self.lines = lines
        self.top = top
        self.items = [(at, column.field) for at, column in enumerate(header.columns) if column.field in ITEM_FIELDS]
        if not header.indexes("content"):
            self.items += [(at, "content") for at in header.indexes("title")]
        self.titles = header.indexes("title") if own_titles and header.indexes("content") else ()
        self.number = header.indexes("no")[0]
        self.numbered = [at for at, line in enumerate(lines) if NUMBER.fullmatch(line.texts[self.number])]
        self.band_cost = cache(self._band_cost)

    def find(self) -> tuple[float, tuple[Group, ...]]:
        """Give the cheapest reading and its cost."""
        total = len(self.lines)
        best: dict[int, tuple[float, tuple[Group, ...]]] = {0: (0.0, ())}
        for start in range(total):
            if start not in best:
                continue
            cost, groups = best[start]
            for end, (more, cuts) in self._groups_from(start).items():
                if end not in best or cost + more < best[end][0]:
                    best[end] = (cost + more, (*groups, self._group(start, cuts)))
        return best[total]

    def _group(self, start: int, cuts: tuple[int, ...]) -> Group:
        edges = (start, *cuts)
        bands = tuple(tuple(self.lines[a:b]) for a, b in zip(edges, cuts, strict=False))
        number = next((at for at in self.numbered if start <= at < cuts[-1]), None)
        return Group("" if number is None else self.lines[number].texts[self.number], bands)

    def _groups_from(self, start: int) -> dict[int, tuple[float, tuple[int, ...]]]:
        """Every end of the group that begins at `start`, with its cost and the ends of its bands."""
        ahead = [at for at in self.numbered if at >= start]
        low = ahead[0] + 1 if ahead else len(self.lines)
        high = ahead[1] if len(ahead) > 1 else len(self.lines)
        ways: dict[int, tuple[float, tuple[int, ...]]] = {start: (-NEXT_BAND, ())}
        for end in range(start + 1, high + 1):
            ways[end] = min(
                (cost + NEXT_BAND + self.band_cost(before, end), (*cuts, end)) for before, (cost, cuts) in ways.items()
            )
        reach = range(low, high + 1) if len(ahead) > 1 else range(len(self.lines), len(self.lines) + 1)
        return {end: (ways[end][0] + self._heading_cost(start, end), ways[end][1]) for end in reach}

    def _heading_cost(self, start: int, end: int) -> float:
        """How askew number and title of the lines stand."""
        group = self.lines[start:end]
        blank = sum(NO_TITLE for at in self.titles if not cell_text(group, at))
        return blank + ASKEW * sum(slant(group, at, top=self.top) for at in (self.number, *self.titles))

    def _band_cost(self, start: int, end: int) -> float:
        band = self.lines[start:end]
        cost = NEXT_PAGE * (band[-1].page - band[0].page)
        for at, field in self.items:
            text = cell_text(band, at)
            cost += self._cell_cost(band, at, field, text) if text else BLANK.get(field, 0.0)
        return cost

    def _cell_cost(self, band: Sequence[Line], at: int, field: str, text: str) -> float:
        joints = len(RUN_TOGETHER.findall(text)) + 2 * joins_nobody(band, at, text) if field in UNIT_FIELDS else 0
        return badness(field, text) + ASKEW * slant(band, at, top=self.top) + TWO_CELLS * (joints + _gaps(band, at))
