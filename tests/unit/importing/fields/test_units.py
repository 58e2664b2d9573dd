from __future__ import annotations

import pytest

from wuye_cli.importing.fields.units import (
    InlineUnits,
    find_doubtful_units,
    find_inline_units,
    find_leading_units,
    find_roles,
    find_said_units,
)


@pytest.mark.parametrize(
    ("bracket", "roles"),
    [
        ("（责任单位：县住建局、县财政局，指导单位：县民政局）", InlineUnits("", "县住建局、县财政局", "县民政局")),
        (
            "（牵头单位：市住建局（市房管中心），配合单位：甲局、乙局）",
            InlineUnits("市住建局（市房管中心）", "甲局、乙局"),
        ),
        (
            "（牵头部门：市住建局；实施部门：各区住建部门；配合部门：市财政局）",
            InlineUnits("市住建局", "各区住建部门；市财政局"),
        ),
        ("[责任单位：市住建局]", InlineUnits("", "市住建局")),
        ("【主责单位：市住建局】", InlineUnits("市住建局")),
        ("（市住建局牵头，市财政局、市公安局按职责分工负责）", InlineUnits("市住建局", "市财政局、市公安局")),
        ("（由市住建局牵头，市财政局配合，省住建厅指导）", InlineUnits("市住建局", "市财政局", "省住建厅")),
        ("（教育部牵头，共青团中央、科技部等负责）", InlineUnits("教育部", "共青团中央、科技部")),
        ("（市住建局牵头，各区政府）", InlineUnits("市住建局", "各区政府")),
        ("（市住建局牵头）", InlineUnits("市住建局")),
        ("（市住建局、市财政局等负责）", InlineUnits("", "市住建局、市财政局")),
        ("（市住建局负责，市国资委按照职责分工负责）", InlineUnits("", "市住建局；市国资委")),
        ("（各县区政府结合实际落实）", InlineUnits("", "各县区政府")),
        ("（市甲局牵头，市直有关部门和单位、各县政府负责）", InlineUnits("市甲局", "市直有关部门和单位、各县政府")),
        ("（县住建局、各乡镇政府）", InlineUnits("", "县住建局、各乡镇政府")),
        ("（以下任务均由市甲局牵头，市乙局负责）", InlineUnits("市甲局", "市乙局")),
        ("（市甲局牵头，市乙局、市丙局参加）", InlineUnits("市甲局", "市乙局、市丙局")),
        ("（市甲局牵头负责，各地各部门分工负责）", InlineUnits("市甲局", "各地各部门")),
        ("（市甲局具体负责，市乙局协同配合）", InlineUnits("", "市甲局；市乙局")),
        ("（市甲局牵头负责，各区政府组织落实）", InlineUnits("市甲局", "各区政府")),
        ("（市甲局总牵头，市乙局按职责组织配合）", InlineUnits("市甲局", "市乙局")),
        ("（市甲局牵头督导，市乙局在各自职责范围内负责）", InlineUnits("市甲局", "市乙局")),
        ("（市甲局牵头抓总，各区政府按照属地管理原则组织实施）", InlineUnits("市甲局", "各区政府")),
        ("（市甲局督促指导，各区政府具体抓好落实）", InlineUnits("", "各区政府", "市甲局")),
        ("（市甲局牵头，市乙局等按职责做好相关工作）", InlineUnits("市甲局", "市乙局")),
        ("（市甲局牵头，市乙局依法按职责配合、支持）", InlineUnits("市甲局", "市乙局")),
        ("（市甲局为牵头单位，各配合单位参与）", InlineUnits("市甲局", "各配合单位")),
        ("（市甲局牵头，各社会组织参与）", InlineUnits("市甲局", "各社会组织")),
        ("（市甲局主责，市乙局协同，省丙厅监管）", InlineUnits("市甲局", "市乙局", "省丙厅")),
        ("（市甲局总负责，各区政府分头负责）", InlineUnits("", "市甲局；各区政府")),
        ("（市甲局牵头会同市乙局落实）", InlineUnits("市甲局", "会同市乙局")),
        ("（市场监管、金融监管部门负责）", InlineUnits("", "市场监管、金融监管部门")),
        ("（主要责任单位：市甲局；其他责任单位：市乙局）", InlineUnits("市甲局", "市乙局")),
        ("（主要责任单位：市甲局）", InlineUnits("", "市甲局")),
        ("（第一责任单位：市甲局；第二责任单位：市乙局）", InlineUnits("市甲局", "市乙局")),
        ("（牵头单位市甲局；配合单位市乙局、省丙厅）", InlineUnits("市甲局", "市乙局、省丙厅")),
        ("（市甲局会同市乙局牵头；市丙局协助）", InlineUnits("市甲局、市乙局", "市丙局")),
        ("（市甲局、市乙局双牵头，市丙局；各县政府参与）", InlineUnits("市甲局、市乙局", "市丙局；各县政府")),
        ("（市甲局主办，市乙局协办，市丙局监督）", InlineUnits("市甲局", "市乙局", "市丙局")),
        ("（市甲局为牵头单位，市乙局为责任单位）", InlineUnits("市甲局", "市乙局")),
        ("（牵头：市甲局；配合：市乙局）", InlineUnits("市甲局", "市乙局")),
        ("（实施主体：市甲局；监管责任单位：市乙局；监管单位：市丙局）", InlineUnits("", "市甲局；市乙局", "市丙局")),
        ("（责任单位：市甲局；督导责任部门：市乙局；督导单位：市丙局）", InlineUnits("", "市甲局；市乙局", "市丙局")),
        ("（责任分工：市甲局牵头，市乙局按职责组织实施）", InlineUnits("市甲局", "市乙局")),
        ("（市级牵头单位：市甲局；县级责任单位：各县政府）", InlineUnits("市甲局", "各县政府")),
        ("（牵头单位：市甲局。配合单位：市乙局。）", InlineUnits("市甲局", "市乙局")),
        ("（牵头单位及责任人：市甲局）", InlineUnits("市甲局")),
        ("（市甲局（牵头）、市乙局）", InlineUnits("市甲局", "市乙局")),
        ("（甲港集团牵头，市乙局、甲海关按职责分工负责）", InlineUnits("甲港集团", "市乙局、甲海关")),
        ("（市甲局、市乙局；指导单位：市消防支队）", InlineUnits("", "市甲局、市乙局", "市消防支队")),
        ("（市甲局，指导单位：省乙厅）", InlineUnits("", "市甲局", "省乙厅")),
        ("（各县（市、区）政府；配合单位：市乙局）", InlineUnits("", "各县（市、区）政府；市乙局")),
        ("（市纪委监委机关、市委巡察办负责）", InlineUnits("", "市纪委监委机关、市委巡察办")),
        (
            "（责任单位：各乡镇）人民政府、县住建局，指导单位：县民政局）",
            InlineUnits("", "各乡镇）人民政府、县住建局", "县民政局"),
        ),
    ],
)
def test_units_at_the_end_of_a_paragraph(bracket: str, roles: InlineUnits) -> None:
    assert find_inline_units(f"健全调解机制。{bracket}") == (roles, "健全调解机制。")


