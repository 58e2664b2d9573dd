"""Automatic numbers: how each level of a list looks, and a counter per list that says how far it is.

    text "（%1）", format chineseCounting, third paragraph of the list -> （三）

Lists that share a definition go on counting, unless an override starts them again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographDigital",
}
CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}
UNNUMBERED = {"bullet", "none"}
DIGITS = "〇一二三四五六七八九"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LARGEST = 9999  # what counts further is damaged


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `text` holds %1 … %9 for the numbers of levels 1 to 9."""

    format: str = "decimal"
    text: str = ""
    start: int = 1


Levels = Mapping[int, Level]


class ListCounter:
    """The running numbers of a document: ask once per paragraph, in reading order.

    `definitions` says for each list whose levels it takes; `restarts` at which number a list begins again on a level.
    """

    def __init__(
        self, levels: Mapping[str, Levels], definitions: Mapping[str, str], restarts: Mapping[tuple[str, int], int]
    ) -> None:
        self._levels = levels
        self._definitions = definitions
        self._restarts = dict(restarts)
        self._counts: dict[str, dict[int, int]] = {}

    def next_label(self, number: str, depth: int) -> str:
        """Count a paragraph of a list and give what prints before it; "" for bullets and unknown lists."""
        if number not in self._definitions:
            return ""
        levels = self._levels.get(self._definitions[number], {})
        counts = self._count(number, depth, levels)
        level = levels.get(depth, Level())
        label = "" if level.format in UNNUMBERED else level.text
        for index, count in counts.items():
            label = label.replace(f"%{index + 1}", format_number(count, levels.get(index, Level()).format))
        return label

    def _count(self, number: str, depth: int, levels: Levels) -> dict[int, int]:
        counts = self._counts.setdefault(self._definitions[number], {})
        for outer in range(depth):
            counts.setdefault(outer, levels.get(outer, Level()).start)
        restart = self._restarts.pop((number, depth), None)
        first = levels.get(depth, Level()).start
        counts[depth] = restart if restart is not None else counts.get(depth, first - 1) + 1
        for deeper in [index for index in counts if index > depth]:
            del counts[deeper]
        return counts


def before_text(label: str, text: str) -> str:
    """Put a number before the words; one that ends in a digit or letter keeps apart from them."""
    gap = " " if label[-1:].isalnum() and text.strip() else ""
    return label + gap + text


def format_number(number: int, style: str) -> str:
    """Write a number the way a list wants it: 3 is 三, ③, c, iii or 3."""
    if not 0 < number <= LARGEST:
        return str(number)
    if style in CHINESE:
        return _chinese(number)
    if style in CIRCLED and number <= 20:
        return chr(ord("①") + number - 1)
    if style in {"lowerLetter", "upperLetter"} and number <= 26:
        return chr(ord("a" if style == "lowerLetter" else "A") + number - 1)
    if style in {"lowerRoman", "upperRoman"}:
        return _roman(number) if style == "lowerRoman" else _roman(number).upper()
    return f"{number:02d}" if style == "decimalZero" else str(number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number >= 100:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    ten = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return ten + (DIGITS[ones] if ones or not tens else "")


def _roman(number: int) -> str:
    letters = ""
    for value, sign in (*ROMAN, *ROMAN_ONES):
        letters += sign * (number // value)
        number %= value
    return letters
