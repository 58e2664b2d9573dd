"""One run at a time in a folder: the lock is the system's own, so it ends with the process, however that ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from wuye_cli.errors import RefusedError

LOCK = ".wuye.lock"


@contextmanager
def run_alone(folder: Path) -> Iterator[None]:
    """Hold the folder for one run; a second one is refused at once instead of waiting."""
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise RefusedError(
            "run-under-way", f"“{folder}”里正有一次运行没有结束，这一次没有做任何事：请稍后再试。"
        ) from None
    try:
        yield
    finally:
        lock.release()
