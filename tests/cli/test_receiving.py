"""`wuye import -`: what is piped in is read like a file."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tests.cli.conftest import PLAN, Wuye
from wuye_cli.cli.app import app
from wuye_cli.cli.receiving import reading_bar

PASTED = PLAN.replace(",", "\t")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_pasted_text_is_read_like_a_file(wuye: Wuye, encoding: str) -> None:
    line = ["--db", str(wuye.db), "import", "-", "--dry-run", "--json"]
    result = CliRunner().invoke(app, line, input=PASTED.encode(encoding))
    assert result.exit_code == 0, result.output
    draft = json.loads(result.stdout)
    assert len(draft["tasks"]) == 3
    assert draft["source"]["file"] == "粘贴的内容.txt"


def test_nothing_pasted_is_said() -> None:
    result = CliRunner().invoke(app, ["import", "-", "--dry-run"], input=b"")
    assert result.exit_code == 1
    assert "“粘贴的内容.txt”是空的" in result.output


def test_no_bar_is_drawn_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with reading_bar() as progress:
        progress(1, 2)
    assert capsys.readouterr() == ("", "")
