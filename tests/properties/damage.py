"""What happens to a document on its way: text that moves, and characters that get lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.properties.print_draft import HEADINGS, Printed

Lines = list[str]
Move = Callable[[Lines, Random], Lines]
PLACES = 3  # pages that a text gets

# Text that moves


def indent(lines: Lines, chance: Random) -> Lines:
    space = chance.choice(("  ", "    ", "　　"))
    return [space + line if line.strip() else line for line in lines]


def wrap(lines: Lines, chance: Random) -> Lines:
    """Break long lines where the paper ends; nothing can tell a line that ends just there from one that goes on."""
    widths = [width for width in range(24, 60) if not any(_just_fills(line, width) for line in lines)]
    width = chance.choice(widths)
    return [line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)]


def _just_fills(line: str, width: int) -> bool:
    return bool(line) and len(line) % width == 0 and not line.endswith("。")


def number_pages(lines: Lines, chance: Random) -> Lines:
    """Put page numbers between lines, in the middle of a paragraph as often as not."""
    places = sorted(chance.sample(range(1, len(lines)), min(PLACES, len(lines) - 1)), reverse=True)
    for page, at in enumerate(places):
        lines = [
            *lines[:at],
            "",
            chance.choice(("— {} —", "- {} -", "第 {} 页")).format(PLACES - page),
            "",
            *lines[at:],
        ]
    return lines


def turn_pages(lines: Lines, chance: Random) -> Lines:
    """Form feeds between lines."""
    places = set(chance.sample(range(1, len(lines)), min(PLACES, len(lines) - 1)))
    return ["\f" + line if at in places else line for at, line in enumerate(lines)]


MOVES: dict[str, Move] = {"缩进": indent, "折行": wrap, "页码": number_pages, "换页符": turn_pages}


# Rows that move


def repeat_header(printed: Printed, chance: Random) -> Printed:
    """Print the headings again at the top of each page."""
    printed = _unmerged(printed)
    for at in sorted(chance.sample(range(1, len(printed.rows)), min(PLACES, len(printed.rows) - 1)), reverse=True):
        printed = _insert(printed, at, printed.headings)
    return printed


def split_rows(printed: Printed, chance: Random) -> Printed:
    """Let page ends cut rows: the rest of the longest cell stands in a row of its own."""
    printed = _unmerged(printed)
    for at in sorted(chance.sample(range(len(printed.rows)), min(PLACES, len(printed.rows))), reverse=True):
        row = printed.rows[at]
        column = max(range(len(row)), key=lambda one: len(row[one]))
        cut = len(row[column]) // 2
        if cut < 4 or len(row) == 1 or row[column][cut - 1] in "。；":
            continue
        rest = tuple(row[column][cut:] if one == column else "" for one in range(len(row)))
        printed = _insert(printed, at + 1, rest)
        printed = _put(printed, at, column, row[column][:cut])
    return printed


def _insert(printed: Printed, at: int, row: tuple[str, ...]) -> Printed:
    return replace(printed, rows=(*printed.rows[:at], row, *printed.rows[at:]), spans=(*printed.spans, (1,) * len(row)))


def _unmerged(printed: Printed) -> Printed:
    """A page end parts merged cells: what reached into a row is blank there."""
    rows = tuple(
        tuple(text if span else "" for text, span in zip(row, spans, strict=True))
        for row, spans in zip(printed.rows, printed.spans, strict=True)
    )
    return replace(printed, rows=rows, spans=tuple((1,) * len(row) for row in rows))


def _put(printed: Printed, at: int, column: int, text: str) -> Printed:
    row = (*printed.rows[at][:column], text, *printed.rows[at][column + 1 :])
    return replace(printed, rows=(*printed.rows[:at], row, *printed.rows[at + 1 :]))


ROW_MOVES: dict[str, Callable[[Printed, Random], Printed]] = {"重复表头": repeat_header, "跨页断行": split_rows}

# Characters that get lost

LOST = {"分隔符": re.compile("[、，；]"), "年月": re.compile("[年月]"), "括号": re.compile("[（）()]")}


def column_of(printed: Printed, field: str) -> int | None:
    return next((at for at, heading in enumerate(printed.headings) if heading in HEADINGS[field]), None)


def lose(printed: Printed, at: int, column: int, place: int) -> Printed:
    """Take one character out of a cell."""
    text = printed.rows[at][column]
    return _put(printed, at, column, text[:place] + text[place + 1 :])
