"""What the environment says: where the register lies, which day it is, who is working.

Only the edge of the program reads this; the environment itself is an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE_NAME = "wuye.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """Words as the user wrote them; `database` is a path or a URL, `as_of` is not yet a checked date."""

    database: str
    as_of: str | None
    who: str


def read_settings(environ: Mapping[str, str], home: Path, windows: bool) -> Settings:
    """Read WUYE_DB, WUYE_AS_OF and the user's name; an empty variable counts as unset."""
    return Settings(
        database=environ.get("WUYE_DB") or str(_data_folder(environ, home, windows) / FILE_NAME),
        as_of=environ.get("WUYE_AS_OF") or None,
        who=environ.get("WUYE_USER") or environ.get("USER") or environ.get("USERNAME") or "",
    )


def _data_folder(environ: Mapping[str, str], home: Path, windows: bool) -> Path:
    """Give the place where this system keeps a user's data."""
    if windows:
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "wuye"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "wuye"
