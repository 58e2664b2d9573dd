"""Tables between pipes."""

from __future__ import annotations

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.markdown_table import find_claims


def tasks(text: str) -> tuple[RawTask, ...]:
    blocks = tuple(Paragraph(line, Locator(line=number)) for number, line in enumerate(text.split("\n"), start=1))
    return tuple(task for claim in find_claims(Document("x.md", "txt", "", blocks)) for task in claim.tasks)


def test_cells_stand_between_pipes_under_a_line_of_dashes() -> None:
    (task,) = tasks("| 序号 | **工作任务** | 责任单位 |\n|:---|---|---:|\n| 1 | 摸底\\|建档 | 甲局<br>乙局 |")
    assert (task.no, task.title, task.responsible) == ("1", "摸底|建档", "甲局、乙局")


def test_outer_bars_may_be_left_out() -> None:
    first, second = tasks("序号|工作任务|责任单位|时限\n1|摸底|甲局|\n2｜建档｜乙局｜6月底")
    assert (first.title, first.responsible, first.deadline) == ("摸底", "甲局", "")
    assert (second.title, second.responsible, second.deadline) == ("建档", "乙局", "6月底")


def test_pipes_in_prose_are_no_table() -> None:
    assert tasks("a | b\n| 重点任务 |\n责任单位 | 时限") == ()
