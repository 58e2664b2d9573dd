"""wuye form status: who has reported, on the screen, as text for the group chat, as JSON, as an exit code."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Wuye

CONTACTS = (
    "单位,分管领导,职务,电话,联络员,职务,手机\n"
    "市住房和城乡建设局,王局,副局长,0951-1111111,张三,科长,13900000001\n"
    "市消防救援支队,,,,李四,参谋,13900000002\n"
)


@pytest.fixture
def november(register: Wuye) -> Wuye:
    """29 November 2023, whose reporting day (Saturday 25) was moved to Monday 27: in time, late, missing."""
    register("unit", "import", register.file("通讯录.csv", CONTACTS), "--yes")
    register.as_of = "2023-11-29"
    register("update", "2", "--percent", "40", "--month", "2023-11", "--on", "2023-11-27")
    register("update", "3", "--percent", "40", "--month", "2023-11", "--on", "2023-11-28")
    return register


def states(wuye: Wuye, *words: str) -> dict[str, str]:
    return {unit["unit"]: unit["state"] for unit in wuye.json("form", "status", "2023-11", *words)["units"]}


def test_each_unit_has_its_state(november: Wuye) -> None:
    assert states(november) == {
        "市住房和城乡建设局": "未报送",
        "市发展和改革委员会": "已报送",
        "市消防救援支队": "迟报",
    }
    november("config", "--rest-day", "keep")
    assert states(november)["市发展和改革委员会"] == "迟报"


def test_a_unit_with_a_part_of_its_reports_counts_as_missing(november: Wuye) -> None:
    november("task", "edit", "1", "--lead", "市发展和改革委员会")
    assert states(november)["市发展和改革委员会"] == "部分报送"
    assert "市发展和改革委员会（缺 p1-1）" in november("form", "status", "2023-11", "--text").stdout
    november("form", "status", "2023-11", "--check", code=4)


def test_the_screen_shows_whom_to_call_and_the_day_that_counts(november: Wuye) -> None:
    november.env = {"COLUMNS": "160"}
    output = november("form", "status", "2023-11").stdout
    assert "应报送单位3家：已报送1家、迟报1家、零报告0家、未报送1家。" in output
    assert "报送时限：2023年11月27日（11月25日是休息日，顺延）。" in output
    assert "王局副局长、张三科长" in output
    assert "13900000002" in output


def test_the_text_can_be_pasted_as_it_stands(november: Wuye) -> None:
    assert november("form", "status", "2023-11", "--text").stdout == (
        "【2023年11月份进展报送情况】\n"
        "截至2023年11月29日，应报送单位3家：已报送1家、迟报1家、零报告0家、未报送1家。\n"
        "未报送（1家）：市住房和城乡建设局（张三）。\n"
        "迟报（1家）：市消防救援支队。\n"
        "已报送（1家）：市发展和改革委员会。\n"
        "请未报送的单位尽快报送；没有进展的也要报送，并注明“本月无进展”。\n"
    )


def test_before_the_day_the_text_names_it(november: Wuye) -> None:
    november.as_of = "2023-11-27"
    text = november("form", "status", "2023-11", "--text").stdout
    assert "请未报送的单位于2023年11月27日（11月25日是休息日，顺延）前报送" in text


def test_check_tells_by_exit_code_that_units_are_missing(november: Wuye) -> None:
    november("form", "status", "2023-11", "--check", code=4)
    november("update", "1", "--percent", "0", "--month", "2023-11", "--note", "本月无进展")
    november("form", "status", "2023-11", "--check")
    assert states(november)["市住房和城乡建设局"] == "迟报"
    assert "各单位均已报送。" in november("form", "status", "2023-11", "--text").stdout


def test_a_year_without_a_calendar_is_a_warning(register: Wuye) -> None:
    register.as_of = "2030-05-28"
    shown = register("form", "status", "2030-05")
    assert "没有 2030 年的放假和调休安排" in shown.stderr
    assert "报送时限：2030年5月27日（5月25日是休息日，顺延）。" in shown.stdout
    register("calendar", "add", "2030", register.file("2030.csv", "on,is_working\n2030-05-25,1\n"))
    shown = register("form", "status", "2030-05")
    assert (shown.stderr, "报送时限：2030年5月25日。" in shown.stdout) == ("", True)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["2023-12"], 2, "2023年12月还没有到"),
        (["2023-13"], 2, "请写成 2023-08 这样"),
        (["2023-10", "--plan", "p9"], 3, "没有编号为“p9”的方案"),
    ],
)
def test_a_month_or_plan_that_is_none_is_refused(words: list[str], code: int, sentence: str, register: Wuye) -> None:
    assert sentence in register("form", "status", *words, code=code).stderr


def test_forms_that_go_out_name_the_day_that_counts(register: Wuye) -> None:
    register.as_of = "2030-05-20"
    sent = register("form", "send", "2030-05", "-o", register.folder / "表", "--dry-run")
    assert "请各单位于 2030-05-27 前报送" in sent.stdout
    assert "没有 2030 年的放假和调休安排" in sent.stderr
