"""Automatic numbers of a Word file: numbering.xml says how they look, a counter per list says how far they are.

    lvlText "（%1）", numFmt chineseCounting, third paragraph of the list -> （三）

Lists that share an abstract numbering go on counting, unless an override starts them again.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from wuye_cli.importing.readers.docx_xml import find_child, find_value, get_attribute, local_name

CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographDigital",
}
CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}
DIGITS = "〇一二三四五六七八九"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
STYLE_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = ""
    start: int = 1


class Numbering:
    """The running numbers of a document: ask once per paragraph, in reading order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._abstract: dict[str, str] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = {get_attribute(style, "styleId"): style for style in _named(styles, "style")}
        self._read(numbering)

    def next_label(self, paragraph: Element) -> str:
        """Count a paragraph and give the number that Word prints before it; "" for none and for bullets."""
        place = self._place(find_child(paragraph, "pPr"))
        if place is None or place[0] not in self._abstract:
            return ""
        number, depth = place
        levels = self._levels.get(self._abstract[number], {})
        counts = self._count(number, depth, levels)
        level = levels.get(depth, Level())
        label = "" if level.format in {"bullet", "none"} else level.text
        for index, count in counts.items():
            label = label.replace(f"%{index + 1}", format_number(count, levels.get(index, Level()).format))
        return label

    def _read(self, numbering: Element | None) -> None:
        for abstract in _named(numbering, "abstractNum"):
            levels = {int(get_attribute(lvl, "ilvl") or 0): _level(lvl) for lvl in _named(abstract, "lvl")}
            self._levels[get_attribute(abstract, "abstractNumId")] = levels
        for num in _named(numbering, "num"):
            number = get_attribute(num, "numId")
            self._abstract[number] = find_value(num, "abstractNumId") or ""
            for override in _named(num, "lvlOverride"):
                start = find_value(override, "startOverride")
                if start:
                    self._restarts[number, int(get_attribute(override, "ilvl") or 0)] = int(start)

    def _count(self, number: str, depth: int, levels: dict[int, Level]) -> dict[int, int]:
        counts = self._counts.setdefault(self._abstract[number], {})
        for outer in range(depth):
            counts.setdefault(outer, levels.get(outer, Level()).start)
        restart = self._restarts.pop((number, depth), None)
        first = levels.get(depth, Level()).start
        counts[depth] = restart if restart is not None else counts.get(depth, first - 1) + 1
        for deeper in [index for index in counts if index > depth]:
            del counts[deeper]
        return counts

    def _place(self, properties: Element | None, left: int = STYLE_DEPTH) -> tuple[str, int] | None:
        """Find list and depth of a paragraph: its own, or its style's, or that of the style below."""
        if properties is None or not left:
            return None
        number = find_value(properties, "numPr", "numId")
        if number is not None:
            depth = find_value(properties, "numPr", "ilvl")
            return (number, int(depth or 0)) if number != "0" else None
        style = self._styles.get(find_value(properties, "pStyle") or "")
        return self._style_place(style, left - 1)

    def _style_place(self, style: Element | None, left: int) -> tuple[str, int] | None:
        if style is None or not left:
            return None
        number = find_value(style, "pPr", "numPr", "numId")
        if number is not None:
            return number, int(find_value(style, "pPr", "numPr", "ilvl") or 0)
        return self._style_place(self._styles.get(find_value(style, "basedOn") or ""), left - 1)


def format_number(number: int, style: str) -> str:
    """Write a number the way a list wants it: 3 is 三, ③, c, iii or 3."""
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
    for value, sign in ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


def _level(element: Element) -> Level:
    return Level(
        format=find_value(element, "numFmt") or "decimal",
        text=find_value(element, "lvlText") or "",
        start=int(find_value(element, "start") or 1),
    )


def _named(element: Element | None, name: str) -> list[Element]:
    return [] if element is None else [child for child in element if local_name(child) == name]
