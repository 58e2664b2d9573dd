from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.importing.fields.targets import find_targets

YEAR_END = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打造示范小区50个、规范小区100个；整治小区50个。", [(50, None), (100, None), (50, None)]),
        ("2025年达到60%，2026年达到70%", [(60, YEAR_END), (70, date(2026, 12, 31))]),
        ("2025年60%、2026年70%", [(60, YEAR_END), (70, date(2026, 12, 31))]),
        ("到2025年，建成站点10个；新增车位20个。培育企业3家。", [(10, YEAR_END), (20, YEAR_END), (3, YEAR_END)]),
        ("2025年底完成9个试点。打造样板3个。", [(9, YEAR_END), (3, None)]),
        ("到2025年，建成站点10个，每年新增车位20个", [(10, YEAR_END), (20, None)]),
        ("2025年，用电量同比2022年增长30%", [(30, YEAR_END)]),
        ("2024年起，每年评选10个样板", [(10, None)]),
        ("2025年底前实现服务全覆盖", [(100, YEAR_END)]),
        ("2025年6月底前，建成站点10个，新增车位20个。", [(10, date(2025, 6, 30)), (20, date(2025, 6, 30))]),
        ("2025年4月底前，制定方案；开展整治3次。", [(3, None)]),
        ("2025年4月底前，制定方案，明确分工，落实经费，开展整治3次。", [(3, None)]),
        ("2025年4底前，制定方案，明确分工，落实经费，开展整治3次。", [(3, None)]),
        ("改造2000年以前建成的小区，惠及1.5万余户", [(1.5, None)]),
        ("2025年底服务全覆盖", [(100, YEAR_END)]),
        ("2025建成站点20个。2026新增车位2000个。", [(20, YEAR_END), (2000, date(2026, 12, 31))]),
        ("到2025覆盖率达到80%", [(80, YEAR_END)]),
        ("2025户居民参加培训2次", [(2, None)]),
        ("5年内建成公园5座", [(5, None)]),
        ("2024年度绩效评价，覆盖率100%", [(100, None)]),
        ("新增车位40个，含2024年结转20个", [(40, None), (20, None)]),
        ("达标率达到80%（2024年）", [(80, date(2024, 12, 31))]),
        ("覆盖率达到80%（2024年底）、90%（2025年底）", [(80, date(2024, 12, 31)), (90, YEAR_END)]),
        ("覆盖率达到80%以上（2025年底前），新增车位300个", [(80, YEAR_END), (300, None)]),
        ("改造小区20个（2025年6月底前），新增车位300个", [(20, date(2025, 6, 30)), (300, None)]),
        ("新建驿站5个（年底前）", [(5, YEAR_END)]),
        ("组建率60%以上（到2026年）；投放垃圾桶30只", [(60, date(2026, 12, 31)), (30, None)]),
        ("组建率60%以上（2026年目标）", [(60, date(2026, 12, 31))]),
        ("新增学位2000个(2025年8月底前完成)", [(2000, date(2025, 8, 31))]),
        ("建成公园12处（2025年完成6处）", [(12, None), (6, YEAR_END)]),
        ("到2027年，覆盖率达到70%（2025年达到60%）", [(70, date(2027, 12, 31)), (60, YEAR_END)]),
        ("培育企业5家（2025年）；到2026年，培育3家", [(5, YEAR_END), (3, date(2026, 12, 31))]),
        ("雨季前（5月31日前）整改率达到100%", [(100, date(2025, 5, 31))]),
        ("修编《城市更新规划（2023—2035年）》，划定更新单元30个", [(30, None)]),
        ("落实《城市更新规划》（2023—2035年），到2025年底划定更新单元30个", [(30, YEAR_END)]),
    ],
)
def test_a_by_date_is_one_that_the_words_print(text: str, expected: list[tuple[float, date | None]]) -> None:
    assert [(target.value, target.by) for target in find_targets(text, year=2025)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "达标学校占比2024年达到70%、2025年达到90%",
        "达标学校占比，2024年达到70%，2025年达到90%",
        "达标学校百分比2024年达到70%、2025年达到90%",
        "达标学校占全部学校比重2024年达到70%、2025年达到90%",
    ],
)
def test_a_share_is_no_comparison_with_the_year_behind_it(words: str) -> None:
    assert [(item.value, item.by) for item in find_targets(words, year=2025)] == [
        (70, date(2024, 12, 31)),
        (90, YEAR_END),
    ]


@pytest.mark.parametrize("words", ["优良天数占比比2024年提高3个百分点", "得分比2024年提高3个百分点"])
def test_a_share_may_be_compared_with_a_year(words: str) -> None:
    assert [(item.value, item.by) for item in find_targets(words, year=2025)] == [(3, None)]
