"""File to draft beside the libraries' own reading: 500 rows of .xlsx and .docx in one process, interleaved medians.

Usage: python bench/reading.py [RUNS] [--profile]. Exit code 1 when a goal is missed; --profile says what costs.
Time is that of the processor. Every turn reads a file of its own tasks, so that nothing of them is remembered from the
last; units and months repeat, as they do in a list.
"""

from __future__ import annotations

import cProfile
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.domain.divisions import load_divisions
from wuye_cli.importing.pipeline import read_draft
from wuye_cli.resources import data_path

ROWS = 500
GOAL = 3.0
HEADINGS = ("序号", "重点任务", "工作内容", "完成时限", "牵头单位", "责任单位", "备注")
UNITS = ("市住房和城乡建设局", "市民政局、市财政局", "各县（市）区人民政府", "市发改、财政、司法局")
TITLE = "银川市2025年住宅小区物业服务提升行动重点任务清单"
DIVISIONS = load_divisions(data_path("divisions.csv"))
Read = Callable[[Path], object]
Write = Callable[[Path, int], None]


def main(runs: int, *, profile: bool) -> int:
    """Measure, print the table and judge it."""
    with tempfile.TemporaryDirectory() as folder:
        workbook, document = Path(folder) / "清单.xlsx", Path(folder) / "清单.docx"
        pairs = (
            (workbook, write_workbook, read_cells, "openpyxl"),
            (document, write_document, read_words, "python-docx"),
        )
        if profile:
            for path, write, _, _ in pairs:
                print_profile(path, write)
            return 0
        return max(compare(path, write, library, name, runs) for path, write, library, name in pairs)


def rows(turn: int) -> list[tuple[str, ...]]:
    """Rows as offices write them, no two alike, nor those of two turns."""
    return [
        (
            str(number),
            f"整治第{number}类问题",
            words(number),
            f"2025年{number % 12 + 1}月底前" if number % 4 else "长期坚持",
            UNITS[number % 4],
            UNITS[(number + 1) % 4],
            "按月调度" if number % 3 else "",
        )
        for number in range(turn * ROWS + 1, (turn + 1) * ROWS + 1)
    ]


def words(number: int) -> str:
    """Three sentences: a step, a share and a count."""
    step = f"对第{number}类问题逐个小区排查，建立台账，限期整改。{number % 12 + 1}月底前，制定工作计划。"
    return f"{step}年底前整改完成率达到{number % 60 + 40}%以上，新增示范点{number}个。"


def write_workbook(path: Path, turn: int) -> None:
    """Write the list as a workbook."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  a new workbook has a sheet
    for row in ((TITLE,), HEADINGS, *rows(turn)):
        sheet.append(row)
    book.save(path)


def write_document(path: Path, turn: int) -> None:
    """Write the list as a Word table."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    lines = (HEADINGS, *rows(turn))
    table = document.add_table(len(lines), len(HEADINGS))
    cells = iter(table._cells)
    for line in lines:
        for text in line:
            next(cells).text = text
    document.save(str(path))


def read_cells(path: Path) -> object:
    """Read every cell with openpyxl."""
    return [[cell.value for cell in row] for sheet in load_workbook(path).worksheets for row in sheet.iter_rows()]


def read_words(path: Path) -> object:
    """Read every cell with python-docx, the fastest way that it has: all cells of a table at once."""
    return [[cell.text for cell in table._cells] for table in docx.Document(str(path)).tables]


def read_as_draft(path: Path) -> object:
    """Read the file as `wuye import` does."""
    draft = read_draft(path, divisions=DIVISIONS)
    if len(draft.tasks) != ROWS:
        raise SystemExit(f"{path.name}: {len(draft.tasks)} tasks instead of {ROWS}")
    return draft


def compare(path: Path, write: Write, library: Read, name: str, runs: int) -> int:
    """Print both medians and their ratio; 1 when it is above the goal."""
    times: dict[Read, list[float]] = {library: [], read_as_draft: []}
    for turn in range(runs + 1):
        write(path, turn)
        for read, taken in times.items():
            start = time.process_time()
            read(path)
            if turn:  # the first turn loads modules
                taken.append((time.process_time() - start) * 1000)
    theirs, ours = (statistics.median(taken) for taken in times.values())
    ratio = ours / theirs
    print(f"{path.suffix:6} {ROWS} rows: wuye {ours:6.0f} ms, {name} {theirs:6.0f} ms, {ratio:.2f} x (goal {GOAL})")
    return int(ratio > GOAL)


def print_profile(path: Path, write: Write) -> None:
    """Say which functions cost, of a second reading."""
    write(path, 0)
    read_as_draft(path)
    write(path, 1)
    profile = cProfile.Profile()
    profile.runcall(read_as_draft, path)
    print(path.suffix)
    pstats.Stats(profile).strip_dirs().sort_stats("cumulative").print_stats(30)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    sys.exit(main(numbers[0] if numbers else 15, profile="--profile" in sys.argv))
