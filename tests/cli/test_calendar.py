"""wuye calendar: what comes with the program, what the office adds, what nobody knows."""

from __future__ import annotations

import openpyxl
import pytest

from tests.cli.conftest import Wuye

YEAR_2030 = "on,is_working,name\n2030-05-01,0,劳动节\n2030-05-25,1,劳动节\n"


def test_a_shipped_year_is_shown(register: Wuye) -> None:
    shown = register("calendar", "show", "2023")
    assert "2023-06-25 │ 周日 │ 上班 │ 端午节 │ 随程序" in shown.stdout
    assert shown.stderr == ""


def test_an_unknown_year_is_a_warning(register: Wuye) -> None:
    shown = register("calendar", "show", "2030")
    assert "（无）" in shown.stdout
    assert "没有 2030 年的放假和调休安排，只按周六、周日休息计算" in shown.stderr
    assert register.json("calendar", "show", "2030") == {"schema": "wuye.calendar/1", "year": 2030, "days": []}


def test_the_office_adds_a_year_and_replaces_it(register: Wuye) -> None:
    added = register("calendar", "add", "2030", register.file("2030.csv", YEAR_2030))
    assert added.stdout == "读到 2030 年 2 天：放假 1 天，上班 1 天。\n已写入台账。\n"
    days = register.json("calendar", "show", "2030")["days"]
    assert days[1] == {"on": "2030-05-25", "is_working": True, "name": "劳动节", "own": True}
    assert "没有改动" in register("calendar", "add", "2030", register.folder / "2030.csv").stdout
    register("calendar", "add", "2030", register.file("2030.csv", "日期,安排\n2030年5月2日,放假\n"))
    assert [day["on"] for day in register.json("calendar", "show", "2030")["days"]] == ["2030-05-02"]


def test_a_local_holiday_wins_and_the_other_days_stay(register: Wuye) -> None:
    register("calendar", "add", "2023", register.file("古尔邦节.csv", "on,is_working,name\n2023-06-25,0,调休\n"))
    days = {day["on"]: day for day in register.json("calendar", "show", "2023")["days"]}
    assert days["2023-06-25"] == {"on": "2023-06-25", "is_working": False, "name": "调休", "own": True}
    assert (len(days), days["2023-06-22"]["own"]) == (35, False)


def test_a_table_of_excel_does_as_well(register: Wuye) -> None:
    workbook = openpyxl.Workbook()
    for row in (["2030年放假安排"], ["日期", "安排", "名称"], ["2030-05-01", "放假", "劳动节"]):
        workbook.worksheets[0].append(row)
    workbook.save(register.folder / "2030.xlsx")
    assert "放假 1 天" in register("calendar", "add", "2030", register.folder / "2030.xlsx").stdout


def test_a_dry_run_writes_nothing(register: Wuye) -> None:
    register("calendar", "add", "2030", register.file("2030.csv", YEAR_2030), "--dry-run")
    assert register.json("calendar", "show", "2030")["days"] == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("on,is_working,name\n2029-05-01,0,劳动节\n", "第2行：2029-05-01 不在 2030 年"),
        ("劳动节放假三天\n", "第一行应写明各栏"),
        ("", "是空的"),
    ],
)
def test_a_wrong_table_is_refused_whole(content: str, sentence: str, register: Wuye) -> None:
    result = register("calendar", "add", "2030", register.file("2030.csv", content), code=1)
    assert sentence in result.stderr
    assert register.json("calendar", "show", "2030")["days"] == []


def test_a_file_that_is_not_there_is_said(register: Wuye) -> None:
    assert "找不到文件" in register("calendar", "add", "2030", "无.csv", code=1).stderr
