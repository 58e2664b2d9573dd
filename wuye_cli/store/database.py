"""Which register is meant, and of which kind; this is the one place that decides the kind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wuye_cli.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Database:
    """One register: a SQLite file."""

    path: Path


def get_database(text: str) -> Database:
    """Read a `--db` value: a path, or sqlite:///path (sqlite:////path is absolute)."""
    kind, mark, rest = text.partition("://")
    path = rest.removeprefix("/") if mark else text
    if kind.startswith("postgres") and mark:
        raise RefusedError("database-kind", "台账目前只能存成 SQLite 文件，还不能用 PostgreSQL：请用 --db 给出文件路径")
    if mark and (kind != "sqlite" or not rest.startswith("/")):
        raise RefusedError("database-kind", f"看不懂的台账地址“{text}”：请用 --db 给出文件路径，或 sqlite:///文件路径")
    if not path:
        raise RefusedError("database-kind", "台账地址是空的：请用 --db 给出文件路径")
    return Database(Path(path))
