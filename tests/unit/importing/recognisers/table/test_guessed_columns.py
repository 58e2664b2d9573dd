"""Columns under headings that nobody knows: what their cells say, and that it is asked about."""

from __future__ import annotations

import pytest

from tests.unit.importing.recognisers.test_tables import table, tasks
from wuye_cli.importing.recognisers.claim import RawTask

DATES = ("10月底前", "2025年12月", "长期坚持")
UNITS = ("市住建局", "市民政局、市财政局", "各县（市、区）人民政府")
FIGURES = ("覆盖率达到80%", "60个", "不少于3次")
NAMES = ("飞线清零", "电梯加装", "管网焕新")


def read(head: str, *cells: tuple[str, ...]) -> tuple[RawTask, ...]:
    rows = ("|".join((str(no), *row)) for no, row in enumerate(zip(*cells, strict=True), start=1))
    return tasks(table("\n".join((head, *rows))))


def problems(task: RawTask) -> list[tuple[str, str]]:
    return [(problem.code, problem.field) for problem in task.problems]


WORDS = ("排查小区楼道。", "签订合同并进场。", "更换老旧管网。")


@pytest.mark.parametrize(
    ("head", "cells", "field", "problem"),
    [
        ("序号|重点任务|责任单位|交图日", DATES, "deadline", "deadline"),
        ("序号|重点任务|责任单位|收官战", DATES, "deadline", "deadline"),
        ("序号|重点任务|完成时限|护航力量", UNITS, "responsible", "responsible"),
        ("序号|重点任务|牵头单位|护航力量", UNITS, "responsible", "responsible"),
        ("序号|重点任务|完成时限|责任人", UNITS, "responsible", "responsible"),
        ("序号|重点任务|责任单位|作战刻度", FIGURES, "target", "target"),
        ("序号|重点任务|责任单位|作战打法", ("逐户排查；", "签订合同。", "更换30公里。"), "content", "content"),
    ],
)
def test_a_column_is_known_by_its_cells_and_asked_about(
    head: str, cells: tuple[str, ...], field: str, problem: str
) -> None:
    others = ("5月", "6月", "7月") if "完成时限" in head else ("市发改委", "市工信局", "市水利局")
    found = read(head, WORDS, others, cells)
    assert [getattr(task, field) for task in found] == list(cells)
    assert [problems(task) for task in found] == [[("column-guessed", problem)]] * 3
    assert [task.remark for task in found] == [""] * 3


@pytest.mark.parametrize(
    ("head", "known", "cells"),
    [
        ("序号|重点任务|完成时限|交图日", ("5月", "6月", "7月"), DATES),
        ("序号|重点任务|责任单位|护航力量", ("市发改委", "市工信局", "市水利局"), UNITS),
        ("序号|重点任务|年度目标|作战刻度", ("5个", "6个", "7个"), FIGURES),
    ],
)
def test_where_such_a_column_is_known_the_words_stay_a_remark_and_it_is_said_once(
    head: str, known: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    found = read(head, WORDS, known, cells)
    heading = head.rsplit("|", maxsplit=1)[1]
    assert [task.remark for task in found] == [f"{heading}：{cell}" for cell in cells]
    assert [problems(task) for task in found] == [[("column-unread", "remark")], [], []]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("序号|重点任务|责任单位|开工时间", DATES),
        ("序号|重点任务|责任单位|实际完成日期", DATES),
        ("序号|重点任务|牵头单位|验收单位", UNITS),
        ("序号|重点任务|责任单位|存在问题", DATES),
        ("序号|重点任务|责任单位|年度计划投资", ("2亿元", "300万元", "50万元")),
        ("序号|重点任务|责任单位|责任人", UNITS),
        ("序号|重点任务|责任单位|民声来源", ("热线", "信访", "10月")),
    ],
)
def test_what_a_heading_is_known_to_say_and_mixed_cells_are_a_remark(head: str, cells: tuple[str, ...]) -> None:
    found = read(head, WORDS, ("市发改委", "市工信局", "市水利局"), cells)
    assert [task.remark for task in found] == [f"{head.rsplit('|', maxsplit=1)[1]}：{cell}" for cell in cells]
    assert [problems(task) for task in found] == [[]] * 3


