"""A circular of 10,000 tasks written with its annexes, beside bare openpyxl writing the same cells and styles.

Usage: python bench/circular.py [RUNS]. Every run is two processes of their own; processor time of writing and the peak
memory of the whole process are compared, medians of RUNS. Bare openpyxl gets the finished cells and styles from a file
and makes each style once; it lays out, fits and merges nothing. Exit code 1 when a goal is missed.
"""

from __future__ import annotations

import json
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from wuye_cli.domain.terms import Light, Status
from wuye_cli.render.workbook import write_circular
from wuye_cli.reports.circular_lines import Circular, OverdueRow, ProgressRow, ReportingRow, TargetRow
from wuye_cli.resources import template_path

TASKS = 10_000
GOAL_TIMES, GOAL_MEGABYTES = 2.0, 300
LATE = (Status.OVERDUE, Status.BEHIND)
CONTENT = "对第{number}类问题逐个小区排查，建立台账，限期整改；年底前整改完成率达到90%以上，巩固成果，形成长效机制。"
NOTE = "已排查第{number}批小区，建立台账，正在整改；下一步对照清单逐项销号。"


def main(runs: int) -> int:
    """Measure both, print them and judge them."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        run("sample", folder)  # not here: the peak of a parent would count as that of its children
        taken: dict[str, list[tuple[float, float]]] = {"wuye": [], "openpyxl": []}
        for _ in range(runs):
            for name, figures in taken.items():
                figures.append(run(name, folder))
    (mine, memory), (theirs, bare_memory) = (
        tuple(statistics.median(column) for column in zip(*figures, strict=True)) for figures in taken.values()
    )
    print(f"{TASKS} tasks: wuye {mine:.2f} s, {memory:.0f} MB; openpyxl {theirs:.2f} s, {bare_memory:.0f} MB")
    print(f"{mine / theirs:.2f} x (goal {GOAL_TIMES:.0f} x, {GOAL_MEGABYTES} MB)")
    return int(mine > GOAL_TIMES * theirs or memory > GOAL_MEGABYTES)


def run(name: str, folder: Path) -> tuple[float, float]:
    """Run one of the two in a process of its own; gives seconds of processor time and megabytes."""
    command = [sys.executable, __file__, "--child", name, str(folder)]
    seconds, megabytes = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return seconds, megabytes


def child(name: str, folder: Path) -> None:
    """Write the workbook and print what it cost; what is given is made or read beforehand."""
    start = time.process_time()
    if name == "sample":
        write_circular(make_circular(), template_path("通报.xlsx"), folder / "sample.xlsx")
        (folder / "cells.pickle").write_bytes(pickle.dumps(read_cells(folder / "sample.xlsx")))
    elif name == "wuye":
        circular, template = make_circular(), template_path("通报.xlsx")
        start = time.process_time()
        write_circular(circular, template, folder / "wuye.xlsx")
    else:
        sheets = pickle.loads((folder / "cells.pickle").read_bytes())  # noqa: S301 - written by ourselves above
        start = time.process_time()
        write_bare(sheets, folder / "bare.xlsx")
    seconds = time.process_time() - start
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def make_circular() -> Circular:
    """Make a circular in which a third of the tasks is late and every second has a target."""
    progress = tuple(map(progress_row, range(TASKS)))
    counts = Counter(row.status for row in progress)
    return Circular(
        title="关于2023年8月份安心小区工作进展情况的通报",
        number="第×期（草稿）",
        issuer="某市物业管理领导小组办公室",
        month="2023-08",
        counted_to=date(2023, 8, 31),
        issued_on=date(2023, 9, 5),
        contact="0951-1234567",
        paragraphs=("一、总体情况", f"共有任务{TASKS}项。"),
        total=TASKS,
        awaiting_verification=0,
        by_status=tuple((status, counts[status]) for status in Status),
        progress=progress,
        overdue=tuple(overdue_row(row) for row in progress if row.status in LATE),
        targets=tuple(target_row(row) for row in progress[::2]),
        reporting=tuple(ReportingRow(f"市第{n}中心", 30, 29, date(2023, 8, 24), "已报送", "") for n in range(300)),
    )


def progress_row(number: int) -> ProgressRow:
    """Three items stand under one printed number, thirty numbers in one section; no two contents are the same."""
    return ProgressRow(
        code=f"p1-{number // 3 + 1}.{number % 3 + 1}",
        no=str(number // 3 + 1),
        section=f"（{number // 90 + 1}）整治第{number // 90 + 1}类突出问题",
        title=f"整治第{number // 3 + 1}类突出问题，健全长效机制",
        content=CONTENT.format(number=number),
        lead=f"市第{number % 300}中心",
        responsible="各县（市）区人民政府、市市场监督管理局",
        deadline="2023年12月31日",
        percent=number % 101,
        expected=66.67,
        change=number % 7 - 3.0,
        status=tuple(Status)[number % 6],
        light=tuple(Light)[number % 5],
        note=NOTE.format(number=number),
        problem="部分小区资金未到位。" if number % 3 else "",
        next_step="加快整改。",
    )


def overdue_row(row: ProgressRow) -> OverdueRow:
    """Make the line of a late task."""
    overdue = row.status is Status.OVERDUE
    return OverdueRow(
        code=row.code,
        no=row.no,
        title=row.title,
        lead=row.lead,
        responsible=row.responsible,
        deadline=row.deadline,
        days_overdue=15 if overdue else None,
        percent=row.percent,
        expected=row.expected,
        behind=12.5,
        status=row.status,
        problem=row.problem,
        next_step=row.next_step,
    )


def target_row(row: ProgressRow) -> TargetRow:
    """Make the line of a task's target."""
    return TargetRow(
        code=row.code,
        no=row.no,
        title=row.title,
        indicator=f"第{row.code}项整改完成率",
        scope="全市",
        target="≥90%",
        by="2023年12月31日",
        actual=62.5,
        unit="%",
        rate=69.4,
        month="2023年8月",
        state="推进中",
    )


Cells = tuple[str, list[tuple[int, int, Any, int]], list[tuple[object, ...]]]


def read_cells(path: Path) -> list[Cells]:
    """Read every cell of a workbook that has a value or a style, and each style once."""
    sheets: list[Cells] = []
    for sheet in load_workbook(path).worksheets:
        styles: dict[int, tuple[object, ...]] = {}
        cells: list[tuple[int, int, Any, int]] = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None or cell.has_style:
                    style = (cell.font, cell.alignment, cell.border, cell.fill, cell.number_format)
                    styles.setdefault(cell.style_id, tuple(map(plain, style)))
                    cells.append((cell.row or 0, cell.column or 0, cell.value, cell.style_id))
        known = {style: number for number, style in enumerate(styles)}
        numbered = [(row, column, value, known[style]) for row, column, value, style in cells]
        sheets.append((sheet.title, numbered, list(styles.values())))
    return sheets


def plain(style: object) -> object:
    """Take a style itself out of the proxy that a cell gives."""
    return getattr(style, "_StyleProxy__target", style)


def write_bare(sheets: list[Cells], path: Path) -> None:
    """Write the same cells and styles and nothing else, the quickest way there is: each style is made once."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, cells, styles in sheets:
        sheet = book.create_sheet(title)
        made: dict[int, Any] = {}
        for row, column, value, style in cells:
            cell: Any = sheet.cell(row, column, value)
            if style in made:
                cell._style = made[style]
            else:
                cell.font, cell.alignment, cell.border, cell.fill, cell.number_format = styles[style]
                made[style] = cell._style
    book.save(path)


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(sys.argv[2], Path(sys.argv[3]))
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 3))
