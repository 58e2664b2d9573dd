"""Tables for the terminal that line up with Chinese text: cells fold, nothing is cut, every line is equally wide.

Own layout on Rich's character widths: Rich's tables cannot be told that a terminal draws ambiguous signs over two
columns, and cost more time at start than everything else a list does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from wuye_cli.domain.terms import LIGHT_WORDS, Light
from wuye_cli.render.grid import Column, Grid, Kind, value_text
from wuye_cli.render.widths import fold, pad, plain, share_widths, text_width

LEAST_TEXT = 10  # five Chinese characters, or a date: below this a column is no longer readable
RIGHT = {Kind.NUMBER, Kind.PERCENT}
COLOURS = {
    LIGHT_WORDS[Light.RED]: "\x1b[31m",
    LIGHT_WORDS[Light.YELLOW]: "\x1b[33m",
    LIGHT_WORDS[Light.GREEN]: "\x1b[32m",
    LIGHT_WORDS[Light.BLUE]: "\x1b[34m",
    LIGHT_WORDS[Light.GREY]: "\x1b[90m",
}
RESET = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal can do: colour, box signs, and whether it draws ambiguous signs over two columns."""

    colour: bool = False
    ascii_only: bool = False
    wide: bool = False


PLAIN = Look()


def render_grid(grid: Grid, console_width: int, look: Look = PLAIN) -> str:
    """Print title, table and notes; a grid without rows says so."""
    body = _table(grid, console_width, look) if grid.rows else ["（无）"]
    return "\n".join([*_prose(grid.title, console_width, look), *body, *_notes(grid, console_width, look)])


def _notes(grid: Grid, width: int, look: Look) -> list[str]:
    return [line for note in grid.notes for line in _prose(note, width, look)]


def _prose(text: str, width: int, look: Look) -> list[str]:
    return fold(plain(text), width, wide=look.wide) if text else []


def _table(grid: Grid, console_width: int, look: Look) -> list[str]:
    cells = [
        [plain(value_text(value, column.kind)) for value, column in zip(row, grid.columns, strict=True)]
        for row in grid.rows
    ]
    widths = _widths(grid.columns, cells, console_width, look)
    # A terminal that draws ambiguous signs wide would draw a rule of box signs twice as long
    bar, cross, dash = (" | ", "-+-", "-") if look.ascii_only or look.wide else (" │ ", "─┼─", "─")
    heading = [Column(column.heading, Kind.SHORT, column.width) for column in grid.columns]
    lines = list(_row(heading, [column.heading for column in grid.columns], widths, bar, look))
    lines.append(cross.join(dash * width for width in widths))
    for row in cells:
        lines.extend(_row(grid.columns, row, widths, bar, look))
    return lines


def _widths(columns: tuple[Column, ...], cells: list[list[str]], console_width: int, look: Look) -> list[int]:
    natural, least = [], []
    for column, texts in zip(columns, zip(*cells, strict=True), strict=True):
        heading = text_width(column.heading)
        widest = max(text_width(part, wide=look.wide) for text in texts for part in text.split("\n"))
        natural.append(max(heading, widest))
        # Under pressure long text folds, and so do headings; words and figures stay whole
        least.append(
            max(
                min(widest, LEAST_TEXT if column.kind is Kind.TEXT else widest),
                min(heading, max(4, (heading + 3) // 4 * 2)),
            )
        )
    available = console_width - 3 * (len(columns) - 1)
    return share_widths(natural, least, [column.width for column in columns], available)


def _row(
    columns: tuple[Column, ...] | list[Column], texts: list[str], widths: list[int], bar: str, look: Look
) -> Iterator[str]:
    folded = [fold(text, width, wide=look.wide) for text, width in zip(texts, widths, strict=True)]
    for parts in zip_longest(*folded, fillvalue=""):
        yield bar.join(
            _paint(pad(part, width, right=column.kind in RIGHT, wide=look.wide), column, look)
            for part, width, column in zip(parts, widths, columns, strict=True)
        )


def _paint(text: str, column: Column, look: Look) -> str:
    colour = COLOURS.get(text.strip()) if look.colour and column.kind is Kind.LIGHT else None
    return f"{colour}{text}{RESET}" if colour else text
