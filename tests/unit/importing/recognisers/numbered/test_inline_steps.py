"""Numbered steps that run on inside one paragraph."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.paragraphs import read_passages
from wuye_cli.importing.recognisers.inline_units import RECOGNISER
from wuye_cli.importing.recognisers.numbered.inline_steps import split_steps
from wuye_cli.importing.recognisers.prose import RECOGNISER as PROSE


def steps(text: str) -> list[str]:
    found = document(text)
    return [passage.text for passage in split_steps(read_passages(found, 0, len(found.blocks) - 1))]


@pytest.mark.parametrize(
    ("text", "split"),
    [
        (
            "1.优化结构。（1）严控产能。（甲局负责）（2）淘汰设备。（乙局负责）",
            ["1.优化结构。", "（1）严控产能。（甲局负责）", "（2）淘汰设备。（乙局负责）"],
        ),
        (
            "（一）优化结构：①严控产能。（甲局负责）②淘汰设备；③查处违法。（乙局负责）",
            ["（一）优化结构：", "①严控产能。（甲局负责）", "②淘汰设备；", "③查处违法。（乙局负责）"],
        ),
        (
            "1.优化结构。（1）严控产能，从严\n审批。（甲局负责）\n（2）淘汰设备。（乙局负责）",
            ["1.优化结构。", "（1）严控产能，从严审批。（甲局负责）", "（2）淘汰设备。（乙局负责）"],
        ),
        (
            "（1）严控产能。（甲局负责）（2）淘汰设备。（乙局负责）",
            ["（1）严控产能。（甲局负责）", "（2）淘汰设备。（乙局负责）"],
        ),
    ],
)
def test_steps_with_units_of_their_own_stand_for_themselves(text: str, split: list[str]) -> None:
    assert steps(text) == split


@pytest.mark.parametrize(
    "text",
    [
        "1.优化结构。（1）严控产能；（2）淘汰设备。（甲局负责）",  # one line of units for all
        "1.优化结构。一是严控产能。（甲局负责）二是淘汰设备。（乙局负责）",
        "1.优化结构。按照（2）淘汰设备。（甲局负责）（3）查处。（乙局负责）",  # no run without its first
        "1.优化结构。（1）严控产能。（甲局负责）",
    ],
)
def test_other_paragraphs_stay_whole(text: str) -> None:
    assert steps(text) == [text]


def test_a_paragraph_torn_at_a_step_is_put_together_again() -> None:
    assert steps("1.优化结构。（1）严控产能；\n（2）淘汰设备。\n2.查处。") == [
        "1.优化结构。（1）严控产能；（2）淘汰设备。",
        "2.查处。",
    ]
    (task,) = read_tasks(PROSE, "三、主要任务\n1.优化结构。（1）严控产能；\n（2）淘汰设备。")
    assert (task.no, task.content) == ("1", "（1）严控产能；（2）淘汰设备。")


def test_a_step_behind_a_page_break_keeps_its_paragraph_and_its_place() -> None:
    head = "二、任务\n3.治理扬尘。（1）湿法作业。（甲局"
    tasks = read_tasks(RECOGNISER, f"{head}\n\n— 1 —\n\n负责）（2）清扫。（乙局\n负责）\n（3）督查。（丙局负责）")
    assert [(task.no, task.section, task.responsible, task.source.line) for task in tasks] == [
        ("（1）", "3.治理扬尘", "甲局", 2),
        ("（2）", "3.治理扬尘", "乙局", 6),
        ("（3）", "3.治理扬尘", "丙局", 8),
    ]


def test_tasks_that_share_a_line_share_a_claim() -> None:
    claims = RECOGNISER.find_claims(
        document("1.优化。（1）严控。（甲局负责）（2）淘汰。（乙局负责）\n2.查处。（丙局负责）")
    )
    assert [(claim.first, claim.last, len(claim.tasks)) for claim in claims] == [(0, 0, 2), (1, 1, 1)]
