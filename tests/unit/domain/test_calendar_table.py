"""The table of a year: how it may be written, and what is said of a wrong one."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import day
from wuye_cli.domain.calendar import CalendarDay
from wuye_cli.domain.calendar_table import parse_calendar
from wuye_cli.errors import InputError

HOLIDAY, WORKED = CalendarDay(day("2027-02-06"), False, "春节"), CalendarDay(day("2027-02-20"), True, "春节")


@pytest.mark.parametrize(
    "text",
    [
        "on,is_working,name\n2027-02-06,0,春节\n2027-02-20,1,春节\n",
        "\ufeffname,on,is_working\r\n春节,2027/2/20,1\r\n春节,2027/2/6,0\r\n,,\r\n",
        "日期,安排,名称\n2027年2月6日,放假,春节\n2027年2月20日,上班,春节\n",
    ],
    ids=["as shipped", "saved by Excel, in another order", "in Chinese"],
)
def test_a_table_may_be_written_in_several_ways(text: str) -> None:
    assert parse_calendar(text, "2027.csv", 2027) == (HOLIDAY, WORKED)


def test_a_day_needs_no_name() -> None:
    assert parse_calendar("on,is_working\n2027-02-06,0", "a.csv", 2027) == (CalendarDay(day("2027-02-06"), False, ""),)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("下周一,0,春节", "第2行：“下周一”不是日期，请写成 2023-08-31 这样。"),
        ("2027-02-30,0,春节", "第2行：“2027-02-30”不是日期，请写成 2023-08-31 这样。"),
        ("2027-02-06,半天,春节", "第2行：“半天”看不懂，请写 0（放假）或 1（上班）。"),
        ("2027-02-06", "第2行：“”看不懂，请写 0（放假）或 1（上班）。"),
        ("2026-12-31,0,元旦", "第2行：2026-12-31 不在 2027 年，请放到 2026 年的文件里。"),
        ("2027-02-06,0,春节\n2027-02-06,1,春节", "第3行：2027-02-06 写了两次，请只留一行。"),
        ("", "没有一天，请写上放假和调休上班的日期。"),
    ],
)
def test_everything_wrong_is_said_with_its_line(row: str, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_calendar(f"on,is_working,name\n{row}\n", "2027.csv", 2027)
    assert caught.value.details == (sentence,)
    assert "“2027.csv”" in caught.value.message


@pytest.mark.parametrize("text", ["", "2027-02-06,0,春节", "on,name\n2027-02-06,春节"])
def test_a_table_without_headings_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="不是可用的工作日历") as caught:
        parse_calendar(text, "2027.csv", 2027)
    assert caught.value.details == ("第一行应写明各栏：on,is_working,name（或 日期,安排,名称）。",)
