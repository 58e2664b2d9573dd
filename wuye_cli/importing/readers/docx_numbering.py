"""Automatic numbers of a Word file: numbering.xml says how they look, a paragraph or its style names its list."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from wuye_cli.importing.readers.docx_xml import find_child, find_value, get_attribute, local_name
from wuye_cli.importing.readers.list_numbers import Level, ListCounter

STYLE_DEPTH = 10
DEEPEST = 9  # Word knows no deeper level


class Numbering:
    """The running numbers of a document: ask once per paragraph, in reading order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = {get_attribute(style, "styleId"): style for style in _named(styles, "style")}
        self._counter = _read_lists(numbering)

    def next_label(self, paragraph: Element) -> str:
        """Count a paragraph and give the number that Word prints before it; "" for none and for bullets."""
        place = self._place(find_child(paragraph, "pPr"))
        return self._counter.next_label(*place) if place else ""

    def _place(self, properties: Element | None, left: int = STYLE_DEPTH) -> tuple[str, int] | None:
        """Find list and depth of a paragraph: its own, or its style's, or that of the style below."""
        if properties is None or not left:
            return None
        number = find_value(properties, "numPr", "numId")
        if number is not None:
            return (number, _depth(find_value(properties, "numPr", "ilvl"))) if number != "0" else None
        style = self._styles.get(find_value(properties, "pStyle") or "")
        return self._style_place(style, left - 1)

    def _style_place(self, style: Element | None, left: int) -> tuple[str, int] | None:
        if style is None or not left:
            return None
        number = find_value(style, "pPr", "numPr", "numId")
        if number is not None:
            return number, _depth(find_value(style, "pPr", "numPr", "ilvl"))
        return self._style_place(self._styles.get(find_value(style, "basedOn") or ""), left - 1)


def _read_lists(numbering: Element | None) -> ListCounter:
    levels: dict[str, dict[int, Level]] = {}
    definitions: dict[str, str] = {}
    restarts: dict[tuple[str, int], int] = {}
    for abstract in _named(numbering, "abstractNum"):
        found = {_depth(get_attribute(lvl, "ilvl")): _level(lvl) for lvl in _named(abstract, "lvl")}
        levels[get_attribute(abstract, "abstractNumId")] = found
    for num in _named(numbering, "num"):
        number = get_attribute(num, "numId")
        definitions[number] = find_value(num, "abstractNumId") or ""
        for override in _named(num, "lvlOverride"):
            start = find_value(override, "startOverride")
            if start:
                restarts[number, _depth(get_attribute(override, "ilvl"))] = int(start)
    return ListCounter(levels, definitions, restarts)


def _depth(text: str | None) -> int:
    return min(int(text or 0), DEEPEST - 1)


def _level(element: Element) -> Level:
    return Level(
        format=find_value(element, "numFmt") or "decimal",
        text=find_value(element, "lvlText") or "",
        start=int(find_value(element, "start") or 1),
    )


def _named(element: Element | None, name: str) -> list[Element]:
    return [] if element is None else [child for child in element if local_name(child) == name]
