"""circular issue, print, check, supersede: what left the office stays as it was, whatever becomes of the register."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.conftest import Wuye

MONTH = "2023-10"
NUMBER = "第1期"
KINDS = {"workbook", "data", "policies", "template"}
LIBREOFFICE = shutil.which("soffice")
Edit = Callable[[Workbook], object]


@pytest.fixture
def issued(register: Wuye) -> Wuye:
    """October's circular was issued on 15 November."""
    register("circular", "issue", MONTH, "--yes")
    return register


def printed(wuye: Wuye, name: str = "取出.xlsx", *words: str) -> bytes:
    path = wuye.folder / name
    wuye("circular", "print", MONTH, "-o", path, "--yes", *words)
    return path.read_bytes()


def edited(wuye: Wuye, *edits: Edit, month: str = MONTH) -> Path:
    """The draft of a month as a leader hands it back."""
    path = wuye.folder / "改定稿.xlsx"
    wuye("circular", "draft", month, "-o", path)
    workbook = load_workbook(path)
    for edit in edits:
        edit(workbook)
    workbook.save(path)
    return path


def replacing(sheet: str, old: str, new: str) -> Edit:
    """Change words in the one cell that has them."""

    def edit(workbook: Workbook) -> None:
        cells = [cell for row in workbook[sheet] for cell in row if old in str(cell.value)]
        assert cells, f"no cell says {old}"
        cells[0].value = str(cells[0].value).replace(old, new)

    return edit


def row_of(sheet: Worksheet, words: str) -> int:
    return next(number for number, row in enumerate(sheet, 1) if any(words in str(cell.value) for cell in row))


def texts(path: Path) -> list[str]:
    return [str(cell.value) for sheet in load_workbook(path) for row in sheet for cell in row if cell.value is not None]


def tamper(wuye: Wuye, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(wuye.db)) as connection, connection:
        connection.execute(statement, values)


def test_an_issue_gives_the_number_and_says_how_to_print(register: Wuye) -> None:
    told = register("circular", "issue", MONTH, "--yes").stdout
    assert NUMBER in told
    assert f"wuye circular print {MONTH}" in told
    printed(register)
    assert any(NUMBER in text for text in texts(register.folder / "取出.xlsx"))
    assert not any("草稿" in text for text in texts(register.folder / "取出.xlsx"))


def test_nothing_is_issued_without_a_yes(register: Wuye) -> None:
    refused = register("circular", "issue", MONTH, code=3)
    assert "--yes" in refused.stderr
    told = register("circular", "issue", MONTH, "--dry-run").stdout
    assert "没有写入" in told
    assert register.json("circular", "list")["issues"] == []


def test_the_answer_in_json_is_the_page_of_the_circular(register: Wuye) -> None:
    page = register.json("circular", "issue", MONTH, "--yes")
    assert page == register.json("circular", "show", MONTH)
    assert page["schema"] == "wuye.issue/1"
    assert {file["kind"] for file in page["files"]} == KINDS
    (line,) = register.json("circular", "list")["issues"]
    assert (line["month"], line["number"], line["standing"]) == (MONTH, NUMBER, True)


def test_list_and_show_tell_what_was_issued(issued: Wuye) -> None:
    assert "还没有印发" not in issued("circular", "list").stdout
    issued("circular", "supersede", MONTH, "--reason", "有误", "--yes")
    listed = issued("circular", "list").stdout
    assert "已由第2期替" in listed
    assert "替代第1期" in listed
    shown = issued("circular", "show", MONTH).stdout
    assert "第2期" in shown
    assert "有误" in shown
    assert "通报数据.json" in shown


def change_everything(wuye: Wuye) -> None:
    wuye.as_of = "2023-12-20"
    wuye("update", "1", "--percent", "80", "--month", MONTH, "--note", "补报")
    wuye("finish", "2", "--note", "已办结")
    wuye("task", "edit", "1", "--title", "全部改写", "--deadline", "2024-06-30")
    wuye("unit", "rename", "市民政局", "市民政和社会工作局")
    wuye("config", "--name", "另一个办公室", "--number-prefix", "银物办", "--policy", "xuancheng", "--contact", "王科")
    wuye("plan", "archive", "p1", "--yes")


def test_what_was_issued_is_handed_out_byte_for_byte_after_every_change(issued: Wuye) -> None:
    before = {kind: printed(issued, f"前.{kind}", "--what", kind) for kind in KINDS}
    change_everything(issued)
    assert before == {kind: printed(issued, f"后.{kind}", "--what", kind) for kind in KINDS}
    assert "一样" in issued("circular", "check").stdout


