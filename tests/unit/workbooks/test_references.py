"""When row 4 becomes three rows: what stands below moves by two, what spans the row grows by two."""

from __future__ import annotations

import pytest

from wuye_cli.workbooks.references import Stretch, stretch_formula, stretch_reference

STRETCH = Stretch("情况表", row=4, extra=2)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("B3", "B3"),
        ("B4", "B4"),
        ("B5", "B7"),
        ("$B$5", "$B$7"),
        ("B4:B4", "B4:B6"),
        ("A1:F4", "A1:F6"),
        ("$A$1:$F$9", "$A$1:$F$11"),
        ("A5:B6", "A7:B8"),
        ("3:3", "3:3"),
        ("4:4", "4:6"),
        ("A:A", "A:A"),
        ("合计", "合计"),
        ("'情况表'!$B$4:$B$4", "'情况表'!$B$4:$B$6"),
        ("情况表!B5", "情况表!B7"),
        ("别的表!B5", "别的表!B5"),
        ("'别的表'!B4:B4", "'别的表'!B4:B4"),
    ],
)
def test_a_reference_moves_or_grows(before: str, after: str) -> None:
    assert stretch_reference(before, "情况表", STRETCH) == after


def test_a_reference_on_another_sheet_means_that_sheet() -> None:
    assert stretch_reference("B5", "别的表", STRETCH) == "B5"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("=SUM(D4:D4)", "=SUM(D4:D6)"),
        ('=IF(D5>0,"D5",AVERAGE(D4:D4)/D$6)', '=IF(D7>0,"D5",AVERAGE(D4:D6)/D$8)'),
        ("='情况表'!D4+1", "='情况表'!D4+1"),
    ],
)
def test_a_formula_follows_reference_by_reference(before: str, after: str) -> None:
    assert stretch_formula(before, "情况表", STRETCH) == after


def test_an_area_within_the_repeated_row_stays_in_it() -> None:
    assert stretch_formula("=SUM(D4:F4)/D5", "情况表", STRETCH, own_row=True) == "=SUM(D4:F4)/D7"
