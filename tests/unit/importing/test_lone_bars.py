"""Bars between the cells of a table, one cell to a line."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document
from wuye_cli.importing.lone_bars import drop_lone_bars
from wuye_cli.importing.recognisers.cell_lines import RECOGNISER

CELLS = [
    "序号",
    "工作任务",
    "责任单位",
    "1",
    "修建公路",
    "市甲局",
    "2",
    "修建桥梁",
    "市乙局",
    "3",
    "修建水渠",
    "市丙局",
]


@pytest.mark.parametrize(
    "text",
    [
        " |\n".join(CELLS) + " |",
        "| " + "\n| ".join(CELLS),
        "|\n" + "\n|\n".join(CELLS) + "\n|",
        "｜\n".join(CELLS) + "｜",
    ],
)
@pytest.mark.parametrize("above", ["", "首页 | 政务公开 | 规划\n任务清单\n"])
def test_the_cells_are_left(text: str, above: str) -> None:
    read = drop_lone_bars(document(above + text))
    tasks = [task for claim in RECOGNISER.find_claims(read) for task in claim.tasks]
    assert [(task.no, task.title, task.responsible) for task in tasks] == [
        ("1", "修建公路", "市甲局"),
        ("2", "修建桥梁", "市乙局"),
        ("3", "修建水渠", "市丙局"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1 |\n修桥 |\n甲局",
        "序号 | 工作任务 | 责任单位\n" + "1 | 修桥 | 甲局、\n乙局 |\n" * 8,
        "|序号|工作任务|责任单位|\n" * 8,
        "修桥。\n" * 8,
    ],
)
def test_other_bars_stay(text: str) -> None:
    read = document(text)
    assert drop_lone_bars(read) is read
