"""log, undo, --as-of and db: who changed what, taking it back, and what was true on a day."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Wuye

EDIT = ("task", "edit", "1", "--title", "核清小区底数", "--lead", "市民政局", "--deadline", "2023-12-15")


def task(wuye: Wuye, code: str = "1") -> tuple[str, list[str], str]:
    found = wuye.json("show", code)["tasks"][0]
    return found["title"], found["lead"], found["due"]


def entries(wuye: Wuye, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = wuye.json("log", *words)["entries"]
    return found


def changes(entry: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["field"], one["before"], one["after"]) for one in entry["changes"]]


def test_the_log_says_who_when_by_which_command_and_what(register: Wuye) -> None:
    register("--who", "王科", *EDIT)
    newest = entries(register)[0]
    assert (newest["who"], newest["command"].split()[:3]) == ("王科", ["task", "edit", "1"])
    assert newest["effective_on"] == register.as_of
    assert newest["changes"][0]["about"] == "任务 p1-1“核清小区底数”"
    assert changes(newest) == [
        ("名称", "摸清小区底数", "核清小区底数"),
        ("牵头单位", "市住房和城乡建设局", "市民政局"),
        ("完成时限", "2023-05-31", "2023-12-15"),
    ]


def test_the_log_on_the_screen_counts_what_an_import_added(register: Wuye) -> None:
    register.as_of = "2023-11-20"
    register("update", "1", "--percent", "30")
    shown = register("log", "--all").stdout.replace(" ", "").replace("\n", "")
    assert "新增单位6个" in shown
    assert "自2023-11-20起" in shown
    assert "30%" in shown


def test_the_log_of_one_task_or_unit_has_what_touched_it(register: Wuye) -> None:
    register("task", "edit", "1", "--lead", "市民政局")
    register("task", "edit", "2", "--remark", "按季调度")
    register("unit", "alias", "市公安局", "公安")
    about_task = [entry["command"].split()[0] for entry in entries(register, "1")]
    assert about_task == ["task", "import"]
    about_unit = [entry["command"].split()[:2] for entry in entries(register, "市民政局")]
    assert about_unit[0] == ["task", "edit"]
    assert len(about_unit) == 2
    assert entries(register, "--since", "2999-01-01") == []
    assert "没有编号为“p1-9”的任务" in register("log", "p1-9", code=3).stderr


def test_the_last_change_is_taken_back_and_brought_again(register: Wuye) -> None:
    before = task(register)
    register(*EDIT)
    after = task(register)
    assert "已撤销第 4 条" in register("undo", "--yes").stdout
    assert task(register) == before
    assert [entries(register)[number]["undone_by"] for number in (0, 1)] == [None, 5]
    register("undo", "--entry", "5", "--yes")
    assert task(register) == after


def test_an_undo_goes_on_where_the_last_one_stopped(register: Wuye) -> None:
    titles = ["一", "二", "三"]
    for title in titles:
        register("task", "edit", "1", "--title", title)
    register("undo", "--yes")
    register("undo", "--yes")
    assert task(register)[0] == "一"
    register("undo", "2", "--yes")  # the edit, and the import
    assert register.json("list", "--archived")["tasks"] == []
    register("db", "check")


@pytest.mark.parametrize(
    "commands",
    [
        [("update", "1", "--percent", "30", "--note", "排查过半")],
        [("finish", "1"), ("reopen", "1", "--reason", "复查不合格")],
        [("unit", "merge", "市民政局", "市公安局", "--yes")],
        [("unit", "rename", "市民政局", "市民政厅")],
        [("unit", "order", "市公安局", "市民政局")],
        [("unit", "group", "市公安局", "城关分局", "城东分局")],
        [("config", "--reporting-day", "20")],
        [("plan", "edit", "p1", "--issued-on", "2023-03-01"), ("plan", "archive", "p1", "--yes")],
        [("task", "add", "--title", "开通热线", "--lead", "市城管局"), ("task", "archive", "4", "--yes")],
    ],
    ids=lambda commands: " ".join(commands[0][:2]),
)
def test_every_command_can_be_undone(register: Wuye, commands: list[tuple[str, ...]]) -> None:
    start = rows_of(register)
    for words in commands:
        register(*words)
    assert rows_of(register) != start
    register("undo", str(len(commands)), "--yes")
    assert rows_of(register) == start


def rows_of(wuye: Wuye) -> list[str]:
    with closing(sqlite3.connect(wuye.db)) as connection:
        return sorted(line for line in connection.iterdump() if not line.startswith('INSERT INTO "journal"'))


def fill_in(path: Path, percent: int) -> None:
    """Type a figure into the first open cell under 本月累计."""
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    (heading,) = [cell for row in sheet.iter_rows(max_row=8) for cell in row if cell.value == "本月累计"]
    column = sheet.iter_rows(min_row=heading.row + 1, min_col=heading.column, max_col=heading.column)
    next(cell for (cell,) in column if not cell.protection.locked).value = percent
    workbook.save(path)


def test_a_folder_of_forms_is_taken_in_and_taken_back_as_one(register: Wuye) -> None:
    folder = register.folder / "填报表"
    folder.mkdir()
    register("form", "send", "2023-11", "-o", folder, "--yes")
    sent = rows_of(register)
    for path in folder.rglob("*.xlsx"):
        fill_in(path, 40)
    register("form", "collect", folder, "--yes")
    assert [one["percent"] for one in register.json("list")["tasks"]].count(40) == 3
    register("undo", "--yes")
    assert rows_of(register) == sent


def test_what_a_later_change_rests_on_is_not_undone_without_it(register: Wuye) -> None:
    register(*EDIT)
    register("task", "edit", "1", "--title", "又改")
    refused = register("undo", "--entry", "4", "--yes", code=3)
    assert "第 5 条" in refused.stderr
    assert "wuye undo --entry 4 --entry 5" in refused.stderr
    register("undo", "--entry", "4", "--entry", "5", "--yes")
    assert task(register)[0] == "摸清小区底数"


def test_an_undo_asks_and_can_be_tried(register: Wuye) -> None:
    register(*EDIT)
    assert "--yes" in register("undo", code=3).stderr
    assert "可以撤销第 4 条" in register("undo", "--dry-run").stdout
    assert register.json("undo", "--dry-run")["entries"][0]["number"] == 4
    assert task(register)[0] == "核清小区底数"
    assert "只有 3 次改动可以撤销" in register("undo", "9", "--yes", code=3).stderr


def on(wuye: Wuye, day: str) -> Wuye:
    return replace(wuye, as_of=day)


def test_a_list_as_of_a_day_shows_what_was_true_then(register: Wuye) -> None:
    before = task(register)
    register(*EDIT)
    assert task(on(register, "2023-11-14")) == before
    assert task(on(register, "2023-11-15")) == task(on(register, "2024-01-01")) != before


def test_a_later_name_of_a_unit_is_not_seen_before_its_day(register: Wuye) -> None:
    register("unit", "rename", "市民政局", "市民政厅", "--on", "2023-10-01")
    names = {day: on(register, day).json("unit", "list")["units"][1]["name"] for day in ("2023-09-30", "2023-10-01")}
    assert names == {"2023-09-30": "市民政局", "2023-10-01": "市民政厅"}
    assert on(register, "2023-09-30").json("show", "1")["tasks"][0]["responsible"] == ["市民政局"]


def test_an_imported_plan_counts_on_days_before_it_was_imported(register: Wuye) -> None:
    assert len(on(register, "2023-02-01").json("list")["tasks"]) == 3


def test_a_report_of_an_earlier_day_counts_although_it_was_typed_later(register: Wuye) -> None:
    register("update", "1", "--percent", "30", "--on", "2023-08-20", "--month", "2023-08")
    assert on(register, "2023-08-31").json("show", "1")["tasks"][0]["percent"] == 30


def test_a_sound_register_is_said_to_be_so_and_a_tampered_one_refused(register: Wuye) -> None:
    assert "台账完好" in register("db", "check").stdout
    assert register.json("db", "check")["faults"] == []
    with closing(sqlite3.connect(register.db)) as connection, connection:
        connection.execute("UPDATE task SET title = '手改' WHERE code = 'p1-1'")
    assert "表 task 的 1 行与流水不符：第 3 条" in register("db", "check", code=1).stderr
    assert register.json("db", "check", code=1)["error"]["code"] == "register-faulty"


def test_a_backup_is_a_register(register: Wuye) -> None:
    copy = register.folder / "备份.db"
    register("db", "backup", copy)
    assert "已经存在" in register("db", "backup", copy, code=3).stderr
    assert "台账自己" in register("db", "backup", register.db, "--yes", code=3).stderr
    register("task", "archive", "1", "--yes")
    shutil.copy(copy, register.db)
    assert len(register.json("list")["tasks"]) == 3


def test_without_any_environment_the_person_is_the_user_of_the_process(register: Wuye) -> None:
    line = [sys.executable, "-m", "wuye_cli", "--db", str(register.db), "task", "edit", "1", "--remark", "定时"]
    subprocess.run(line, env={}, check=True, capture_output=True)
    pwd = pytest.importorskip("pwd", reason="only POSIX knows users by number")
    assert entries(register)[0]["who"] == pwd.getpwuid(os.getuid()).pw_name
