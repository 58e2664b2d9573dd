"""Figures in print."""

from __future__ import annotations

import pytest

from wuye_cli.domain.figures import figure_words, mean_share


@pytest.mark.parametrize(
    ("value", "words"),
    [(60.0, "60"), (45.5, "45.5"), (91.25, "91.25"), (0.0, "0"), (-0.001, "0"), (1234567.0, "1234567"), (-3.5, "-3.5")],
)
def test_no_idle_zeros(value: float, words: str) -> None:
    assert figure_words(value) == words


def test_the_mean_of_nothing_is_nothing() -> None:
    assert mean_share([]) is None
    assert mean_share([10, 20, 20]) == 16.7
