"""The words of packed table lines that may be parted: at line ends, and at the spaces that part cells.

11 月底 市农业农村局 枞阳县、义安区人民政府     -> 11 月底 | 市农业农村局 | 枞阳县、义安区人民政府
新增托位 600 个，每季度通报                  -> one word: a text layer puts spaces around figures
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from wuye_cli.importing.paragraphs import join_text

DAY = re.compile(r"(?:20\d\d\s*年|\d{1,2}\s*月)")  # 2025 年   10 月 31 日前
UNIT = re.compile(r"[省市县区州旗各国]\S{2}")
DAY_OR_TEXT = 0.5
FIGURE_OR_UNIT = 1.0
ACROSS = 3.0  # a space between Chinese words inside one cell


@dataclass(frozen=True, slots=True)
class Word:
    """Words that stay together, the line they stand on, and what it costs to begin a cell with them, or not to."""

    text: str
    line: int
    cut: float = 0.0
    join: float = 0.0


def part_words(lines: Sequence[str]) -> tuple[Word, ...]:
    """Part the words of lines."""
    return tuple(word for at, line in enumerate(lines) for word in _part(line.strip(), at))


def _part(line: str, at: int) -> Iterator[Word]:
    start, costs = 0, (0.0, 0.0)
    for space in re.finditer(r"\s+", line):
        bond = _bond(line[: space.start()], line[space.end() :])
        if bond is not None:
            yield Word(line[start : space.start()], at, *costs)
            start, costs = space.end(), bond
    yield Word(line[start:], at, *costs)


def _bond(left: str, right: str) -> tuple[float, float] | None:
    """What it costs to cut at a space, and to join across it; None where it is no place to cut."""
    if DAY.match(right):
        return DAY_OR_TEXT, 0.0
    if _is_latin(left[-1]) or _is_latin(right[0]):
        return (FIGURE_OR_UNIT, 0.0) if UNIT.match(right) else None
    return 0.0, ACROSS


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def cell_lines(words: Sequence[Word]) -> tuple[str, ...]:
    """Put the words of a cell together, line by line."""
    return tuple(" ".join(word.text for word in line) for _, line in groupby(words, key=lambda word: word.line))


def join_lines(lines: Sequence[str]) -> str:
    """Join the lines of a cell."""
    return reduce(join_text, lines, "")
