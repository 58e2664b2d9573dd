from __future__ import annotations

import pytest

from wuye_cli.importing.dittos import fill_dittos
from wuye_cli.importing.recognisers.claim import RawTask

FIRST = RawTask(no="1", title="修桥", lead="县住建局", responsible="县财政局", deadline="6月底前")


@pytest.mark.parametrize("ditto", ["同上", "（同上）", "同 上", "〃", "同前。"])
def test_a_cell_that_repeats_the_one_above_has_its_value(ditto: str) -> None:
    second = RawTask(no="2", title="修路", lead=ditto, responsible="县交通局", deadline=ditto)
    third = RawTask(no="3", title="植树", lead=ditto, responsible=ditto, deadline="")
    tasks = fill_dittos([FIRST, second, third])
    assert [(task.lead, task.responsible, task.deadline) for task in tasks] == [
        ("县住建局", "县财政局", "6月底前"),
        ("县住建局", "县交通局", "6月底前"),
        ("县住建局", "县交通局", ""),
    ]


@pytest.mark.parametrize("words", ["同上级部门", "同上、县财政局", "县住建局"])
def test_other_words_stay(words: str) -> None:
    assert fill_dittos([FIRST, RawTask(lead=words)])[1].lead == words


def test_in_the_first_row_there_is_none_above() -> None:
    assert fill_dittos([RawTask(lead="同上")])[0].lead == "同上"
