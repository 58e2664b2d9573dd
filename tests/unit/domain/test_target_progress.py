"""Targets: judged at their date, before it against expected progress."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import day, plan, shipped_policies, target
from wuye_cli.domain.facts import TargetFacts
from wuye_cli.domain.target_progress import assess_target, judge_target
from wuye_cli.domain.terms import Light, Status

RED, YELLOW, GREEN, BLUE, GREY = Light.RED, Light.YELLOW, Light.GREEN, Light.BLUE, Light.GREY
OFFICE = shipped_policies().get("office")
YEARLY = target(1, 80, by="2023-12-31")
RISING = (target(1, 70, by="2025-12-31"), target(2, 90, by="2026-12-31"))


@pytest.mark.parametrize(
    ("on", "reached", "expected", "status", "light"),
    [
        ("2023-06-30", 40, 40, Status.ON_TRACK, GREEN),
        ("2023-06-30", 39.9, 40, Status.BEHIND, GREEN),
        ("2023-06-30", 32, 40, Status.BEHIND, YELLOW),
        ("2023-06-30", 16, 40, Status.BEHIND, YELLOW),
        ("2023-06-30", 15.9, 40, Status.BEHIND, RED),
        ("2023-06-30", None, 40, Status.BEHIND, RED),
        ("2023-06-30", 48.1, 40, Status.AHEAD, GREEN),
        ("2023-06-30", 80, 40, Status.DONE, BLUE),
        ("2023-12-31", 79, 80, Status.BEHIND, YELLOW),
        ("2024-01-01", 79, 80, Status.OVERDUE, RED),
        ("2024-01-01", 80, 80, Status.DONE, BLUE),
        ("2024-01-01", None, 80, Status.OVERDUE, RED),
    ],
)
def test_a_yearly_target_by_month_m_is_m_twelfths_and_at_its_date_all_of_it(
    on: str, reached: float | None, expected: float, status: Status, light: Light
) -> None:
    standing = assess_target(YEARLY, (YEARLY,), plan(), reached, day(on))
    assert (standing.expected, standing.status, judge_target(standing, OFFICE)) == (expected, status, light)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-06-30", (35, 35)),
        ("2025-12-31", (70, 70)),
        ("2026-01-30", (70, 70)),
        ("2026-06-30", (70, 80)),
        ("2026-12-31", (70, 90)),
        ("2027-03-01", (70, 90)),
    ],
)
def test_thresholds_that_rise_by_the_year_are_one_line(on: str, expected: tuple[float, float]) -> None:
    of = plan(issued_on=day("2025-01-10"), year=2025)
    assert tuple(assess_target(one, RISING, of, None, day(on)).expected for one in RISING) == expected


def test_another_scope_is_another_line() -> None:
    district = target(3, 60, by="2026-12-31", scope="甲区")
    standing = assess_target(district, (*RISING, district), plan(year=2026), None, day("2026-06-30"))
    assert standing.expected == 30


def test_a_date_within_the_year_goes_by_days() -> None:
    count = target(1, 9, "个", by="2023-10-31")
    assert assess_target(count, (count,), plan(), 3, day("2023-06-02")).expected == 4.5


@pytest.mark.parametrize(
    ("values", "reached", "on", "status", "light"),
    [
        (target(1, 80), 10, "2023-06-30", Status.OTHER, GREY),
        (target(1, 80), 80, "2023-06-30", Status.DONE, BLUE),
        (target(1, 5, "件", by="2023-12-31", op="<="), 6, "2023-06-30", Status.OTHER, GREY),
        (target(1, 5, "件", by="2023-12-31", op="<="), 6, "2024-01-01", Status.OVERDUE, RED),
        (target(1, 0, "件", by="2023-12-31", op="="), 0, "2023-06-30", Status.DONE, BLUE),
    ],
    ids=["no date", "no date, reached", "an upper limit has no line", "an upper limit passed", "nothing wanted"],
)
def test_what_cannot_be_measured_on_a_line(
    values: TargetFacts, reached: float, on: str, status: Status, light: Light
) -> None:
    standing = assess_target(values, (values,), plan(), reached, day(on))
    assert (standing.status, judge_target(standing, OFFICE)) == (status, light)
