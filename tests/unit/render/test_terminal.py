"""Tables line up with Chinese text at every width, and their cells give back what went in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.render.by_hand import BOARD, PLAN, REGISTER, TASK, UNIT
from wuye_cli.render.board import render_board
from wuye_cli.render.grid import Grid
from wuye_cli.render.tables import due_grid, milestones_grid, overdue_grid, plan_grid, register_grid, unit_grid
from wuye_cli.render.terminal import Look, render_grid
from wuye_cli.render.widths import text_width
from wuye_cli.reports.lines import Register

TITLES = (TASK.title, "短", "一项名称里有Wi-Fi、①②③和……省略号的任务", "p" * 60)


def register(*titles: str) -> Register:
    tasks = tuple(replace(TASK, code=f"p1-{number}", title=title) for number, title in enumerate(titles, 1))
    return replace(REGISTER, tasks=tasks)


def table_lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if "│" in line or "┼" in line or " | " in line]


def column(text: str, index: int, bar: str = "│") -> str:
    """All pieces of one column below its heading, joined."""
    rule = next(number for number, line in enumerate(text.split("\n")) if "┼" in line or "-+-" in line)
    below = [line for line in text.split("\n")[rule + 1 :] if bar in line]
    return "".join(line.split(bar)[index].strip() for line in below)


GRIDS = [
    register_grid(register(*TITLES)),
    register_grid(register(*TITLES)),
    overdue_grid(register(*TITLES)),
    due_grid(register(*TITLES)),
    milestones_grid(REGISTER),
    plan_grid([PLAN]),
    unit_grid([UNIT, replace(UNIT, unit="市民政局", mean_percent=None)]),
]


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("grid", [grid for grid in GRIDS if len(grid.columns) < 10], ids=lambda grid: grid.title)
def test_every_line_of_a_table_is_equally_wide_and_fits(grid: Grid, width: int) -> None:
    widths = {text_width(line) for line in table_lines(render_grid(grid, width))}
    assert len(widths) == 1
    assert widths.pop() <= width


@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_joined_cells_give_back_every_title(width: int) -> None:
    assert column(render_grid(register_grid(register(*TITLES)), width), 1) == "".join(TITLES)


@given(st.lists(st.text(alphabet="物业（市）、“”①abc123 ", min_size=1, max_size=80), min_size=1, max_size=5))
def test_no_sign_of_a_title_is_lost(titles: list[str]) -> None:
    shown = column(render_grid(register_grid(register(*titles)), 80), 1)
    assert shown.replace(" ", "") == "".join(titles).replace(" ", "")


def test_a_terminal_with_wide_signs_gets_ascii_rules_and_counts_them_double() -> None:
    look = Look(wide=True)
    lines = table_lines(render_grid(register_grid(register(*TITLES)), 80, look))
    assert len({text_width(line, wide=True) for line in lines}) == 1
    assert not set("│─┼") & set("".join(lines))


def test_without_box_signs_the_table_is_the_same() -> None:
    grid = register_grid(register(*TITLES))
    boxed, plain = render_grid(grid, 80), render_grid(grid, 80, Look(ascii_only=True))
    assert boxed.replace("│", "|").replace("┼", "+").replace("─", "-") == plain


def test_only_the_light_is_coloured_and_only_where_colour_is_wanted() -> None:
    grid = register_grid(REGISTER)
    plain, coloured = render_grid(grid, 80), render_grid(grid, 80, Look(colour=True))
    assert "\x1b" not in plain
    assert coloured.replace("\x1b[31m", "").replace("\x1b[0m", "") == plain


def test_an_empty_report_says_so() -> None:
    assert render_grid(register_grid(register()), 80).endswith("共0项）\n（无）")


def test_doubts_have_a_column_only_where_there_are_any() -> None:
    sure = replace(REGISTER, tasks=(replace(TASK, doubts=()),))
    assert ["待核" in [one.heading for one in register_grid(report).columns] for report in (REGISTER, sure)] == [
        True,
        False,
    ]


def test_what_is_not_reported_is_a_dash_and_zero_is_zero() -> None:
    def shown(percent: float | None) -> str:
        report = replace(REGISTER, tasks=(replace(TASK, percent=percent, doubts=()),))
        return column(render_grid(register_grid(report), 140), 4)

    assert [shown(None), shown(0.0), shown(62.55)] == ["—", "0%", "62.5%"]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_bars_of_the_board_are_equally_long_and_shares_of_the_total(width: int) -> None:
    text = render_board(BOARD, width)
    bars = [line for line in text.split("\n") if "░" in line]
    assert {text_width(line) for line in bars} == {min(width, 81)}
    lengths = [line.count("█") for line in bars[: len(BOARD.by_status)]]
    counts = [count for _, count in BOARD.by_status]
    assert sorted(zip(counts, lengths, strict=True)) == sorted(zip(sorted(counts), sorted(lengths), strict=True))


def test_the_board_says_total_doubts_and_what_awaits_verification() -> None:
    assert render_board(BOARD, 80).startswith("截至2023年11月15日，共 20 项任务，其中待销号 1 项；待核 2 处")


def test_a_board_without_tasks_has_empty_bars() -> None:
    empty = replace(BOARD, total=0, by_status=tuple((status, 0) for status, _ in BOARD.by_status), by_light=())
    assert "█" not in render_board(empty, 80)


def test_the_screen_names_the_responsible_units_where_no_lead_is_printed() -> None:
    task = replace(TASK, lead=(), responsible=("区住建局", "区民政局"))
    grid = register_grid(replace(REGISTER, tasks=(task,)))
    assert [column.heading for column in grid.columns][2] == "牵头（责任）单位"
    assert grid.rows[0][2] == "区住建局、区民政局"
