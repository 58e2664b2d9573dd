"""Table text that keeps the positions of its columns."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document, read_tasks
from wuye_cli.importing.recognisers import wrapped_table
from wuye_cli.importing.recognisers.aligned_table import RECOGNISER
from wuye_cli.importing.recognisers.cell_shape import badness

HEAD = ("序号", "重点任务", "工作内容", "完成时限", "责任单位")
FIRST_PAGE = (
    HEAD,
    ("", "", "在小区出入口公示收费项", "", ""),
    ("1", "", "", "3月底", "市发改委"),
    ("", "规范物业服务", "目和标准，接受监督。", "", ""),
    ("", "（2 项）", "", "", "市住建局、市"),
    ("2", "", "开展满意度调查。", "6月底", ""),
    ("", "", "", "", "民政局"),
    ("", "", "清理占用消防通道的车辆", "", "市消防支队、"),
    ("3", "守住安全底线", "", "9月底", ""),
    ("", "（2 项）", "和杂物，施划标线，建立", "", "市应急局、各"),
)
SECOND_PAGE = (HEAD, ("", "", "巡查台账。", "", "区政府"), ("",) * 5, ("4", "", "开展应急演练。", "长期", "市应急局"))


def typeset(rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...], *, wide: bool) -> str:
    """Print cells at the positions of their columns, counting a Chinese character as one or as two."""
    return "\n".join(
        "".join(pad(cell, width, wide=wide) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def pad(cell: str, width: int, *, wide: bool) -> str:
    taken = sum(2 if wide and not char.isascii() else 1 for char in cell)
    return cell + " " * (width * (2 if wide else 1) - taken)


def table(*, wide: bool = False) -> str:
    first = typeset(FIRST_PAGE, (6, 12, 16, 8, 10), wide=wide)
    second = typeset(SECOND_PAGE, (5, 10, 19, 9, 10), wide=wide)
    return f"{first}\n        — 1 —\n{second}"


TABLE = table()


@pytest.mark.parametrize("wide", [False, True])
def test_positions_count_characters_or_columns_of_a_terminal(wide: bool) -> None:
    tasks = read_tasks(RECOGNISER, table(wide=wide))
    assert [task.deadline for task in tasks] == ["3月底", "6月底", "9月底", "长期"]
    assert [task.responsible for task in tasks] == [
        "市发改委",
        "市住建局、市民政局",
        "市消防支队、市应急局、各区政府",
        "市应急局",
    ]


def test_lines_above_and_below_the_number_belong_to_its_row() -> None:
    first, second, *_ = read_tasks(RECOGNISER, TABLE)
    assert (first.no, first.content, first.responsible) == (
        "1",
        "在小区出入口公示收费项目和标准，接受监督。",
        "市发改委",
    )
    assert (second.content, second.responsible, second.deadline) == ("开展满意度调查。", "市住建局、市民政局", "6月底")


def test_a_counted_group_names_the_section_of_its_rows() -> None:
    sections = [task.section for task in read_tasks(RECOGNISER, TABLE)]
    assert sections == ["规范物业服务", "规范物业服务", "守住安全底线", "守住安全底线"]


def test_a_row_runs_over_the_page_into_columns_that_stand_elsewhere() -> None:
    third = read_tasks(RECOGNISER, TABLE)[2]
    assert third.content == "清理占用消防通道的车辆和杂物，施划标线，建立巡查台账。"


def test_groups_without_counts_stand_in_the_middle_of_their_rows() -> None:
    rows = (
        HEAD,
        ("1", "", "公示收费标准。", "3月底", "市发改委"),
        ("", "规范服务", "", "", ""),
        ("2", "", "开展满意调查。", "6月底", "市住建局"),
        ("3", "", "清理消防通道。", "9月底", "市消防支队"),
        ("4", "守住安全", "组织应急演练。", "11月底", "市应急局"),
        ("5", "", "检修电梯设施。", "12月底", "市场监管局"),
    )
    tasks = read_tasks(RECOGNISER, typeset(rows, (6, 12, 16, 8, 10), wide=False))
    assert [task.section for task in tasks] == ["规范服务"] * 2 + ["守住安全"] * 3


def test_either_reading_of_table_lines_leaves_the_other_alone() -> None:
    assert wrapped_table.RECOGNISER.find_claims(document(TABLE)) == ()


@pytest.mark.parametrize(
    ("field", "cell", "is_whole"),
    [
        ("responsible", "市民政局、市财政局", True),
        ("responsible", "市民政局、", False),
        ("responsible", "集团（市数据", False),
        ("content", "组织演练。", True),
        ("content", "组织演练，", False),
        ("deadline", "12 月", True),
    ],
)
def test_how_a_cell_may_end(field: str, cell: str, is_whole: bool) -> None:
    assert (badness(field, cell) == 0) is is_whole
