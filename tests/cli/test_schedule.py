"""`wuye schedule`: the line that it prints is taken as printed and run, by a bare shell and by cron itself."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Wuye

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="cron is POSIX")
FOLDER = "月度 100%的'材料'"
LONGEST_WAIT = 90.0  # seconds: cron looks once a minute


@pytest.fixture
def office(register: Wuye) -> Wuye:
    """A register in a folder whose name needs every kind of quoting."""
    folder = register.folder / "台账 $HOME"
    folder.mkdir()
    return Wuye(Path(shutil.move(register.db, folder)).parent, register.as_of)


def printed_line(office: Wuye, *words: str) -> str:
    """The crontab line, found in what a person reads."""
    page = office("schedule", "-o", office.folder / FOLDER, *words).stdout
    (line,) = [line for line in page.splitlines() if " * * " in line]
    return line


def run_bare(line: str, as_of: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command of a crontab line as cron would: no environment, no folder of its own."""
    command = line.split(" ", 5)[5]
    bare = ["env", "-i", "LANG=C", f"WUYE_AS_OF={as_of}", "sh", "-c", command]
    return subprocess.run(bare, cwd="/", capture_output=True, check=False)


def months(office: Wuye) -> dict[str, list[str]]:
    """The folders that are there, and what a person sees in each."""
    return {
        month.name: sorted(path.name for path in month.rglob("[!.]*") if path.is_file())
        for month in sorted((office.folder / FOLDER).iterdir())
        if month.is_dir()
    }


def log(office: Wuye) -> list[str]:
    return (office.folder / FOLDER / "运行记录.log").read_text("utf-8").splitlines()


def test_the_printed_line_runs_two_months_in_a_row_then_twice_the_same(office: Wuye) -> None:
    line = printed_line(office)
    assert line.startswith("30 8 26 * * /")
    for as_of, month in (("2023-07-26", "7"), ("2023-08-26", "8")):
        done = run_bare(line, as_of)
        assert (done.returncode, done.stdout) == (0, b"")
        assert done.stderr.decode("utf-8").splitlines() == log(office)[-1:]
        assert {f"2023年{month}月通报（草稿）.xlsx", "台账备份.db"} <= set(months(office)[f"2023-0{month}"])
    before = months(office)
    assert run_bare(line, "2023-08-26").returncode == 0
    assert (months(office), len(log(office))) == (before, 3)
    assert "通报：没有变化" in log(office)[2]


def test_what_fails_under_cron_is_said_in_words_that_can_be_read(office: Wuye) -> None:
    line = printed_line(office)
    office.db.unlink()
    done = run_bare(line, "2023-08-26")
    assert done.returncode == 3
    assert "还没有台账" in done.stderr.decode("utf-8")
    assert "没有运行：还没有台账" in log(office)[0]


def test_the_options_of_the_run_and_the_person_come_with_it(office: Wuye) -> None:
    office.env = {"WUYE_WHO": "王 干事"}
    template = office.file("模板 1.xlsx", b"")
    line = printed_line(office, "--plan", "p1", "--template", str(template), "--day", "5", "--time", "23:05")
    assert line.startswith("5 23 5 * * /")
    assert f"--who '王 干事' run monthly -o '{office.folder}" in line
    assert f"--plan p1 --template '{template}' >/dev/null" in line


def test_nothing_is_changed_and_the_log_s_place_is_told(office: Wuye) -> None:
    before = sorted(office.folder.rglob("*"))
    found = office.json("schedule", "-o", office.folder / FOLDER)
    assert found["log"] == str(office.folder / FOLDER / "运行记录.log")
    assert found["log"] in office("schedule", "-o", office.folder / FOLDER).stdout
    assert sorted(office.folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("--day 29", 2, "1"),
        ("--time 8:30", 2, "请写成 08:30 这样"),
        ("--time 24:00", 2, "请写成 08:30 这样"),
        ("--day 25", 0, "25日运行时办的是上个月"),
        ("--day 26", 0, ""),
    ],
)
def test_days_and_times(office: Wuye, words: str, code: int, told: str) -> None:
    assert told in office("schedule", "-o", "月度", *words.split(), code=code).stderr


@pytest.mark.parametrize(
    ("rest_day", "day", "told"), [("next", "27", "建议 --day 28"), ("next", "28", ""), ("keep", "26", "")]
)
def test_an_office_that_issues_by_itself_is_told_of_reporting_days_that_move(
    office: Wuye, rest_day: str, day: str, told: str
) -> None:
    office("config", "--auto-issue", "yes", "--rest-day", rest_day)
    message = office("schedule", "-o", "a", "--day", day).stderr
    assert (told in message, bool(message)) == (True, bool(told))


def test_a_path_that_no_line_can_hold_is_refused(office: Wuye) -> None:
    assert office.json("schedule", "-o", "a\nb", code=2)["error"]["code"] == "bad-file-name"


def test_a_register_that_is_missing_is_said_before_it_is_scheduled(wuye: Wuye) -> None:
    assert "wuye init" in wuye("schedule", "-o", "月度", code=3).stderr


@contextmanager
def cron(table: Path) -> Iterator[None]:
    """Run Debian's cron on a table of its own: the system's tables are hidden from it, and nothing of it remains."""
    hidden = "for folder in /var/spool/cron/crontabs /etc/cron.d; do mount -t tmpfs -o mode=1730 tmpfs $folder; done"
    start = f"{hidden} && crontab '{table}' && exec cron -f"
    daemon = subprocess.Popen(["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", start])
    try:
        yield
    finally:
        daemon.send_signal(signal.SIGKILL)
        daemon.wait()


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("cron") is None
    or subprocess.run(["unshare", "--mount", "--pid", "--fork", "true"], check=False).returncode != 0,
    reason="needs Debian's cron and the right to give it folders of its own",
)
def test_cron_itself_runs_the_line(office: Wuye, tmp_path: Path) -> None:
    every_minute = "* * * * * " + printed_line(office).split(" ", 5)[5]
    table = tmp_path / "crontab"
    table.write_text(f"WUYE_AS_OF=2023-08-26\n{every_minute}\n", encoding="utf-8")
    with cron(table):
        deadline = time.monotonic() + LONGEST_WAIT
        while not (office.folder / FOLDER / "运行记录.log").exists() and time.monotonic() < deadline:
            time.sleep(0.5)
    assert "2023-08　填报表：写成 6 个文件；通报：写成" in log(office)[0]
    assert "2023年8月通报（草稿）.xlsx" in months(office)["2023-08"]
