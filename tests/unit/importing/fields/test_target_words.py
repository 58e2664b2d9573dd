from __future__ import annotations

import pytest

from wuye_cli.importing.fields.targets import find_targets


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("确保每个街道至少开展2次培训", "每个街道"),
        ("每年评选10个样板", ""),
        ("东城区改造20个老旧小区", "东城区"),
        ("全市改造20个老旧小区", ""),
        ("其中城区达到85%", "城区"),
        ("棚户区改造开工500套", ""),
        ("在东城区、西安市、南县建设示范基地6个", ""),
        ("东城区、西城区改造20个老旧小区", ""),
        ("为东城区200名老人提供服务", "东城区"),
        ("对全市200名老人提供服务", ""),
    ],
)
def test_a_scope_is_whose_share_it_is(text: str, scope: str) -> None:
    (target,) = find_targets(text, year=None)
    assert target.scope == scope


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("建立电子底册，底册完整率达到95%", "底册完整率"),
        ("2025年底册完整率达到95%", "底册完整率"),
        ("2025年底线上办理率达到60%", "线上办理率"),
        ("改造后小区物业管理覆盖率达到100%", "改造后小区物业管理覆盖率"),
        ("到2025年底业委会组建率达到50%", "业委会组建率"),
        ("全市组织集中培训不少于6次", "集中培训"),
        ("完成保安员技能培训300人次", "保安员技能培训"),
        ("推动培训基地不少于2个", "培训基地"),
        ("新建、改扩建幼儿园15所", "幼儿园"),
        ("各街道签订承诺书18份", "承诺书"),
        ("新建（改建）社区驿站18处", "社区驿站"),
        ("项目开工率6月底前达到100%", "项目开工率"),
        ("雨季前（5月31日前）整改率达到100%", "整改率"),
        ("三年内培训护理员300人次", "护理员"),
        ("居民收入增长7%", "居民收入增长"),
        ("办理时长同比下降15%", "办理时长下降"),
        ("每千人口托位数达到4.6个", "每千人口托位数"),
        ("城镇新增就业4200人", "城镇新增就业"),
        ("按每户不少于10个托位配建设施", "托位"),
        ("公益岗位保持2600个不减少", "公益岗位"),
        ("投资2亿元改造管网", "投资"),
        ("（2）主城区清扫率达到95%", "主城区清扫率"),
        ("建成区绿化率达到40%", "建成区绿化率"),
        ("至少培训2次", ""),
        ("改造2000年底前建成的小区120个", "小区"),
        ("为东城区200名老人提供服务", "老人"),
        ("新建小区按照不低于总户数50%的比例建设充电设施", "小区"),
        ("帮助500名残疾人就业", "残疾人就业"),
    ],
)
def test_an_indicator_is_a_short_noun_and_no_word_is_cut(text: str, indicator: str) -> None:
    (target,) = find_targets(text, year=2025)
    assert target.indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("建设日处理能力200吨的厨余垃圾处理厂1座", ["日处理能力", "厨余垃圾处理厂"]),
        ("建成建筑面积500平方米的活动中心2个", ["建筑面积", "活动中心"]),
        ("建成6所专科医院和8所社区医院", ["专科医院", "社区医院"]),
        ("建成6所专科医院以及至少8所社区医院", ["专科医院", "社区医院"]),
        ("建成6个共和社区、3条和平路", ["共和社区", "和平路"]),
    ],
)
def test_each_figure_of_a_clause_has_its_own_indicator(text: str, indicators: list[str]) -> None:
    assert [target.indicator for target in find_targets(text, year=2025)] == indicators


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025年底达到60%2026年底达到80%", ["2025年底达到60%", "2026年底达到80%"]),
        ("新建驿站8个、充电桩30个。", ["新建驿站8个", "充电桩30个"]),
        ("完成4家企业、2家工厂整治。", ["完成4家企业", "2家工厂整治"]),
        ("组建队伍2支50人以上。", ["组建队伍2支", "50人以上"]),
        ("全市建成站点5个，其中新区2个。", ["全市建成站点5个", "其中新区2个"]),
    ],
)
def test_the_words_of_a_target_are_its_own(text: str, words: list[str]) -> None:
    assert [target.text for target in find_targets(text, year=2025)] == words
