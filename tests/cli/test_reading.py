"""list, show, overdue, due, status: the screen, JSON, workbooks, exit codes."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Wuye

MANY = "序号,重点任务,工作内容,完成时限,牵头单位\n" + "".join(
    f"{number},整治第{number}类问题,逐个小区排查第{number}类问题。,2023年12月底前,市住建局\n" for number in range(1, 31)
)


def titles(wuye: Wuye, *words: str) -> list[str]:
    return [task["title"] for task in wuye.json(*words)["tasks"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ["摸清小区底数", "公开物业服务收费", "整治飞线充电"]),
        (["--plan", "p1"], ["摸清小区底数", "公开物业服务收费", "整治飞线充电"]),
        (["--status", "逾期"], ["摸清小区底数"]),
        (["--status", "overdue"], ["摸清小区底数"]),
        (["--light", "红"], ["摸清小区底数", "公开物业服务收费"]),
        (["--unit", "市住房和城乡建设局"], ["摸清小区底数"]),
        (["--unit", "市公安局", "--role", "牵头单位"], []),
        (["--unit", "市公安局", "--role", "责任单位"], ["整治飞线充电"]),
        (["--due-before", "2023-05-31"], ["摸清小区底数"]),
        (["--due-after", "2023-06-01"], ["公开物业服务收费"]),
        (["--text", "飞线"], ["整治飞线充电"]),
        (["--doubt"], []),
    ],
)
def test_list_shows_what_meets_every_condition(words: list[str], found: list[str], register: Wuye) -> None:
    assert titles(register, "list", *words) == found


def test_a_list_shows_twenty_rows_and_says_how_many_more(wuye: Wuye) -> None:
    wuye("init", "--name", "办公室", "--region", "银川市")
    wuye("import", wuye.file("清单.csv", MANY), "--yes")
    assert "还有 10 条" in wuye("list").stdout
    assert "还有 25 条" in wuye("list", "--limit", "5").stdout
    assert "还有" not in wuye("list", "--all").stdout
    assert len(wuye.json("list")["tasks"]) == 30


def test_show_takes_the_bare_number_with_one_plan(register: Wuye) -> None:
    assert register("show", "2").stdout == register("show", "p1-2").stdout
    assert register.json("show", "p1-2")["tasks"][0]["title"] == "公开物业服务收费"


def test_every_report_is_one_json_document_as_of_the_day(register: Wuye) -> None:
    register.as_of = "2023-05-31"
    assert register.json("overdue") == {**register.json("overdue"), "as_of": "2023-05-31", "tasks": []}
    register.as_of = "2023-06-01"
    assert titles(register, "overdue") == ["摸清小区底数"]
    assert register.json("status")["total"] == 3


@pytest.mark.parametrize(
    ("as_of", "words", "code"),
    [
        ("2023-05-31", ["overdue", "--check"], 0),
        ("2023-06-01", ["overdue", "--check"], 4),
        ("2023-06-01", ["overdue"], 0),
        ("2023-11-15", ["due", "--within", "45", "--check"], 0),
        ("2023-11-15", ["due", "--within", "46", "--check"], 4),
        ("2023-06-01", ["overdue", "--check", "--json"], 4),
    ],
)
def test_check_tells_by_exit_code_that_something_is_due(
    as_of: str, words: list[str], code: int, register: Wuye
) -> None:
    register.as_of = as_of
    register(*words, code=code)


@pytest.mark.parametrize(
    ("words", "title"), [(["overdue"], "摸清小区底数"), (["due", "--within", "60"], "公开物业服务收费")]
)
def test_overdue_and_due_are_written_as_workbooks(words: list[str], title: str, register: Wuye, tmp_path: Path) -> None:
    path = tmp_path / "任务表.xlsx"
    result = register(*words, "--xlsx", path)
    assert str(path) in result.stderr
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert title in {cell for row in sheet.iter_rows(values_only=True) for cell in row}


def test_a_finished_task_is_overdue_no_more_and_reopened_it_is_again(register: Wuye) -> None:
    register("finish", "1")
    assert titles(register, "overdue") == []
    register("reopen", "1")
    assert titles(register, "overdue") == ["摸清小区底数"]


def test_a_report_of_the_same_month_replaces_the_first(register: Wuye) -> None:
    register("update", "1", "--percent", "30", "--month", "2023-10")
    register(
        "update",
        "1",
        "--percent",
        "60%",
        "--month",
        "2023-10",
        "--note",
        "已入户核对",
        "--problem",
        "人手不足",
        "--next",
        "增派人员",
    )
    task = register.json("show", "1")["tasks"][0]
    assert (task["percent"], len(task["reports"]), task["problem"]) == (60, 1, "人手不足")


def test_a_value_meets_its_target(register: Wuye) -> None:
    register("update", "2", "--value", "公示率=92", "--month", "2023-10")
    target = register.json("show", "2")["tasks"][0]["targets"][0]
    assert (target["actual"], target["met"]) == (92, True)


def test_the_draft_of_a_circular_is_a_workbook_and_with_json_its_figures(register: Wuye, tmp_path: Path) -> None:
    path = tmp_path / "通报.xlsx"
    circular = register.json("circular", "draft", "2023-10", "-o", path)
    sheet = openpyxl.load_workbook(path)["进展情况表"]
    assert circular["total"] == 3
    assert "摸清小区底数" in {cell for row in sheet.iter_rows(values_only=True) for cell in row}


def test_an_edited_template_gives_the_circular_its_look(register: Wuye, tmp_path: Path) -> None:
    mine, made = tmp_path / "模板.xlsx", tmp_path / "通报.xlsx"
    register("circular", "template", "-o", mine)
    workbook = openpyxl.load_workbook(mine)
    workbook["进展情况表"].title = "各项任务"
    workbook.save(mine)
    register("circular", "draft", "2023-10", "--template", mine, "-o", made)
    sheet = openpyxl.load_workbook(made)["各项任务"]
    assert "摸清小区底数" in {cell for row in sheet.iter_rows(values_only=True) for cell in row}


def test_a_template_that_is_there_is_overwritten_only_with_a_yes(register: Wuye) -> None:
    mine = register.file("模板.xlsx", b"mine")
    register("circular", "template", "-o", mine, code=3)
    assert mine.read_bytes() == b"mine"
    register("circular", "template", "-o", mine, "--yes")
    assert mine.read_bytes().startswith(b"PK")


def test_a_file_that_is_no_template_is_refused(register: Wuye, tmp_path: Path) -> None:
    plain = tmp_path / "表.xlsx"
    openpyxl.Workbook().save(plain)
    for template, sentence in (
        (plain, "没有一处 {{…}}"),
        (tmp_path / "无.xlsx", "打不开"),
        (register.file("坏.xlsx", b"PK"), "不是完好的"),
    ):
        result = register("circular", "draft", "2023-10", "--template", template, "-o", tmp_path / "通报.xlsx", code=1)
        assert sentence in result.stderr
    assert not (tmp_path / "通报.xlsx").exists()


def test_missed_steps_are_a_second_sheet_of_the_workbook(register: Wuye, tmp_path: Path) -> None:
    plan = "序号,重点任务,工作内容,完成时限,牵头单位\n1,甲,3月底前制定计划；年底完成。,2023年12月底前,市住建局\n"
    register("import", register.file("乙.csv", plan), "--year", "2023", "--yes")
    register("overdue", "--xlsx", tmp_path / "逾期.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "逾期.xlsx")
    assert workbook.sheetnames == ["逾期任务表", "阶段性时限"]
    assert "2023-03-31" in {
        str(cell)[:10] for row in workbook["阶段性时限"].iter_rows(values_only=True) for cell in row
    }


def test_the_list_of_doubtful_tasks_says_what_is_to_be_checked(register: Wuye) -> None:
    plan = "序号,重点任务,工作内容,完成时限,牵头单位\n1,甲,粉刷。,2024115,市住建局\n"
    register.env = {"COLUMNS": "200"}
    register("import", register.file("乙.csv", plan), "--yes")
    output = register("list", "--doubt").stdout
    assert "待核事项" in output
    assert "请核对原文" in output


def test_a_list_that_is_empty_because_of_the_day_says_so(register: Wuye) -> None:
    register("plan", "edit", "p1", "--issued-on", "2023-12-01")
    assert "有 1 个方案到 2023-12-01 才成文（当日按 2023-11-15 计" in register("list").stderr
    register.as_of = "2023-12-01"
    assert register("list").stderr == ""


def test_the_board_shows_twenty_units_and_says_how_many_more(wuye: Wuye) -> None:
    wuye("init", "--name", "办公室", "--region", "银川市")
    wuye("import", wuye.file("清单.csv", MANY.replace("市住建局", "")), "--yes")
    units = "、".join(f"第{number}街道办事处" for number in range(1, 26))
    wuye("task", "edit", "1", "--lead", units)
    assert "还有 6 个单位（用 --all 显示）" in wuye("status").stdout  # 25, and those tasks that name none
    assert "还有" not in wuye("status", "--all").stdout
    assert len(wuye.json("status")["units"]) == 26
