"""Several figures dealt out over years and indicators."""

from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.importing.fields.targets import find_targets

YEAR_END = date(2025, 12, 31)
GOALS = "到2024年底，普及率达到88%，治理率达到65%；到2025年底，分别达到91%、70%；到2026年底，分别达到94%、75%。"
EACH_YEAR = "2024年改造户厕3000户，2025年、2026年各2500户。"


@pytest.mark.parametrize("years", ["今明两年", "今年、明年", "今年和明年"])
def test_this_year_and_the_next_are_those_of_the_plan(years: str) -> None:
    targets = find_targets(f"{years}分别建成充电桩500个、800个。", year=2025)
    assert [(target.indicator, target.by) for target in targets] == [
        ("充电桩", date(2025, 12, 31)),
        ("充电桩", date(2026, 12, 31)),
    ]


@pytest.mark.parametrize("years", ["到2025年、2026年底，", "2025、2026年", "2025—2026年，"])
def test_the_years_that_numbers_are_dealt_to_are_printed_in_many_ways(years: str) -> None:
    targets = find_targets(f"{years}在校生规模分别达到2万人和3万人。", year=2025)
    assert [(item.value, item.by, item.indicator) for item in targets] == [
        (2, YEAR_END, "在校生规模"),
        (3, date(2026, 12, 31), "在校生规模"),
    ]


def test_numbers_dealt_out_over_several_years() -> None:
    targets = find_targets("2025年、2026年组建率分别不低于60%、80%，满意度达到90%。", year=2025)
    assert [(item.value, item.op, item.by, item.indicator) for item in targets[:2]] == [
        (60, ">=", YEAR_END, "组建率"),
        (80, ">=", date(2026, 12, 31), "组建率"),
    ]
    assert targets[0].text == targets[1].text == "2025年、2026年组建率分别不低于60%、80%"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2025年组建率、满意率分别达到60%、80%。", ["组建率", "满意率"]),
        ("2025年知晓率、参与率分别达到60%、80%。", ["知晓率", "参与率"]),
        ("2025年居民知晓率与满意率分别达到60%、80%。", ["居民知晓率", "满意率"]),
        ("2025年乡土树种在新建、改建绿地的应用比例分别达到60%、80%。", ["乡土树种在新建、改建绿地的应用比例"] * 2),
        ("2025年牛、羊存栏分别达到60万头、80万只。", ["牛、羊存栏"] * 2),
    ],
)
def test_numbers_dealt_out_over_several_names(text: str, names: list[str]) -> None:
    targets = find_targets(text, year=2025)
    assert [(item.indicator, item.op, item.value, item.by) for item in targets] == [
        (names[0], ">=", 60, YEAR_END),
        (names[1], ">=", 80, YEAR_END),
    ]


@pytest.mark.parametrize("year", ["到2025年，分别", "到2025年分别", "2025年底分别"])
def test_numbers_dealt_out_without_names_are_of_the_indicators_before_in_their_order(year: str) -> None:
    targets = find_targets(f"到2024年，入园率达到92%，普惠覆盖率达到91%；{year}达到93%和92%。", year=2024)
    assert [(item.indicator, item.value, item.by) for item in targets] == [
        ("入园率", 92, date(2024, 12, 31)),
        ("普惠覆盖率", 91, date(2024, 12, 31)),
        ("入园率", 93, YEAR_END),
        ("普惠覆盖率", 92, YEAR_END),
    ]


def test_every_respectively_takes_up_the_same_indicators() -> None:
    targets = find_targets(GOALS, year=2024)
    assert [(target.indicator, target.value, target.by and target.by.year) for target in targets] == [
        ("普及率", 88, 2024),
        ("治理率", 65, 2024),
        ("普及率", 91, 2025),
        ("治理率", 70, 2025),
        ("普及率", 94, 2026),
        ("治理率", 75, 2026),
    ]


def test_a_figure_for_each_of_several_years_is_a_target_of_each() -> None:
    targets = find_targets(EACH_YEAR, year=2024)
    assert [(target.indicator, target.value, target.by and target.by.year) for target in targets] == [
        ("户厕", 3000, 2024),
        ("户厕", 2500, 2025),
        ("户厕", 2500, 2026),
    ]


def test_each_place_is_no_year() -> None:
    targets = find_targets("2025年、2026年各县新建公园2座。", year=2024)
    assert len(targets) == 1


def test_one_number_alone_is_dealt_to_nobody() -> None:
    (target,) = find_targets("2025年，甲镇、乙镇分别建成驿站2个。", year=2025)
    assert (target.value, target.by) == (2, YEAR_END)


@pytest.mark.parametrize("words", ["2025年甲区、乙县分别", "到2025年底，甲区和乙县分别"])
def test_numbers_dealt_out_over_several_places(words: str) -> None:
    targets = find_targets(f"{words}建成驿站20个、30个。", year=2025)
    assert [(item.value, item.scope, item.by) for item in targets] == [(20, "甲区", YEAR_END), (30, "乙县", YEAR_END)]


def test_one_number_for_several_years_is_that_of_each() -> None:
    targets = find_targets("2025年、2026年分别建成驿站2个，分别改造20户、30户。", year=2025)
    assert [(item.value, item.by and item.by.year) for item in targets[:2]] == [(2, 2025), (2, 2026)]
