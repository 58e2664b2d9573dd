"""A page ends before a merged cell reaches over its end."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import Workbook

from wuye_cli.workbooks.paging import SPARE, Pages

MARGINS = 36.0  # half an inch above and below


def sheet(**page: Any) -> Any:
    """A4 upright, a hundred points wide: two rows of 50 points stand above, the second on each page."""
    made: Any = Workbook().worksheets[0]
    made.column_dimensions["A"].width = 100 / 6
    made.page_setup.paperSize = 9
    made.page_margins.top = made.page_margins.bottom = made.page_margins.left = made.page_margins.right = 0.5
    made.row_dimensions[1].height = made.row_dimensions[2].height = 50
    made.print_title_rows = "2:2"
    for name, value in page.items():
        setattr(made.page_setup, name, value)
    return made


@pytest.mark.parametrize(
    ("page", "room"),
    [
        ({}, 841.9 - 2 * MARGINS),
        ({"orientation": "landscape"}, 595.3 - 2 * MARGINS),
        ({"scale": 50}, (841.9 - 2 * MARGINS) * 2),
    ],
)
def test_a_page_takes_the_rows_that_it_has_room_for(page: dict[str, Any], room: float) -> None:
    made = sheet(**page)
    pages = Pages(made, 3)
    left = room * SPARE - 100
    assert [pages.begin_if_full(3, left - 1), pages.begin_if_full(4, 1), pages.begin_if_full(5, 1)] == [
        False,
        False,
        True,
    ]
    assert [one.id for one in made.row_breaks.brk] == [4]


def test_the_header_takes_its_room_on_every_page() -> None:
    made = sheet()
    pages = Pages(made, 3)
    pages.begin_if_full(3, 10_000)
    left = (841.9 - 2 * MARGINS) * SPARE - 50
    pages.begin_if_full(4, left - 20)
    pages.grow(10)
    assert [pages.begin_if_full(5, 10), pages.begin_if_full(6, 1)] == [False, True]


def test_a_wide_sheet_that_is_fitted_to_the_page_holds_more_rows_on_it() -> None:
    made = sheet()
    made.sheet_properties.pageSetUpPr.fitToPage = True
    made.column_dimensions["A"].width = (595.3 - 2 * MARGINS) * 2 / 6
    pages = Pages(made, 3)
    left = (841.9 - 2 * MARGINS) * 2 * SPARE - 100
    assert [pages.begin_if_full(3, left - 1), pages.begin_if_full(4, 2)] == [False, True]
