"""A total that is split by places."""

from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.importing.fields.targets import find_targets, read_targets

YEAR_END = date(2025, 12, 31)
PLACES = "完成23个老旧小区改造，其中城东街道9个、城西街道8个、河滨街道6个。"


def test_a_total_comes_with_its_split() -> None:
    reading = read_targets("2025年底完成9个试点（东城区5个、西城区3个、南县1个）。", year=None)
    assert [(item.value, item.scope, item.by) for item in reading.targets] == [
        (9, "", YEAR_END),
        (5, "东城区", YEAR_END),
        (3, "西城区", YEAR_END),
        (1, "南县", YEAR_END),
    ]
    assert reading.problems == ()


def test_a_total_before_its_split_needs_no_verb() -> None:
    targets = find_targets("低效用地5000亩（东城区3000亩、西城区2000亩）。", year=None)
    assert [(item.value, item.scope) for item in targets] == [(5000, ""), (3000, "东城区"), (2000, "西城区")]


def test_a_total_before_its_split_by_places_needs_no_verb() -> None:
    targets = find_targets("1、将75公里公路全部纳入养护范围，其中：甲市40公里、乙县35公里。", year=None)
    assert [(item.value, item.scope, item.indicator) for item in targets] == [
        (75, "", "公路"),
        (40, "甲市", "公路"),
        (35, "乙县", "公路"),
    ]


def test_a_split_may_name_several_units_and_several_totals() -> None:
    reading = read_targets(
        "打造5个行业模型、40个典型应用。（行业模型：甲区、乙区各2个以上；典型应用：甲区、乙区各15个，丙县10个）",
        year=None,
    )
    assert [(item.value, item.scope, item.indicator) for item in reading.targets[2:]] == [
        (2, "甲区", "行业模型"),
        (2, "乙区", "行业模型"),
        (15, "甲区", "典型应用"),
        (15, "乙区", "典型应用"),
        (10, "丙县", "典型应用"),
    ]
    assert reading.problems == ()


@pytest.mark.parametrize("split", ["东城区5个、西城区3个", "东城区5个、西城区6个", "东城区、西城区各6个以上"])
def test_a_split_that_does_not_add_up_is_asked_about(split: str) -> None:
    reading = read_targets(f"完成9个试点（{split}）。", year=None)
    assert [problem.code for problem in reading.problems] == ["target-split-sum"]


def test_a_split_without_a_total_stands_alone() -> None:
    (first, second) = find_targets("任务分配（东城区5个、西城区3次）。", year=None)
    assert (first.scope, second.scope) == ("东城区", "西城区")


@pytest.mark.parametrize("bracket", ["（不低于3次）", "（含二级）", "（每年2次、每季1次）"])
def test_other_brackets_are_no_split(bracket: str) -> None:
    assert all(not target.scope for target in find_targets(f"开展演练{bracket}。", year=None))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (PLACES, [("", 23), ("城东街道", 9), ("城西街道", 8), ("河滨街道", 6)]),
        ("建设停车场15处，其中：甲镇6处、乙县9处。", [("", 15), ("甲镇", 6), ("乙县", 9)]),
        ("建设停车场12处，其中新建5处、改建7处。", [("", 12), ("", 5), ("", 7)]),
    ],
)
def test_places_behind_among_them_split_the_total(text: str, found: list[tuple[str, float]]) -> None:
    targets = find_targets(text, year=2024)
    assert [(target.scope, target.value) for target in targets] == found
    assert len({target.indicator for target in targets}) == 1


def test_shares_with_decimals_add_up() -> None:
    text = "完成清洁取暖改造3.6万户（甲区0.8万户、乙区0.6万户、丙区0.7万户、丁县1.5万户）。"
    assert read_targets(text, year=None).problems == ()
