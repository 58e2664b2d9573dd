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


def test_the_page_is_one_file_as_of_the_day(register: Wuye) -> None:
    page = register.folder / "总览.html"
    register("export", "html", "-o", page)
    text = page.read_text(encoding="utf-8")
    assert "截至2023年11月15日" in text
    assert "摸清小区底数" in text
    register("export", "html", "-o", page, "--plan", "p9", code=3)
    assert page.read_text(encoding="utf-8") == text
    register("export", "html", "-o", register.folder / "总览.pdf", code=2)


def test_the_same_page_made_again_has_the_same_bytes(register: Wuye) -> None:
    for name in ("一.html", "二.html"):
        register("export", "html", "-o", register.folder / name)
    assert (register.folder / "一.html").read_bytes() == (register.folder / "二.html").read_bytes()
