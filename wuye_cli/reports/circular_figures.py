"""A printed figure and what it rests on: a count or sum of rows, or a quotient or difference of two such.

A reckoning has no value of its own: it is always worked out from the rows that it names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wuye_cli.domain.figures import round_share
from wuye_cli.domain.months import day_words


class FigureKind(StrEnum):
    """How a figure comes from what it rests on."""

    COUNT = "count"
    SUM = "sum"
    QUOTIENT = "quotient"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Amount:
    """One row of a sum: what it is called and what it brings."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Reckoning:
    """`words` say which rows were taken. A quotient or difference has two sides; one of dates has two days instead."""

    kind: FigureKind
    words: str
    rows: tuple[str, ...] = ()  # what a count counts
    amounts: tuple[Amount, ...] = ()  # what a sum adds
    sides: tuple[Reckoning, ...] = ()
    days: tuple[date, date] | None = None
    times: int = 1  # 100 where a quotient is a percentage

    @property
    def value(self) -> float:
        """Work the figure out; shares and differences are rounded as they are printed."""
        if self.kind is FigureKind.COUNT:
            return len(self.rows)
        if self.kind is FigureKind.SUM:
            return sum(amount.value for amount in self.amounts)
        if self.days:
            return (self.days[1] - self.days[0]).days
        first, second = (side.value for side in self.sides)
        return round_share(first / second * self.times if self.kind is FigureKind.QUOTIENT else first - second)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number where it stands: in a paragraph of the text (`at` its first character), or in a column of an annex row.

    Paragraphs, characters and rows count from 1.
    """

    sheet: str
    row: int
    column: str
    at: int
    text: str
    reckoning: Reckoning


def count(words: str, rows: Iterable[str]) -> Reckoning:
    """Count rows."""
    return Reckoning(FigureKind.COUNT, words, rows=tuple(rows))


def total(words: str, amounts: Iterable[tuple[str, float]]) -> Reckoning:
    """Add up what rows bring."""
    return Reckoning(FigureKind.SUM, words, amounts=tuple(Amount(name, value) for name, value in amounts))


def quotient(words: str, part: Reckoning, whole: Reckoning, times: int = 1) -> Reckoning:
    """Divide; `times` 100 gives a percentage."""
    return Reckoning(FigureKind.QUOTIENT, words, sides=(part, whole), times=times)


def difference(words: str, first: Reckoning, second: Reckoning) -> Reckoning:
    """Take the second from the first."""
    return Reckoning(FigureKind.DIFFERENCE, words, sides=(first, second))


def days_between(first: date, last: date) -> Reckoning:
    """Count the days from one day to another."""
    return Reckoning(FigureKind.DIFFERENCE, f"{day_words(first)}至{day_words(last)}", days=(first, last))
