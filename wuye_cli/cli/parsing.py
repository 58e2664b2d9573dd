"""Words of the command line to values. What does not fit is said with the option's name by `usage.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

import typer

from wuye_cli.domain.months import find_month
from wuye_cli.domain.periods import find_period

Value = TypeVar("Value")


class BadWord(typer.BadParameter):
    """A value that does not fit: a stable code, the word, and what may be written instead."""

    def __init__(self, code: str, word: str, advice: str, option: str | None = None) -> None:
        super().__init__(f"“{word}”不对：{advice}。", param_hint=option)
        self.code = code


def parse_date(text: str) -> date:
    """Read a day like 2023-08-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadWord("bad-date", text, "请写成 2023-08-31 这样") from None


def parse_month(text: str) -> str:
    """Read a month like 2023-08."""
    month = find_month(text)
    if month is None:
        raise BadWord("bad-month", text, "请写成 2023-08 这样，月份从 01 到 12")
    return month


def parse_period(text: str) -> str:
    """Read the name of a period like 2026Q1."""
    period = find_period(text)
    if period is None:
        raise BadWord("bad-period", text, "请写成 2026-03、2026Q1、2026H1、2026 或 2026W05 这样")
    return period.name


def parse_file(suffix: str) -> Callable[[str], Path]:
    """Make a parser for the names of files of one format."""

    def parse(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() != suffix:
            raise BadWord("bad-file-name", text, f"文件名要以 {suffix} 结尾")
        return path

    return parse


parse_workbook = parse_file(".xlsx")


def parse_percent(text: str) -> float:
    """Read a percentage like 60, 60% or ６０％, from 0 to 100."""
    value = _number(text)
    if value is None or not 0 <= value <= 100:
        raise BadWord("bad-percent", text, "完成进度从 0 到 100，如 60")
    return value


def parse_amount(text: str) -> float:
    """Read a number like 80, 80% or ８０."""
    value = _number(text)
    if value is None:
        raise BadWord("bad-value", text, "请写成数，如 80")
    return value


def parse_values(pairs: list[str]) -> dict[str, float]:
    """Read amounts like 覆盖率=72, each name once."""
    values: dict[str, float] = {}
    for name, value in map(_pair, pairs):
        if name in values:
            raise BadWord("bad-value", name, "同一名称只能写一次")
        values[name] = value
    return values


def parse_word(code: str, words: Mapping[Value, str]) -> Callable[[str], Value]:
    """Make a parser for one of a closed list of words; the identifier behind a word will do too."""

    def parse(text: str) -> Value:
        for value, word in words.items():
            if text in (word, str(value)):
                return value
        raise BadWord(code, text, f"可以写 {'、'.join(words.values())}")

    return parse


def _pair(text: str) -> tuple[str, float]:
    name, _, amount = text.replace("＝", "=").rpartition("=")
    value = _number(amount)
    if not name.strip() or value is None:
        raise BadWord("bad-value", text, "请写成 指标=数值，如 覆盖率=72", "--value")
    return name.strip(), value


def _number(text: str) -> float | None:
    try:
        value = float(text.replace("％", "%").removesuffix("%"))
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None
