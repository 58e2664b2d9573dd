"""Lights on the command line: a policy per plan, and what a light rests on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Wuye


@pytest.fixture
def reported(register: Wuye) -> Wuye:
    """The three tasks on 15 November 2023, the second at 62 % in October."""
    register("update", "2", "--percent", "40", "--month", "2023-09", "--on", "2023-09-28")
    register("update", "2", "--percent", "62", "--month", "2023-10", "--on", "2023-10-25")
    return register


def without_lights(value: Any) -> Any:
    """A JSON document without its lights and their reasons."""
    if isinstance(value, dict):
        lights = {"light", "light_reason", "by_light", "policy"}
        return {key: without_lights(item) for key, item in value.items() if key not in lights}
    return [without_lights(item) for item in value] if isinstance(value, list) else value


def everything(wuye: Wuye) -> list[Any]:
    questions = (("list", "--archived"), ("overdue",), ("due",), ("status",), ("plan", "list"))
    return [wuye.json(*words) for words in questions]


def test_a_change_of_policy_changes_lights_and_nothing_else(reported: Wuye) -> None:
    seen = set()
    before = everything(reported)
    for policy in ("office", "yinchuan", "xuancheng", "three-day"):
        reported("plan", "edit", "p1", "--policy", policy)
        after = everything(reported)
        assert without_lights(after) == without_lights(before)
        seen.add(tuple(task["light"] for task in after[0]["tasks"]))
    assert len(seen) > 1


def told(wuye: Wuye, *words: str) -> dict[str, str]:
    """The labelled lines of an explanation."""
    page = wuye("show", *words, "--explain").stdout.split("亮灯依据\n", 1)[1]
    found: dict[str, str] = {}
    label = ""
    for line in page.splitlines():
        label = line.split()[0] if not line.startswith(" ") else label
        found[label] = found.get(label, "") + line.removeprefix(label).strip()
    return found


def test_a_light_says_its_rule_its_numbers_and_how_long_it_has_been_so(reported: Wuye) -> None:
    reported("plan", "edit", "p1", "--issued-on", "2023-01-01")
    assert told(reported, "2") == {
        "规则": "通用规则（office）",
        "判定": "黄灯：落后达到10个百分点",
        "序时": "从2023年1月1日到2023年12月31日按天平均，到2023年11月15日应达87.4%",
        "实际": "62%，落后25.4个百分点",
        "时限": "2023年12月31日，还有46天",
        "持续": "连续2个月为黄灯（2023年10月以来，按各月末当时情况计）",
        "数据来源": "进度 62%：填报数，市发展和改革委员会 62%（2023年10月）",
    }


def test_an_explanation_is_data_too(reported: Wuye) -> None:
    why = reported.json("show", "2", "--explain")["explanation"]
    assert (why["policy"], why["light"], why["causes"]) == ("office", "yellow", ["落后达到10个百分点"])
    assert (why["expected"], why["actual"], why["behind"], why["days_left"]) == (87.4, 62, 25.4, 46)
    assert (why["months"], why["since"]) == (2, "2023-10")
    assert why["figures"][0]["sources"] == [
        {"name": "市发展和改革委员会", "value": 62, "month": "2023-10", "finished": False}
    ]
    assert "explanation" not in reported.json("show", "2")


def test_a_report_known_only_later_does_not_change_the_month_ends_before(reported: Wuye) -> None:
    reported("update", "2", "--percent", "80", "--month", "2023-09", "--on", "2023-11-10", "--note", "补报")
    reported("update", "2", "--percent", "82", "--month", "2023-10", "--on", "2023-11-10")
    why = reported.json("show", "2", "--explain")["explanation"]
    assert (why["light"], why["months"], why["since"]) == ("green", 1, "2023-11")


def test_the_figure_of_a_group_shows_every_member(register: Wuye) -> None:
    register("task", "edit", "2", "--lead", "各区政府")
    register("update", "2", "--unit", "兴庆区人民政府", "--percent", "90", "--month", "2023-10")
    register("finish", "2", "--unit", "金凤区人民政府")
    sources = told(register, "2")["数据来源"]
    assert sources == (
        "进度 63.3%：各单位平均，兴庆区人民政府 90%（2023年10月）＋西夏区人民政府 未报送（按0%计）＋"
        "金凤区人民政府 100%（已办结），除以3"
    )


def test_amounts_show_what_they_are_the_sum_of(register: Wuye) -> None:
    register("task", "edit", "2", "--lead", "各区政府")
    register("target", "set", "2", "试点小区", "--value", "9", "--unit", "个")
    register(
        "update", "2", "--unit", "兴庆区人民政府", "--value", "试点小区=2", "--value", "公示率=60", "--month", "2023-10"
    )
    register("update", "2", "--unit", "金凤区人民政府", "--value", "试点小区=3", "--month", "2023-11")
    figures = {one["name"]: one for one in register.json("show", "2", "--explain")["explanation"]["figures"]}
    assert (figures["试点小区"]["value"], figures["试点小区"]["how"]) == (5, "sum")
    assert [(one["name"][:3], one["value"]) for one in figures["试点小区"]["sources"]] == [("兴庆区", 2), ("金凤区", 3)]
    assert (figures["公示率"]["value"], figures["公示率"]["how"]) == (20, "mean")
    assert [one["value"] for one in figures["公示率"]["sources"]] == [60, None, None]
    assert figures["进度"]["how"] == "targets"


@pytest.mark.parametrize(
    ("task", "decision"),
    [("1", "红灯：已逾期"), ("3", "灰灯：没有明确日期的完成时限，不作判定")],
)
def test_every_light_is_explained_by_what_decided(register: Wuye, task: str, decision: str) -> None:
    assert told(register, task)["判定"].startswith(decision)


def test_where_nothing_is_expected_nothing_is_counted_as_missing(register: Wuye) -> None:
    assert set(told(register, "3")) == {"规则", "判定", "持续"}


def test_months_by_the_calendar_are_named_where_the_policy_counts_so(reported: Wuye) -> None:
    reported("plan", "edit", "p1", "--policy", "xuancheng")
    told_now = told(reported, "2")
    assert told_now["判定"] == "黄灯：低于序时进度"
    assert told_now["序时"] == "从2023年1月1日到2023年12月31日按整月平均，到2023年11月15日应达83.3%"
