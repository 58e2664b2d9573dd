"""How wide text is on a terminal, and how it folds: Chinese characters take two columns and have no spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

# One sign or one word with the brackets and stops that must not stand alone at the edge:  （乡镇   2023-10-31   局，
PIECE = re.compile(r"[（“《〔]*(?:[!-~]+|.)[，。、；：！？）”》〕]*", re.DOTALL)


def text_width(text: str, *, wide: bool = False) -> int:
    """Count terminal columns; `wide` for terminals that draw ambiguous signs (“ ” ① ●) over two."""
    width = cell_len(text)
    return width + sum(unicodedata.east_asian_width(sign) == "A" for sign in text) if wide else width


def plain(text: str) -> str:
    """Take out what would move the cursor or change colours: text from a stranger's file reaches the terminal."""
    return "".join(sign for sign in text.expandtabs(1) if sign == "\n" or unicodedata.category(sign) != "Cc")


def fold(text: str, width: int, *, wide: bool = False) -> list[str]:
    """Break text into lines no wider than `width`; the lines joined are the text."""
    return [line for part in text.split("\n") for line in _fold_line(part, width, wide=wide)]


def _fold_line(text: str, width: int, *, wide: bool) -> list[str]:
    if text_width(text, wide=wide) <= width:
        return [text]
    lines, line = [], ""
    for piece in _pieces(text, width, wide=wide):
        if line and text_width(line + piece, wide=wide) > width:
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line]


def _pieces(text: str, width: int, *, wide: bool) -> Iterator[str]:
    """What stays together, unless it alone is too wide."""
    for piece in PIECE.findall(text):
        if text_width(piece, wide=wide) <= width:
            yield piece
        else:
            yield from piece


def pad(text: str, width: int, *, right: bool = False, wide: bool = False) -> str:
    """Fill up with spaces to a width."""
    gap = " " * (width - text_width(text, wide=wide))
    return gap + text if right else text + gap


def share_widths(natural: Sequence[int], least: Sequence[int], weights: Sequence[int], available: int) -> list[int]:
    """Give every column its least width, then what is left to whoever has least for its weight."""
    widths = list(least)
    while sum(widths) < available:
        hungry = [index for index, width in enumerate(widths) if width < natural[index]]
        if not hungry:
            break
        poorest = min(hungry, key=lambda index: widths[index] / weights[index])
        widths[poorest] += 1
    return widths
