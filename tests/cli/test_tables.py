"""Every command that lists also writes its whole table: as a workbook and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest
import typer
from openpyxl import load_workbook

from tests.cli.conftest import Wuye
from wuye_cli.cli.app import app

LISTS = [
    ("list",),
    ("overdue",),
    ("due", "--within", "60"),
    ("plan", "list"),
    ("target", "list"),
    ("unit", "list"),
    ("form", "status", "2023-10"),
    ("log",),
    ("calendar", "show", "2023"),
]


def commands(group: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Every command with its options."""
    for name in getattr(group, "commands", {}):
        found = group.load(name)  # type: ignore[attr-defined]
        yield (*path, name), {option for parameter in found.params for option in parameter.opts}
        yield from commands(found, (*path, name))


def test_a_command_that_shows_the_first_rows_writes_them_all_on_request() -> None:
    lists = {path: options for path, options in commands(typer.main.get_command(app)) if "--limit" in options}
    assert {path for path, options in lists.items() if not {"--xlsx", "--csv", "--json"} <= options} == set()
    assert len(lists) > 7


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words[0])
def test_workbook_and_csv_hold_the_same_table(words: tuple[str, ...], register: Wuye) -> None:
    workbook, text = register.folder / "表.xlsx", register.folder / "表.csv"
    result = register(*words, "--xlsx", workbook, "--csv", text)
    assert f"已写入 {text}" in result.stderr
    sheet = load_workbook(workbook).worksheets[0]
    printed = list(sheet.iter_rows(min_row=3, values_only=True))
    with text.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) > 1
    assert [len(row) for row in rows] == [len(printed[0])] * len(rows)
    assert [cell.removesuffix("（%）") for cell in rows[0]] == list(printed[0])
    assert [row[0] for row in rows[1:]] == [str(row[0]).removesuffix(" 00:00:00") for row in printed[1 : len(rows)]]


def test_what_hangs_on_tasks_is_a_csv_of_its_own(register: Wuye) -> None:
    register("task", "add", "--plan", "p1", "--title", "每月检查", "--content", "每月检查一次。", "--deadline", "每月")
    register("due", "--within", "60", "--csv", register.folder / "到期.csv")
    part = register.folder / "到期-周期性工作.csv"
    assert part.read_text(encoding="utf-8-sig").startswith("编号,重点任务,期,")


def test_a_list_in_a_file_has_every_task_and_every_column(register: Wuye) -> None:
    path = register.folder / "表.csv"
    shown = register("list", "--limit", "1", "--csv", path).stdout
    assert "还有 2 条" in shown
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["工作内容"] for row in rows] == [task["content"] for task in register.json("list")["tasks"]]


def test_a_table_that_cannot_be_written_leaves_the_file_that_is_there(register: Wuye) -> None:
    register("list", "--csv", register.folder / "没有" / "表.csv", code=3)
    register("list", "--csv", "表.txt", code=2)
