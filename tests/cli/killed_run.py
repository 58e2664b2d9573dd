"""Run `wuye`, and end it as a power cut would, at a moment told by what it has done to files.

Usage: python -m tests.cli.killed_run CHANGE SECONDS WORDS…

It dies SECONDS after it began its change number CHANGE (from 0). A run that comes to its end
prints the moments at which its changes began. So the stages at which it dies do not depend on the machine.
"""

from __future__ import annotations

import json
import os
import runpy
import signal
import sys
import time

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "sqlite3.connect"}


def is_change(event: str, values: tuple[object, ...]) -> bool:
    """Tell what touches files from what only reads them; a register is changed by SQLite, which tells no more."""
    if event != "open":
        return event in CHANGES
    return isinstance(flags := values[-1], int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def run(change: int, seconds: float) -> None:
    moments: list[float] = []

    def count(event: str, values: tuple[object, ...]) -> None:
        if not is_change(event, values):
            return
        if len(moments) == change:
            signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6))  # nobody handles SIGALRM: it ends the process
        moments.append(time.perf_counter())

    sys.addaudithook(count)
    try:
        runpy.run_module("wuye_cli", run_name="__main__", alter_sys=True)
    finally:
        sys.stdout.write(f"{json.dumps(moments)}\n")


if __name__ == "__main__":
    at, after = int(sys.argv.pop(1)), float(sys.argv.pop(1))
    run(at, after)
