"""Reports to the screen and to workbooks, the same way for every command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from wuye_cli.cli.console import say, tell
from wuye_cli.cli.context import console_width, terminal_look
from wuye_cli.errors import RefusedError
from wuye_cli.render.grid import Grid
from wuye_cli.render.terminal import render_grid
from wuye_cli.render.widths import fold, pad, text_width
from wuye_cli.reports.lines import Register


def show_grid(grid: Grid, *, limit: int, show_all: bool) -> None:
    """Write a table, its first rows only unless all are wanted, and how many more there are."""
    shown = grid if show_all else replace(grid, rows=grid.rows[:limit])
    say(render_grid(shown, console_width(), terminal_look()))
    hidden = len(grid.rows) - len(shown.rows)
    if hidden:
        say(f"还有 {hidden} 条（用 --limit 条数 或 --all 显示）")


def show_facts(title: str, facts: Iterable[tuple[str, str]]) -> None:
    """Write a short page: one labelled line for each fact that is known."""
    known = [(label, text) for label, text in facts if text]
    margin = max(text_width(label) for label, _ in known) + 2
    say(title)
    for label, text in known:
        first, *rest = fold(text, max(console_width() - margin, 2), wide=terminal_look().wide)
        say(pad(label, margin) + first)
        for line in rest:
            say(" " * margin + line)


def show_register_json(register: Register) -> None:
    """Write tasks and milestones as one JSON document."""
    from wuye_cli.render.json import register_json

    say(register_json(register))


def save_grids(grid: Grid, *more: Grid, xlsx: Path | None = None, csv: Path | None = None) -> None:
    """Write tables to a workbook, each on a sheet of its own, and as CSV, each in a file of its own, if asked for."""
    if xlsx:
        from wuye_cli.render.workbook import write_grid_workbook

        with saving(xlsx):
            write_grid_workbook(grid, xlsx, *more)
    if csv:
        from wuye_cli.render.csv import grid_csv

        save_text(grid_csv(grid), csv)
        for part in more:
            save_text(grid_csv(part), csv.with_stem(f"{csv.stem}-{part.name}"))


def save_text(text: str, path: Path) -> None:
    """Write a text file, whole or not at all."""
    from wuye_cli.workbooks.saving import write_whole

    with saving(path):
        write_whole(text.encode("utf-8", errors="replace"), path)


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Say where a file was written, or that it cannot be written there."""
    try:
        yield
    except OSError as error:
        advice = "请检查文件夹是否存在、是否可写，以及该文件是否正在 Excel 或 WPS 中打开"
        raise RefusedError("file-unwritable", f"写不成文件“{path}”：{advice}。") from error
    tell(f"已写入 {path}")
