"""The one place that reads the clock and the environment; everything below is told.

The root options bring WUYE_DB, WUYE_AS_OF and WUYE_WHO with them; what neither an option nor a variable says is the
register in the user's data folder, today, and the login name.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from wuye_cli.domain.policies import Policies, parse_policies
from wuye_cli.errors import WuyeError
from wuye_cli.render.terminal import Look
from wuye_cli.resources import data_path
from wuye_cli.store.database import Database, get_database

if TYPE_CHECKING:
    from wuye_cli.store.journal import Change

CHINESE_ENCODINGS = ("gb", "cp936")  # their consoles draw every sign that is not ASCII over two columns


@dataclass(frozen=True, slots=True)
class Request:
    """What one call of the program stands on."""

    db: str
    as_of: date
    who: str | None
    command: str

    @property
    def database(self) -> Database:
        """The register that is meant; it need not exist yet."""
        return get_database(self.db)

    @property
    def policies(self) -> Policies:
        """The light policies of the settings file."""
        return parse_policies(data_path("policies.toml").read_text(encoding="utf-8"))

    def change(self, on: date | None = None) -> Change:
        """Say who changes the register now, with which command, and from which day on (`--as-of`) it holds."""
        from wuye_cli.store.journal import Change

        return Change(self.who or _login_name(), datetime.now().astimezone(), self.command, on or self.as_of)


def build_request(db: str | None, as_of: date | None, who: str | None, words: list[str]) -> Request:
    """Settle database, day and person."""
    return Request(
        db=db or str(user_folder() / "wuye.db"),
        as_of=as_of or datetime.now().astimezone().date(),
        who=who,
        command=as_typed(words),
    )


def request_of(ctx: typer.Context) -> Request:
    """Give the request that the root command has settled."""
    request = ctx.find_root().obj
    assert isinstance(request, Request)  # noqa: S101 - the root callback ran first
    return request


def console_width() -> int:
    """Count the columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def terminal_look() -> Look:
    """Judge what the terminal can draw; WUYE_WIDE=1 tells that it draws “ ” ① ● over two columns."""
    return Look(
        colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ,
        wide=os.environ.get("WUYE_WIDE") == "1" or sys.stdout.encoding.lower().startswith(CHINESE_ENCODINGS),
    )


def user_folder() -> Path:
    """Find the folder for this user's data, by the custom of the system."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "wuye"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "wuye"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "wuye"


def explain_crash(error: Exception, command: str) -> WuyeError:
    """Put a fault of the program into a sentence; how it came about is written to a log."""
    log = _write_crash_log(error, command)
    return WuyeError("internal-error", f"程序出错，本次操作没有完成；详情已写入 {log}，请把该文件发给维护人员。")


def _write_crash_log(error: Exception, command: str) -> Path:
    """Append what went wrong to a log in the user's data folder, else in the folder for temporary files."""
    import tempfile
    import traceback

    heading = f"{datetime.now().astimezone().isoformat()} wuye {command}\n"
    text = heading + "".join(traceback.format_exception(error)) + "\n"
    try:
        return _append(user_folder() / "wuye-errors.log", text)
    except OSError:
        return _append(Path(tempfile.gettempdir()) / "wuye-errors.log", text)


def _append(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
        log.write(text)
    return path


def as_typed(words: list[str]) -> str:
    """Join the words of a command line; shlex would put every Chinese word into quotes."""
    return " ".join(f'"{word}"' if not word or set(word) & set(" \t\n\"'") else word for word in words)


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # cron and services may have no user at all
        return "未署名"
