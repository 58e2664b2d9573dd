from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.importing.fields.targets import find_targets, read_targets

YEAR_END = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "value"),
    [("5个", 5), ("≥80%", 80), ("50—60家", 50), ("全覆盖", 100), ("50（个）", 50), ("2025年：5个", 5)],
)
def test_in_a_target_cell_every_quantity_is_a_target(text: str, value: float) -> None:
    (target,) = read_targets(text, year=None, by=YEAR_END, is_cell=True).targets
    assert (target.value, target.by) == (value, YEAR_END)


def test_a_threshold_without_its_own_words_is_of_the_indicator_before() -> None:
    targets = find_targets("到2025年底组建率达到60%以上；到2026年底达到80%以上；到2027年底实现全覆盖。", year=None)
    assert [target.indicator for target in targets] == ["组建率"] * 3


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("组建率不低于70%，其中城区达到85%、乡镇达到60%。", ["组建率"] * 3),
        ("创建省级绿色社区10个、市级30个。", ["省级绿色社区", "市级绿色社区"]),
        ("垃圾分类覆盖率达到60%；2026年覆盖率达到80%。", ["垃圾分类覆盖率"] * 2),
        ("到2025年，建成区物业管理达到70%；到2026年建成区达到80%。", ["建成区物业管理"] * 2),
        ("2025年新建停车位500个。2026年新建300个。", ["停车位"] * 2),
        ("建成驿站5个，投诉率低于5%，2026年建成8个。", ["驿站", "投诉率", "驿站"]),
        ("抽查实现全覆盖，联合抽查占比30%以上。", ["抽查", "联合抽查占比"]),
    ],
)
def test_the_thresholds_of_a_series_share_an_indicator(text: str, indicators: list[str]) -> None:
    assert [target.indicator for target in find_targets(text, year=2025)] == indicators


@pytest.mark.parametrize("cell", ["95%以上为合格", "合格率达到95%为合格", "95%为达标", "95%以上视为合格"])
def test_in_a_target_cell_what_passes_is_the_target(cell: str) -> None:
    (target,) = read_targets(cell, year=None, is_cell=True).targets
    assert target.value == 95


@pytest.mark.parametrize("cell", ["95%以下为不合格", "95%以上为优秀，80%以上为合格", "95%以上为优秀"])
def test_in_a_target_cell_a_scale_to_judge_by_is_none(cell: str) -> None:
    assert read_targets(cell, year=None, is_cell=True).targets == ()


def test_a_sentence_in_quotation_marks_is_read_and_a_name_is_not() -> None:
    text = "实现“引进高层次人才2000名，人才贡献率达到40%”的目标，打造“15个村”品牌。"
    assert [target.value for target in find_targets(text, year=None)] == [2000, 40]


@pytest.mark.parametrize("cell", ["95", "5,000", "≥80", "95分以上", "占比达1/3以上", "达到三分之二以上"])
def test_in_a_target_cell_a_number_without_its_unit_is_asked_about(cell: str) -> None:
    assert len(read_targets(cell, year=None, is_cell=True).problems) == 1


@pytest.mark.parametrize("cell", ["", "零事故", "持续提升", "2025年6月", "6月底前", "落实“1+3”机制", "低于80%的约谈"])
def test_in_a_target_cell_words_are_not(cell: str) -> None:
    assert read_targets(cell, year=None, is_cell=True).problems == ()
