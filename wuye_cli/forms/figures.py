"""Figures as units type them into a form: 60, 60%, ６０％, 约60%, 0.6, 5个, 1,200.

What a figure means is told by its sign, its cell's number format and the unit that is asked for. One that could mean
two things is not taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wuye_cli.domain.figures import PERCENT_UNITS, figure_words
from wuye_cli.forms.notation import NotationError, plain_text

ABOUT = r"(?:大约|约为?|大概|近)?\s*"
NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
FIGURE = re.compile(rf"(?P<about>{ABOUT}){NUMBER}\s*(?P<unit>\D*?)(?P<around>\s*(?:左右)?)")  # 约60%  5个  1,200 户左右


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that was read; `remark` says how, where it is not as plain as it should be."""

    value: float
    remark: str = ""


def read_figure(text: str, number: float | None, unit: str, last: float | None) -> Figure | None:
    """Read a figure of a unit of measure; None where nothing was typed. `last` is what was reported before.

    Raises:
        NotationError: it is no figure, has another unit, or could mean two things.
    """
    plain = plain_text(text)
    if not plain:
        return None
    typed = (Figure(number), "%" if "%" in plain else "") if number is not None else _read_text(text, plain)
    figure, sign = typed
    if figure.value < 0:
        raise NotationError(f"“{text}”是负数，累计数不会小于 0")
    return _as_percent(text, figure, sign, last) if unit in PERCENT_UNITS else _as_count(text, figure, sign, unit)


def _read_text(text: str, plain: str) -> tuple[Figure, str]:
    found = FIGURE.fullmatch(plain)
    if found is None:
        raise NotationError(f"“{text}”不是数，请只写数，如 60")
    value = float(found["number"].replace(",", ""))
    is_about = bool(found["about"].strip() or found["around"].strip())
    return Figure(value, f"“{text}”按 {figure_words(value)} 收" if is_about else ""), found["unit"].strip()


def _as_percent(text: str, figure: Figure, sign: str, last: float | None) -> Figure:
    if sign not in {"", *PERCENT_UNITS}:
        raise NotationError(f"“{text}”的单位是“{sign}”，这里要填百分数，如 60%")
    if sign or figure.value == 0 or figure.value > 1:
        return figure
    if figure.value == 1 or (last is not None and 0 < last < 1):
        raise NotationError(f"“{text}”是百分之几不清楚，请写成 {figure.value * 100:g}% 或 {figure.value:g}%")
    share = float(f"{figure.value * 100:.12g}")
    return Figure(share, f"“{text}”按 {share:g}% 收")


def _as_count(text: str, figure: Figure, sign: str, unit: str) -> Figure:
    if sign not in {"", plain_text(unit)}:
        raise NotationError(f"“{text}”的单位是“{sign}”，这里的单位是“{unit or '无'}”，请只写数")
    return figure
