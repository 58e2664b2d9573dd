"""Months as text."""

from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.domain.months import day_words, find_month, last_day, month_of, month_words, shift_month


@pytest.mark.parametrize("text", ["2023-13", "2023-00", "2023-8", "202308", "2023-08-01", ""])
def test_what_is_not_a_month(text: str) -> None:
    assert find_month(text) is None


def test_a_month_has_its_days_and_words() -> None:
    assert find_month("2024-02") == "2024-02"
    assert month_of(date(2024, 2, 29)) == "2024-02"
    assert last_day("2024-02") == date(2024, 2, 29)
    assert (month_words("2023-08"), day_words(date(2023, 8, 1))) == ("2023年8月", "2023年8月1日")


@pytest.mark.parametrize(("by", "month"), [(1, "2024-01"), (-12, "2022-12"), (0, "2023-12"), (14, "2025-02")])
def test_months_are_counted_across_years(by: int, month: str) -> None:
    assert shift_month("2023-12", by) == month
