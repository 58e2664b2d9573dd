"""A command in the words of cron, systemd and Windows: each gives back the very words that went in."""

from __future__ import annotations

import re
import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wuye_cli.render.schedules import Schedule, crontab_line, schtasks_command, systemd_service, systemd_timer

NASTY = ("/a b/python", "100%", "%d", "o'clock", 'a"b', "$HOME `id`", "a;b|c&d>e", "~/x", "*", "#1", "月度", "")
printable = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=12)


def as_cron_reads(line: str) -> str:
    """The command of a crontab line, by crontab(5): a bare % would end it, a backslash before a % goes away."""
    command = line.split(" ", 5)[5]
    assert not re.search(r"(?<!\\)%", command)
    return command.replace(r"\%", "%")


def words_of(command: str) -> list[str]:
    """What a shell makes of a command: each word on a line of its own."""
    script = f"show() {{ for word; do printf '%s\\n' \"$word\"; done; }}; show {command.removesuffix('>/dev/null')}"
    return subprocess.run(["sh", "-c", script], capture_output=True, check=True).stdout.decode().split("\n")[:-1]


def test_the_fields_of_a_crontab_line() -> None:
    assert crontab_line(Schedule(("run",), 26, "08:05")) == "5 8 26 * * run >/dev/null"
    assert crontab_line(Schedule(("run",), 1, "00:00")) == "0 0 1 * * run >/dev/null"


@example(NASTY)
@given(st.lists(printable, min_size=1, max_size=4).map(tuple))
def test_cron_and_a_shell_alone_read_the_same_words(words: tuple[str, ...]) -> None:
    line = crontab_line(Schedule(words, 26, "08:30"))
    assert words_of(as_cron_reads(line)) == list(words)
    assert words_of(line.split(" ", 5)[5]) == list(words)


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        ("/opt/wuye", "/opt/wuye"),
        ("/a b", '"/a b"'),
        ("100%", "100%%"),
        ("$HOME", "$$HOME"),
        (r"a\b", r"a\\b"),
        ('a "b"', r'"a \"b\""'),
        ("o'clock", '"o\'clock"'),
    ],
)
def test_what_systemd_would_take_for_its_own_is_doubled_or_quoted(word: str, quoted: str) -> None:
    service = systemd_service(Schedule(("/bin/wuye", word), 26, "08:30"))
    assert f"ExecStart=/bin/wuye {quoted}\n" in service


def test_the_timer_names_the_day_and_makes_up_for_a_computer_that_was_off() -> None:
    timer = systemd_timer(Schedule(("run",), 5, "08:30"))
    assert "OnCalendar=*-*-05 08:30:00\nPersistent=true\n" in timer


def test_windows_gets_one_quoted_command() -> None:
    schedule = Schedule((r"C:\Program Files\Python\python.exe", "-o", r"D:\月度 台账"), 26, "08:30")
    assert schtasks_command(schedule) == (
        'schtasks /Create /F /TN "wuye 每月运行" /SC MONTHLY /D 26 /ST 08:30 '
        r'/TR "\"C:\Program Files\Python\python.exe\" -o \"D:\月度 台账\""'
    )
