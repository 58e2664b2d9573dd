"""What has been reached of a target."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import report, target
from wuye_cli.domain.facts import TargetFacts
from wuye_cli.domain.targets import Reached, is_met, reached_amounts, share_of_targets, target_rate, target_share


@pytest.mark.parametrize(
    ("op", "met", "unmet"),
    [(">=", 80, 79.9), (">", 80.1, 80), ("<=", 80, 80.1), ("<", 79.9, 80), ("=", 80, 79)],
)
def test_a_target_is_met(op: str, met: float, unmet: float) -> None:
    assert is_met(target(1, 80, op=op), met)
    assert not is_met(target(1, 80, op=op), unmet)


def test_more_than_asked_for_still_meets_a_count() -> None:
    assert is_met(target(1, 9, "个", op="="), 10)


def test_a_range_is_met_at_its_lower_end() -> None:
    assert is_met(target(1, 3, "家", op="=", value_max=5), 3)


def test_rates_above_100_are_normal_and_a_target_of_0_has_none() -> None:
    assert target_rate(80, 90) == 112.5
    assert target_rate(0, 5) is None


@pytest.mark.parametrize(
    ("wanted", "value", "share"),
    [
        (target(1, 80), 40, 50),
        (target(1, 80), 120, 100),
        (target(1, 80), -5, 0),
        (target(1, 5, "件", op="<="), 10, 50),
        (target(1, 5, "件", op="<="), 4, 100),
        (target(1, 0, "件", op=">"), 0, 0),
    ],
    ids=["part of the way", "no more than all", "no less than nothing", "over an upper limit", "under it", "of zero"],
)
def test_share_of_the_way_to_a_target(wanted: TargetFacts, value: float, share: float) -> None:
    assert target_share(wanted, value) == share


def amounts(
    targets: tuple[TargetFacts, ...], scored: tuple[int, ...], *values: tuple[int, str, dict[int, float]]
) -> dict[int, float]:
    sent = [report(key, month, unit=unit, values=value) for key, (unit, month, value) in enumerate(values, 1)]
    return {key: reached.value for key, reached in reached_amounts(targets, scored, sent).items()}


COUNT, RATE = target(1, 9, "个"), target(2, 80, "%")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([(1, "2023-07", {1: 2}), (1, "2023-08", {1: 5})], {1: 5}),
        ([(1, "2023-07", {1: 5}), (1, "2023-08", {1: 3})], {1: 3}),
        ([(1, "2023-08", {1: 5}), (2, "2023-07", {1: 2})], {1: 7}),
        ([(1, "2023-08", {2: 60}), (2, "2023-07", {2: 30})], {2: 30}),
        ([(9, "2023-08", {1: 4})], {}),
        ([(1, "2023-08", {99: 4})], {}),
        ([], {}),
    ],
    ids=[
        "the newest of a unit",
        "a lower figure counts as well",
        "counts of the members add up",
        "percentages average over all three members",
        "another unit's do not count",
        "nor do those of other targets",
        "nothing reported",
    ],
)
def test_amounts_reached(values: list[tuple[int, str, dict[int, float]]], expected: dict[int, float]) -> None:
    assert amounts((COUNT, RATE), (1, 2, 3), *values) == expected


def test_an_amount_carries_the_newest_month_it_rests_on() -> None:
    sent = [report(1, "2023-07", unit=2, values={1: 2.0}), report(2, "2023-08", values={1: 5.0})]
    assert reached_amounts((COUNT,), (1, 2), sent) == {1: Reached(7, "2023-08")}


def test_one_amount_speaks_for_all_thresholds_of_its_series() -> None:
    thresholds = (target(1, 70, by="2025-12-31"), target(2, 90, by="2026-12-31"))
    assert amounts(thresholds, (1,), (1, "2025-11", {1: 75})) == {1: 75, 2: 75}


def test_targets_without_a_date_stand_alone_whatever_their_words() -> None:
    assert amounts((target(1, 100, "个"), target(2, 50, "个")), (1,), (1, "2023-08", {1: 30})) == {1: 30}


QUOTAS = (target(1, 5, "个"), target(2, 3, "个", scope="甲区"), target(3, 2, "个", scope="乙县"))


def test_a_total_nobody_reported_is_the_sum_of_its_parts() -> None:
    assert amounts(QUOTAS, (1, 2), (1, "2023-08", {2: 2}), (2, "2023-08", {3: 1})) == {1: 3, 2: 2, 3: 1}


def test_a_total_that_was_reported_stands() -> None:
    assert amounts(QUOTAS, (1,), (1, "2023-08", {1: 4, 2: 2})) == {1: 4, 2: 2}


def test_parts_that_do_not_add_up_to_a_total_do_not_make_one() -> None:
    assert amounts(QUOTAS[:2], (1,), (1, "2023-08", {2: 2})) == {2: 2}


def test_a_percentage_quota_averages_over_those_who_report_it() -> None:
    quota = target(1, 80, "%", scope="甲区")
    assert amounts((quota,), (1, 2, 3), (2, "2023-08", {1: 60})) == {1: 60}


@pytest.mark.parametrize(
    ("targets", "reached", "share"),
    [
        ((target(1, 10, "个"), target(2, 4, "次")), {1: 5, 2: 8}, 75),
        ((target(1, 10, "个"), target(2, 4, "次")), {1: 5}, 25),
        ((target(1, 60, by="2025-12-31"), target(2, 80, by="2026-12-31")), {1: 60, 2: 60}, 75),
        (QUOTAS, {1: 3, 2: 2, 3: 1}, 60),
        ((target(1, 10, "个"),), {}, None),
    ],
    ids=[
        "the mean, each capped at 100",
        "a target nobody reported counts 0",
        "the last threshold of a series",
        "the total, not its parts",
        "nothing reported",
    ],
)
def test_share_of_a_task_by_its_targets(
    targets: tuple[TargetFacts, ...], reached: dict[int, float], share: float | None
) -> None:
    assert share_of_targets(targets, {key: Reached(value, "2023-08") for key, value in reached.items()}) == share
