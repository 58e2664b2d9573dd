"""Old workbooks: every cell as it was shown, by the rules that hold for .xlsx."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

from wuye_cli.errors import InputError
from wuye_cli.workbooks.legacy import read_legacy_sheets
from wuye_cli.workbooks.sheets import SheetCells

SAMPLE = Path(__file__).parents[2] / "files" / "分解表.xls"


def ignore(done: int, total: int) -> None:
    """Nobody watches."""


def sheets(content: bytes) -> tuple[SheetCells, ...]:
    return read_legacy_sheets(content, "分解表.xls", ignore)


def texts(sheet: SheetCells) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


SHOWN = [
    ["2023年任务分解表"] * 5,
    ["序号", "重点任务", "牵头单位", "完成时限", "目标值"],
    ["1.10", "摸底", "市住建局", "2023年5月31日", "80%"],
    ["2", "建档", "市住建局", "2023年10月", "60个"],
    ["3", "宣传", "市委宣传部", "长期坚持", "TRUE"],
    ["4", "督导", "市政府督查室", "2023-12-31", "1,234,567"],
]


def test_cells_are_read_as_shown_and_merged_areas_filled() -> None:
    first, _ = sheets(SAMPLE.read_bytes())
    assert texts(first) == SHOWN
    assert [cell.merged for cell in first.rows[3]] == [False, False, True, False, False]


def test_hidden_rows_and_sheets_are_read_and_said() -> None:
    first, second = sheets(SAMPLE.read_bytes())
    assert first.hidden_rows == (5,)
    assert "1 个隐藏的行" in first.remarks[0]
    assert texts(second) == [["", "", ""], ["", "暗", "明"]]
    assert "“内部”是隐藏的" in second.remarks[0]


def test_a_stated_size_is_not_believed() -> None:
    content = bytearray(SAMPLE.read_bytes())
    at = content.index(struct.pack("<HHII", 0x0200, 14, 0, 6))  # DIMENSIONS of the first sheet: rows 0 up to 6
    struct.pack_into("<II", content, at + 4, 0, 1)
    assert texts(sheets(bytes(content))[0]) == SHOWN


def with_macros() -> bytes:
    """The sample with one of its streams under the name that macros have in the directory."""
    content = bytearray(SAMPLE.read_bytes())
    at = content.index("\x05SummaryInformation\0".encode("utf-16-le"))
    name = "_VBA_PROJECT_CUR\0".encode("utf-16-le")
    content[at : at + 66] = name.ljust(64, b"\0") + struct.pack("<H", len(name))
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (SAMPLE.read_bytes()[:3000], "workbook-damaged"),
        (with_macros(), "workbook-macros"),
    ],
)
def test_what_is_no_plain_workbook_is_refused_with_a_sentence(content: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        sheets(content)
    assert caught.value.code == code
    assert "另存为" in caught.value.message


def test_without_the_extra_the_sentence_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    with pytest.raises(InputError, match=r'pip install "wuye-cli\[xls\]"'):
        sheets(SAMPLE.read_bytes())
