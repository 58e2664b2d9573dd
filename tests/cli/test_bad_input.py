"""Bad input: one clear Chinese sentence with what to do, the exit code, nothing stored, no traceback."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Wuye

FILES = [
    ("不存在.txt", None, "找不到文件"),
    ("空.txt", b"", "是空的"),
    ("空白.txt", b" \n\n", "是空的"),
    ("乱码.txt", bytes(range(256)) * 4, "请"),
    ("音乐.txt", b"ID3\x00\x01\x02\x00\x00\x7f", "不是文本文件"),
    ("外文编码.txt", "序号 任务\n".encode() + b"\xff\xfe\xfa\x81\x20", "编码无法识别"),
    ("散文.txt", "今天天气很好。\n我们去公园散步。\n", "没有找到任务清单"),
    ("假表格.xlsx", b"\x89PNG\r\n\x1a\n0000", "不是完好的 .xlsx 工作簿"),
    ("假压缩.xlsx", b"PK\x03\x04 nothing", "不是完好的 .xlsx 工作簿"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), FILES, ids=[name for name, *_ in FILES])
@pytest.mark.parametrize("switches", [["--yes"], ["--dry-run", "--json"]], ids=" ".join)
def test_a_file_that_is_no_plan_is_refused(
    name: str, content: str | bytes | None, sentence: str, switches: list[str], register: Wuye
) -> None:
    path = register.folder / name if content is None else register.file(name, content)
    before = rows(register.db)
    result = register("import", path, *switches, code=1)
    assert sentence in result.stderr
    assert name in result.stderr
    assert rows(register.db) == before


REFUSALS = [
    (["show", "p1-33"], "p1-33"),
    (["show", "99"], "99"),
    (["finish", "p9-1"], "p9"),
    (["update", "p1-8", "--percent", "10"], "p1-8"),
    (["plan", "show", "p7"], "p7"),
    (["list", "--plan", "p7"], "p7"),
    (["import", "PLAN", "--plan", "p7", "--yes"], "p7"),
    (["unit", "show", "市住房与城乡建设局"], "市住房和城乡建设局"),
    (["list", "--unit", "市民正局"], "市民政局"),
    (["update", "1", "--unit", "市民正局", "--percent", "10"], "市民政局"),
]


@pytest.mark.parametrize(("words", "sentence"), REFUSALS, ids=[" ".join(words) for words, _ in REFUSALS])
def test_an_unknown_task_unit_or_plan_is_refused(words: list[str], sentence: str, register: Wuye) -> None:
    plan = str(register.file("新清单.csv", PLAN.replace("安心", "放心")))
    before = rows(register.db)
    result = register(*(plan if word == "PLAN" else word for word in words), code=3)
    assert sentence in result.stderr
    assert rows(register.db) == before


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["update", "2", "--value", "绿化率=72"], 3, "绿化率"),
        (["update", "1", "--percent", "10", "--on", "2023-11-16"], 2, "2023-11-16"),
        (["finish", "1", "--on", "2023-11-16"], 2, "2023-11-16"),
        (["update", "1", "--percent", "10", "--month", "2023-12"], 2, "2023-12"),
        (["update", "1"], 2, "--percent"),
        (["circular", "draft", "2023-12", "-o", "通报.xlsx"], 2, "2023年12月还没有到"),
        (["task", "edit", "1", "--title", ""], 2, "任务名称不能为空"),
        (["task", "edit", "1"], 2, "没有写明要改什么"),
        (["overdue", "--xlsx", "表.pdf"], 2, "文件名要以 .xlsx 结尾"),
        (["finish", "1", "--on", "2023-13-01"], 2, "2023-13-01"),
    ],
)
def test_a_report_that_cannot_be_is_refused(words: list[str], code: int, sentence: str, register: Wuye) -> None:
    before = rows(register.db)
    assert sentence in register(*words, code=code).stderr
    assert rows(register.db) == before


def test_a_question_without_a_terminal_refuses_instead_of_hanging(register: Wuye) -> None:
    before = rows(register.db)
    result = register("import", register.file("新清单.csv", PLAN.replace("小区", "街区")), code=3)
    assert "--yes" in result.stderr
    assert rows(register.db) == before


@pytest.mark.parametrize("words", [["list"], ["update", "1", "--percent", "5"], ["status"], ["plan", "list"]])
def test_without_a_register_the_way_to_make_one_is_told(words: list[str], wuye: Wuye) -> None:
    assert "wuye init" in wuye(*words, code=3).stderr
    assert not wuye.db.exists()


@pytest.mark.parametrize("words", [["list"], ["update", "1", "--percent", "5"]])
def test_a_register_of_a_newer_version_is_left_alone(words: list[str], register: Wuye) -> None:
    with sqlite3.connect(register.db) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert "新" in register(*words, code=3).stderr


def test_a_file_that_is_no_register_is_left_alone(wuye: Wuye) -> None:
    content = PLAN.encode("utf-8")
    wuye.file("wuye.db", content)
    wuye("list", code=3)
    wuye("update", "1", "--percent", "5", code=3)
    assert wuye.db.read_bytes() == content


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(wuye: Wuye) -> None:
    wuye.folder.chmod(0o500)
    try:
        wuye("init", "--name", "办公室", code=3)
    finally:
        wuye.folder.chmod(0o700)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that not even root can write to")
def test_a_folder_that_takes_no_files_is_told(wuye: Wuye) -> None:
    result = wuye("--db", "/proc/self/wuye.db", "init", "--name", "办公室", code=3)
    assert "/proc/self/wuye.db" in result.stderr


def test_a_register_inside_a_file_is_told(wuye: Wuye) -> None:
    wuye.folder = wuye.file("文件", "不是文件夹")
    wuye("init", "--name", "办公室", code=3)


@pytest.mark.parametrize(
    "words", [["overdue", "--xlsx"], ["due", "--xlsx"], ["circular", "draft", "2023-10", "-o"]], ids=" ".join
)
def test_a_workbook_that_cannot_be_written_is_told(words: list[str], register: Wuye) -> None:
    result = register(*words, register.folder / "没有这个文件夹" / "表.xlsx", code=3)
    assert "没有这个文件夹" in result.stderr


def rows(db: Path) -> list[str]:
    """Everything that is stored."""
    connection = sqlite3.connect(db)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