def test_a_backup_that_is_restored_elsewhere_hands_out_the_same_bytes(issued: Wuye) -> None:
    before = printed(issued)
    issued("db", "backup", issued.folder / "备份.db")
    other = Wuye(issued.folder / "别处")
    other.folder.mkdir()
    change_everything(issued)
    shutil.move(issued.folder / "备份.db", other.db)
    assert printed(other) == before
    other("circular", "check")
    other("db", "check")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE circular SET title = '别的'", "2023年10月通报（第1期）与流水不符"),
        ("UPDATE circular SET issued_on = '2023-11-01'", "2023年10月通报（第1期）与流水不符"),
        ("DELETE FROM circular_file WHERE kind = 'data'", "2023年10月通报（第1期）的存档里没有数据"),
        ("UPDATE circular_file SET name = '别的' WHERE kind = 'data'", "（第1期）的存档文件“别的”与流水不符"),
        ("DELETE FROM circular", "通报存档中表 circular 的 1 行不见了"),
        ("UPDATE circular_file SET content = x'00' WHERE kind = 'workbook'", "”内容已被改动"),
        (
            "UPDATE circular_file SET content = CAST(replace(content, '摸清', '查清') AS BLOB) WHERE kind = 'data'",
            "“通报数据.json”内容已被改动",
        ),
        ("UPDATE circular_file SET content = x'00' WHERE kind = 'template'", "“通报.xlsx”内容已被改动"),
    ],
)
def test_a_changed_row_or_file_is_found_and_named(issued: Wuye, statement: str, words: str) -> None:
    tamper(issued, statement)
    faults = issued.json("circular", "check", code=1)["error"]["details"]
    assert any(words in fault for fault in faults), faults


def test_a_changed_file_is_not_handed_out(issued: Wuye) -> None:
    tamper(issued, "UPDATE circular_file SET content = x'00' WHERE kind = 'workbook'")
    refused = issued("circular", "print", MONTH, "-o", issued.folder / "a.xlsx", code=3)
    assert "已被改动" in refused.stderr
    assert not (issued.folder / "a.xlsx").exists()


def test_an_issue_is_not_undone(issued: Wuye) -> None:
    before = printed(issued)
    assert "supersede" in issued("undo", "--yes", code=3).stderr
    assert printed(issued) == before


def test_the_import_of_a_plan_is_not_undone_once_its_circular_is_issued(register: Wuye) -> None:
    register("circular", "issue", MONTH, "--plan", "p1", "--yes")
    refused = register("undo", "--entry", "3", "--yes", code=3)
    assert "已有通报印发（第 4 条）" in refused.stderr


def test_a_circular_of_all_plans_outlasts_a_plan_that_was_imported_by_mistake(issued: Wuye) -> None:
    before = printed(issued)
    issued("undo", "--entry", "3", "--yes")
    assert printed(issued) == before
    issued("circular", "check")
    issued("db", "check")


def test_a_superseding_circular_stands_and_the_old_one_is_still_printed(issued: Wuye) -> None:
    first = printed(issued)
    told = issued("circular", "supersede", MONTH, "--reason", "统计口径有误", "--yes").stdout
    assert "第2期" in told
    assert printed(issued) != first
    words = "本通报替代2023年11月15日印发的第1期，原因：统计口径有误。"
    assert any(words in text for text in texts(issued.folder / "取出.xlsx"))
    assert printed(issued, "旧.xlsx", "--version", "1") == first
    assert "核对了 2 期" in issued("circular", "check").stdout


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("issue", "2023-12", "--yes"), 2, "还没有到"),
        (("issue", MONTH, "--plan", "p9", "--yes"), 3, "没有编号为“p9”的方案"),
        (("issue", MONTH, "--number", "0", "--yes"), 2, "--number"),
        (("issue", MONTH, "--from", "没有.xlsx", "--yes"), 1, "打不开“没有.xlsx”"),
        (("supersede", MONTH, "--reason", "有误", "--yes"), 3, "还没有印发"),
        (("supersede", MONTH, "--reason", " ", "--yes"), 2, "没有写明原因"),
        (("print", MONTH, "-o", "a.xlsx"), 3, "还没有印发"),
        (("show", MONTH), 3, "wuye circular issue 2023-10"),
    ],
)
def test_what_cannot_be_done_is_said(register: Wuye, words: tuple[str, ...], code: int, sentence: str) -> None:
    assert sentence in register("circular", *words, code=code).stderr


def test_an_edited_draft_is_issued_as_it_is_with_the_number_put_in(register: Wuye) -> None:
    path = edited(register, replacing("通报", "请各单位", "请各单位务必"))
    before = texts(path)
    told = register("circular", "issue", MONTH, "--from", path, "--yes")
    assert "另有 1 处只改了文字" in told.stderr
    printed(register)
    assert texts(register.folder / "取出.xlsx") == [text.replace("第×期（草稿）", NUMBER) for text in before]
    register("circular", "check")


def test_changed_figures_are_named_and_must_be_confirmed(register: Wuye) -> None:
    path = edited(register, replacing("通报", "共有任务3项", "共有任务4项"), replacing("进展情况表", "逾期", "逾期8天"))
    refused = register("circular", "issue", MONTH, "--from", path, code=3)
    assert "共有任务3项" in refused.stderr
    assert "共有任务4项" in refused.stderr
    assert "有以上 2 处数字与台账不同" in refused.stderr
    page = register.json("circular", "issue", MONTH, "--from", path, "--yes")
    assert [change["sheet"] for change in page["edits"]["figures"]] == ["通报", "进展情况表"]
    assert register.json("circular", "show", MONTH) == page
    register("circular", "check")