def test_units_before_those_who_are_responsible_lead() -> None:
    found = read("序号|重点任务|挂帅部队|责任单位", WORDS, UNITS, ("市发改委", "市工信局", "市水利局"))
    assert [task.lead for task in found] == list(UNITS)
    assert [problems(task) for task in found] == [[("column-guessed", "lead")]] * 3


def test_short_names_left_of_the_tasks_are_their_titles() -> None:
    found = read("序号|挂图战役|主要任务|责任单位", NAMES, WORDS, ("市发改委", "市工信局", "市水利局"))
    assert [(task.title, task.content) for task in found] == list(zip(NAMES, WORDS, strict=True))
    assert [problems(task) for task in found] == [[("column-guessed", "title")]] * 3


@pytest.mark.parametrize("heading", ["惠企礼包", "挂图战役", "赛道"])
def test_short_names_left_of_what_is_done_are_titles_where_no_column_is_known_for_them(heading: str) -> None:
    found = read(f"序号|{heading}|主要内容|具体措施|责任单位", NAMES, WORDS, WORDS, UNITS)
    assert [(task.title, task.requirement, task.remark) for task in found] == [
        (name, words, "") for name, words in zip(NAMES, WORDS, strict=True)
    ]
    assert [problems(task) for task in found] == [[("column-guessed", "title")]] * 3


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("示范点位", ("东湖", "西湖", "南湖")),
        ("包联领导", ("张某某同志", "李某某同志", "王某某同志")),
        ("任务来源", ("政府工作报告", "市委全会", "人大建议")),
        ("延续情况", ("新增事项", "新增事项", "延续事项")),
        ("上报单位", ("市住建局", "市民政局", "市财政局")),
        ("开工时间", ("2024年3月", "2024年5月", "2024年6月")),
    ],
)
def test_other_words_left_of_what_is_done_are_a_remark(heading: str, cells: tuple[str, ...]) -> None:
    found = read(f"序号|{heading}|具体措施|责任单位", cells, WORDS, UNITS)
    assert [task.remark for task in found] == [f"{heading}：{cell}" for cell in cells]
    assert [task.title for task in found] == [words.strip("。") for words in WORDS]


@pytest.mark.parametrize("cells", [("★", "★", "★"), ("东湖", "东湖", "西湖"), ("1", "2", "3")])
def test_marks_and_repeated_words_left_of_the_tasks_are_no_titles(cells: tuple[str, ...]) -> None:
    found = read("序号|挂图战役|主要任务|责任单位", cells, WORDS, ("市发改委", "市工信局", "市水利局"))
    assert [task.title for task in found] == list(WORDS)


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("2024年度任务目标", WORDS, "content"),
        ("工作目标", WORDS, "content"),
        ("2024年目标", FIGURES, "yearly"),
        ("工作目标", FIGURES, "target"),
    ],
)
def test_goals_in_sentences_are_what_is_done_where_no_other_column_says_it(
    heading: str, cells: tuple[str, ...], field: str
) -> None:
    (task, *_) = read(f"序号|重点任务|{heading}|责任单位|截至6月底进展情况", NAMES, cells, UNITS, WORDS)
    wanted = ((2024, cells[0]),) if field == "yearly" else cells[0]
    assert (task.title, getattr(task, field), task.problems) == (NAMES[0], wanted, ())


def test_a_repeated_header_keeps_the_guess() -> None:
    head = "序号|重点任务|责任单位|交图日"
    found = tasks(table(f"{head}\n1|飞线|甲局|5月\n{head}\n2|电梯|乙局|6月"))
    assert [task.deadline for task in found] == ["5月", "6月"]


@pytest.mark.parametrize(
    ("heading", "codes"), [("序时进度", []), ("作战刻度", [("column-unread", "remark")]), ("完成年度任务", [])]
)
def test_percentages_beside_what_is_reported_are_no_target_and_no_deadline(
    heading: str, codes: list[tuple[str, str]]
) -> None:
    units, shares, news = (
        ("市发改委", "市工信局", "市水利局"),
        ("50%", "105.2%", "达到序时"),
        ("已开工。", "已完工。", "已招标。"),
    )
    found = read(f"序号|重点任务|责任单位|{heading}|推进情况", WORDS, units, shares, news)
    assert [(task.target, task.deadline) for task in found] == [("", None)] * 3
    assert problems(found[0]) == codes
    is_kept = [share in task.remark + task.progress for task, share in zip(found, shares, strict=True)]
    assert is_kept == [True] * 3
