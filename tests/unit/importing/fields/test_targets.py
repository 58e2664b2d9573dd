from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.importing.fields.targets import find_targets, read_targets

YEAR_END = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "op", "value", "unit", "indicator"),
    [
        ("垃圾分类覆盖率达到90%以上", ">=", 90, "%", "垃圾分类覆盖率"),
        ("投诉办结率100%", "=", 100, "%", "投诉办结率"),
        ("新增停车位1200个", "=", 1200, "个", "停车位"),
        ("改造楼栋1,200栋", "=", 1200, "栋", "楼栋"),
        ("培育50家以上骨干企业", ">=", 50, "家", "骨干企业"),
        ("全市用户突破2.4亿人次", ">", 2.4, "亿人次", "全市用户"),
        ("投诉量压降至10件以下", "<=", 10, "件", "投诉量"),
        ("平均水价降至25元/吨以下", "<=", 25, "元/吨", "平均水价"),
        ("空置率控制在5%以内", "<=", 5, "%", "空置率"),
        ("投诉率低于5%", "<", 5, "%", "投诉率"),
        ("用户数超10万。", ">", 10, "万", "用户数"),
        ("算力规模突破3000PFlops", ">", 3000, "PFlops", "算力规模"),
        ("每季度至少召开一次联席会议", ">=", 1, "次", "联席会议"),
        ("比上年下降18%", "=", 18, "%", ""),
        ("实现行政村全覆盖", "=", 100, "%", "行政村"),
        ("培育“专精特新”企业5家", "=", 5, "家", "“专精特新”企业"),
    ],
)
def test_a_number_to_reach(text: str, op: str, value: float, unit: str, indicator: str) -> None:
    (target,) = find_targets(text, year=2025)
    assert (target.op, target.value, target.unit, target.indicator) == (op, value, unit, indicator)


@pytest.mark.parametrize(
    "text",
    [
        "对有3名以上党员的企业，单独建立支部",
        "凡连续3次考核不合格的，予以清退",
        "累计违反上述2条内容的，约谈负责人",
        "满意度低于80%为预警",
        "满意度低于80%的，约谈负责人",
        "满意度低于80%，及时约谈负责人",
        "党员不足3名",
        "得分低于60%的，责令整改",
        "信用评价扣2次",
        "按0.4元/平方米的标准以奖代补",
        "给予最高50万元奖励",
        "总投资2.5亿元的项目",
        "依据《条例》第12条处理",
        "（某政发〔2024〕12号）",
        "聚焦排查、整改、提升等5个环节，聚焦监测、执法等3个领域",
        "由15个部门组成联席会议",
        "现有小区320个",
        "24小时内处置，7个工作日办结，不少于3年",
        "打造“15分钟服务3个圈”品牌",
        "逐步实现物业管理全覆盖",
        "推进服务全覆盖",
        "完善工作机制（2项）",
        "推进三级联动、五项行动",
        "12345热线",
        "1组织培训，设立5亿人工智能基金",
        "涉及12个乡镇86个村",
        "3个",
    ],
)
def test_what_is_no_target(text: str) -> None:
    assert find_targets(text, year=2025) == ()


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
        ("2025年底服务全覆盖", [(100, YEAR_END)]),
    ],
)
def test_a_by_date_is_one_that_the_words_print(text: str, expected: list[tuple[float, date | None]]) -> None:
    assert [(target.value, target.by) for target in find_targets(text, year=2025)] == expected


@pytest.mark.parametrize("text", ["培训2~3次", "培训2至3次", "培训2-3次"])
def test_a_range_keeps_both_ends(text: str) -> None:
    (target,) = find_targets(text, year=None)
    assert (target.value, target.value_max) == (2, 3)


def test_a_range_with_thousands() -> None:
    (target,) = find_targets("新增车位1,000—2,000个", year=None)
    assert (target.value, target.value_max) == (1000, 2000)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("确保每个街道至少开展2次培训", "每个街道"),
        ("每年评选10个样板", ""),
        ("东城区改造20个老旧小区", "东城区"),
        ("全市改造20个老旧小区", ""),
    ],
)
def test_a_scope_is_whose_share_it_is(text: str, scope: str) -> None:
    (target,) = find_targets(text, year=None)
    assert target.scope == scope


def test_a_total_comes_with_its_split() -> None:
    reading = read_targets("2025年底完成9个试点（东城区5个、西城区3个、南县1个）。", year=None)
    assert [(item.value, item.scope, item.by) for item in reading.targets] == [
        (9, "", YEAR_END),
        (5, "东城区", YEAR_END),
        (3, "西城区", YEAR_END),
        (1, "南县", YEAR_END),
    ]
    assert reading.problems == ()


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
    ("text", "value", "unit"),
    [
        ("至少培育3AAA级物业企业", 3, "家"),
        ("至少3AAA级企业", 3, "家"),
        ("组建率达到60，", 60, "%"),
        ("面积比例不低于30。", 30, "%"),
        ("收入增长7以上", 7, "%"),
    ],
)
def test_a_lost_unit_is_supplied_and_asked_about(text: str, value: float, unit: str) -> None:
    reading = read_targets(text, year=None)
    assert [(item.value, item.unit) for item in reading.targets] == [(value, unit)]
    assert [problem.code for problem in reading.problems] == ["target-unit-lost"]


@pytest.mark.parametrize(("text", "value"), [("5个", 5), ("≥80%", 80), ("50—60家", 50)])
def test_in_a_target_cell_every_quantity_is_a_target(text: str, value: float) -> None:
    (target,) = read_targets(text, year=None, by=YEAR_END, is_cell=True).targets
    assert (target.value, target.by) == (value, YEAR_END)


def test_a_threshold_without_its_own_words_is_of_the_indicator_before() -> None:
    targets = find_targets("到2025年底组建率达到60%以上；到2026年底达到80%以上；到2027年底实现全覆盖。", year=None)
    assert [target.indicator for target in targets] == ["组建率"] * 3
