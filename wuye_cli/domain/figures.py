"""Figures as they are printed. Shares are rounded once, when they arise: what is printed is what is judged."""

from __future__ import annotations

from collections.abc import Iterable

PERCENT_UNITS = frozenset({"%", "％"})


def round_share(value: float) -> float:
    """Round a percentage or a difference of percentages to one decimal."""
    return round(value, 1)


def mean_share(values: Iterable[float]) -> float | None:
    """Average percentages; None where there is none."""
    shares = tuple(values)
    return round_share(sum(shares) / len(shares)) if shares else None


def figure_words(value: float) -> str:
    """Print a number without idle zeros: 60, 45.5, 91.25."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
