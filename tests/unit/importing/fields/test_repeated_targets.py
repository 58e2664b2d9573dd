from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.importing.draft import DraftTarget
from wuye_cli.importing.fields.repeated_targets import merge_repeats

DAY = date(2025, 12, 31)


def market(by: date | None, value: float = 36) -> DraftTarget:
    return DraftTarget("农贸市场", "=", value, "家", by=by, text="改造农贸市场")


@pytest.mark.parametrize(("in_cell", "in_words"), [(DAY, DAY), (None, DAY), (DAY, None), (None, None)])
def test_a_figure_printed_twice_is_one_target_and_keeps_its_day(in_cell: date | None, in_words: date | None) -> None:
    assert merge_repeats([market(in_cell)], [market(in_words)]) == (market(in_cell or in_words),)


@pytest.mark.parametrize("other", [market(date(2026, 12, 31)), market(None, 20)])
def test_another_day_or_figure_is_a_target_of_its_own(other: DraftTarget) -> None:
    assert merge_repeats([market(DAY)], [other]) == (market(DAY), other)
