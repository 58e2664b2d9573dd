"""Which lines of a column belong to which row, where each row's number stands in the vertical middle of its cells.

A cell has about as many lines above its number as below it, and ends where a sentence or a list of names may end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

UNBALANCED = 2.0
STRAY_PAGE = 1.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of a column, or the number of a row: page and line on it."""

    page: int
    line: int
    text: str = ""


def share_lines(
    lines: tuple[Mark, ...], numbers: tuple[Mark, ...], badness: Callable[[str], float]
) -> tuple[tuple[str, ...], ...]:
    """Share the lines of one column out to the rows, by the smallest sum of imbalance and badly ended cells."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for at, number in enumerate(numbers):
        following = numbers[at + 1] if at + 1 < len(numbers) else None
        best = _extend(best, lines, number, following, badness)
    _, cuts = best[len(lines)]
    starts = (0, *cuts)
    return tuple(tuple(line.text for line in lines[a:b]) for a, b in zip(starts, cuts, strict=False))


def _extend(
    best: dict[int, tuple[float, tuple[int, ...]]],
    lines: tuple[Mark, ...],
    number: Mark,
    following: Mark | None,
    badness: Callable[[str], float],
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """Try every end of the row `number`, at the earliest behind its number and at the latest before the next."""
    low = sum(1 for line in lines if _place(line) <= _place(number))
    high = len(lines) if following is None else sum(1 for line in lines if _place(line) < _place(following))
    extended: dict[int, tuple[float, tuple[int, ...]]] = {}
    ends = range(low, high + 1) if following is not None else (len(lines),)
    for end in ends:
        choices = [
            (cost + _cost(lines[start:end], number, badness), (*cuts, end))
            for start, (cost, cuts) in best.items()
            if start <= end
        ]
        if choices:
            extended[end] = min(choices)
    return extended


def _cost(cell: tuple[Mark, ...], number: Mark, badness: Callable[[str], float]) -> float:
    above = sum(1 for line in cell if line.page == number.page and line.line < number.line)
    below = sum(1 for line in cell if line.page == number.page and line.line > number.line)
    early = sum(1 for line in cell if line.page < number.page)
    return UNBALANCED * abs(above - below) + STRAY_PAGE * early + badness("".join(line.text for line in cell))


def _place(mark: Mark) -> tuple[int, int]:
    return mark.page, mark.line
