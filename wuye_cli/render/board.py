"""`wuye status`: the board, with bars of block signs; every bar is a share of the same total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wuye_cli.domain.months import day_words
from wuye_cli.domain.terms import LIGHT_WORDS, STATUS_WORDS
from wuye_cli.render.tables import plan_grid, unit_grid
from wuye_cli.render.terminal import COLOURS, PLAIN, RESET, Look, render_grid
from wuye_cli.render.widths import pad, text_width
from wuye_cli.reports.board_lines import Board

LABEL_WIDTH = 8
COUNT_WIDTH = 13  # " 1234  100.0%"


def render_board(board: Board, console_width: int, look: Look = PLAIN, units: int | None = None) -> str:
    """Print the tasks by state, light, unit and plan; of the units only the first ones where a number is given."""
    by_status = [(STATUS_WORDS[status], count) for status, count in board.by_status]
    by_light = [(LIGHT_WORDS[light], count) for light, count in board.by_light]
    parts = [
        _summary(board),
        "\n".join(["按状态", *_bars(by_status, board.total, console_width, look)]),
        "\n".join(["按预警灯", *_bars(by_light, board.total, console_width, look)]),
        _units(board, console_width, look, units),
        render_grid(plan_grid(board.plans), console_width, look),
    ]
    return "\n\n".join(parts)


def _units(board: Board, console_width: int, look: Look, limit: int | None) -> str:
    grid = unit_grid(board.units)
    table = render_grid(replace(grid, rows=grid.rows[:limit]), console_width, look)
    hidden = len(grid.rows[limit:]) if limit is not None else 0
    return f"{table}\n还有 {hidden} 个单位（用 --all 显示）" if hidden else table


def _summary(board: Board) -> str:
    waiting = f"，其中待销号 {board.awaiting_verification} 项" if board.awaiting_verification else ""
    doubts = f"；待核 {board.doubts} 处（wuye list --doubt）" if board.doubts else ""
    return f"截至{day_words(board.as_of)}，共 {board.total} 项任务{waiting}{doubts}。"


def _bars(counts: Sequence[tuple[str, int]], total: int, console_width: int, look: Look) -> Iterator[str]:
    full, empty = ("#", ".") if look.ascii_only or look.wide else ("█", "░")
    length = min(console_width - LABEL_WIDTH - COUNT_WIDTH, 60)
    for word, count in counts:
        filled = round(length * count / total) if total else 0
        filled = max(filled, 1) if count else 0  # one task in a thousand is still to be seen
        share = f"{count / total:.1%}" if total else "—"
        bar = full * filled + empty * (length - filled)
        yield f"{pad(word, LABEL_WIDTH)}{_painted(bar, word, look)} {count:>4} {' ' * (7 - text_width(share))}{share}"


def _painted(bar: str, word: str, look: Look) -> str:
    colour = COLOURS.get(word) if look.colour else None
    return f"{colour}{bar}{RESET}" if colour else bar
