"""Rows of pasted tables that miss a cell: → stands for the tab, ^ for a value taken from the row above."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import read_tasks
from wuye_cli.importing.recognisers import markdown_table, tab_text
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.table.cell_kinds import find_kind

PLAIN = "类别→工作任务→责任单位→完成时限\n教育→新建学校2所。→县教育局→12月底前"
NUMBERED = "序号→工作任务→责任单位→完成时限\n1→新建学校2所。→县教育局→12月底前"
WIDE = "序号→重点任务→工作内容→牵头单位→责任单位→完成时限→备注\n1→办学→新建学校2所。→县教育局→县财政局→12月底前→续建"
FIGURES = "序号→工作任务→目标值→责任领导→责任单位→完成时限\n1→新建学校→2所→张三→县教育局→12月底前"


def tasks(text: str) -> tuple[RawTask, ...]:
    return read_tasks(tab_text.RECOGNISER, text.replace("→", "\t"))


def told(task: RawTask) -> str:
    """Number, section, title, content, lead, responsible, deadline, and the fields that are asked about."""
    texts = (task.no, task.section, task.title, task.content, task.lead, task.responsible, task.deadline or "")
    return "→".join(filter(None, texts)) + "".join(f" ?{problem.field}" for problem in task.problems)


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        (PLAIN, "扩建幼儿园3所。→县教育局→10月底前", "教育→扩建幼儿园3所。→县教育局→10月底前"),
        (PLAIN, "改造校舍→县财政局、县教育局→10月", "教育→改造校舍→县财政局、县教育局→10月"),
        (PLAIN, "及时答复来信→各科室→持续推进", "教育→及时答复来信→各科室→持续推进"),
        (PLAIN, "建设操场4处。→11月底前", "教育→建设操场4处。→县教育局→11月底前 ?responsible"),
        (PLAIN, "建设操场4处。→县妇联", "教育→建设操场4处。→县妇联→12月底前 ?deadline"),
        (NUMBERED, "2→扩建幼儿园3所。→10月底前", "2→扩建幼儿园3所。→县教育局→10月底前 ?responsible"),
        (NUMBERED, "2→扩建幼儿园3所。→9月投入使用", "2→扩建幼儿园3所。→县教育局→9月投入使用 ?responsible"),
        (NUMBERED, "2→扩建幼儿园3所。", "2→扩建幼儿园3所。→县教育局→12月底前 ?responsible ?deadline"),
        (WIDE, "2→扩建幼儿园3所。→县教育局→县妇联→10月→新建", "2→办学→扩建幼儿园3所。→县教育局→县妇联→10月"),
        (WIDE, "2→扩建幼儿园3所。→县教育局→县妇联→10月", "2→办学→扩建幼儿园3所。→县教育局→县妇联→10月"),
        (WIDE, "2→交通→新建桥2座。→县交通局→县财政局→10月", "2→交通→新建桥2座。→县交通局→县财政局→10月"),
        (WIDE, "2→扩建幼儿园3所。→县妇联→10月→新建", "2→办学→扩建幼儿园3所。→县教育局→县妇联→10月 ?*"),
        (FIGURES, "2→扩建园舍→李四→县妇联→10月", "2→扩建园舍→县妇联→10月 ?*"),
    ],
)
def test_cells_are_placed_by_their_kind_and_what_is_missing_is_that_of_the_row_above(
    head: str, row: str, expected: str
) -> None:
    assert told(tasks(f"{head}\n{row}")[-1]) == expected


def test_the_row_after_a_short_one_is_a_row_of_its_own() -> None:
    short = "工作任务→具体要求→责任部门\n一、公开→1.公开预算。→财务科\n2.反馈意见。→各科室\n3.更新信息。→办公室牵头"
    assert [told(task) for task in tasks(short)] == [
        "一、公开→1.公开预算。→财务科",
        "一、公开→2.反馈意见。→各科室",
        "一、公开→3.更新信息。→办公室牵头",
    ]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("序号→工作任务→责任分工→完成时限\n牵头单位→配合单位", "1→建校→甲局→乙局→10月", "1→建校→甲局→乙局→10月"),
        ("序号→责任单位→工作任务→完成时限\n牵头单位→配合单位", "1→甲局→乙局→建校→10月", "1→建校→甲局→乙局→10月"),
        ("序号→工作任务→年度目标→责任单位\n2025年→2026年", "1→建校→2所→3所→甲局", "1→建校→甲局"),
        ("序号→工作任务→责任单位→完成时限", "1→建校→甲局→10月", "1→建校→甲局→10月"),
    ],
)
def test_a_heading_over_two_columns_leaves_no_trace_either(head: str, row: str, expected: str) -> None:
    (task,) = tasks(f"{head}\n{row}")
    assert told(task) == expected


def test_rows_between_bars_are_placed_as_well() -> None:
    bars = "类别 | 工作任务 | 责任单位 | 完成时限\n教育 | 新建学校。 | 县教育局 | 12月\n扩建幼儿园。 | 县妇联 | 10月"
    assert [told(task) for task in read_tasks(markdown_table.RECOGNISER, bars)] == [
        "教育→新建学校。→县教育局→12月",
        "教育→扩建幼儿园。→县妇联→10月",
    ]


@pytest.mark.parametrize(
    "row", ["合计→3所", "以上任务请按月报送。", "二→重点工程", "2→扩建幼儿园，\n改造学校。→县教育局→10月"]
)
def test_totals_notes_headings_and_broken_cells_are_no_short_rows(row: str) -> None:
    assert not any(task.problems for task in tasks(f"{NUMBERED}\n{row}"))


def test_a_row_that_fits_nowhere_is_asked_about() -> None:
    (_, task) = tasks(f"{NUMBERED}\n12月→3→县教育局")
    assert [(problem.code, problem.field) for problem in task.problems] == [("cells-shifted", "*")]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("3", "number"),
        ("（三）", "number"),
        ("10月底前", "deadline"),
        ("持续推进", "deadline"),
        ("5月底前动工", "deadline"),
        ("县教育局、各街道", "units"),
        ("办公室牵头，各科室配合", "units"),
        ("市工信局（市大数据中心）", "units"),
        ("新建学校2所。", "words"),
        ("提升质量，丰富形式", "words"),
        ("新建公交站", "name"),
        ("招商专班", "units"),
        ("县委宣传部、区“两旧”专班", "units"),
        ("某某物业", "name"),
        ("", ""),
    ],
)
def test_the_kind_of_a_cell_is_told_by_its_words(cell: str, kind: str) -> None:
    assert find_kind(cell) == kind
