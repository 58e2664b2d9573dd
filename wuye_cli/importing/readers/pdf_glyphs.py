"""The letters of a PDF page with their places, freed from what printing programs do to them.

Bold faked by printing twice counts once; radicals that some programs put for characters (⼯ for 工) are the characters;
spaces are only noted, since programs put them, or leave them out, at will: gaps tell.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points from the top left corner

RADICALS = range(0x2E80, 0x2FE0)
COMPATIBLE = range(0xF900, 0xFB00)
SAME_PLACE = 1.5  # points between the two prints of a faked bold letter


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter; points from the left and from the top of the page. `spaced`: the file puts a space behind it."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    spaced: bool = False

    @property
    def size(self) -> float:
        """The height of the letter, which for Chinese type is its width too."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The height at which the letter stands on the page."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """The middle from left to right."""
        return (self.x0 + self.x1) / 2


def read_glyphs(chars: Iterable[dict[str, Any]]) -> tuple[Glyph, ...]:
    """Take the upright, visible letters from the characters that pdfplumber gives; a slanting watermark is none."""
    return tuple(_without_doubles(_glyphs(chars)))


def _glyphs(chars: Iterable[dict[str, Any]]) -> Iterator[Glyph]:
    last: Glyph | None = None
    for char in chars:
        text = _plain(char["text"])
        if text and char["upright"] and char["bottom"] > char["top"]:
            yield from (last,) if last else ()
            last = Glyph(text, char["x0"], char["x1"], char["top"], char["bottom"])
        elif last and char["text"].isspace():
            last = replace(last, spaced=True)
    yield from (last,) if last else ()


def _plain(text: str) -> str:
    """Characters for their look-alikes; nothing for spaces and control characters."""
    return "".join(
        unicodedata.normalize("NFKC", char) if ord(char) in RADICALS or ord(char) in COMPATIBLE else char
        for char in text
        if not char.isspace() and char.isprintable()
    )


def _without_doubles(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        at = (glyph.text, round(glyph.x0 / 4), round(glyph.top / 4))
        near = (seen.get((at[0], at[1] + dx, at[2] + dy), ()) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if not any(_is_same(glyph, other) for others in near for other in others):
            seen.setdefault(at, []).append(glyph)
            yield glyph


def _is_same(one: Glyph, other: Glyph) -> bool:
    return abs(one.x0 - other.x0) < SAME_PLACE and abs(one.top - other.top) < SAME_PLACE
