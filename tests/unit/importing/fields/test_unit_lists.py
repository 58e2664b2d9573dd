from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wuye_cli.importing.fields.units import read_units, split_units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("市安委会各成员单位、各县政府", "市安委会各成员单位 各县政府"),
        ("市防汛抗旱指挥部各有关成员单位", "市防汛抗旱指挥部各有关成员单位"),
        ("市住建局、市财政局，市公安局；市民政局", "市住建局 市财政局 市公安局 市民政局"),
        ("市住房和城乡\n建设局 、市发展和改革委员 会", "市住房和城乡建设局 市发展和改革委员会"),
        ("市住建局\n市财政局", "市住建局 市财政局"),
        ("市住建局/市城管局", "市住建局 市城管局"),
        ("省直有关部门和单位、各市人民政府", "省直有关部门和单位 各市人民政府"),
        ("县财政、市住建、市发改部门", "县财政 市住建部门 市发改部门"),
        ("市住建局各成员单位", "市住建局 各成员单位"),
        ("市发改委\n领导小组办公室", "市发改委 领导小组办公室"),
        ("市委\n社会工作部", "市委社会工作部"),
        ("市住建局、市住建局", "市住建局"),
        ("县住建局按职责分工负责", "县住建局"),
        ("由县住建局牵头", "县住建局"),
        ("市住建局等", "市住建局"),
        ("市住建局等有关部门", "市住建局"),
        ("市住建局和市财政局及稀土园区管委会", "市住建局 市财政局 稀土园区管委会"),
        ("市工业和信息化局、市自然资源和规划局", "市工业和信息化局 市自然资源和规划局"),
        ("各县（市、区）党委和政府", "各县（市、区）党委和政府"),
        ("领导小组办公室（市住建局、市物业中心）、市财政局", "领导小组办公室（市住建局、市物业中心） 市财政局"),
        ("三港五园（甲区政府、乙区政府（园区））", "三港五园（甲区政府、乙区政府（园区））"),
        ("市、县（区）人民政府", "市、县（区）人民政府"),
        ("省财政厅、各市、县人民政府", "省财政厅 各市、县人民政府"),
        ("市委市政府督查室", "市委市政府督查室"),
        ("市委、市政府各部门", "市委 市政府各部门"),
        ("各乡镇、街道办事处", "各乡镇 街道办事处"),
        ("市政府各部门、市直有关单位", "市政府各部门 市直有关单位"),
        ("市公安局交警支队、市交通委科技处", "市公安局交警支队 市交通委科技处"),
        ("团市委、市妇联", "团市委 市妇联"),
    ],
)
def test_a_list_of_units(text: str, units: str) -> None:
    assert split_units(text) == tuple(units.split())


