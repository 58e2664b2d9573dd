"""The words of column headings and where they stand, also where headings run over several lines.

    序                                    完成    牵头
         重点任务        工作内容                        责任单位
    号                                    时限    单位

Words one below the other are one heading; a word over several others (责任分工 over 牵头 and 配合) heads none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

FILLER = "\0"  # the second column of a wide character
# 县财政局   and a day that is printed with spaces, 12 月 20 日, which no column ends in
WORD = re.compile(r"\S+(?:(?:(?<=\d) (?=[年月日])|(?:(?<=[年月])|(?<=[年月]\0)) (?=\d))\S+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, and the positions it takes: `end` is behind it."""

    text: str
    start: int
    end: int

    @property
    def middle(self) -> int:
        """The position in its middle."""
        return (self.start + self.end) // 2

    def covers(self, other: Word) -> bool:
        """Whether both stand over one position."""
        return self.start < other.end and other.start < self.end


def read_words(line: str) -> list[Word]:
    """Read the words of a line."""
    return [Word(found[0].replace(FILLER, ""), found.start(), found.end()) for found in WORD.finditer(line)]


def merge_words(lines: Sequence[str]) -> tuple[Word, ...]:
    """Read the headings that the lines print one below the other, from left to right."""
    merged: list[Word] = []
    for line in lines:
        words = read_words(line)
        merged = [word for word in merged if sum(word.covers(below) for below in words) < 2]
        for word in words:
            above = next((one for one in merged if one.covers(word)), None)
            merged = [one for one in merged if one is not above]
            merged.append(_below(above, word) if above else word)
    return tuple(sorted(merged, key=lambda word: word.start))


def _below(above: Word, word: Word) -> Word:
    return Word(above.text + word.text, min(above.start, word.start), max(above.end, word.end))


def measure(line: str, *, wide: bool) -> str:
    """Give a line one character per position; `wide`: a Chinese character takes two, as on a terminal."""
    return "".join(char if char.isascii() else char + FILLER for char in line) if wide else line
