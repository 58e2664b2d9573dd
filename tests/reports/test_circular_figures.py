"""Every figure of every text and table is a count or sum of rows, or a quotient or difference of two such."""

from __future__ import annotations

import pytest

from tests.reports.accounting import check_circular
from tests.reports.story import FACTS as AUGUST_FACTS
from tests.reports.story import august
from tests.reports.year_story import FACTS, story

YEAR = story()


@pytest.mark.parametrize("month", YEAR)
def test_every_number_of_a_year_is_explained_by_its_rows(month: str) -> None:
    assert check_circular(YEAR[month], FACTS) > 50


def test_so_are_those_of_a_month_with_a_task_in_each_state() -> None:
    assert check_circular(august(), AUGUST_FACTS) > 50
