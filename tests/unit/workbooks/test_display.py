"""The figure behind what a cell shows: in the unit that is shown, but not rounded."""

from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.workbooks.display import display, shown_number

CELLS = [
    (60, "General", "60", 60.0),
    (0.605, "0%", "61%", 60.5),
    (0.28989999999999999, "0.00%", "28.99%", 28.99),
    (60, '0"%"', "60%", 60.0),  # a sign that is only printed
    (5, '0"个"', "5个", 5.0),
    (1234.5, "#,##0", "1,235", 1234.5),
]
NO_FIGURES: list[object] = [None, "60", True, date(2023, 8, 31)]


@pytest.mark.parametrize(("value", "number_format", "text", "number"), CELLS)
def test_a_figure_is_in_the_unit_that_is_shown(value: float, number_format: str, text: str, number: float) -> None:
    assert (display(value, number_format), shown_number(value, number_format)) == (text, number)


@pytest.mark.parametrize("value", NO_FIGURES)
def test_what_is_no_figure_has_none(value: object) -> None:
    assert shown_number(value, "General") is None
