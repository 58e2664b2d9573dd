"""The monthly form as it goes out: what is open, what is checked, how it prints, who signed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from wuye_cli.errors import InputError
from wuye_cli.forms.report_form import cover_note, report_form_bytes
from wuye_cli.forms.report_sheet import FIXED, PROGRESS, TO_FILL, FormRow
from wuye_cli.forms.signing import FormIdentity, read_identity, sign_identity

DUE = date(2023, 8, 25)
KEY = "a1" * 16
TASK = ("p1-1", "摸清小区底数", "逐个小区核对", "牵头", "2023-12-31", PROGRESS, "", "50%", "66.5%")
TARGET = ("p1-1", "摸清小区底数", "", "", "", "建档数（个）", "=9个（2023-12-31前）", "", "")
FORM = FormIdentity("专班办公室", 7, "市住建局", "2023-08", None, 1, (FormRow(1, None, TASK), FormRow(1, 5, TARGET)))


@pytest.fixture(scope="module")
def sheet() -> Any:
    return load_workbook(BytesIO(report_form_bytes(FORM, KEY, DUE))).worksheets[0]


def test_only_the_cells_to_fill_in_are_open(sheet: Any) -> None:
    assert sheet.protection.sheet
    opened = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    fields = {"E2", "G2", "K2", "N2"}
    assert opened == fields | {f"{column}5" for column in "JKLMNO"} | {"J6", "N6"}


def test_every_column_has_its_heading_and_what_is_known_stands_there(sheet: Any) -> None:
    assert [cell.value for cell in sheet[4]] == [*FIXED, *TO_FILL]
    assert [cell.value or "" for cell in sheet[5]][: len(FIXED)] == list(TASK)
    assert sheet["G6"].value == TARGET[6]
    assert sheet["G6"].data_type == "s"  # = begins no formula


def test_entries_are_checked(sheet: Any) -> None:
    rules = {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation
    }
    assert rules == {"J5": ("decimal", "0", "100"), "J6": ("decimal", "0", None), "O5": ("list", '"是"', None)}


def test_it_prints_on_a4_with_its_header_on_every_page(sheet: Any) -> None:
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "C5"


def test_it_says_who_fills_it_in_and_warns(sheet: Any) -> None:
    words = "".join(str(cell.value or "") for row in sheet["A1:O3"] for cell in row)
    for part in (
        "填报单位（盖章）：市住建局",
        "填报人：",
        "审核人：",
        "联系电话：",
        "填报日期：",
        "不得录入涉密事项",
        "累计",
    ):
        assert part in words


def test_the_same_form_has_the_same_bytes() -> None:
    assert report_form_bytes(FORM, KEY, DUE) == report_form_bytes(replace(FORM), KEY, DUE)


def test_the_identity_hides_deep() -> None:
    book = load_workbook(BytesIO(report_form_bytes(FORM, KEY, DUE)))
    assert book.worksheets[1].sheet_state == "veryHidden"
    lines = [str(row[0].value) for row in book.worksheets[1].iter_rows()]
    assert read_identity(lines, KEY) == FORM


def test_a_long_identity_is_cut_to_fit_cells() -> None:
    rows = tuple(FormRow(number, None, (f"p1-{number * 7919}", *TASK[1:])) for number in range(9000))
    lines = sign_identity(replace(FORM, rows=rows), KEY)
    assert len(lines) > 4
    assert max(map(len, lines)) <= 32_767
    assert read_identity(lines, KEY).rows == rows


def swapped(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The signature of one form over another one's rows."""
    return (*lines[:3], *sign_identity(replace(FORM, unit=8), KEY)[3:])


@pytest.mark.parametrize("change", [swapped, lambda lines: lines[:2], lambda lines: (*lines[:3], "???")])
def test_a_changed_identity_is_refused(change: Any) -> None:
    with pytest.raises(InputError, match="损坏或被改动"):
        read_identity(change(sign_identity(FORM, KEY)), KEY)


def test_another_key_is_another_office() -> None:
    with pytest.raises(InputError, match="专班办公室"):
        read_identity(sign_identity(FORM, "b2" * 16), KEY)


def test_the_note_names_the_tasks_once() -> None:
    note = cover_note(FORM, "李四 0951-1234567", DUE)
    assert note.count("摸清小区底数") == 1
    for part in ("市住建局：", "2023年8月25日前", "共 1 项任务", "李四 0951-1234567", "不得录入涉密事项"):
        assert part in note
