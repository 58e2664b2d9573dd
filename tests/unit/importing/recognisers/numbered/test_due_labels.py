"""When a paragraph is due by its labels and headings."""

from __future__ import annotations

import pytest

from wuye_cli.importing.recognisers.numbered.due_labels import find_due, read_due, take_due


@pytest.mark.parametrize(
    ("text", "due", "rest"),
    [
        ("登记。（完成时限：长期坚持）", "长期坚持", "登记。"),
        ("登记。（完成时限：6月底前；责任领导：张三）", "6月底前", "登记。（责任领导：张三）"),
        ("登记。（责任领导：张三；时限要求：6月底前）", "6月底前", "登记。（责任领导：张三）"),
        ("登记。\n完成时限：2024年底、2025年底分别组织评估", "2024年底、2025年底分别组织评估", "登记。"),
        (
            "登记。\n时间节点：6月底前完成一期，年底前完成二期。\n造册。",
            "6月底前完成一期，年底前完成二期",
            "登记。\n造册。",
        ),
        ("登记。工作时限：持续推进。", "持续推进", "登记。"),
        ("登记。\n完成时限 2025年6月30日", "2025年6月30日", "登记。"),
        ("登记。（整改时限6月底前；责任领导：张三）", "6月底前", "登记。（责任领导：张三）"),
        ("登记。（2025年6月底前完成）", "2025年6月底前完成", "登记。"),
        ("登记。（长期坚持）", "长期坚持", "登记。"),
        ("登记。\n2025年6月30日", "2025年6月30日", "登记。"),
        ("（1）登记。（完成时限：3月底）\n（2）造册。（完成时限：6月底）", "3月底；6月底", "（1）登记。\n（2）造册。"),
    ],
)
def test_the_words_of_a_deadline_leave_the_paragraph(text: str, due: str, rest: str) -> None:
    assert take_due(text) == (due, rest)


@pytest.mark.parametrize(
    "text",
    [
        "登记，6月底前完成。",
        "压缩办理时限：由10天减为5天。",
        "将办理时限压缩到2天，办理时限每件不超过1天。",
        "登记（试行）。",
        "公布服务项目（2024年修订）",
        "登记。（三期）",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert take_due(text) == (None, text)


@pytest.mark.parametrize(
    ("heading", "due"),
    [
        ("（一）2024年3月底前：完成前期准备", "2024年3月底前"),
        ("（一）2024年3月底前，完成前期准备", "2024年3月底前"),
        ("（一）2024年3月底前 完成前期准备", "2024年3月底前"),
        ("二、2024年6月底前完成的事项", "2024年6月底前"),
        ("四、长期坚持的任务", "长期坚持"),
        ("三、2025年9月底前完成的整改任务", "2025年9月底前"),
        ("三、每季度完成的事项", "每季度"),
        ("四、长期任务", "长期"),
        ("四、持续推进重点任务", None),
        ("四、下半年重点任务", None),
        ("（二）全面实施（2024年4月—6月）", "2024年4月—6月"),
        ("（二）年底前", "年底前"),
        ("（二）完成前期准备", None),
        ("2.2024年重点任务", None),
        ("二、规范服务（2024年度）", None),
    ],
)
def test_a_heading_may_print_the_date(heading: str, due: str | None) -> None:
    assert read_due(heading) == due


def test_the_innermost_date_counts() -> None:
    assert find_due(["二、2024年底前：全面完成", "（一）6月底前：开工", "1.准备"]) == "6月底前"
    assert find_due(["二、主要任务"]) is None
