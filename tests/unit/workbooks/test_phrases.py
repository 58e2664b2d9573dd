"""The phrases of an office stand on a sheet of its template."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from wuye_cli.errors import InputError
from wuye_cli.workbooks.phrases import read_phrases


def template(*rows: tuple[object, ...], sheet: str = "用语") -> bytes:
    workbook = Workbook()
    page = workbook.create_sheet(sheet)
    for row in rows:
        page.append(row)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def test_phrases_are_read_by_case_wherever_the_columns_stand() -> None:
    content = template(
        ("下面的话可以改",), ("序号", "用语", "情形"), (1, " {项数}项逾期。", "逾期 "), (), (2, None, "报送")
    )
    assert read_phrases(content, "模板.xlsx") == (("逾期", "{项数}项逾期。"), ("报送", ""))


def test_a_template_without_the_sheet_has_no_phrases() -> None:
    assert read_phrases(template(("情形", "用语"), sheet="说明"), "模板.xlsx") == ()


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([("逾期", "尽快办结。")], "没有表头"),
        ([("情形", "用语"), ("逾期", "甲"), ("逾期", "乙")], "“逾期”写了两次"),
    ],
)
def test_a_sheet_that_cannot_be_understood_is_told(rows: list[tuple[object, ...]], problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_phrases(template(*rows), "模板.xlsx")
