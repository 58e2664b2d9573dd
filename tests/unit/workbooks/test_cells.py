"""Text stays text, whatever it looks like."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from wuye_cli.workbooks.cells import Value, write_value
from wuye_cli.workbooks.saving import save_workbook


def written_and_read(path: Path, value: Value) -> tuple[str, object, bool]:
    workbook = Workbook()
    write_value(workbook.worksheets[0]["A1"], value)
    save_workbook(workbook, path)
    cell = load_workbook(path).worksheets[0]["A1"]
    return cell.data_type, cell.value, bool(cell.quotePrefix)


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x","点")', "+86", "-5", "@SUM(A1)"])
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    assert written_and_read(tmp_path / "表.xlsx", text) == ("s", text, True)


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "TRUE", "60%", "2023-10-31", "007"])
def test_text_that_looks_like_a_value_stays_text(tmp_path: Path, text: str) -> None:
    assert written_and_read(tmp_path / "表.xlsx", text) == ("s", text, False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("进\x00展\x1b[31m", "进展[31m"), ("一\r\n二\t三", "一\n二\t三"), ("\ud800项\ufffe", "项"), ("𠮷", "𠮷")],
)
def test_signs_that_no_workbook_can_hold_are_left_out(tmp_path: Path, text: str, kept: str) -> None:
    assert written_and_read(tmp_path / "表.xlsx", text)[1] == kept


@pytest.mark.parametrize("value", [60, 62.5, 0, None])
def test_numbers_and_blanks_stay_what_they_are(tmp_path: Path, value: Value) -> None:
    assert written_and_read(tmp_path / "表.xlsx", value)[:2] == ("n", value)


def test_a_date_stays_a_date(tmp_path: Path) -> None:
    assert written_and_read(tmp_path / "表.xlsx", date(2023, 10, 31))[0] == "d"


@given(st.text(max_size=50))
def test_no_text_is_ever_taken_for_a_formula_or_stops_the_writing(text: str) -> None:
    cell = Workbook().worksheets[0]["A1"]
    write_value(cell, text)
    assert cell.data_type == ("s" if cell.value else "n")


def test_a_date_or_a_marked_text_leaves_the_style_that_it_shares_alone() -> None:
    sheet: Any = Workbook().worksheets[0]
    plain, day, marked = (sheet.cell(1, column) for column in (1, 2, 3))
    day._style = marked._style = plain._style
    write_value(day, date(2023, 8, 31))
    write_value(marked, "=1+1")
    assert (day.number_format, marked.quotePrefix) == ("yyyy-mm-dd", True)
    assert (plain.number_format, plain.quotePrefix) == ("General", False)
