"""What the user sees: results on stdout, messages and questions on stderr."""

from __future__ import annotations

import io
import json
import sys
from typing import TextIO

import typer

from wuye_cli.errors import RefusedError, WuyeError

YES = {"y", "yes", "是", "好", "对"}


def prepare_streams() -> None:
    """See to it that no sign ever stops the output: cron has no encoding, some consoles only GBK."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if _speaks_chinese(stream) else "utf-8", errors="replace")


def _speaks_chinese(stream: TextIO) -> bool:
    try:
        "中".encode(stream.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def say(text: str) -> None:
    """Write a result."""
    typer.echo(text)


def say_done(text: str, *, dry_run: bool) -> None:
    """Write what was done, or on a dry run what would have been."""
    say(f"只看结果，没有写入：{text}" if dry_run else text)


def tell(text: str) -> None:
    """Write a message that is not the result."""
    typer.echo(text, err=True)


def confirm(question: str, *, yes: bool) -> None:
    """Go on only with a yes; refuse instead of waiting where nobody can answer."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise RefusedError("no-terminal", f"{question}这里没有终端可以回答，什么都没有写入；确认无误请加 --yes。")
    typer.echo(f"{question}[y/N] ", nl=False, err=True)
    if sys.stdin.readline().strip().lower() not in YES:
        raise RefusedError("declined", "已取消，什么都没有写入。")


def report_error(error: WuyeError, *, as_json: bool) -> int:
    """Show an error and give its exit code; with JSON the one document on stdout is the error."""
    tell("\n".join((error.message, *error.details)))
    if as_json:
        parts = {"code": error.code, "message": error.message, "details": list(error.details)}
        say(json.dumps({"error": parts}, ensure_ascii=False, indent=1))
    return error.exit_code
