"""`wuye run monthly` as processes: killed at any moment, and two at once."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Wuye

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
PROCESSES = Path("/proc")
KILLS, PARTS = 100, 4  # parts, so that two processors share them
LINE = re.compile(r"\S+T\S+　2023-08　填报表：.*；台账备份：.*")
FIRST, SECOND = "银物办〔2023〕1号", "银物办〔2023〕2号"


@pytest.fixture
def office(register: Wuye) -> Wuye:
    """An office that issues by itself; July's circular is out, and August's reporting day has passed."""
    register.as_of = "2023-07-28"
    register("config", "--auto-issue", "yes", "--number-prefix", "银物办")
    register("run", "monthly", "-o", register.folder / "七月")
    register.as_of = "2023-08-28"
    return register


def start(office: Wuye) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-m", "wuye_cli", "--db", str(office.db), "--as-of", office.as_of]
    line += ["run", "monthly", "-o", "月度"]
    return subprocess.Popen(line, cwd=office.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def shown(office: Wuye) -> dict[str, Path]:
    """The files that a person sees."""
    folder = office.folder / "月度"
    files = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder): path for path in files}
    return {str(name): path for name, path in names.items() if not any(part.startswith(".") for part in name.parts)}


def open_whole(path: Path) -> None:
    """Open a file to its end; half a file cannot be."""
    if path.suffix == ".xlsx":
        assert load_workbook(path).worksheets
    elif path.suffix == ".db":
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    else:
        text = path.read_text("utf-8-sig")
        assert text.endswith("\n") or path.parent.name == "填报表"
        if path.suffix == ".log":
            assert all(LINE.fullmatch(line) for line in text.splitlines())


def numbers(office: Wuye) -> list[tuple[str, str]]:
    """The month and number of every circular that the register knows."""
    with closing(sqlite3.connect(office.db)) as connection:
        return connection.execute("SELECT month, number_text FROM circular ORDER BY id").fetchall()


def check_as_it_was_left(office: Wuye) -> None:
    for path in shown(office).values():
        open_whole(path)
    open_whole(office.db)
    given = numbers(office)
    assert given in ([("2023-07", FIRST)], [("2023-07", FIRST), ("2023-08", SECOND)])
    laid_out = [name for name in shown(office) if "〔2023〕" in name]
    assert laid_out in ([], [f"2023-08/2023年8月通报（{SECOND}）.xlsx"][: len(given) - 1])


def check_after_the_next(office: Wuye, whole: set[str]) -> None:
    office("run", "monthly", "-o", office.folder / "月度")
    check_as_it_was_left(office)
    assert set(shown(office)) == whole
    assert numbers(office) == [("2023-07", FIRST), ("2023-08", SECOND)]
    hidden = {path.name for path in (office.folder / "月度").rglob(".*")}
    assert hidden == {".wuye.lock", ".wuye.written.json"}
    office("db", "check")


@pytest.mark.slow
@pytest.mark.skipif(not PROCESSES.exists(), reason="moments are told by the processor's time, as Linux counts it")
@pytest.mark.parametrize("part", range(PARTS))
def test_a_run_that_is_killed_leaves_no_half_file_and_no_number_twice(
    part: int, office: Wuye, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fresh = office.folder
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")  # noqa: T201 - shown where the test fails
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    folders = (Path(shutil.copytree(fresh, tmp_path_factory.mktemp("a") / "a")) for _ in count())
    office.folder = next(folders)
    duration = run_whole(office)
    assert len(numbers(office)) == 2
    whole, left_off = set(shown(office)), set()
    for kill in range(part, KILLS, PARTS):
        office.folder = next(folders)
        run_for((kill + chance.random()) / KILLS * duration, office)
        left_off.add(frozenset(shown(office)))
        check_as_it_was_left(office)
        check_after_the_next(office, whole)
    print(f"left off at {len(left_off)} stages")  # noqa: T201
    assert len(left_off) > 1


def run_whole(office: Wuye) -> float:
    """Give the ticks of the processor that a run takes from its start to its end."""
    before = os.times()
    start(office).communicate()
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used * os.sysconf("SC_CLK_TCK")


def run_for(ticks: float, office: Wuye) -> None:
    """Kill a run after so many ticks of the processor, whatever else the machine does."""
    process = start(office)
    while process.poll() is None and ticks_of(process.pid) < ticks:
        time.sleep(0.001)
    process.kill()
    process.communicate()


def ticks_of(process: int) -> int:
    """Read proc(5): behind the name, which stands in brackets, the time in the program is 12th, in the system 13th."""
    fields = (PROCESSES / str(process) / "stat").read_text("utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def test_of_two_runs_at_once_one_works_and_the_other_says_so(office: Wuye) -> None:
    first = start(office)
    while first.poll() is None and not (office.folder / "月度" / "2023-08" / ".wuye.work").exists():
        time.sleep(0.002)
    first.send_signal(signal.SIGSTOP)
    second = start(office)
    _, told = second.communicate()
    first.send_signal(signal.SIGCONT)
    first.communicate()
    assert (first.returncode, second.returncode) == (0, 3)
    assert told.decode("utf-8") == "“月度”里正有一次运行没有结束，这一次没有做任何事：请稍后再试。\n"
    assert numbers(office) == [("2023-07", FIRST), ("2023-08", SECOND)]
