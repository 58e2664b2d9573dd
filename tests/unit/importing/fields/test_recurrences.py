from __future__ import annotations

import pytest

from wuye_cli.domain.terms import Every
from wuye_cli.importing.fields.recurrences import find_recurrences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("每年开展检查，6月底前通报", ["每年"]),
        ("每年5月底前、9月底前各排查一次", ["每年5月底前、9月底"]),
        ("每年9月底前改造，10月10日前试压", ["每年9月底前改造，10月10日"]),
        ("每年2月底前报送；6月底前完成", ["每年2月底"]),
        ("每年2月底前报送，2025年6月底前完成", ["每年2月底"]),
        ("按季度调度，每季度末通报", ["按季度", "每季度"]),
        ("开展检查", []),
    ],
)
def test_a_duty_that_comes_again_takes_the_dates_that_are_its_own(text: str, words: list[str]) -> None:
    assert [text[item.start : item.end] for item in find_recurrences(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "每年2月底前报送",
        "每年6月、12月开展检查",
        "每月5日、20日前报送",
        "每季度首月15日前公开",
        "每季度结束后10日内报送",
        "每季度末通报",
        "每周五前报送",
        "每年汛期前检查",
    ],
)
def test_a_duty_may_name_its_day(text: str) -> None:
    assert [item.names_its_day for item in find_recurrences(text)] == [True]


@pytest.mark.parametrize("text", ["每年开展一次检查", "每月提前公示", "每季度开展前期摸排"])
def test_how_often_alone_names_no_day(text: str) -> None:
    assert [item.names_its_day for item in find_recurrences(text)] == [False]


def test_how_often_is_said_in_many_words() -> None:
    found = find_recurrences("每半年总结，逐月调度，每周通报")
    assert [item.every for item in found] == [Every.HALF_YEAR, Every.MONTH, Every.WEEK]
