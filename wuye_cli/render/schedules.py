"""One command to be run each month, in the words of cron, of systemd and of the Windows Task Scheduler.

Each has its own signs that must not be taken for themselves: cron ends a command at a bare %, systemd replaces % and
$, Windows wants double quotes.
"""

from __future__ import annotations

import shlex
import subprocess
from dataclasses import dataclass

TASK = "wuye 每月运行"


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is run on which day of each month, at what time (HH:MM)."""

    words: tuple[str, ...]
    day: int
    time: str


def crontab_line(schedule: Schedule) -> str:
    """Write the line that `crontab -e` takes; it means the same to a shell that reads its command alone."""
    hour, minute = schedule.time.split(":")
    command = " ".join(_for_cron(word) for word in schedule.words)
    return f"{int(minute)} {int(hour)} {schedule.day} * * {command} >/dev/null"


def systemd_service(schedule: Schedule) -> str:
    """Write the unit that runs the command once."""
    command = " ".join(_for_systemd(word) for word in schedule.words)
    return f"[Unit]\nDescription={TASK}\n\n[Service]\nType=oneshot\nExecStart={command}\n"


def systemd_timer(schedule: Schedule) -> str:
    """Write the unit that starts it; a run that fell into a time when the computer was off is made up for."""
    when = f"OnCalendar=*-*-{schedule.day:02} {schedule.time}:00\nPersistent=true"
    return f"[Unit]\nDescription={TASK}\n\n[Timer]\n{when}\n\n[Install]\nWantedBy=timers.target\n"


def schtasks_command(schedule: Schedule) -> str:
    """Write the command that enters it into the Task Scheduler of Windows."""
    task = subprocess.list2cmdline(schedule.words).replace('"', r"\"")
    return f'schtasks /Create /F /TN "{TASK}" /SC MONTHLY /D {schedule.day} /ST {schedule.time} /TR "{task}"'


def _for_cron(word: str) -> str:
    r"""Quote a word for the shell; a % stands outside the quotes as \%, which cron and a shell both take for %."""
    quoted = shlex.quote(word)
    return quoted.replace("%", r"'\%'" if quoted.startswith("'") else r"\%")


def _for_systemd(word: str) -> str:
    plain = word.replace("%", "%%").replace("$", "$$").replace("\\", r"\\").replace('"', r"\"")
    return f'"{plain}"' if set(word) & set(" \t'\";") else plain
