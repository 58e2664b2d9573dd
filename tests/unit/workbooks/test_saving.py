"""The same content gives the same bytes, and a file is whole or not there."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from wuye_cli.workbooks.saving import save_workbook, workbook_bytes


def sample(creator: str) -> Workbook:
    workbook = Workbook()
    workbook.properties.creator = creator
    workbook.worksheets[0]["A1"] = "任务"
    return workbook


def test_who_saved_it_and_when_leaves_no_trace() -> None:
    assert workbook_bytes(sample("张三")) == workbook_bytes(sample("李四"))


def test_no_entry_tells_a_time_or_a_name(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    save_workbook(sample("张三"), path)
    with zipfile.ZipFile(path) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "张三" not in archive.read("docProps/core.xml").decode()


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_no_rest(tmp_path: Path) -> None:
    taken = tmp_path / "表.xlsx"
    taken.mkdir()
    with pytest.raises(OSError, match="表"):
        save_workbook(sample("张三"), taken)
    assert list(tmp_path.iterdir()) == [taken]