@pytest.mark.parametrize(
    ("text", "roles", "rest"),
    [
        ("责任单位：县住建局、县财政局", InlineUnits("", "县住建局、县财政局"), ""),
        ("修缮楼道。牵头单位：县住建局。配合单位：县财政局。", InlineUnits("县住建局", "县财政局"), "修缮楼道。"),
        ("修缮楼道。\n牵头单位 县住建局", InlineUnits("县住建局"), "修缮楼道。"),
        ("修缮楼道。\n县住建局牵头，县财政局配合。", InlineUnits("县住建局", "县财政局"), "修缮楼道。"),
        ("修缮楼道。责任单位为县住建局。", InlineUnits("", "县住建局"), "修缮楼道。"),
        ("修缮楼道。\n【责任单位】县住建局", InlineUnits("", "县住建局"), "修缮楼道。"),
        (
            "修缮楼道。【责任单位】县住建局【完成时限】6月底",
            InlineUnits("", "县住建局"),
            "修缮楼道。\n（完成时限：6月底）",
        ),
        ("【责任单位】县住建局\n【主要内容】修缮楼道。", InlineUnits("", "县住建局"), "【主要内容】修缮楼道。"),
        (
            "牵头单位：县住建局\n工作内容：修缮楼道\n配合单位：县财政局",
            InlineUnits("县住建局", "县财政局"),
            "工作内容：修缮楼道",
        ),
        ("修缮楼道。【牵头单位】县住建局【配合单位】县财政局", InlineUnits("县住建局", "县财政局"), "修缮楼道。"),
        ("修缮楼道，牵头单位是县住建局，配合单位是县财政局。", InlineUnits("县住建局", "县财政局"), "修缮楼道"),
        ("修缮楼道；\n4项目标的责任单位均为县住建局。", InlineUnits("", "县住建局"), "修缮楼道；"),
        ("修缮楼道；\n该项目标责任单位为县住建局。", InlineUnits("", "县住建局"), "修缮楼道；"),
        ("修缮楼道。\n县住建局、县财政局", InlineUnits("", "县住建局、县财政局"), "修缮楼道。"),
        (
            "由市甲局牵头，市乙局配合，为老人提供服务。",
            InlineUnits("市甲局", "市乙局"),
            "由市甲局牵头，市乙局配合，为老人提供服务。",
        ),
        ("1.修缮。（责任单位：甲局）2.增绿。（责任单位：乙局）", InlineUnits("", "甲局；乙局"), "1.修缮。2.增绿。"),
    ],
)
def test_units_without_brackets_and_after_each_sentence(text: str, roles: InlineUnits, rest: str) -> None:
    assert find_inline_units(text) == (roles, rest)


