"""The words of one numbered row -> its cells: of all ways to cut them, in the order of the columns, the likeliest.

    推进乡村全面振 / 兴 / 新建高标准农田 8.5 万 / 亩。 / 11 月底 市农业农村局 枞阳县人民政府

A number may hold several items, whose cells follow each other. Where another way is nearly as likely, that is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from wuye_cli.importing.recognisers.text_table.packed_costs import RARELY, misfit_cell, misfit_lines, misfit_words
from wuye_cli.importing.recognisers.text_table.packed_words import Word, cell_lines, join_lines

BLANK = {"content": 4.0, "deadline": 1.5, "lead": 1.0, "responsible": 0.7, "title": 0.6, "remark": 0.0}
BLANK_OTHER = 0.3
NEXT_ITEM = 1.0
GOES_ON = 1.5  # a cell that the page above broke off and that stays so, or a whole one that goes on
BLANK_INSIDE = 1.0  # titles inside of groups are seldom merged
REMARKED = 0.3
TOO_UNEVEN = 4.5
LONGEST_CELL = 60  # words
NEAR = 0.2  # ways that cost so little more are as likely

WORDING = frozenset({"content", "title", "target", "requirement", "remark", "section", ""})

_COST = attrgetter("cost")

Cells = tuple[str, ...]
Span = tuple[int, int, int]  # column, first word, word behind the last


@dataclass(frozen=True, slots=True)
class Cut:
    """A way to cut words into the cells of one or more items, and what it costs."""

    cost: float
    spans: tuple[Span, ...] = ()


class RowCutter:
    """Cuts the words of rows; knows the columns, and how wide each is as far as rows have shown it.

    `above` are the first cells that the end of a page broke off: the words go on with them.
    """

    def __init__(self, fields: Sequence[str], widths: Sequence[float | None], above: Cells = ()) -> None:
        self.fields = fields
        self.widths = widths
        begun = zip(fields, above, strict=False)
        open_cells = [bool(cell) and misfit_cell(field, cell) > RARELY for field, cell in begun]
        new = range(len(open_cells), len(fields))
        self.blanks = [*(GOES_ON * is_open for is_open in open_cells), *(_blank(at, fields) for at in new)]
        self.fills = [
            *(GOES_ON * (not is_open) for is_open in open_cells),
            *(REMARKED * (fields[at] == "remark") for at in new),
        ]

    def cut(self, words: Sequence[Word]) -> list[Cut]:
        """Find the likeliest cells, and the next likeliest behind them."""
        row = tuple(words)
        last = len(self.fields)
        best: list[list[list[Cut]]] = [[[] for _ in range(last + 1)] for _ in range(len(words) + 1)]
        best[0][0] = [Cut(0.0)]
        for at, ways in enumerate(best):
            self._pass_blanks(ways)
            for done in list(ways[last]) if at else ():
                _keep(ways[0], Cut(done.cost + NEXT_ITEM, done.spans))
            self._pass_blanks(ways)
            for column in range(last if at < len(words) else 0):
                self._fill(best, row, at, column)
        return best[-1][-1]

    def _pass_blanks(self, ways: list[list[Cut]]) -> None:
        for column, blank in enumerate(self.blanks):
            for way in ways[column]:
                _keep(ways[column + 1], Cut(way.cost + blank, way.spans))

    def _fill(self, best: list[list[list[Cut]]], words: tuple[Word, ...], at: int, column: int) -> None:
        """Try every cell of a column that begins with the word `at`."""
        field = self.fields[column]
        cost = self.fills[column] + words[at].cut
        for end in range(at + 1, min(at + LONGEST_CELL, len(words)) + 1):
            cost += words[end - 1].join if end - 1 > at else 0.0
            if not any(_may_enter(best[end][column + 1], way.cost + cost) for way in best[at][column]):
                continue
            lines, text, foreign = _read(words[at:end])
            uneven = misfit_lines(lines, self.widths[column])
            if uneven > TOO_UNEVEN:  # and so are all cells that go on
                break
            whole = cost + uneven + misfit_cell(field, text) + (foreign if field in WORDING else 0.0)
            for way in best[at][column]:
                _keep(best[end][column + 1], Cut(way.cost + whole, (*way.spans, (column, at, end))))


def _blank(column: int, fields: Sequence[str]) -> float:
    """What a blank cell costs."""
    if fields[column] == "title" and column > 0:
        return BLANK_INSIDE
    return BLANK.get(fields[column], BLANK_OTHER)


@lru_cache(maxsize=20_000)  # asked for each column
def _read(words: tuple[Word, ...]) -> tuple[tuple[str, ...], str, float]:
    lines = cell_lines(words)
    return lines, join_lines(lines), misfit_words(word.text for word in words[1:])


def _may_enter(ways: list[Cut], cost: float) -> bool:
    return len(ways) < 2 or cost < ways[-1].cost


def _keep(ways: list[Cut], cut: Cut) -> None:
    """Keep the two best ways that differ."""
    if not _may_enter(ways, cut.cost):
        return
    same = next((way for way in ways if way.spans == cut.spans), None)
    if same is not None and same.cost <= cut.cost:
        return
    if same is not None:
        ways.remove(same)
    ways.append(cut)
    ways.sort(key=_COST)
    del ways[2:]


def find_doubtful_columns(cuts: Sequence[Cut]) -> frozenset[int]:
    """Give the columns that the next likeliest way fills otherwise, where it is as likely."""
    if len(cuts) < 2 or cuts[1].cost - cuts[0].cost > NEAR:
        return frozenset()
    return frozenset(column for column, _, _ in set(cuts[0].spans) ^ set(cuts[1].spans))
