"""The clerk's part of an import: the review form out and back, questions in the terminal, how a task was read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Wuye
from wuye_cli.cli.explaining import RECOGNISER_WORDS
from wuye_cli.importing.recognisers import RECOGNISERS

DOUBTFUL = """序号,重点任务,工作内容,完成时限,牵头单位
1,清理楼道杂物,清理楼道。,20256,市住建局
2,粉刷楼道,粉刷楼道墙面。,2024115,市住建局
3,更换门禁,更换单元门禁。,2024112,市公安局
"""


@pytest.fixture
def plan(wuye: Wuye) -> Path:
    """A register, and a file with two doubtful deadlines."""
    wuye("init", "--name", "办公室", "--region", "银川市")
    return wuye.file("清单.csv", DOUBTFUL)


@pytest.fixture
def form(wuye: Wuye, plan: Path) -> Path:
    path = wuye.folder / "核对表.xlsx"
    wuye("import", plan, "--review", path)
    return path


def write(form: Path, **cells: str) -> None:
    workbook = load_workbook(form)
    sheet: Any = workbook["任务"]
    for place, text in cells.items():
        sheet[place] = text
    workbook.save(form)


# The review form


def test_writing_the_form_stores_nothing_and_says_what_to_do(wuye: Wuye, plan: Path) -> None:
    before = wuye.db.read_bytes()
    result = wuye("import", plan, "--review", wuye.folder / "核对表.xlsx")
    assert "任务 3 项，待核 2 项内容" in result.stderr
    assert wuye.db.read_bytes() == before


def test_a_form_is_not_overwritten_unasked(wuye: Wuye, plan: Path, form: Path) -> None:
    before = form.read_bytes()
    write(form, C4="改过的名称")
    wuye("import", plan, "--review", form, code=3)
    assert form.read_bytes() != before
    wuye("import", plan, "--review", form, "--yes")
    assert form.read_bytes() == before


def test_a_returned_form_is_stored_with_what_was_changed_by_hand(wuye: Wuye, form: Path) -> None:
    write(form, H4="市公安局", K5="2024-11-05", O6="已核")
    result = wuye("import", form, "--yes")
    for words in (
        "手工改动 2 处",
        "任务 1 清理楼道杂物 牵头单位：市住建局 → 市公安局",
        "任务 2 粉刷楼道 完成时限：待定 → 2024-11-05",
        "不再标注待核 2 处",
    ):
        assert words in result.stderr
    tasks = wuye.json("list")["tasks"]
    assert [task["due"] for task in tasks][:2] == ["2025-06-30", "2024-11-05"]
    assert tasks[0]["lead"] == ["市公安局"]
    assert wuye.json("list", "--doubt")["tasks"] == []


def test_a_form_imported_twice_changes_nothing(wuye: Wuye, form: Path) -> None:
    write(form, K5="2024-11-05")
    wuye("import", form, "--yes")
    assert "已经导入过" in wuye("import", form, "--yes").stdout


def test_a_corrected_form_brings_a_plan_up_to_date_that_was_imported_with_its_doubts(
    wuye: Wuye, plan: Path, form: Path
) -> None:
    wuye("import", plan, "--yes")
    write(form, K5="2024-11-05")
    wuye("import", form, "--plan", "p1", "--yes")
    assert [task["due"] for task in wuye.json("list")["tasks"]][1] == "2024-11-05"
    assert [task["code"] for task in wuye.json("list", "--doubt")["tasks"]] == ["p1-3"]


def test_what_was_corrected_in_the_form_is_kept_when_the_document_comes_again(
    wuye: Wuye, plan: Path, form: Path
) -> None:
    write(form, K5="2024-11-05")
    wuye("import", form, "--yes")
    result = wuye("import", plan, "--plan", "p1", "--yes")
    assert "完成时限（手工改过，保留）：2024-11-05；文件仍为 2024115" in result.stdout
    assert [task["due"] for task in wuye.json("list")["tasks"]][1] == "2024-11-05"


def test_a_form_with_cells_that_cannot_be_read_stores_nothing(wuye: Wuye, form: Path) -> None:
    write(form, K5="下周", O6="好")
    before = wuye.db.read_bytes()
    result = wuye("import", form, "--yes", code=1)
    assert "有 2 处要改，什么都没有写入" in result.stderr
    assert "工作表“任务”K5单元格：完成时限“下周”读不出日期" in result.stderr
    assert "工作表“任务”O6单元格" in result.stderr
    assert wuye.db.read_bytes() == before


def test_a_form_carries_its_own_year(wuye: Wuye, form: Path) -> None:
    assert wuye.json("import", form, "--year", "2024", code=2)["error"]["code"] == "year-in-form"


# Questions in the terminal


def test_questions_without_a_terminal_are_refused(wuye: Wuye, plan: Path) -> None:
    assert "没有终端可以回答" in wuye("import", plan, "--ask", "--yes", code=3).stderr
    assert wuye.json("list")["tasks"] == []


def test_where_nothing_is_doubtful_nothing_is_asked(wuye: Wuye, plan: Path) -> None:
    clear = wuye.file("清楚.csv", DOUBTFUL.replace("2024115", "2024年1月").replace("2024112", "2024年2月"))
    wuye("import", clear, "--ask", "--yes")
    assert plan.exists()
    assert len(wuye.json("list")["tasks"]) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(
    ("answers", "dues", "doubtful"),
    [
        (["2", "下周", "2024-11-05", "1", "y"], ["2025-06-30", "2024-11-05", None], []),
        (["更正", "2024年1月15日", "跳过", "y"], ["2025-06-30", "2024-01-15", None], ["p1-3"]),
        (["接受", "停止", "y"], ["2025-06-30", None, None], ["p1-3"]),
        (["什么", "", "c", "", "y"], ["2025-06-30", None, None], ["p1-2", "p1-3"]),
    ],
    ids=["correct and accept", "correct and skip", "accept and stop", "give up"],
)
def test_each_doubt_is_asked_about(
    answers: list[str], dues: list[str | None], doubtful: list[str], wuye: Wuye, plan: Path
) -> None:
    result = in_terminal(wuye, answers, "import", str(plan), "--ask")
    assert result.returncode == 0, result.stderr.decode()
    assert "待核 1/2　任务 2 粉刷楼道" in result.stderr.decode()
    assert [task["due"] for task in wuye.json("list")["tasks"]] == dues
    assert [task["code"] for task in wuye.json("list", "--doubt")["tasks"]] == doubtful


def in_terminal(wuye: Wuye, answers: list[str], *words: str) -> subprocess.CompletedProcess[bytes]:
    import pty  # noqa: PLC0415 - POSIX only

    ours, theirs = pty.openpty()
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    line = [sys.executable, "-m", "wuye_cli", "--db", str(wuye.db), "--as-of", wuye.as_of, *words]
    result = subprocess.run(line, stdin=theirs, capture_output=True, check=False, timeout=60)
    os.close(ours)
    os.close(theirs)
    return result


# How a task was read


def test_a_task_is_explained_by_recogniser_words_and_place(wuye: Wuye, plan: Path) -> None:
    output = wuye("import", plan, "--explain", "1").stdout
    assert output.splitlines()[:2] == ["任务 1 清理楼道杂物", "  按“表格”读出（tables），位置：第2行"]
    assert "完成时限：2025-06-30 ← “20256”（D2单元格）" in output


def test_the_doubts_of_a_task_are_told_with_it(wuye: Wuye, plan: Path) -> None:
    assert "待核 完成时限：完成时限“2024115”缺少年月日" in wuye("import", plan, "--explain", "粉刷").stdout


def test_with_json_an_explanation_is_one_document(wuye: Wuye, plan: Path) -> None:
    (task,) = wuye.json("import", plan, "--explain", "3")["tasks"]
    assert (task["number"], task["recogniser"]) == ("3", "tables")
    assert {"field": "牵头单位", "value": "市公安局", "words": "市公安局", "place": "E4单元格"} in task["origins"]


def test_a_task_that_is_not_there_is_refused_with_those_that_are(wuye: Wuye, plan: Path, form: Path) -> None:
    assert "可以写 1、2、3" in wuye("import", plan, "--explain", "9", code=3).stderr
    assert "请对原文件使用" in wuye("import", form, "--explain", "1", code=3).stderr


def test_every_recogniser_has_a_word_for_the_clerk() -> None:
    assert {recogniser.name for recogniser in RECOGNISERS} == set(RECOGNISER_WORDS)
