"""Cells parted by wide spaces: → stands for three of them."""

from __future__ import annotations

from tests.unit.importing.lines import read_tasks
from wuye_cli.importing.recognisers import wrapped_table
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.spaced_text import RECOGNISER

HEAD = "甲市任务清单\n序号→工作任务→责任单位→完成时限\n"


def tasks(text: str) -> tuple[RawTask, ...]:
    return read_tasks(RECOGNISER, text.replace("→", "\u3000" * 3))


def test_every_cell_stands_under_its_heading() -> None:
    rows = "一、补助\n1→发放育儿补贴，完善流程→市卫健委、市财政局→2025年10月\n"
    rows += "— 2 —\n2→新增托位→市卫健委→长期坚持\n甲市政府"
    first, second = tasks(HEAD + rows)
    assert (first.no, first.section, first.title) == ("1", "一、补助", "发放育儿补贴，完善流程")
    assert (first.responsible, first.deadline) == ("市卫健委、市财政局", "2025年10月")
    assert (second.title, second.deadline) == ("新增托位", "长期坚持")


def test_a_row_with_an_empty_cell_leaves_the_table_to_others() -> None:
    text = HEAD + "1→发放补贴→市卫健委→2025年10月\n2→新增托位→长期坚持\n"
    assert tasks(text) == ()
    assert len(read_tasks(wrapped_table.RECOGNISER, text.replace("→", "\u3000" * 3))) == 2


def test_the_rest_of_a_cell_on_a_line_of_its_own_leaves_the_table_to_others() -> None:
    assert tasks(HEAD + "1→发放补贴→市卫健委→2025年10月\n并完善流程\n2→新增托位→市卫健委→长期坚持\n") == ()
