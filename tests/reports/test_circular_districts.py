"""目标完成情况表 by district: what is a quota, what the first row says, and the order of districts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.reports.story import OFFICE, POLICIES, august
from tests.unit.domain.by_hand import day, plan, register_facts, report, target, task, unit, units
from wuye_cli.domain.facts import PlanFacts, TargetFacts, TaskFacts
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import DistrictTable, QuotaFigure, QuotaIndicator

A, B, C = "甲区", "乙县", "丙市"
PLACES = units(
    unit(1, "市住建局"), unit(2, "乙县人民政府"), unit(3, "区政府", region="某市甲区"), unit(4, "丙市城管局")
)


def tables(*tasks: TaskFacts, plans: tuple[PlanFacts, ...] = ()) -> tuple[DistrictTable, ...]:
    facts = register_facts(*tasks, plans=plans or (plan(level="市级"),), known=PLACES)
    return build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES).districts


def split(*targets: TargetFacts, **values: float) -> TaskFacts:
    """A task with these targets; `t1=3.0` is what was reported of target 1."""
    sent = {int(key[1:]): value for key, value in values.items()}
    return task(targets=targets, reports=(report(1, "2023-08", values=sent),) if sent else ())


def quota(key: int, scope: str, value: float, unit_: str = "个", **values: Any) -> TargetFacts:
    return target(key, value, unit_, indicator=values.pop("indicator", "试点"), scope=scope, **values)


def figures(table: DistrictTable) -> dict[str, list[tuple[float | None, float | None, float | None]]]:
    return {row.district: [(one.target, one.actual, one.rate) for one in row.figures] for row in table.rows}


def test_the_whole_stands_first_and_is_the_sum_of_its_districts() -> None:
    (table,) = august().districts
    assert table.indicators == (QuotaIndicator("试点", ">=", "个", None, ""),)
    assert figures(table) == {"全市": [(5, 3, 60)], A: [(3, 3, 100)], B: [(2, None, None)]}


def test_more_than_planned_is_printed_as_it_is_and_zero_is_not_a_blank() -> None:
    (table,) = tables(split(quota(1, A, 4), quota(2, B, 6), quota(3, C, 2), t1=9.0, t2=0.0))
    assert figures(table) == {
        "全市": [(12, 9, 75)],
        B: [(6, 0, 0)],
        A: [(4, 9, 225)],
        C: [(2, None, None)],
    }


def test_nobody_reported_is_no_zero_for_the_whole() -> None:
    (table,) = tables(split(quota(1, A, 4), quota(2, B, 6)))
    assert figures(table)["全市"] == [(10, None, None)]


@pytest.mark.parametrize(
    ("whole", "values", "first"),
    [
        ((), {"t1": 50.0, "t2": 70.0}, (None, None, None)),
        ((quota(9, "", 80, "%"),), {"t1": 50.0, "t2": 70.0}, (80, None, None)),
        ((quota(9, "", 80, "%"),), {"t1": 50.0, "t2": 70.0, "t9": 64.0}, (80, 64, 80)),
    ],
    ids=["set for the districts only", "set for the whole", "reported for the whole"],
)
def test_percentages_of_districts_neither_add_up_nor_average(
    whole: tuple[TargetFacts, ...], values: dict[str, float], first: tuple[float | None, float | None, float | None]
) -> None:
    (table,) = tables(split(quota(1, A, 90, "%"), quota(2, B, 70, "%"), *whole, **values))
    assert figures(table) == {"全市": [first], B: [(70, 70, 100)], A: [(90, 50, 55.6)]}


@pytest.mark.parametrize(
    ("total", "values", "note"),
    [
        (10.0, {"t1": 2.0}, ""),
        (12.0, {}, "总目标为12个，各地区合计10个"),
        (10.0, {"t1": 2.0, "t9": 5.0}, "总数报送为5个，各地区合计2个"),
        (10.0, {"t9": 5.0}, "总数报送为5个，各地区合计0个"),
    ],
)
def test_a_total_that_is_not_the_sum_of_its_parts_is_told(total: float, values: dict[str, float], note: str) -> None:
    (table,) = tables(split(quota(9, "", total), quota(1, A, 4), quota(2, B, 6), **values))
    assert table.indicators[0].note == note


def test_districts_stand_in_official_order_and_those_without_a_unit_last_as_printed() -> None:
    (table,) = tables(split(*(quota(key, name, 1) for key, name in enumerate(("戊县", "丁县", C, A, B), 1))))
    assert [row.district for row in table.rows] == ["全市", B, A, C, "戊县", "丁县"]


def test_an_indicator_is_told_apart_by_its_unit_its_comparison_and_its_day() -> None:
    first = (quota(1, A, 4, by="2023-12-31"), quota(2, B, 6, by="2023-12-31"))
    later = (quota(3, A, 8, by="2024-12-31"), quota(4, B, 12, by="2024-12-31"))
    limits = (quota(5, B, 3, "件", op="<=", indicator="信访"), quota(6, C, 1, "件", op="<=", indicator="信访"))
    (table,) = tables(split(*first, *later, *limits, t1=2.0))
    assert [(one.name, one.op, one.unit, one.by) for one in table.indicators] == [
        ("试点", ">=", "个", date(2023, 12, 31)),
        ("试点", ">=", "个", date(2024, 12, 31)),
        ("信访", "<=", "件", None),
    ]
    nothing = (None, None, None)
    assert figures(table) == {
        "全市": [(10, 2, 20), (20, 2, 10), (4, None, None)],
        B: [(6, None, None), (12, None, None), (3, None, None)],
        A: [(4, 2, 50), (8, 2, 25), nothing],
        C: [nothing, nothing, (1, None, None)],
    }


def test_both_ends_of_ranges_add_up() -> None:
    (table,) = tables(split(quota(1, A, 3, value_max=5.0), quota(2, B, 2, value_max=4.0)))
    assert table.rows[0].figures == (QuotaFigure(5, 9, None, None),)


@pytest.mark.parametrize(
    "targets",
    [(quota(1, "", 80),), (quota(1, A, 4),), (quota(1, "每个街道", 2), quota(2, A, 4)), ()],
    ids=["no split", "one part only", "the same for every street", "no targets"],
)
def test_what_is_not_split_by_district_has_no_table(targets: tuple[TargetFacts, ...]) -> None:
    assert tables(split(*targets)) == ()


def test_the_same_quota_of_a_plan_and_of_its_task_is_printed_once() -> None:
    parts = (quota(1, A, 4), quota(2, B, 6))
    (table,) = tables(split(*parts, t1=2.0), plans=(plan(level="市级", targets=(quota(7, A, 4), quota(8, B, 6))),))
    assert figures(table)["全市"] == [(10, 2, 20)]


def test_the_same_quota_of_two_plans_is_printed_once_whichever_it_was_reported_under() -> None:
    here, there = (quota(1, A, 4), quota(2, B, 6)), (quota(11, A, 4), quota(12, B, 6))
    other = replace(split(*there, t11=2.0), id=2, plan=2, code="p2-1")
    both = (plan(level="市级"), plan(id=2, code="p2", level="市级"))
    (table,) = tables(split(*here), other, plans=both)
    assert figures(table) == {"全市": [(10, 2, 20)], B: [(6, None, None)], A: [(4, 2, 50)]}


def test_the_same_quota_reported_differently_under_two_plans_is_printed_twice() -> None:
    here, there = (quota(1, A, 4), quota(2, B, 6)), (quota(11, A, 4), quota(12, B, 6))
    other = replace(split(*there, t11=2.0), id=2, plan=2, code="p2-1")
    both = (plan(level="市级"), plan(id=2, code="p2", level="市级"))
    (table,) = tables(split(*here, t1=1.0), other, plans=both)
    assert figures(table)["全市"] == [(10, 1, 10), (10, 2, 20)]


def test_plans_of_a_city_and_of_a_district_have_a_table_each() -> None:
    own = (plan(level="市级"), plan(id=2, code="p2", level="区级"))
    streets = task(2, plan=2, targets=(quota(3, "一街道", 1), quota(4, "二街道", 2)))
    several = tables(split(quota(1, A, 4), quota(2, B, 6)), streets, plans=own)
    assert [[row.district for row in table.rows] for table in several] == [["全市", B, A], ["全区", "一街道", "二街道"]]