def test_paragraphs_may_be_inserted_and_figures_that_go_with_a_row_are_named(register: Wuye) -> None:
    def insert(workbook: Workbook) -> None:
        sheet = workbook["通报"]
        row = row_of(sheet, "一、总体情况")
        for area in sheet.merged_cells.ranges:  # what Excel does by itself
            area.shift(row_shift=int(area.min_row >= row))
        sheet.insert_rows(row)
        sheet.cell(row, 1).value = "根据领导小组会议要求，通报如下。"

    def remove(workbook: Workbook) -> None:
        sheet = workbook["进展情况表"]
        sheet.delete_rows(row_of(sheet, "整治飞线充电"))

    page = register.json("circular", "issue", MONTH, "--from", edited(register, insert), "--dry-run")
    assert page["edits"] == {"figures": [], "words": 1}
    page = register.json("circular", "issue", MONTH, "--from", edited(register, insert, remove), "--dry-run")
    assert [(change["sheet"], change["after"]) for change in page["edits"]["figures"]] == [("进展情况表", "已删去")]


def put_formula(workbook: Workbook) -> None:
    workbook["通报"]["A9"] = "=TODAY()"


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (replacing("通报", "第×期（草稿）", "第八期"), "找不到“第×期（草稿）”"),
        (put_formula, "“通报”A9是公式"),
    ],
)
def test_an_edited_draft_that_cannot_be_frozen_is_refused(register: Wuye, edit: Edit, words: str) -> None:
    path = edited(register, edit)
    assert words in register("circular", "issue", MONTH, "--from", path, "--yes", code=1).stderr
    assert register.json("circular", "list")["issues"] == []


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("xl/vbaProject.bin", "含有宏"),
        ("xl/externalLinks/externalLink1.xml", "链接了别的工作簿"),
        ("xl/macrosheets/sheet1.xml", "含有宏"),
    ],
)
def test_a_hostile_workbook_is_refused(register: Wuye, part: str, words: str) -> None:
    path = edited(register)
    with ZipFile(path, "a") as archive:
        archive.writestr(part, "x")
    assert words in register("circular", "issue", MONTH, "--from", path, "--yes", code=1).stderr
    assert register.json("circular", "list")["issues"] == []


def test_an_edited_circular_that_supersedes_says_which(issued: Wuye) -> None:
    words = "本通报替代2023年11月15日印发的第1期，原因：有误。"
    command = ("circular", "supersede", MONTH, "--reason", "有误", "--yes", "--from")
    assert words in issued(*command, edited(issued), code=1).stderr

    def add_words(workbook: Workbook) -> None:
        workbook["通报"].append([words])

    issued(*command, edited(issued, add_words))
    issued("circular", "check")


def test_a_report_that_comes_after_the_issue_is_told_in_the_next_one(issued: Wuye) -> None:
    before = printed(issued)
    issued("update", "1", "--percent", "80", "--month", MONTH, "--note", "补齐数据")
    assert printed(issued) == before
    issued.as_of = "2023-12-05"
    draft = issued.json("circular", "draft", "2023-11", "-o", issued.folder / "下期.xlsx")
    assert any("〔补报10月份〕" in row["note"] for row in draft["progress"])


def start(wuye: Wuye, *words: str) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-m", "wuye_cli", "--db", str(wuye.db), "--as-of", wuye.as_of, "circular", "issue", *words]
    return subprocess.Popen(line, env=dict(os.environ), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_processes_that_issue_at_once_share_out_the_numbers(register: Wuye) -> None:
    """Four at once, two of them for the same circular."""
    register("config", "--number-prefix", "银物办")
    running = [
        start(register, *words, "--yes") for words in ((MONTH,), (MONTH,), (MONTH, "--plan", "p1"), ("2023-09",))
    ]
    assert sorted(process.wait(timeout=300) for process in running) == [0, 0, 0, 3]
    numbers = [line["number"] for line in register.json("circular", "list")["issues"]]
    assert sorted(numbers) == [f"银物办〔2023〕{number}号" for number in (1, 2, 3)]
    register("circular", "check")


@pytest.mark.slow
@pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed")
def test_a_draft_that_libreoffice_has_saved_again_is_the_same_circular(register: Wuye) -> None:
    path = edited(register, replacing("通报", "共有任务3项", "共有任务4项"))
    folder = register.folder / "另存"
    profile = f"-env:UserInstallation=file://{register.folder}/profile"
    convert = [str(LIBREOFFICE), "--headless", profile, "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    page = register.json("circular", "issue", MONTH, "--from", folder / "改定稿.xlsx", "--yes")
    assert [change["after"] for change in page["edits"]["figures"]] == ["31日，共有任务4项，其中：已完成"]
    assert page["edits"]["words"] == 0
    printed(register)
    assert any(NUMBER in text for text in texts(register.folder / "取出.xlsx"))
    register("circular", "check")
