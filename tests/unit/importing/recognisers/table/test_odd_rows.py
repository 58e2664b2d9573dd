"""What does not fit in with the other rows of a table read from text is doubted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.importing.lines import read_tasks
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.recognisers.aligned_table import RECOGNISER
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.table.odd_rows import ask_about_list, doubt_odd_rows

TITLES = ("检修电梯", "疏通管网", "清理飞线", "公示收费", "组织演练", "开展评价", "整治违建", "规范停车")


def doubtful(tasks: list[RawTask]) -> list[tuple[int, str]]:
    """Which tasks are doubted, and in which field."""
    return [(at, problem.field) for at, task in enumerate(doubt_odd_rows(tasks)) for problem in task.problems]


def numbered(*numbers: str) -> list[RawTask]:
    return [RawTask(no=no, title=title, content="按月通报。") for no, title in zip(numbers, TITLES, strict=False)]


@pytest.mark.parametrize(
    ("numbers", "rows"),
    [
        (("1", "2", "3"), []),
        (("01", "02", "03"), []),
        (("1", "2", "1", "2"), []),  # numbers restart below the next section
        (("一", "三"), []),
        (("", "", ""), []),
        (("1", "2", "4"), [1, 2]),
        (("1", "4", "5"), [0, 1]),
        (("3", "4", "5"), [0]),
        (("1", "3", "2"), [0, 1, 1, 2]),
        (("1", "2", "2", "3"), [1, 2]),
    ],
)
def test_numbers_run_on(numbers: tuple[str, ...], rows: list[int]) -> None:
    assert doubtful(numbered(*numbers)) == [(row, "*") for row in rows]


def row(no: str, **cells: Any) -> RawTask:
    return RawTask(**{"no": no, "title": "检修电梯", "content": "逐台排查。", "responsible": "市住建局", **cells})


@pytest.mark.parametrize(
    ("above", "rows"),
    [
        ([row("2")], []),
        ([row("2", responsible="市委督查室、市发改、团市委、各街镇（园区）")], []),
        ([row("2", responsible="清理飞线")], [0, 1]),  # the title of 3
        ([row("2", responsible="市住建局、加装电梯700台")], [0, 1]),
        ([row("2", content="逐台排查。\n疏通管网。")], [0, 1]),
        ([row("2", deadline="9月底\n10月底")], [0, 1]),
        ([row("2", content="98%")], [0, 1]),  # of a column that is read no more
        ([row("2", responsible="")], [0, 1]),
        ([row("2"), row("2")], [1, 2]),
    ],
)
def test_where_cells_follow_each_other_a_whole_row_above_a_gap_holds_no_other(
    above: list[RawTask], rows: list[int]
) -> None:
    doubted = doubt_odd_rows([*above, row("4")], in_order=True)
    assert [at for at, task in enumerate(doubted) if task.problems] == rows


def test_the_numbers_that_a_list_leaves_out_are_asked_about_once() -> None:
    (problem,) = ask_about_list(numbered("2", "3", "5", "1", "4"))
    assert (problem.field, "开头到2、3到5、1到4" in problem.message) == ("tasks", True)
    assert ask_about_list(numbered("1", "2", "2", "3", "1")) == ask_about_list(numbered("一", "三")) == ()


@pytest.mark.parametrize(
    "items",
    [
        [RawTask(no="1", title="检修电梯", content="逐台排查。"), RawTask(no="1", title="检修电梯", content="改造。")],
        [
            RawTask(no="1", title="逐台排查", content="逐台排查，建账。"),
            RawTask(no="1", title="改造", content="改造。"),
        ],
        [RawTask(no="1", title="逐台排查"), RawTask(no="1", title="改造控制柜")],
    ],
)
def test_several_items_may_have_one_number(items: list[RawTask]) -> None:
    assert doubtful(items) == []


USUAL = ("市住建局", "市应急局、气象局", "各县区住建局", "青山区住建局", "市财政局", "市公安局", "市民政局")


@pytest.mark.parametrize("cell", ["住建局", "监管局、市财政局", "和改革委员会", "市", "市工信局、市", "市工信局，各"])
def test_a_cell_of_units_that_has_lost_its_head_or_end_is_doubted(cell: str) -> None:
    tasks = [RawTask(responsible=units) for units in (*USUAL, cell)]
    assert doubtful(tasks) == [(len(USUAL), "responsible")]


@pytest.mark.parametrize(
    "cell", ["国网供电公司", "生态环境、公安", "消防救援支队", "各物业服务企业", "大唐热力公司", "省住建厅", ""]
)
def test_a_cell_of_units_may_begin_otherwise(cell: str) -> None:
    assert doubtful([RawTask(lead=units) for units in (*USUAL, cell)]) == []


@pytest.mark.parametrize("cell", ["压减煤炭消费", "市财政局、做好迎检", "加装电梯700台"])
def test_a_row_whose_cell_names_no_unit_among_those_that_do_is_doubted(cell: str) -> None:
    tasks = [RawTask(responsible=units) for units in (*USUAL, cell)]
    assert doubtful(tasks) == [(len(USUAL), "*")]


def test_where_names_stand_without_their_city_none_is_odd() -> None:
    units = ("住建局", "应急局", "市财政局", "市公安局", "民政局", "城管局")
    assert doubtful([RawTask(lead=name) for name in units]) == []


@pytest.mark.parametrize(("broken", "is_trusted"), [(2, True), (3, False)])
def test_where_many_cells_are_broken_no_row_is_trusted(broken: int, is_trusted: bool) -> None:
    doubt = (Problem("cell-broken", "content", "有空格。"),)
    tasks = [RawTask(problems=doubt if at < broken else ()) for at in range(8)]
    doubted = doubt_odd_rows(tasks)
    assert bool(doubted[-1].problems) is not is_trusted
    assert [problem.field for problem in ask_about_list(doubted)] == ["tasks"] * (not is_trusted)


def test_a_table_read_from_text_is_looked_through() -> None:
    lines = (
        "序号  工作内容        责任单位    完成时限",
        "1   公示收费标准。     市发改委    3月底",
        "3   检修老旧电梯。     市住建局    9月底",
    )
    assert [[problem.code for problem in task.problems] for task in read_tasks(RECOGNISER, "\n".join(lines))] == [
        ["number-missing"],
        ["number-missing"],
    ]
