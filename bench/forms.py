"""300 monthly forms made and 300 collected, beside bare openpyxl writing and reading workbooks of that size.

Usage: python bench/forms.py [RUNS] [--profile]. Everything runs in one process, turn by turn; medians are compared.
Exit code 1 when a goal is missed; --profile says what costs.
"""

from __future__ import annotations

import cProfile
import pstats
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook

from wuye_cli.domain.calendar import WEEKENDS_ONLY
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.policies import parse_policies
from wuye_cli.domain.terms import DeadlineKind
from wuye_cli.domain.units import UnitRules, load_unit_rules
from wuye_cli.importing.draft import Draft, DraftDeadline, DraftPlan, DraftSource, DraftTarget, DraftTask, DraftUnits
from wuye_cli.resources import data_path
from wuye_cli.services.collecting import find_files, judge_forms, store_forms
from wuye_cli.services.form_round import open_round
from wuye_cli.services.importing import store_draft
from wuye_cli.services.office import init_office
from wuye_cli.services.sending import plan_sending, record_sending, write_forms
from wuye_cli.store.database import Database
from wuye_cli.store.journal import Change

UNITS, TASKS = 300, 6
GOAL = 2.5
MONTH, DAY = "2023-08", date(2023, 8, 24)
CHANGE = Change("测试", datetime(2023, 8, 24, 9, tzinfo=UTC), "bench")
FIGURE, NOTE = 10, 11  # the columns that are filled in
Work = Callable[[], object]


def main(runs: int, *, profile: bool) -> int:
    """Measure both halves, print them and judge them."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rules = load_unit_rules(data_path("divisions.csv"), data_path("units.csv"))
        empty = make_register(folder / "empty.db", rules)
        work, sent, back = Database(folder / "work.db"), folder / "sent", folder / "back"
        reset(empty, work)
        send(work, sent)
        size = fill_in(sent, back)
        sent_db = folder / "sent.db"
        shutil.copy(work.path, sent_db)

        def make() -> Work:
            reset(empty, work)
            return lambda: send(work, sent)

        def collect() -> Work:
            reset(Database(sent_db), work)
            return lambda: take(work, back, rules)

        if profile:
            for prepare in (make, collect):
                print_profile(prepare())
            return 0
        made = compare("made", make, lambda: lambda: write_bare(size, folder / "bare"), runs)
        return max(made, compare("collected", collect, lambda: lambda: read_bare(back), runs))


def make_register(path: Path, rules: UnitRules) -> Database:
    """Make a register with 60 tasks, each reported by 30 units."""
    database = Database(path)
    policies = parse_policies(data_path("policies.toml").read_text("utf-8"))
    init_office(database, OfficeFacts(name="专班办公室", region="银川市"), CHANGE, policies=policies)
    plan = DraftPlan(title="安心小区任务清单", region="银川市", level="市", year=2023)
    tasks = tuple(map(task, range(UNITS * TASKS // 30)))
    store_draft(database, Draft(DraftSource("清单.txt", "a1", "txt"), plan, tasks), CHANGE, DAY, rules=rules)
    return database


def task(number: int) -> DraftTask:
    """Make one task with a deadline and a target, led by 30 units."""
    leads = tuple(f"市第{number * 30 % UNITS + one:03d}中心" for one in range(30))
    due = date(2023, 12, 31)
    return DraftTask(
        key=f"|{number}|1",
        no=str(number + 1),
        title=f"整治第{number + 1}类突出问题",
        content=f"对第{number + 1}类问题逐个小区排查，建立台账，限期整改；年底前整改完成率达到90%以上，巩固成果。",
        lead=DraftUnits("、".join(leads), leads),
        deadlines=(DraftDeadline(DeadlineKind.DATE, due, text="12月底前"),),
        targets=(DraftTarget("整改完成率", ">=", 90, "%", by=due, text="整改完成率达到90%以上"),),
    )


def reset(source: Database, target: Database) -> None:
    """Put a fresh copy of a register in the place of one."""
    for path in target.path.parent.glob(f"{target.path.name}*"):
        path.unlink()
    shutil.copy(source.path, target.path)


def send(database: Database, folder: Path) -> None:
    """Make all forms as `wuye form send` does."""
    sending = plan_sending(database, MONTH, DAY, WEEKENDS_ONLY)
    record_sending(database, sending, CHANGE)
    written = write_forms(sending, folder, overwrite=True)
    if len(written) != UNITS:
        raise SystemExit(f"{len(written)} forms instead of {UNITS}")


def take(database: Database, folder: Path, rules: UnitRules) -> None:
    """Collect all forms as `wuye form collect` does."""
    now = open_round(database, DAY, rules=rules)
    forms = store_forms(database, now, judge_forms(now, find_files([folder])), CHANGE)
    taken = [form for form in forms if form.outcome == "taken"]
    if len(taken) != UNITS:
        raise SystemExit(f"{len(taken)} forms taken instead of {UNITS}: {forms[0]}")


def fill_in(sent: Path, back: Path) -> list[list[list[object]]]:
    """Fill in every form with openpyxl; gives the cells of all sheets of one."""
    back.mkdir()
    book = None
    for path in sorted(sent.glob("*.xlsx")):
        book = load_workbook(path)
        sheet = book.worksheets[0]
        for row in range(5, sheet.max_row + 1):
            sheet.cell(row, FIGURE).value = 60
            if row % 2:
                sheet.cell(row, NOTE).value = "已完成排查，正在整改。"
        book.save(back / path.name)
    if book is None:
        raise SystemExit("no forms")
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets]


def write_bare(cells: list[list[list[object]]], folder: Path) -> None:
    """Write as many workbooks with the same cells and nothing else."""
    folder.mkdir(exist_ok=True)
    for number in range(UNITS):
        book = Workbook()
        book.remove(book.worksheets[0])
        for rows in cells:
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
        book.save(folder / f"{number}.xlsx")


def read_bare(folder: Path) -> None:
    """Read every cell of the returned workbooks."""
    for path in folder.glob("*.xlsx"):
        book = load_workbook(path)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    _ = cell.value


def compare(what: str, ours: Callable[[], Work], bare: Callable[[], Work], runs: int) -> int:
    """Print both medians and their ratio; 1 when it is above the goal. What is prepared is not measured."""
    times: dict[str, list[float]] = {"wuye": [], "openpyxl": []}
    for turn in range(runs + 1):
        for name, prepare in (("wuye", ours), ("openpyxl", bare)):
            work = prepare()
            start = time.perf_counter()
            work()
            if turn:  # the first turn loads modules
                times[name].append(time.perf_counter() - start)
    mine, theirs = (statistics.median(taken) for taken in times.values())
    ratio = mine / theirs
    print(f"{UNITS} forms {what:9}: wuye {mine:5.2f} s, openpyxl {theirs:5.2f} s, {ratio:.2f} x (goal {GOAL})")
    return int(ratio > GOAL)


def print_profile(work: Work) -> None:
    """Say which functions cost."""
    profile = cProfile.Profile()
    profile.runcall(work)
    pstats.Stats(profile).strip_dirs().sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    sys.exit(main(numbers[0] if numbers else 3, profile="--profile" in sys.argv))
