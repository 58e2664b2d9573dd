"""Columns of a printed table by position: where they begin, and which words of a line belong to which.

    序号   重点任务            工作内容         完成时限    责任单位
    1     公开收费标准     在小区出入口公示收费项目    10月底   市发改委

A column begins where words begin that few words of other lines run across; of all ways to cut a page the one is
taken whose cells look most like their headings say and stand below them. Positions count characters, as
`pdftotext -layout` does, or columns of a terminal, where a Chinese character takes two.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from wuye_cli.importing.recognisers.table.cell_shape import misfit
from wuye_cli.importing.recognisers.table.header import Header
from wuye_cli.importing.recognisers.text_table.head_words import Word, measure, merge_words, read_words

CROSSED = 1.0  # a word that runs across the beginning of a column
TOUCHED = 0.2  # a word that begins one space behind the next
EMPTY = 6.0
ASIDE = 0.4  # for every position that a heading stands beside its column
APART = 0.5  # words of one cell that stand too far apart
RAGGED = 0.3  # a line of sentences that begins elsewhere than the others
WIDEST_SPACE = 3
MOST_STARTS = 40

Cells = tuple[list[str], int, list[int]]

_NEEDED = {"no", "content", "lead", "responsible", "deadline"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column of a page begins; `wide`: Chinese characters count two. `cost`: how badly it fits."""

    starts: tuple[int, ...]
    wide: bool
    cost: float

    def cut(self, line: str) -> tuple[str, ...]:
        """Give each column the words whose middle stands in it; no word is cut."""
        words = read_words(measure(line, wide=self.wide))
        ends = (*self.starts[1:], len(line) * 2 + 1)
        cells = [[word for word in words if a <= word.middle < b] for a, b in zip(self.starts, ends, strict=True)]
        for left, right in pairwise(cells[1:]):
            if _goes_on(left, right):
                left.append(right.pop(0))
        return tuple(" ".join(word.text for word in cell) for cell in cells)

    def begins_at_edge(self, line: str) -> bool:
        """Tell whether a line begins in the first column."""
        return self.cut(line[: len(line) - len(line.lstrip()) + 1])[0] != ""


def find_layout(head: tuple[str, ...], lines: tuple[str, ...], header: Header) -> Layout:
    """Find the columns of a page below a header."""
    return min((_layout(head, lines, header, wide=wide) for wide in (False, True)), key=lambda layout: layout.cost)


def _layout(head: tuple[str, ...], lines: tuple[str, ...], header: Header, *, wide: bool) -> Layout:
    headings = merge_words([measure(line, wide=wide) for line in head])
    if len(headings) != len(header.columns):
        return Layout((), wide, inf)
    texts = [measure(line, wide=wide) for line in lines if line.strip()]
    page = _Page(headings, tuple(column.field for column in header.columns), texts)
    return page.best(wide=wide)


class _Page:
    """The lines of a page, and what it costs to cut them at given positions."""

    def __init__(self, headings: tuple[Word, ...], fields: tuple[str, ...], texts: list[str]) -> None:
        self.headings = headings
        self.fields = fields
        self.words = [read_words(text) for text in texts]
        self.starts = self._starts()
        self.cells: dict[tuple[int, int], Cells] = {}

    def best(self, *, wide: bool) -> Layout:
        """Find the cheapest columns, from left to right."""
        ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
        for at in range(len(self.fields) - 1):
            ways = {
                start: min(
                    (cost + self._column(at, before, start) + crossing, (*starts, start))
                    for before, (cost, starts) in ways.items()
                    if before < start
                )
                for start, crossing in self.starts.items()
                if any(before < start for before in ways)
            }
        last = len(self.fields) - 1
        whole = [(cost + self._column(last, start, 10_000), starts) for start, (cost, starts) in ways.items()]
        cost, starts = min(whole, default=(EMPTY * 100, tuple(word.start for word in self.headings)))
        return Layout(starts, wide, cost)

    def _starts(self) -> dict[int, float]:
        """The positions where words begin, and what it costs to begin a column there."""
        begins = {word.start for words in self.words for word in words if word.start > 0}
        begins |= {word.start for word in self.headings if word.start > 0}
        costs = sorted((self._crossing(at), at) for at in begins)
        return {at: cost for cost, at in costs[:MOST_STARTS]}

    def _crossing(self, at: int) -> float:
        cost = 0.0
        for words in self.words:
            for place, word in enumerate(words):
                if word.start < at < word.end:
                    cost += CROSSED
                elif word.start == at and place > 0 and words[place - 1].end == at - 1:
                    cost += TOUCHED
        return cost

    def _column(self, at: int, start: int, end: int) -> float:
        """How badly the words from `start` to `end` fit the column."""
        field = self.fields[at]
        cells, gaps, begins = self._cells(start, end)
        if not cells:
            return EMPTY if field in _NEEDED else 1.0
        middle = self.headings[at].middle
        aside = max(start - middle, middle - end, 0)
        ragged = _ragged(begins) if field == "content" else 0
        return ASIDE * aside + APART * gaps + RAGGED * ragged + sum(misfit(field, cell) for cell in cells)

    def _cells(self, start: int, end: int) -> Cells:
        """The words of each line between two positions, the gaps too wide for one cell, and where the words begin."""
        if (start, end) not in self.cells:
            found = [[word for word in words if start <= word.middle < end] for words in self.words]
            gaps = sum(b.start - a.end > WIDEST_SPACE for words in found for a, b in pairwise(words))
            texts = ["".join(word.text for word in words) for words in found if words]
            self.cells[start, end] = (texts, gaps, [words[0].start for words in found if words])
        return self.cells[start, end]


def _ragged(begins: list[int]) -> int:
    """How many lines of a column begin elsewhere than most do: sentences are set flush left."""
    counts = Counter(begins)
    usual = max(counts, key=lambda begin: (counts[begin], -begin))
    return sum(count for begin, count in counts.items() if abs(begin - usual) > 1)


def _goes_on(left: list[Word], right: list[Word]) -> bool:
    """Whether the first word of a cell stands behind a figure of the one before, and apart from the next: 12345 热."""
    if not left or len(right) < 2 or right[0].start - left[-1].end != 1:
        return False
    return _is_latin(left[-1].text[-1]) and not any(
        map(_is_latin, (right[0].text[0], right[0].text[-1], right[1].text[0]))
    )


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
