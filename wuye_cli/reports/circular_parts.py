"""A paragraph in parts, so that every number in it is accounted for: plain words, quotes, figures.

Plain words (str) hold no digit. What has digits of its own is a quote, with the name of where it is from, or a
reckoning, which is printed as its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.months import day_words, month_words
from wuye_cli.reports.circular_figures import Figure, Reckoning

TEXT = "正文"
DAY, ORDINAL, RULE, PHRASE = "日期", "序号", "规则", "用语"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words taken over as they stand; `source` says from where: the register, a date, an ordinal, a phrase."""

    text: str
    source: str = "台账"


Part = str | Quote | Reckoning
Parts = tuple[Part, ...]


def write_paragraph(parts: Parts) -> str:
    """Print the parts of a paragraph."""
    return "".join(map(_printed, parts))


def figures_of(paragraphs: Sequence[Parts]) -> tuple[Figure, ...]:
    """Find every figure of a text, with its place."""
    return tuple(figure for number, parts in enumerate(paragraphs, 1) for figure in placed(parts, TEXT, number))


def placed(parts: Parts, sheet: str, row: int, column: str = "") -> Iterator[Figure]:
    """Find the figures of one paragraph, or of a cell in words, each with its first character."""
    at = 1
    for part in parts:
        text = _printed(part)
        if isinstance(part, Reckoning):
            yield Figure(sheet, row, column, at, text, part)
        at += len(text)


def joined(items: Iterable[Parts], separator: str = "、") -> Parts:
    """Put a separator between items."""
    parts: list[Part] = []
    for item in items:
        parts.extend([separator, *item] if parts else item)
    return tuple(parts)


def named(names: Iterable[str]) -> Parts:
    """Join names; 无 where there is none."""
    return joined((Quote(name),) for name in names) or ("无",)


def on_day(day: date) -> Quote:
    """Print a day: 2023年8月31日."""
    return Quote(day_words(day), DAY)


def in_month(month: str, seen_from: str = "") -> Quote:
    """Print a month, without its year where that is the year of the month it is seen from: 7月, 2022年12月."""
    near = month[:4] == seen_from[:4]
    return Quote(f"{int(month[5:])}月" if near else month_words(month), DAY)


def _printed(part: Part) -> str:
    if isinstance(part, str):
        return part
    return part.text if isinstance(part, Quote) else figure_words(part.value)
