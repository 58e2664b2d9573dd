"""Which place a text speaks of, and what lies below it."""

from __future__ import annotations

import pytest

from wuye_cli.domain.divisions import Divisions, load_divisions
from wuye_cli.resources import data_path


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions(data_path("divisions.csv"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("银川市人民政府办公室", "银川市"),
        ("芮城县加强和改进住宅物业管理工作（2021—2023年）实施方案", "芮城县"),
        ("宁夏回族自治区吴忠市人民政府", "吴忠市"),
        ("山西省运城市芮城县人民政府", "芮城县"),
        ("吉林省吉林市", "吉林市"),
        ("中共运城市委", "运城市"),
        ("浙江省发展和改革委员会", "浙江省"),
        ("吴忠市转发银川市经验", "吴忠市"),
    ],
)
def test_a_text_speaks_of_the_place_it_names_first_and_most_exactly(divisions: Divisions, text: str, name: str) -> None:
    found = divisions.find_in(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("text", "code"), [("北京市朝阳区", "110105"), ("长春市朝阳区", "220104")])
def test_namesakes_are_told_apart_by_the_place_before_them(divisions: Divisions, text: str, code: str) -> None:
    found = divisions.find_in(text)
    assert found is not None
    assert found.code == code


def test_a_namesake_alone_is_no_place_unless_the_region_is_known(divisions: Divisions) -> None:
    changchun = divisions.named("长春市")[0]
    assert divisions.find_in("朝阳区人民政府") is None
    assert divisions.find_in("朝阳区人民政府", within=changchun) == divisions.find_in("长春市朝阳区")


@pytest.mark.parametrize("text", ["", "完成县级任务", "相应县（市）区", "中心城区改造", "国家发展改革委"])
def test_ordinary_words_are_not_places(divisions: Divisions, text: str) -> None:
    assert divisions.find_in(text) is None


def test_a_municipality_is_not_mistaken_for_a_city_whose_name_begins_inside_it(divisions: Divisions) -> None:
    assert divisions.find_in("上海城市更新行动方案") == divisions.named("上海市")[0]


def test_two_characters_are_a_county_where_they_stand_alone(divisions: Divisions) -> None:
    assert divisions.find_in("夏县人民政府办公室") == divisions.named("夏县")[0]


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("银川市", "兴庆区 西夏区 金凤区 永宁县 贺兰县 灵武市"),
        ("吴忠市", "利通区 红寺堡区 盐池县 同心县 青铜峡市"),
        ("包头市", "东河区 昆都仑区 青山区 石拐区 白云鄂博矿区 九原区 土默特右旗 固阳县 达尔罕茂明安联合旗"),
        ("宁夏回族自治区", "银川市 石嘴山市 吴忠市 固原市 中卫市"),
    ],
)
def test_children_lie_directly_below_in_the_order_of_the_table(divisions: Divisions, name: str, members: str) -> None:
    assert [child.name for child in divisions.children(divisions.named(name)[0])] == members.split()


def test_districts_of_a_municipality_belong_to_it_directly(divisions: Divisions) -> None:
    shanghai = divisions.named("上海市")[0]
    assert divisions.parent(divisions.named("黄浦区")[0]) == shanghai
    assert divisions.named("黄浦区")[0] in divisions.children(shanghai)


def test_every_division_knows_what_lies_above_it(divisions: Divisions) -> None:
    ruicheng = divisions.named("芮城县")[0]
    yuncheng = divisions.parent(ruicheng)
    assert yuncheng is not None
    assert (yuncheng.name, yuncheng.level, ruicheng.level) == ("运城市", "市", "县")
    assert divisions.province_of(ruicheng) == divisions.parent(yuncheng)
    assert divisions.parent(divisions.province_of(ruicheng)) is None


def test_all_counties_of_a_province_are_found(divisions: Divisions) -> None:
    counties = divisions.counties(divisions.named("宁夏回族自治区")[0])
    assert len(counties) == 22
    assert {county.level for county in counties} == {"县"}


def test_the_table_holds_no_placeholders(divisions: Divisions) -> None:
    assert not any(map(divisions.named, ("市辖区", "县", "省直辖县级行政区划")))


def test_every_division_has_a_name_that_is_read_back(divisions: Divisions) -> None:
    everything = [below for top in divisions.provinces() for below in (top, *divisions.below(top))]
    assert len(everything) > 3000
    assert [one for one in everything if divisions.find_in(divisions.full_name(one)) != one] == []


@pytest.mark.parametrize(
    ("name", "place", "rest"),
    [("银川市公安局", "银川市", "公安局"), ("市公安局", None, "市公安局"), ("人行浙江省分行", None, "人行浙江省分行")],
)
def test_only_the_beginning_of_a_name_is_its_place(
    divisions: Divisions, name: str, place: str | None, rest: str
) -> None:
    division, remainder = divisions.split_place(name)
    assert (division.name if division else None, remainder) == (place, rest)
