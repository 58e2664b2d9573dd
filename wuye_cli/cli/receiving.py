"""What comes into an import: a file, or what is pasted or piped in; and the bar that shows how far reading is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

from wuye_cli.cli.console import tell

if TYPE_CHECKING:
    from rich.progress import Progress

STANDARD_INPUT = "-"
PASTED_NAME = "粘贴的内容.txt"
MOST_BYTES = 64 * 1024 * 1024  # the readers refuse less


def receive_file(ctx: typer.Context, file: Path) -> Path:
    """Give the file to read; for `-` one that holds the standard input and goes with the command."""
    if str(file) != STANDARD_INPUT:
        return file
    if sys.stdin.isatty():
        tell("请粘贴任务清单的文字，完成后另起一行按 Ctrl+D（Windows 按 Ctrl+Z 再回车）：")
    pasted = Path(ctx.with_resource(TemporaryDirectory())) / PASTED_NAME
    pasted.write_bytes(sys.stdin.buffer.read(MOST_BYTES))
    return pasted


def reading_bar() -> AbstractContextManager[Callable[[int, int], None]]:
    """Give what readers call with how far they are."""
    return progress_bar("正在读取")


@contextmanager
def progress_bar(words: str) -> Iterator[Callable[[int, int], None]]:
    """Give what long work calls with how far it is; it draws on stderr, and only where that is a terminal."""
    with ExitStack() as stack:
        bars: list[Progress] = []

        def show(done: int, total: int) -> None:
            if not sys.stderr.isatty():
                return
            if not bars:
                bars.append(stack.enter_context(_start_bar(words, total)))
            bars[0].update(bars[0].task_ids[0], completed=done, total=total)

        yield show


def _start_bar(words: str, total: int) -> Progress:
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.add_task(words, total=total)
    return bar