@pytest.mark.parametrize(
    ("bracket", "roles", "kept"),
    [
        ("（责任单位：县住建局；完成时限：2025年6月底）", InlineUnits("", "县住建局"), "（完成时限：2025年6月底）"),
        ("（责任领导：张三；责任单位：县住建局）", InlineUnits("", "县住建局"), "（责任领导：张三）"),
        ("（责任单位：县住建局；2025年6月底前完成）", InlineUnits("", "县住建局"), "（2025年6月底前完成）"),
        ("（责任单位：县住建局；长期坚持）", InlineUnits("", "县住建局"), "（长期坚持）"),
        ("（责任单位：县住建局）（完成时限：长期）", InlineUnits("", "县住建局"), "（完成时限：长期）"),
        ("（县住建局牵头，县财政局配合，年底前完成）", InlineUnits("县住建局", "县财政局"), "（年底前完成）"),
        ("（分管县领导：张三；牵头单位：县住建局）", InlineUnits("县住建局"), "（分管县领导：张三）"),
        ("（县住建局负责，各乡镇落实。以下均需乡镇落实）", InlineUnits("", "县住建局；各乡镇"), "（以下均需乡镇落实）"),
        ("（年底前完成，县住建局牵头，县财政局配合）", InlineUnits("县住建局", "县财政局"), "（年底前完成）"),
        ("（责任单位：县住建局。下同）", InlineUnits("", "县住建局"), "（下同）"),
    ],
)
def test_what_stands_beside_the_units_stays(bracket: str, roles: InlineUnits, kept: str) -> None:
    assert find_inline_units(f"修缮楼道。{bracket}") == (roles, f"修缮楼道。{kept}")


@pytest.mark.parametrize(
    "text",
    [
        "修缮楼道。",
        "费用由业主承担（由业主自行负责）。",
        "住建等部门（包括市住建局、市财政局）要配合。",
        "健全机制（列第一位的为牵头单位）。",
        "健全机制。（试行）",
        "完成整改。（完成时限：2025年6月底）",
        "明确了责任单位：要求到位。",
        "发放补贴（含物业费）",
        "各部门负责。（负责）",
        "健全机制。（由县住建局负责解释）",
        "健全机制。（由县住建局统筹，镇上负责）",
        "健全机制。（联系人：县住建局）",
        "健全机制。（责任领导：张三）",
        "健全机制。\n县住建局",
    ],
)
def test_other_brackets_are_no_units(text: str) -> None:
    assert find_inline_units(text) is None


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("市住建局（牵头）、市财政局", InlineUnits("市住建局", "市财政局")),
        ("市住建局牵头，市财政局配合", InlineUnits("市住建局", "市财政局")),
        ("市住建局、市财政局", None),
    ],
)
def test_roles_inside_one_cell(cell: str, roles: InlineUnits | None) -> None:
    assert find_roles(cell) == roles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县住建局、县财政局：落实资金。", (InlineUnits("", "县住建局、县财政局"), "落实资金。")),
        ("工作目标：落实资金。", None),
        ("县住建局要求各单位：落实资金。", None),
        ("县住建局：", None),
    ],
)
def test_units_that_open_a_paragraph(text: str, found: tuple[InlineUnits, str] | None) -> None:
    assert find_leading_units(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收入增长15%。由市经委负责。", (InlineUnits("", "市经委"), "收入增长15%。")),
        ("整治河道。\n以上各项工作均由县水利局牵头，县财政局配合", (InlineUnits("县水利局", "县财政局"), "整治河道。")),
        ("整治河道。由县水利局负责，6月底前完成。", (InlineUnits("", "县水利局"), "整治河道。（6月底前完成）")),
        ("该项工作由县水利局负责。", (InlineUnits("", "县水利局"), "")),
        ("整治河道。由专人负责。", None),
        ("整治河道。由县水利局负责解释。", None),
        ("整治河道。由县水利局负责。资金由县级承担。", None),
        ("对旧管道，由县水利局负责。", None),
    ],
)
def test_the_last_sentence_may_say_who_does_it(text: str, found: tuple[InlineUnits, str] | None) -> None:
    assert find_said_units(text) == found


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        ("健全机制。（县住建局抓总牵头并由专班落实到人）", "县住建局抓总牵头并由专班落实到人"),
        ("健全机制。（由县住建局负责解释）", ""),
        ("健全机制（试行）。", ""),
        ("健全机制。", ""),
    ],
)
def test_a_bracket_that_seems_to_name_units_is_noticed(text: str, bracket: str) -> None:
    assert find_doubtful_units(text) == bracket
