"""Which spellings mean one unit, what the register calls it, and whom a group phrase stands for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wuye_cli.domain.divisions import Division
from wuye_cli.domain.offices import load_offices
from wuye_cli.domain.spelling import find_similar, normal_name
from wuye_cli.domain.terms import UnitKind
from wuye_cli.domain.units import UnitName, load_unit_rules
from wuye_cli.resources import data_path

RULES = load_unit_rules(data_path("divisions.csv"), data_path("units.csv"))


def place(name: str) -> Division:
    division = RULES.divisions.find_in(name)
    assert division is not None, name
    return division


def read(name: str, region: str, home: str = "") -> UnitName:
    return replace(RULES, home=place(home or region)).read(name, place(region))


@pytest.mark.parametrize(
    ("region", "spellings"),
    [
        ("银川市", "市住建 市住建局 市住房和城乡建设局 银川市住房和城乡建设局 宁夏回族自治区银川市住建局 住建局"),
        ("吴忠市", "市发改 市发改委 市发展改革委 市发展和改革委员会"),
        ("吴忠市", "市委社会工作部 市社会工作部 市委社工部"),
        ("银川市", "自治区住建厅 省住房城乡建设厅 宁夏回族自治区住建厅"),
        ("芮城县", "市公安局 运城市公安局"),
        ("温州市", "市数据局 市数据局（市人工智能局）"),
        ("银川市", "市市场监管局 市市场监督管理局 市场监管 市市场监管部门"),
        ("银川市", "市物业服务中心 银川市物业服务中心"),
        ("银川市", "兴庆区政府 兴庆区人民政府"),
        ("银川市", "各县（市）区人民政府 各县(市、区)人民政府 各县、市、区政府 各县（市）区"),
        ("银川市", "各街道（乡镇）办事处 街道(乡镇)办事处"),
    ],
)
def test_spellings_of_one_unit_are_one(region: str, spellings: str) -> None:
    assert len({read(spelling, region).key for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "市工信局 市信访局",
        "市城市管理局 市综合执法局",
        "市市政管理局 市政府",
        "市卫健委 市卫健体局",
        "市公安局 县公安局",
        "市公安局 兴庆区公安局",
        "市公安局 自治区公安厅",
        "市政府办 市政府",
        "市委宣传部 市委统战部",
        "市教育局 市教体局",
        "市网络信息局 市网络信息化局",
        "各区政府 各县（市）区政府",
        "各县（市）区住建部门 各县（市）区发改部门",
        "物业服务行业协会 市物业服务行业协会",
    ],
)
def test_different_units_stay_apart(pair: str) -> None:
    first, second = pair.split()
    assert read(first, "银川市").key != read(second, "银川市").key


def test_the_same_words_mean_another_unit_in_another_region() -> None:
    assert read("市住建局", "银川市").key != read("市住建局", "吴忠市").key
    assert read("市住建局", "兴庆区").key == read("市住建局", "银川市").key


@pytest.mark.parametrize(
    ("printed", "region", "home", "name", "of"),
    [
        ("市住建", "银川市", "银川市", "市住房和城乡建设局", "银川市"),
        ("银川市发改委", "银川市", "银川市", "市发展和改革委员会", "银川市"),
        ("区住建局", "兴庆区", "银川市", "兴庆区住房和城乡建设局", "兴庆区"),
        ("区住建局", "兴庆区", "兴庆区", "区住房和城乡建设局", "兴庆区"),
        ("市住建局", "灵武市", "灵武市", "市住房和城乡建设局", "灵武市"),
        ("银川市住建局", "灵武市", "灵武市", "银川市住房和城乡建设局", "银川市"),
        ("省住建厅", "银川市", "银川市", "自治区住房和城乡建设厅", "宁夏回族自治区"),
        ("瓯海区政府", "温州市", "温州市", "瓯海区人民政府", "瓯海区"),
        ("县社区服务中心", "芮城县", "芮城县", "县社区服务中心", "芮城县"),
        ("市文旅局", "银川市", "银川市", "市文旅局", "银川市"),
        ("市城 管局", "银川市", "银川市", "市城管局", "银川市"),
        ("消防救援局", "吴忠市", "吴忠市", "市消防救援局", "吴忠市"),
        ("国网吴忠供电公司", "吴忠市", "吴忠市", "国网吴忠供电公司", "吴忠市"),
        ("朝阳区政府", "长春市", "长春市", "朝阳区人民政府", "长春市朝阳区"),
    ],
)
def test_the_register_has_one_name_for_a_unit(printed: str, region: str, home: str, name: str, of: str) -> None:
    unit = read(printed, region, home)
    assert (unit.name, unit.region) == (name, of)


@pytest.mark.parametrize(
    ("phrase", "region", "members"),
    [
        (
            "各县（市）区人民政府",
            "银川市",
            "兴庆区人民政府 西夏区人民政府 金凤区人民政府 永宁县人民政府 贺兰县人民政府 灵武市人民政府",
        ),
        (
            "各县(市、区)政府",
            "吴忠市",
            "利通区人民政府 红寺堡区人民政府 盐池县人民政府 同心县人民政府 青铜峡市人民政府",
        ),
        (
            "各县(市、区)住建部门",
            "吴忠市",
            "利通区住建部门 红寺堡区住建部门 盐池县住建部门 同心县住建部门 青铜峡市住建部门",
        ),
        ("各区市场监管局", "银川市", "兴庆区市场监督管理局 西夏区市场监督管理局 金凤区市场监督管理局"),
        ("各市财政局", "银川市", "灵武市财政局"),
        (
            "各设区市政府",
            "宁夏回族自治区",
            "银川市人民政府 石嘴山市人民政府 吴忠市人民政府 固原市人民政府 中卫市人民政府",
        ),
    ],
)
def test_a_group_of_places_stands_for_its_members_in_division_order(phrase: str, region: str, members: str) -> None:
    group = read(phrase, region)
    assert group.kind is UnitKind.GROUP
    assert [member.name for member in group.members] == members.split()


@pytest.mark.parametrize(("phrase", "count"), [("各旗县区政府", 9), ("各区", 6), ("各旗", 2)])
def test_one_kind_of_place_means_that_kind_and_several_mean_all(phrase: str, count: int) -> None:
    assert len(read(phrase, "包头市").members) == count


def test_a_province_may_speak_to_its_cities_its_counties_or_both() -> None:
    sizes = [
        len(read(phrase, "宁夏回族自治区").members) for phrase in ("各市政府", "各县（市、区）", "各市、县（区）政府")
    ]
    assert sizes == [5, 22, 27]


@pytest.mark.parametrize(
    "phrase",
    [
        "各街道（乡镇）办事处",
        "各乡镇人民政府",
        "街道（乡镇）办事处",
        "领导小组各成员单位",
        "相关县（市、区）政府",
        "各县（市）区有关部门",
        "各旗政府",
        "水、暖、气、通信等相关企业",
    ],
)
def test_a_group_whose_members_no_table_knows_has_none(phrase: str) -> None:
    group = read(phrase, "银川市")
    assert (group.kind, group.members) == (UnitKind.GROUP, ())


def test_a_county_phrase_without_a_known_region_has_no_members() -> None:
    group = RULES.read("各县（市）区人民政府", None)
    assert (group.kind, group.members, group.region) == (UnitKind.GROUP, (), "")


def test_without_a_known_region_a_level_stays_as_written() -> None:
    unit = RULES.read("市住建局", None)
    assert (unit.name, unit.region, unit.level) == ("市住房和城乡建设局", "", "市")


def test_a_members_department_meets_the_unit_that_a_county_plan_names() -> None:
    members = read("各县（市）区住建部门", "银川市").members
    assert read("区住建局", "兴庆区", home="银川市").key == members[0].key


@given(
    form=st.sampled_from(sorted(RULES.offices.forms)),
    region=st.sampled_from(
        ["银川市", "兴庆区", "灵武市", "芮城县", "宁夏回族自治区", "上海市", "长春市朝阳区", "土默特右旗"]
    ),
    prefix=st.sampled_from(["", "市", "县", "区", "省", "旗"]),
    home=st.sampled_from(["银川市", "灵武市", "运城市", "长春市"]),
)
def test_the_registers_name_means_the_same_unit_again(form: str, region: str, prefix: str, home: str) -> None:
    unit = read(prefix + form, region, home)
    assert read(unit.name, unit.region, home).key == unit.key


def test_a_close_name_is_suggested_and_two_offices_that_merely_look_alike_are_not() -> None:
    assert find_similar("市网络信息局", ["市信访局", "市网络信息化局"]) == ("市网络信息化局",)
    assert find_similar("市工信局", ["市信访局"]) == ()


def test_normal_names_have_full_width_brackets_and_no_spaces() -> None:
    assert normal_name(" 各县(市、\n区)人民政府、") == "各县（市、区）人民政府"


def test_a_spelling_in_two_rows_of_the_vocabulary_is_an_error(tmp_path: Path) -> None:
    table = tmp_path / "units.csv"
    table.write_text("stems,endings\n工业|工,局\n信访|工,局\n", encoding="utf-8")
    with pytest.raises(ValueError, match="工"):
        load_offices(table)
