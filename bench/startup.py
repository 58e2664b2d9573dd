"""Start-up beside the libraries' own: medians of interleaved runs of an installed, compiled wheel.

Usage: python bench/startup.py [RUNS]. Exit code 1 when a goal is missed.
"""

from __future__ import annotations

import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
TASKS = 300
BASE = "python -c 'import typer, rich.table'"
GOALS = {"wuye list": 1.6, "wuye overdue": 1.6, "wuye --help": 2.2}
HEADINGS = ("序号", "重点任务", "工作内容", "完成时限", "牵头单位", "责任单位")


def main(runs: int) -> int:
    """Measure, print the table and judge it."""
    with tempfile.TemporaryDirectory() as folder:
        programs = install(Path(folder))
        register = make_register(Path(folder), programs / "wuye")
        commands = {
            BASE: [str(programs / "python"), "-c", "import typer, rich.table"],
            **{name: [str(programs / "wuye"), "--db", str(register), *name.split()[1:]] for name in GOALS},
        }
        return report(measure(commands, runs))


def environment() -> dict[str, str]:
    """The environment without the switch that would forbid compiled modules."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(*words: str | Path) -> None:
    """Run a program quietly; its failure ends the measurement."""
    subprocess.run([str(word) for word in words], check=True, env=environment(), stdout=subprocess.DEVNULL)


def install(folder: Path) -> Path:
    """Build the wheel and install it into a fresh environment; pip compiles what it installs."""
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", next(folder.glob("*.whl")))
    return programs


def make_register(folder: Path, wuye: Path) -> Path:
    """Import a list of 300 tasks into a new register."""
    plan, register = folder / "任务清单.csv", folder / "wuye.db"
    with plan.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(HEADINGS)
        for number in range(1, TASKS + 1):
            deadline = f"2023年{number % 12 + 1}月底前"
            table.writerow(
                (
                    number,
                    f"整治第{number}类问题",
                    f"逐个小区排查第{number}类问题，限期整改。",
                    deadline,
                    "市住建局",
                    "市民政局",
                )
            )
    run(wuye, "--db", register, "init", "--name", "银川市领导小组办公室", "--region", "银川市")
    run(wuye, "--db", register, "import", plan, "--year", "2023", "--yes")
    return register


def measure(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """Median milliseconds of each command, taken in turn so that a busy moment hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, words in commands.items():
            start = time.perf_counter()
            run(*words)
            if turn:  # the first turn warms the disk
                times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(taken) for name, taken in times.items()}


def report(medians: dict[str, float]) -> int:
    """Print the table; 1 when a goal is missed."""
    print(f"{'command':<40} {'median ms':>9} {'ratio':>6} {'goal':>5}")
    for name, taken in medians.items():
        goal = f"{GOALS[name]:.1f}" if name in GOALS else ""
        print(f"{name:<40} {taken:9.0f} {taken / medians[BASE]:6.2f} {goal:>5}")
    return int(any(medians[name] / medians[BASE] > goal for name, goal in GOALS.items()))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
