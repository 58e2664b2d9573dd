from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.samples import sample_register
from wuye_cli.store.database import Database

NOBODY = 65534


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return sample_register(tmp_path / "台账.db")


@pytest.fixture
def public_database() -> Iterator[Database]:
    """A register that any user of the machine may read, in a folder that any user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield sample_register(Path(folder) / "台账.db")
        Path(folder).chmod(0o755)


@contextmanager
def plain_user() -> Iterator[None]:
    """Root may write anywhere; permissions mean something only to others."""
    if os.name == "nt":
        pytest.skip("folder permissions are not file modes on Windows")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
