"""四、下一步工作要求 in the office's own words."""

from __future__ import annotations

import pytest

from tests.reports.story import FACTS, OFFICE, POLICIES
from tests.unit.domain.by_hand import day
from wuye_cli.errors import InputError
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_phrases import DEFAULT_PHRASES, default_rows, parse_phrases


def demands(*rows: tuple[str, str]) -> tuple[str, ...]:
    circular = build_circular(FACTS, OFFICE, "2023-08", day("2023-09-05"), POLICIES, phrases=parse_phrases(rows))
    return circular.paragraphs[circular.paragraphs.index("四、下一步工作要求") + 1 :]


def test_the_usual_phrases_by_case_are_the_usual_ones() -> None:
    assert parse_phrases(default_rows()) == DEFAULT_PHRASES
    assert parse_phrases(()) == DEFAULT_PHRASES


def test_a_phrase_takes_figures_and_names_where_its_blanks_are() -> None:
    assert demands(("慢序时", "{单位}等{项数}项任务进度偏慢。"))[1] == "（二）各县区政府等1项任务进度偏慢。"
    assert demands(("其他要求", "各单位要压实责任。"))[-1] == "（七）各单位要压实责任。"


def test_an_empty_phrase_asks_for_nothing_and_the_rest_is_numbered_on() -> None:
    assert demands(("逾期", ""), ("长期未动", " "))[0].startswith("（一）慢序时任务1项")
    assert len(demands(("逾期", ""), ("长期未动", " "))) == 4


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("延期", "……"), "没有“延期”这种情形，可用的情形：逾期、慢序时、长期未动、未报送、下月到期、报送、其他要求。"),
        (("逾期", "{人数}人"), "“逾期”的用语里没有 {人数} 可填，可用 {单位}、{项数}。"),
        (("其他要求", "{项数}项"), "“其他要求”的用语里没有 {项数} 可填，这种情形没有可填的空。"),
    ],
)
def test_a_case_or_a_blank_that_there_is_not_is_refused_with_what_there_is(row: tuple[str, str], words: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_phrases([row])
    assert caught.value.details == (words,)
