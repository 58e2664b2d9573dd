"""Tables on the screen: every line equally wide at any width, and no title is cut."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Wuye
from wuye_cli.render.widths import text_width

BAR = "│"
COMMANDS = ["list", "overdue", "due --within 60", "plan list", "unit list"]


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("command", COMMANDS)
def test_all_lines_of_a_table_are_equally_wide_and_fit(command: str, width: int, register: Wuye) -> None:
    lines = table_lines(register, command, width)
    assert len({text_width(line) for line in lines}) == 1
    assert text_width(lines[0]) <= width


@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_joined_cells_give_every_title(width: int, register: Wuye) -> None:
    rows = [[cell.strip() for cell in line.split(BAR)] for line in table_lines(register, "list", width) if BAR in line]
    column = rows[0].index("重点任务")
    joined = "".join(row[column] for row in rows[1:])
    assert joined == "".join(task["title"] for task in register.json("list")["tasks"])


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("command", ["show 2", "status", "--help", "update --help"])
def test_no_page_is_wider_than_the_terminal(command: str, width: int, register: Wuye) -> None:
    register.env = {"COLUMNS": str(width)}
    assert all(text_width(line) <= width for line in register(*command.split()).stdout.splitlines())


def table_lines(register: Wuye, command: str, width: int) -> list[str]:
    register.env = {"COLUMNS": str(width)}
    return [line for line in register(*command.split(), "--all").stdout.splitlines() if {BAR, "┼"} & set(line)]
