"""What can go wrong with the file itself, one Chinese sentence each. Every other database error stays what it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wuye_cli.errors import RefusedError

SENTENCES = {
    sqlite3.SQLITE_BUSY: (
        "database-locked",
        "台账“{}”正被另一个程序写入，没有等到空闲，未作任何改动：请稍后再试",
    ),
    sqlite3.SQLITE_LOCKED: ("database-locked", "台账“{}”正被另一个程序占用，未作任何改动：请稍后再试"),
    sqlite3.SQLITE_READONLY: ("database-read-only", "“{}”只能读不能写：请检查这个文件和它所在文件夹的权限"),
    sqlite3.SQLITE_PERM: ("database-read-only", "没有权限读写“{}”：请检查这个文件和它所在文件夹的权限"),
    sqlite3.SQLITE_CANTOPEN: ("database-unreachable", "打不开“{}”：请检查路径，以及所在文件夹的权限"),
    sqlite3.SQLITE_FULL: ("disk-full", "磁盘已满，写不进“{}”，未作任何改动：请腾出空间后再试"),
    sqlite3.SQLITE_IOERR: ("disk-error", "读写“{}”时磁盘出错，未作任何改动：请检查磁盘或网络盘后再试"),
    sqlite3.SQLITE_CORRUPT: ("database-damaged", "台账“{}”已损坏：请改用最近的备份"),
    sqlite3.SQLITE_NOTADB: ("database-foreign", "“{}”不是 wuye 台账，或者已损坏：请检查 --db 所给的路径"),
}


def find_refusal(error: BaseException | None, path: Path) -> RefusedError | None:
    """Say what is wrong with the file, if the error is about the file at all."""
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return None
    code, sentence = SENTENCES.get(extended & 0xFF, (None, ""))  # the low byte is the family of the error
    return RefusedError(code, sentence.format(path)) if code else None


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn errors about the file into refusals while plain sqlite3 works on it."""
    try:
        yield
    except sqlite3.Error as error:
        raise find_refusal(error, path) or error from error
