"""The real documents beside the checkout, by the command line: what is overdue on a day, and tables that hold them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Wuye
from wuye_cli.render.widths import text_width

SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS, reason="the real documents do not lie beside this checkout (../shared/seeds)"),
]


def imported(wuye: Wuye, number: int) -> Wuye:
    wuye("init", "--name", "办公室")
    wuye("import", SEEDS[number - 1], "--yes")
    return wuye


def overdue(wuye: Wuye) -> list[str]:
    return [task["no"] for task in wuye.json("overdue")["tasks"]]


def test_on_15_november_2023_exactly_two_tasks_of_the_yearly_list_are_overdue(wuye: Wuye) -> None:
    imported(wuye, 1)
    assert overdue(wuye) == ["1", "5"]
    assert [step["on"] for step in wuye.json("overdue")["milestones"]] == ["2023-04-30", "2023-04-30"]
    wuye("finish", "1")
    assert overdue(wuye) == ["5"]


def test_on_15_january_2026_twelve_tasks_of_the_opinion_are_overdue(wuye: Wuye) -> None:
    wuye.as_of = "2026-01-15"
    assert overdue(imported(wuye, 3)) == ["1", "2", "3", "4", "6", "7", "8", "9", "11", "12", "19", "20"]


@pytest.mark.parametrize("number", range(1, 6))
def test_tables_of_the_real_documents_line_up_and_give_every_title(number: int, wuye: Wuye) -> None:
    wuye.as_of = "2026-01-15"
    titles = "".join(task["title"] for task in imported(wuye, number).json("list")["tasks"])
    for width in (80, 100, 140):
        wuye.env = {"COLUMNS": str(width)}
        lines = [line for line in wuye("list", "--all").stdout.splitlines() if "│" in line or "┼" in line]
        assert {text_width(line) for line in lines} == {text_width(lines[0])}
        rows = [[cell.strip() for cell in line.split("│")] for line in lines if "│" in line]
        column = rows[0].index("重点任务")
        assert "".join(row[column] for row in rows[1:]).replace(" ", "") == titles.replace(" ", "")
