"""The pictures of the overview page: bars of shares, and the months as columns; every number also stands as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wuye_cli.domain.months import month_words
from wuye_cli.domain.terms import LIGHT_WORDS, STATUS_WORDS, Light, Status
from wuye_cli.render.markup import Element, element
from wuye_cli.reports.dashboard import TrendMonth

Kind = Status | Light

WIDTH, HEIGHT = 760, 240  # of the columns' picture, in its own units
LEFT, BOTTOM, TOP = 40, 42, 22
FILLED = 0.62  # of the room that a month has


def share_bar(counts: Sequence[tuple[Kind, int]], total: int) -> Element:
    """Draw one bar that is shared out among states or lights."""
    parts = (
        element("span", class_=f"part {kind.value}", style=f"width:{count / total:.4%}")
        for kind, count in counts
        if count
    )
    words = "、".join(f"{kind_word(kind)}{count}项" for kind, count in counts if count)
    return element("div", *parts, class_="bar", role="img", aria_label=words, title=words)


def legend(words: Iterable[tuple[Kind, str]]) -> Element:
    """Name the colours."""
    items = (element("li", element("span", class_=f"key {kind.value}"), text) for kind, text in words)
    return element("ul", *items, class_="legend")


def kind_word(kind: Kind) -> str:
    """Print a state or a light."""
    return STATUS_WORDS[kind] if isinstance(kind, Status) else LIGHT_WORDS[kind]


def trend_columns(trend: Sequence[TrendMonth]) -> Element:
    """Draw a column for each month, shared out among the states."""
    highest = max((month.total for month in trend), default=0) or 1
    step = (WIDTH - LEFT) / max(len(trend), 1)
    columns = (
        _column(month, LEFT + step * (place + 0.5), step, highest, is_first=place == 0)
        for place, month in enumerate(trend)
    )
    words = f"{month_words(trend[0].month)}至{month_words(trend[-1].month)}各月末任务状态"
    return element(
        "svg",
        element("title", words),
        *_scale(highest),
        *columns,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=words,
        class_="trend",
    )


def _scale(highest: int) -> Iterator[Element]:
    """Draw lines at nothing, half and all."""
    for value in dict.fromkeys((0, round(highest / 2), highest)):
        y = f"{_height_of(highest - value, highest) + TOP:.1f}"
        yield element("line", x1=str(LEFT), x2=str(WIDTH), y1=y, y2=y, class_="grid")
        yield element("text", str(value), x=str(LEFT - 8), y=y, dy="4", text_anchor="end")


def _column(month: TrendMonth, middle: float, step: float, highest: int, *, is_first: bool) -> Element:
    """Draw one month with its sum above; under the first one and each January stands the year."""
    year, number = int(month.month[:4]), int(month.month[5:])
    width = min(step * FILLED, 56)
    left = middle - width / 2
    return element(
        "g",
        *_parts(month, left, width, highest),
        _label(str(month.total), middle, HEIGHT - BOTTOM - _height_of(month.total, highest) - 6, "sum"),
        _label(f"{number}月", middle, HEIGHT - BOTTOM + 18, "month"),
        _label(f"{year}年", middle, HEIGHT - BOTTOM + 36, "year") if is_first or number == 1 else None,
    )


def _parts(month: TrendMonth, left: float, width: float, highest: int) -> Iterator[Element]:
    """Stack the states, the first one at the foot."""
    top = float(HEIGHT - BOTTOM)
    for status, count in month.by_status:
        height = _height_of(count, highest)
        top -= height
        if count:
            title = element("title", f"{month_words(month.month)}{STATUS_WORDS[status]}{count}项")
            box = {"x": left, "y": top, "width": width, "height": height}
            sizes = {name: f"{size:.1f}" for name, size in box.items()}
            yield element("rect", title, **sizes, class_=status.value)


def _label(text: str, x: float, y: float, kind: str) -> Element:
    return element("text", text, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor="middle", class_=kind)


def _height_of(count: int, highest: int) -> float:
    return (HEIGHT - BOTTOM - TOP) * count / highest
