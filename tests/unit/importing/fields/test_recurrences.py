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
        ("每年雪季开板前（10月31日前）对索道检验", ["每年雪季开板前（10月31日"]),
        ("每年（10月31日前）报送", ["每年（10月31日"]),
        ("每年汛期（6月—9月）巡查", ["每年汛期（6月—9月"]),
        ("每半年（6月、12月底前）通报一次", ["每半年（6月、12月底"]),
        ("每年3月至5月开展", ["每年3月至5月"]),
        ("每年1—3月开展", ["每年1—3月"]),
        ("每年春季（3—5月）、秋季（9—11月）开展", ["每年春季（3—5月）、秋季（9—11月"]),
        ("每学期开学前（2月、8月底前）检查", ["每学期开学前（2月、8月底"]),
        ("每年开展检查（2025年6月底前完成首轮）", ["每年"]),
        ("每年开展检查，改造路灯（6月底前）", ["每年"]),
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
        "每月（25日前）报送",
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
