"""One figure or several, dealt out over years, indicators and places."""

from __future__ import annotations

import pytest

from wuye_cli.importing.fields.targets import find_targets

PLACES = "完成23个老旧小区改造，其中城东街道9个、城西街道8个、河滨街道6个。"
GOALS = "到2024年底，普及率达到88%，治理率达到65%；到2025年底，分别达到91%、70%；到2026年底，分别达到94%、75%。"
EACH_YEAR = "2024年改造户厕3000户，2025年、2026年各2500户。"


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
