from __future__ import annotations

import pytest

from wuye_cli.importing.fields.numbering import Numbering, find_number


@pytest.mark.parametrize(
    ("text", "level", "no", "rest"),
    [
        ("第二章　优化环境", 0, "第二章", "优化环境"),
        ("第一部分 总体要求", 0, "第一部分", "总体要求"),
        ("第三条　开展排查。逐户登记。", 1.5, "第三条", "开展排查。逐户登记。"),
        ("第十二条【开展排查】逐户登记。", 1.5, "第十二条", "【开展排查】逐户登记。"),
        ("行动三：开展排查", 1.5, "行动三", "开展排查"),
        ("一、总体要求", 1, "一", "总体要求"),
        ("十二、保障措施", 1, "十二", "保障措施"),
        ("（一）主要任务", 2, "（一）", "主要任务"),
        ("( 三 ) 主要任务", 2, "(三)", "主要任务"),
        ("1. 修缮楼道", 3, "1", "修缮楼道"),
        ("12、修缮楼道", 3, "12", "修缮楼道"),
        ("3．修缮楼道", 3, "3", "修缮楼道"),
        ("（1）登记造册", 4, "（1）", "登记造册"),
        ("2）登记造册", 4, "2", "登记造册"),
        ("① 张贴公告", 5, "①", "张贴公告"),
    ],
)
def test_a_number_is_split_from_its_paragraph(text: str, level: float, no: str, rest: str) -> None:
    assert find_number(text) == Numbering(level, no, rest)


@pytest.mark.parametrize(
    ("text", "no", "rest"),
    [("(十健全调解网络", "（十）", "健全调解网络"), ("）健全调解网络", "", "健全调解网络")],
)
def test_half_a_bracket_still_numbers(text: str, no: str, rest: str) -> None:
    assert find_number(text) == Numbering(2, no, rest)


@pytest.mark.parametrize(
    "text",
    ["1.5亿元投资", "2025.6", "第三章规定的条件，应当具备", "第十二条处1万元罚款。", "三方协同", "（三方）协同", ""],
)
def test_what_is_no_number(text: str) -> None:
    assert find_number(text) is None
