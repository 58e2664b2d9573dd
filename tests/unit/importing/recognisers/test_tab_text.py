"""Tab-separated lines: → stands for the tab."""

from __future__ import annotations

import pytest

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.recognisers.claim import Claim, RawTask
from wuye_cli.importing.recognisers.tab_text import find_claims

HEAD = "序号→重点任务→具体措施→牵头单位→责任单位→备注"


def claims(text: str) -> tuple[Claim, ...]:
    lines = text.replace("→", "\t").split("\n")
    blocks = tuple(Paragraph(line, Locator(line=number)) for number, line in enumerate(lines, start=1))
    return find_claims(Document("x.txt", "txt", "", blocks))


def tasks(text: str) -> tuple[RawTask, ...]:
    return tuple(task for claim in claims(text) for task in claim.tasks)


def test_rows_are_read_by_their_header_with_blanks_as_above() -> None:
    first, second = tasks(f"任务清单\n\n{HEAD}\n1→规范收费→公示项目。→甲局→乙局→\n2→→查处乱收费。→丙局→丁局→")
    assert (first.no, first.title, first.content, first.lead, first.responsible) == (
        "1",
        "规范收费",
        "公示项目。",
        "甲局",
        "乙局",
    )
    assert (second.no, second.title, second.lead) == ("2", "规范收费", "丙局")
    assert second.source == Locator(line=5)


def test_a_header_repeated_on_the_next_page_goes_on_with_the_table() -> None:
    (claim,) = claims(f"{HEAD}\n1→规范收费→公示。→甲局→乙局→\n\n— 2 —\n{HEAD}\n2→→查处。→丙局→丁局→\n\n联系人：张某")
    assert (claim.first, claim.last) == (0, 5)
    assert [task.title for task in claim.tasks] == ["规范收费", "规范收费"]


def test_a_row_may_run_over_several_lines() -> None:
    (task,) = tasks(f"{HEAD}\n1→规范收费→公示项目，\n公示标准。→甲局→乙局→")
    assert (task.content, task.lead, task.responsible) == ("公示项目，公示标准。", "甲局", "乙局")


def test_quotes_around_a_cell_with_line_breaks_go() -> None:
    (task,) = tasks(f'{HEAD}\n1→规范收费→"公示项目。\n公示标准。"→甲局→乙局→')
    assert task.content == "公示项目。\n公示标准。"


def test_several_cells_of_a_row_may_be_quoted_as_they_hold_line_breaks() -> None:
    first, second = tasks(
        f'{HEAD}\n1→供热→"1.改造热源；\n2.储备“优质”煤。"→甲局→"乙局、\n丙局"→\n'
        '2→收费→"开展监审\n\n，公开""标准""。"→"丁局\n戊局"→己局→"限\n期"'
    )
    assert (first.content, first.lead, first.responsible) == ("1.改造热源；\n2.储备“优质”煤。", "甲局", "乙局、丙局")
    assert (second.no, second.title, second.content) == ("2", "收费", '开展监审，公开"标准"。')
    assert (second.lead, second.responsible, second.remark) == ("丁局、戊局", "己局", "限期")


@pytest.mark.parametrize("cell", ['"放管服"改革。', '"一网通办。', '5"管道更换。', '推行"一网通办'])
def test_other_quotes_are_signs_of_their_cell(cell: str) -> None:
    first, second = tasks(f"{HEAD}\n1→政务→{cell}→甲局→乙局→\n2→{cell}→公开。→丙局→丁局→")
    assert (first.content, first.lead, second.title, second.lead) == (cell, "甲局", cell, "丙局")


def test_a_numbered_line_between_rows_is_their_section() -> None:
    found = tasks(f"{HEAD}\n一、服务\n1→收费→公示。→甲局→乙局→\n二、安全\n2→飞线→排查。→丙局→丁局→")
    assert [task.section for task in found] == ["一、服务", "二、安全"]


def test_other_text_ends_the_table() -> None:
    (claim,) = claims(f"{HEAD}\n1→收费→公示。→甲局→乙局→\n以上任务请按月报送。\n→附注→说明→→→")
    assert (claim.last, len(claim.tasks)) == (1, 1)


@pytest.mark.parametrize("note", ["注：→各单位按月报送进展。", "备注→各单位按月报送进展。", "说明:→报甲局。→→→→"])
def test_a_note_whose_label_has_a_cell_for_itself_is_no_task(note: str) -> None:
    found = tasks(f"{HEAD}\n1→规范收费→公示项目。→甲局→乙局→\n{note}\n2→备注→查处。→甲局→乙局→")
    assert [task.title for task in found] == ["规范收费", "备注"]


def test_a_row_with_too_many_cells_is_asked_about() -> None:
    (task,) = tasks(f"{HEAD}\n1→收费→公示。→甲局→乙局→无→多")
    assert [(problem.code, problem.field) for problem in task.problems] == [("cells-shifted", "*")]


def test_numbers_for_which_the_pasted_heading_has_no_cell_are_those_of_the_tasks() -> None:
    head = "工作任务→具体要求→责任科室→时限要求"
    first, second, third = tasks(
        f"{head}\n强化公开→1→清理文件。→办公室→年底前\n深化解读→2→丰富形式。→各科室→长期\n3→及时反馈。→各科室→长期"
    )
    assert (first.no, first.title, first.content, first.responsible) == ("1", "强化公开", "清理文件。", "办公室")
    assert (second.no, second.deadline, second.problems) == ("2", "长期", ())
    assert (third.no, third.title, third.content, third.responsible) == ("3", "深化解读", "及时反馈。", "各科室")


def test_indented_prose_is_no_table() -> None:
    assert claims("→一、重点任务\n→加强责任单位管理。") == ()
