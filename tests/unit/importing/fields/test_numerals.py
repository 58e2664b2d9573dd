from __future__ import annotations

import pytest

from wuye_cli.importing.fields.numerals import find_number, spell_out_percent, to_plain


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
        ("三百", 300),
        ("一百零五", 105),
        ("一百二十", 120),
        ("两千", 2000),
    ],
)
def test_numbers_in_either_script(words: str, value: int) -> None:
    assert find_number(words) == value


@pytest.mark.parametrize("words", ["", "百", "甲", "1.5", "十十"])
def test_what_is_no_small_number(words: str) -> None:
    assert find_number(words) is None


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("占比达到百分之八十五", "占比达到85%"),
        ("达到百分之百", "达到100%"),
        ("下降百分之三点五", "下降3.5%"),
        ("严格落实六个百分之百", "严格落实六个百分之百"),
        ("九成以上", "90%以上"),
        ("达到8成五。", "达到85%。"),
        ("一成不变，建成站点", "一成不变，建成站点"),
    ],
)
def test_shares_in_chinese_words_become_digits(words: str, plain: str) -> None:
    assert spell_out_percent(words) == plain
