"""`wuye run monthly` as processes: killed at any moment, and two at once."""

from __future__ import annotations

import json
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
ROOT = Path(__file__).parents[2]
KILLED_RUN = "tests.cli.killed_run"
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


def start(office: Wuye, *module: str) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-m", *module, "--db", str(office.db), "--as-of", office.as_of]
    line += ["run", "monthly", "-o", "月度"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(line, cwd=office.folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


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
    moments = run_whole(office)
    assert len(numbers(office)) == 2
    whole, left_off = set(shown(office)), set()
    for kill in range(part, KILLS, PARTS):
        office.folder = next(folders)
        run_until((kill + chance.random()) / KILLS * (len(moments) - 1), moments, office)
        left_off.add(frozenset(shown(office)))
        check_as_it_was_left(office)
        check_after_the_next(office, whole)
    print(f"left off at {len(left_off)} stages")  # noqa: T201
    assert {frozenset()} < left_off, "nothing laid out yet, and something"
    assert any(names and names < whole for names in left_off), "some files laid out, and some not"


def run_whole(office: Wuye) -> list[float]:
    """Give the moments at which a run begins each of its changes to files."""
    printed, _ = start(office, KILLED_RUN, "-1", "0").communicate()
    return [float(moment) for moment in json.loads(printed.splitlines()[-1])]


def run_until(place: float, moments: list[float], office: Wuye) -> None:
    """Kill a run between two of its changes: 12.4 is two fifths of the way from its change 12 to its change 13."""
    change = int(place)
    seconds = (place - change) * (moments[change + 1] - moments[change])
    process = start(office, KILLED_RUN, str(change), str(seconds))
    process.communicate()
    assert process.returncode in (0, -signal.SIGALRM)


def test_of_two_runs_at_once_one_works_and_the_other_says_so(office: Wuye) -> None:
    first = start(office, "wuye_cli")
    while first.poll() is None and not (office.folder / "月度" / "2023-08" / ".wuye.work").exists():
        time.sleep(0.002)
    first.send_signal(signal.SIGSTOP)
    second = start(office, "wuye_cli")
    _, told = second.communicate()
    first.send_signal(signal.SIGCONT)
    first.communicate()
    assert (first.returncode, second.returncode) == (0, 3)
    assert told.decode("utf-8") == "“月度”里正有一次运行没有结束，这一次没有做任何事：请稍后再试。\n"
    assert numbers(office) == [("2023-07", FIRST), ("2023-08", SECOND)]
