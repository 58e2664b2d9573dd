from __future__ import annotations

import pytest

from wuye_cli.importing.fields.numerals import find_number, to_plain


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("到 ２０２７ 年", "到2027年"),
        ("达到 60 ％", "达到60%"),
        ("５Ｇ 基站", "5G基站"),
        ("智能体 AI agent 平台", "智能体AI agent平台"),
        ("  各区\n政府 ", "各区政府"),
    ],
)
def test_typesetting_leaves_no_trace(printed: str, plain: str) -> None:
    assert to_plain(printed) == plain


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7),
        ("七", 7),
        ("十", 10),
        ("十二", 12),
        ("三十", 30),
        ("二十五", 25),
        ("两", 2),
        ("二〇二五", 2025),
        ("零", 0),
    ],
)
def test_numbers_in_either_script(words: str, value: int) -> None:
    assert find_number(words) == value


@pytest.mark.parametrize("words", ["", "百", "甲", "1.5", "十十"])
def test_what_is_no_small_number(words: str) -> None:
    assert find_number(words) is None
