"""The real command line, in process, on a register of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from wuye_cli.cli.app import app


@dataclass
class Wuye:
    """Calls `wuye` as a clerk would, with the database and the day given once."""

    folder: Path
    as_of: str = "2023-11-15"
    env: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def db(self) -> Path:
        return self.folder / "wuye.db"

    def __call__(self, *words: str | Path, code: int = 0) -> Result:
        """Run one command; it must leave with `code` and never by an exception."""
        line = ["--db", str(self.db), "--as-of", self.as_of, *map(str, words)]
        result = CliRunner(env={"XDG_DATA_HOME": str(self.folder / "data"), **self.env}).invoke(app, line)
        assert result.exit_code == code, f"{line}\n{result.output}"
        assert "Traceback" not in result.output
        return result

    def json(self, *words: str | Path, code: int = 0) -> Any:
        """Run one command with `--json`; stdout must be one JSON document."""
        return json.loads(self(*words, "--json", code=code).stdout)

    def file(self, name: str, content: str | bytes) -> Path:
        """Write an input file."""
        path = self.folder / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path


@pytest.fixture
def wuye(tmp_path: Path) -> Wuye:
    """The program, without a register."""
    return Wuye(tmp_path)