@pytest.mark.parametrize("text", ["", "/", "-", "——", "无", "／"])
def test_a_sign_for_none_is_no_unit(text: str) -> None:
    assert split_units(text) == ()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("市发改、财政、司法", "市发改 市财政 市司法"),
        ("市住建局、司法局，公安局", "市住建局 市司法局 市公安局"),
        ("临河市公安局、司法局", "临河市公安局 临河市司法局"),
        (
            "各县（市）区住建、发改部门，街道（乡镇）办事处",
            "各县（市）区住建部门 各县（市）区发改部门 街道（乡镇）办事处",
        ),
        ("各区住建、园林等部门，市财政局", "各区住建部门 各区园林部门 市财政局"),
        (
            "各县（市）区人民政府、各县（市）区公安、消防部门",
            "各县（市）区人民政府 各县（市）区公安部门 各县（市）区消防部门",
        ),
        ("县消防大队、联通、移动、电信公司、县融媒体中心", "县消防大队 联通公司 移动公司 电信公司 县融媒体中心"),
        ("东区、西区、南区政府", "东区政府 西区政府 南区政府"),
        ("市发改、财政、各区人民政府", "市发改 市财政 各区人民政府"),
        ("市发改、财政、国网供电公司", "市发改 市财政 国网供电公司"),
        ("市发改、财政、各县住建、司法部门", "市发改 市财政 各县住建部门 各县司法部门"),
        ("市发改、财政、领导小组各成员单位", "市发改 市财政 领导小组各成员单位"),
        ("县发改、县财政、县住建部门", "县发改部门 县财政部门 县住建部门"),
        ("县电力、联通公司", "县电力公司 联通公司"),
        ("各乡镇（街道）、县级各部门", "各乡镇（街道） 县级各部门"),
        ("市数据局（市智能局）、东区政府", "市数据局（市智能局） 东区政府"),
        ("水、电、气等相关企业", "水、电、气等相关企业"),
        ("市委组织部、宣传部、市财政局", "市委组织部 市委宣传部 市财政局"),
        ("省委宣传部、文化和旅游厅", "省委宣传部 省文化和旅游厅"),
        ("市科技局、通管局、浙江证监局、滨区园林局", "市科技局 市通管局 浙江证监局 滨区园林局"),
        ("市财政局、科技信息处、供电公司", "市财政局 科技信息处 供电公司"),
        ("宣传部、财政局", "宣传部 财政局"),
    ],
)
def test_shared_prefixes_and_suffixes_are_distributed(text: str, units: str) -> None:
    assert split_units(text) == tuple(units.split())


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("市住房和城乡建设局各县（市）区住建部门", "市住房和城乡建设局 各县（市）区住建部门"),
        ("市委社会工作部市住建", "市委社会工作部 市住建"),
        ("县市场监管局县公安局", "县市场监管局 县公安局"),
        ("市数据局（市智能局）市经信局", "市数据局（市智能局） 市经信局"),
        ("滨海经济开发区各乡镇政府", "滨海经济开发区 各乡镇政府"),
        ("市招商局东湖区政府", "市招商局 东湖区政府"),
        ("区发改委各相关部门", "区发改委 各相关部门"),
        ("各乡镇）人民政府、县住建局", "各乡（镇）人民政府 县住建局"),
        ("各县(市、区人民政府", "各县（市、区）人民政府"),
    ],
)
def test_a_lost_separator_is_found_where_the_next_owner_begins(text: str, units: str) -> None:
    assert read_units(text).units == tuple(units.split())
    assert read_units(text).doubt == ""


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("市场监管城市管理局", "市场监管 城市管理局"),
        ("住建发改部门", "住建部门 发改部门"),
        ("公安、住建发改等部门", "公安部门 住建部门 发改部门"),
        ("市发改委司法局", "市发改委 市司法局"),
        ("市水务中心供电公司", "市水务中心 供电公司"),
        ("区房管局东湖街道管理办", "区房管局 东湖街道管理办"),
        ("省数据局浙江证监局", "省数据局 浙江证监局"),
        ("科技信息处港务监管处", "科技信息处 港务监管处"),
        ("市国投公司（数据中心）东湖集团", "市国投公司（数据中心） 东湖集团"),
        ("市场监管生态环境公安、消防救援局", "市场监管 生态环境 公安 消防救援局"),
        ("某市供电公司物业服务行业协会", "某市供电公司 物业服务行业协会"),
        ("各县（市）区人民政府街道（乡镇）办事处", "各县（市）区人民政府 街道（乡镇）办事处"),
        ("区城市管理局东湖水务集团", "区城市管理局 东湖水务集团"),
    ],
)
def test_names_that_run_into_each_other_are_split_and_asked_about(text: str, units: str) -> None:
    reading = read_units(text)
    assert reading.units == tuple(units.split())
    assert "分隔符似已丢失" in reading.doubt


@pytest.mark.parametrize(
    "text",
    [
        "区住建交通局",
        "省海洋综合执法总队",
        "供电公司分公司",
        "市委政法委",
        "市纪委监委",
        "国家税务总局东湖税务局",
        "中建三局集团公司",
    ],
)
def test_the_name_of_one_office_stays_whole(text: str) -> None:
    assert (read_units(text).units, read_units(text).doubt) == ((text,), "")


def test_brackets_that_do_not_pair_are_asked_about() -> None:
    assert "括号不成对" in read_units("领导小组办公室（市住建局、市财政局").doubt


def test_names_that_run_into_each_other_inside_a_bracket_are_asked_about() -> None:
    reading = read_units("领导小组办公室（市住建局市物业中心）")
    assert reading.units == ("领导小组办公室（市住建局市物业中心）",)
    assert "分隔符似已丢失" in reading.doubt


NAMES = """
市住建局 市发改委 市自然资源和规划局 各县（市）区人民政府 各县（市）区住建部门
领导小组办公室（市住建局、市财政局） 东湖集团 供电公司
"""


@given(st.lists(st.sampled_from(NAMES.split()), unique=True, min_size=1), st.sampled_from("、，；,\n"))
def test_full_names_come_back_whatever_separates_them(names: list[str], separator: str) -> None:
    assert read_units(separator.join(names)).units == tuple(names)
