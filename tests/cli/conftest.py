"""The real command line, in process, on a register of its own."""

from __future__ import annotations

import json
import shutil
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


PLAN = """序号,重点任务,工作内容,完成时限,牵头单位,责任单位
1,摸清小区底数,逐个小区核对楼栋和户数，建立一区一档。,2023年5月底前,市住房和城乡建设局,市民政局
2,公开物业服务收费,"公示收费项目，2023年底公示率达到90%以上。",2023年12月底前,市发展和改革委员会,市市场监管局
3,整治飞线充电,全面排查电动自行车飞线充电隐患。,长期坚持,市消防救援支队,市公安局
"""


@pytest.fixture(scope="session")
def made_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with one plan of three tasks, made once by the commands themselves."""
    wuye = Wuye(tmp_path_factory.mktemp("register"))
    wuye("init", "--name", "银川市“安心小区”行动领导小组办公室", "--region", "银川市")
    wuye("import", wuye.file("安心小区任务清单.csv", PLAN), "--yes")
    return wuye.db


@pytest.fixture
def register(wuye: Wuye, made_register: Path) -> Wuye:
    """The three tasks, on 15 November 2023: one overdue, one with a target, one for good."""
    shutil.copy(made_register, wuye.db)
    return wuye
