"""CSV as other programs read it: read back by the library it is the same table, and nothing in it is a formula."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wuye_cli.render.csv import BYTE_ORDER_MARK, FORMULA_SIGNS, grid_csv
from wuye_cli.render.grid import Column, Grid, Kind, Value
from wuye_cli.render.widths import plain

TEXT, NUMBER, PERCENT = (Column(kind.value, kind, 8) for kind in (Kind.TEXT, Kind.NUMBER, Kind.PERCENT))


def table(*columns: Column, rows: tuple[tuple[Value, ...], ...]) -> Grid:
    return Grid("表（共1项）", ("注",), columns, rows)


def read_back(grid: Grid) -> list[list[str]]:
    return list(csv.reader(StringIO(grid_csv(grid).removeprefix(BYTE_ORDER_MARK), newline=""), strict=True))


def test_excel_and_wps_know_by_the_first_sign_that_it_is_utf_8() -> None:
    assert grid_csv(table(TEXT, rows=())).encode().startswith(b"\xef\xbb\xbf")


def test_lines_end_as_the_standard_says_and_only_what_needs_quotes_has_them() -> None:
    grid = table(TEXT, TEXT, rows=(("甲,乙", '说"好"'), ("两\n行", "丙")))
    assert grid_csv(grid) == '\ufefftext,text\r\n"甲,乙","说""好"""\r\n"两\n行",丙\r\n'


@pytest.mark.parametrize(
    ("value", "written"),
    [(-5, "-5"), (60.0, "60"), (0.1 + 0.2, "0.3"), (0, "0"), (None, ""), (date(2023, 8, 31), "2023-08-31")],
)
def test_a_number_stays_a_number_and_the_unknown_is_empty(value: Value, written: str) -> None:
    assert read_back(table(NUMBER, rows=((value,),)))[1:] == [[written]]


def test_a_percentage_says_so_in_its_heading() -> None:
    assert read_back(table(PERCENT, rows=((62.5,),))) == [["percent（%）"], ["62.5"]]


@pytest.mark.parametrize("sign", [*FORMULA_SIGNS, "\t=", "\r=", "\n=", "  @", "\x00+"])
def test_text_that_a_spreadsheet_would_calculate_is_marked_as_text(sign: str) -> None:
    ((cell,),) = read_back(table(TEXT, rows=((f"{sign}cmd|'/c calc'!A1",),)))[1:]
    assert cell.startswith("'")


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.integers()), max_size=5))
def test_whatever_was_written_is_read_back_without_control_signs(rows: list[tuple[str, int]]) -> None:
    found = read_back(table(TEXT, NUMBER, rows=tuple(rows)))[1:]
    assert [(cell.removeprefix("'"), number) for cell, number in found] == [
        (plain(text).removeprefix("'"), str(number)) for text, number in rows
    ]
    assert not any(cell.lstrip().startswith(FORMULA_SIGNS) for cell, _ in found)
