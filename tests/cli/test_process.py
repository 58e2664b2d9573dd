"""Whole processes: what is imported, what the streams bear, how completion and questions behave."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.conftest import Wuye

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "openpyxl", "dateutil"}
REPORT_HEAVY = f"""
import sys
from wuye_cli.cli.main import main
try:
    main()
finally:
    print("heavy:", *sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)
"""


def run(*words: str, register: Wuye, program: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    start = ["-c", program] if program else ["-m", "wuye_cli"]
    line = [sys.executable, "-W", "error", *start, "--db", str(register.db), "--as-of", register.as_of, *words]
    home = {"XDG_DATA_HOME": str(register.folder), "PATH": os.environ["PATH"]}
    return subprocess.run(line, env={**home, **env}, capture_output=True, check=False)


@pytest.mark.parametrize(
    "words",
    [
        "--help",
        "list",
        "list --json",
        "show 1",
        "show 1 --json",
        "overdue",
        "due",
        "status",
        "status --json",
        "--as-of 2023-01-01 list",
        "log",
        "circular list",
        "db check",
        "form status 2023-10",
        "form status 2023-10 --json",
        "remind",
        "remind --json",
        "list --help",
    ],
)
def test_a_command_that_only_reads_loads_no_heavy_library(words: str, register: Wuye) -> None:
    result = run(*words.split(), register=register, program=REPORT_HEAVY)
    assert result.stderr.decode().splitlines()[-1] == "heavy:"
    assert result.returncode == 0


def complete(line: str, register: Wuye) -> list[str]:
    words = {"_WUYE_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    result = run(register=register, program=REPORT_HEAVY, **words)
    assert result.stderr.decode() == "heavy:\n"
    return result.stdout.decode().split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("wuye ov", ["overdue"]),
        ("wuye uni", ["unit"]),
        ("wuye overdue --xl", ["--xlsx"]),
        ("wuye plan ar", ["archive"]),
        ("wuye nonsense x", []),
    ],
)
def test_completion_offers_what_fits(line: str, offered: list[str], register: Wuye) -> None:
    assert complete(line, register) == offered


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LANG": "C"}, {}])
def test_a_bare_environment_writes_utf8(locale: dict[str, str], register: Wuye) -> None:
    assert "摸清小区底数" in run("list", register=register, **locale).stdout.decode("utf-8").replace("\n", "")


def test_a_gbk_console_gets_gbk(register: Wuye) -> None:
    result = run("show", "1", register=register, PYTHONIOENCODING="gbk")
    assert "摸清小区底数" in result.stdout.decode("gbk")


def test_a_closed_pipe_is_quiet(register: Wuye) -> None:
    line = f"'{sys.executable}' -m wuye_cli --db '{register.db}' --as-of 2023-11-15 list --json | head -c 1"
    result = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
    assert result.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(("answer", "code", "tasks"), [("y", 0, 3), ("是", 0, 3), ("n", 3, 0), ("", 3, 0)])
def test_with_a_terminal_the_import_asks(answer: str, code: int, tasks: int, wuye: Wuye) -> None:
    import pty  # noqa: PLC0415 - POSIX only

    from tests.cli.conftest import PLAN  # noqa: PLC0415

    wuye("init", "--name", "办公室", "--region", "银川市")
    plan = wuye.file("清单.csv", PLAN)
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    line = [sys.executable, "-m", "wuye_cli", "--db", str(wuye.db), "--as-of", wuye.as_of, "import", str(plan)]
    result = subprocess.run(line, stdin=theirs, capture_output=True, check=False)
    os.close(ours)
    os.close(theirs)
    assert result.returncode == code
    assert len(wuye.json("list")["tasks"]) == tasks
