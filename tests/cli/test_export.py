"""`wuye export`: what goes to others."""

from __future__ import annotations

from typing import Any

from openpyxl import load_workbook

from tests.cli.conftest import Wuye


def sheet_rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a printed table under its headings."""
    heading, *rows = sheet.iter_rows(min_row=3, values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def test_the_register_has_every_task_also_those_that_are_closed(register: Wuye) -> None:
    register("finish", "1", "--on", "2023-06-20")
    register("cancel", "3", "--reason", "并入其他任务", "--on", "2023-07-01")
    register("export", "register", "-o", register.folder / "台账.xlsx")
    workbook = load_workbook(register.folder / "台账.xlsx")
    assert workbook.sheetnames == ["任务台账", "目标"]
    rows = sheet_rows(workbook["任务台账"])
    assert [(row["任务编号"], row["办理情况"]) for row in rows] == [
        ("p1-1", "2023年6月20日办结，待销号"),
        ("p1-2", None),
        ("p1-3", "2023年7月1日取消"),
    ]
    assert rows[1]["目标"] == "公示率≥90%，未报送"


def test_the_register_of_one_plan_leaves_the_others_out(register: Wuye) -> None:
    register("export", "register", "-o", register.folder / "台账.xlsx", "--plan", "p7", code=3)
