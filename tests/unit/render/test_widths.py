"""Folding loses nothing and no line is too wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wuye_cli.render.widths import fold, pad, plain, share_widths, text_width


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [("物业", 4, 4), ("p1-3", 4, 4), ("（市）", 6, 6), ("“红”", 4, 6), ("①", 1, 2), ("𠮷", 2, 2)],
)
def test_ambiguous_signs_are_one_or_two_columns_wide(text: str, narrow: int, wide: int) -> None:
    assert (text_width(text), text_width(text, wide=True)) == (narrow, wide)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("物业服务", 5, ["物业", "服务"]),
        ("截至2023-10-31", 10, ["截至", "2023-10-31"]),
        ("建设局、组织部", 6, ["建设", "局、组", "织部"]),
        ("健全（乡镇）", 6, ["健全", "（乡", "镇）"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("一\n二", 10, ["一", "二"]),
        ("", 10, [""]),
    ],
)
def test_words_and_stops_stay_together_where_they_fit(text: str, width: int, lines: list[str]) -> None:
    assert fold(text, width) == lines


@given(
    text=st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])), width=st.integers(2, 30), wide=st.booleans()
)
def test_the_folded_lines_joined_are_the_text_and_none_is_too_wide(text: str, width: int, wide: bool) -> None:
    lines = fold(text, width, wide=wide)
    assert "".join(lines) == text
    assert all(text_width(line, wide=wide) <= width or len(line) == 1 for line in lines)


def test_control_signs_never_reach_the_terminal() -> None:
    assert plain("红\x1b[31m\x07\x00\u0085灯\n\t末") == "红[31m灯\n 末"


@pytest.mark.parametrize(("right", "padded"), [(False, "物业  "), (True, "  物业")])
def test_padding_counts_columns(*, right: bool, padded: str) -> None:
    assert pad("物业", 6, right=right) == padded


@pytest.mark.parametrize(
    ("available", "widths"),
    [(100, [10, 40, 6]), (30, [8, 16, 6]), (24, [6, 12, 6]), (5, [4, 4, 6])],
)
def test_what_is_left_goes_to_who_has_least_for_its_weight(available: int, widths: list[int]) -> None:
    assert share_widths([10, 40, 6], [4, 4, 6], [8, 16, 6], available) == widths
