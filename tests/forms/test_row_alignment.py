"""Rows are found again whatever was inserted, removed or rewritten between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wuye_cli.forms.row_alignment import align_rows, figures_in

ROWS = st.lists(st.tuples(st.sampled_from("甲乙丙"), st.sampled_from(["1项", "2项", ""])), max_size=8)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("共有任务12项，其中逾期3项", ("12", "3")),
        ("下降2.5个百分点", ("2.5",)),
        ("-5", ("-5",)),
        ("－5", ("-5",)),
        ("１２项", ("12",)),
        ("1,200户", ("1200",)),
        ("覆盖率62.5％", ("62.5%",)),
        ("已完成", ()),
        ("—", ()),
    ],
)
def test_figures_are_read_however_they_are_written(text: str, figures: tuple[str, ...]) -> None:
    assert figures_in(text) == figures


def pairs(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """The pairs by their texts; 无 where a row has no partner."""
    left, right = [(text,) for text in old], [(text,) for text in new]
    return [
        ("无" if one is None else old[one], "无" if other is None else new[other])
        for one, other in align_rows(left, right)
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (["甲1", "乙"], ["甲1", "丙", "乙"], [("甲1", "甲1"), ("无", "丙"), ("乙", "乙")]),
        (["甲1", "乙"], ["乙"], [("甲1", "无"), ("乙", "乙")]),
        (["逾期1项", "乙"], ["新增", "逾期3项", "乙"], [("无", "新增"), ("逾期1项", "逾期3项"), ("乙", "乙")]),
        (["逾期1项，要抓紧", "完"], ["请看", "逾期5项，要办", "完"],
         [("无", "请看"), ("逾期1项，要抓紧", "逾期5项，要办"), ("完", "完")]),
        (["甲", "完"], ["全部重写", "完"], [("甲", "全部重写"), ("完", "完")]),
        ([], ["甲"], [("无", "甲")]),
        (["甲"], [], [("甲", "无")]),
    ],
)  # fmt: skip
def test_a_row_is_found_by_itself_then_by_its_words_then_by_likeness(
    old: list[str], new: list[str], found: list[tuple[str, str]]
) -> None:
    assert pairs(old, new) == found


def test_a_row_put_between_rows_that_say_the_same_is_the_only_new_one() -> None:
    same, added = ("乙", "2项"), ("新甲", "1项")
    found = list(align_rows([same] * 3, [same, added, same, same]))
    assert found == [(0, 0), (None, 1), (1, 2), (2, 3)]


@given(ROWS, ROWS)
def test_every_row_appears_once_and_in_order(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    found = list(align_rows(old, new))
    assert [one for one, _ in found if one is not None] == list(range(len(old)))
    assert [other for _, other in found if other is not None] == list(range(len(new)))


@given(ROWS, st.integers(0, 8), ROWS)
def test_what_is_inserted_parts_no_other_rows(
    rows: list[tuple[str, str]], place: int, inserted: list[tuple[str, str]]
) -> None:
    new = [*rows[:place], *((f"新{one}", figure) for one, figure in inserted), *rows[place:]]
    found = [(rows[one], new[other]) for one, other in align_rows(rows, new) if one is not None and other is not None]
    assert found == [(row, row) for row in rows]
