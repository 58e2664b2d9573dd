"""Recurring duties on the command line: 每季度 becomes 2023Q1, 2023Q2, each with a state of its own."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from tests.cli.conftest import Wuye

PLAN = """序号,重点任务,完成时限,牵头单位
1,开展物业服务质量检查,每季度,市住房和城乡建设局
2,完成摸底,2023年12月底前,市民政局
"""


@pytest.fixture
def recurring(wuye: Wuye) -> Wuye:
    """A plan issued in February 2023 with a quarterly duty, on 15 August."""
    wuye.as_of = "2023-02-10"
    wuye("init", "--name", "专班办公室", "--region", "银川市")
    wuye("import", wuye.file("清单.csv", PLAN), "--yes")
    wuye("plan", "edit", "p1", "--issued-on", "2023-02-10")
    wuye.as_of = "2023-08-15"
    return wuye


def periods(wuye: Wuye, task: str = "1") -> list[tuple[str, str]]:
    return [(one["period"], one["state"]) for one in wuye.json("show", task)["tasks"][0]["periods"]]


def recorded(wuye: Wuye) -> list[Any]:
    connection = sqlite3.connect(wuye.db)
    found = connection.execute("SELECT id, period, due_on FROM period_record ORDER BY id").fetchall()
    connection.close()
    return found


def test_a_recurring_duty_is_asked_period_by_period_and_reading_writes_nothing(recurring: Wuye) -> None:
    assert periods(recurring) == [("2023Q1", "late"), ("2023Q2", "late"), ("2023Q3", "open")]
    assert periods(recurring, "2") == []
    assert recorded(recurring) == []
    recurring.as_of = "2023-03-31"
    assert periods(recurring) == [("2023Q1", "open")]


def test_a_report_of_one_of_its_months_does_a_period(recurring: Wuye) -> None:
    recurring("update", "1", "--note", "已检查12个小区", "--month", "2023-05")
    assert periods(recurring) == [("2023Q1", "late"), ("2023Q2", "done"), ("2023Q3", "open")]
    line = recurring.json("show", "1")["tasks"][0]["periods"][1]
    assert (line["every"], line["due"], line["done_on"], line["days_overdue"]) == (
        "quarter", "2023-06-30", "2023-08-15", None,
    )  # fmt: skip


def test_periods_are_recorded_once_when_a_month_is_written(recurring: Wuye) -> None:
    recurring("update", "2", "--percent", "50")
    first = recorded(recurring)
    assert [period for _, period, _ in first] == ["2023Q1", "2023Q2", "2023Q3"]
    recurring("update", "2", "--percent", "60")
    assert recorded(recurring) == first
    recurring.as_of = "2023-10-01"
    recurring("update", "2", "--percent", "70")
    assert recorded(recurring)[:3] == first
    assert [period for _, period, _ in recorded(recurring)[3:]] == ["2023Q4"]


@pytest.mark.parametrize("reported", [True, False], ids=["recorded before", "recorded by the change itself"])
def test_history_is_never_moved_when_the_rhythm_changes(recurring: Wuye, *, reported: bool) -> None:
    if reported:
        recurring("update", "2", "--percent", "50")
    recurring("task", "edit", "1", "--deadline", "每月")
    recurring.as_of = "2023-11-15"
    assert [period for period, _ in periods(recurring)] == ["2023Q1", "2023Q2", "2023Q3", "2023-10", "2023-11"]
    recurring.as_of = "2023-08-15"
    assert [period for period, _ in periods(recurring)] == ["2023Q1", "2023Q2", "2023Q3"]


def test_a_corrected_issue_date_moves_what_is_not_recorded_yet(recurring: Wuye) -> None:
    recurring("plan", "edit", "p1", "--issued-on", "2023-06-10")
    assert [period for period, _ in periods(recurring)] == ["2023Q2", "2023Q3"]
    recurring("update", "2", "--percent", "50")
    recurring("plan", "edit", "p1", "--issued-on", "2023-07-10")
    assert [period for period, _ in periods(recurring)] == ["2023Q2", "2023Q3"]


def test_missed_periods_are_listed_beside_the_overdue_tasks(recurring: Wuye) -> None:
    found = recurring.json("overdue")
    assert found["tasks"] == []
    assert [(one["code"], one["period"], one["days_overdue"]) for one in found["periods"]] == [
        ("p1-1", "2023Q1", 137),
        ("p1-1", "2023Q2", 46),
    ]
    assert "周期性工作（截至2023年8月15日，共2期）" in recurring("overdue").stdout
    recurring("overdue", "--check", code=4)
    assert [one["period"] for one in recurring.json("due", "--within", "60")["periods"]] == ["2023Q3"]


def test_a_recurring_duty_stays_other_in_the_counts(recurring: Wuye) -> None:
    counts = recurring.json("status")["by_status"]
    assert counts["other"] == 1
    assert sum(counts.values()) == 2


def test_periods_are_shown_with_the_task(recurring: Wuye) -> None:
    recurring("update", "1", "--note", "已检查", "--month", "2023-05")
    page = recurring("show", "1").stdout
    assert "2023Q1  2023-03-31前  逾期（137天）" in page
    assert "2023Q2  2023-06-30前  已完成（2023年8月15日）" in page
    assert "2023Q3  2023-09-30前  未完成" in page


def test_a_period_is_claimed_and_the_claim_taken_back(recurring: Wuye) -> None:
    said = recurring("finish", "1", "--period", "2023q1", "--on", "2023-04-03").stdout
    assert "周期性工作（2023Q1）" in said
    assert periods(recurring)[0] == ("2023Q1", "done")
    assert recurring.json("show", "1")["tasks"][0]["finished_on"] is None
    assert "已于 2023-04-03 办结" in recurring("finish", "1", "--period", "2023Q1", code=3).stderr
    recurring("reopen", "1", "--period", "2023Q1", "--reason", "材料不全")
    assert periods(recurring)[0] == ("2023Q1", "late")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("1", "--period", "2023Q5"), 2, "请写成 2026-03、2026Q1"),
        (("1", "--period", "2023Q4"), 3, "没有“2023Q4”这一期：到 2023-08-15 有 2023Q1、2023Q2、2023Q3"),
        (("1", "--period", "2023-05"), 3, "没有“2023-05”这一期"),
        (("2", "--period", "2023Q1"), 3, "没有周期性工作"),
        (("1", "--period", "2023Q1", "--milestone", "2023-05-01"), 2, "只能写一个"),
    ],
)
def test_only_a_period_that_has_begun_is_claimed(
    recurring: Wuye, words: tuple[str, ...], code: int, sentence: str
) -> None:
    assert sentence in recurring("finish", *words, code=code).stderr
    assert recorded(recurring) == []


def test_a_finished_task_asks_for_no_more_periods(recurring: Wuye) -> None:
    recurring("finish", "1", "--on", "2023-06-10")
    assert periods(recurring) == [("2023Q1", "late"), ("2023Q2", "done")]
    assert recurring.json("overdue")["periods"] == []


def test_periods_are_recorded_when_forms_go_out(recurring: Wuye) -> None:
    recurring("form", "send", "2023-08", "-o", recurring.folder / "八月")
    assert [period for _, period, _ in recorded(recurring)] == ["2023Q1", "2023Q2", "2023Q3"]


def test_a_newer_version_of_the_document_does_not_move_history_either(recurring: Wuye) -> None:
    newer = recurring.file("清单新.csv", PLAN.replace("每季度", "每月"))
    recurring("import", newer, "--version-of", "p1", "--yes")
    recurring.as_of = "2023-10-15"
    assert [period for period, _ in periods(recurring)] == ["2023Q1", "2023Q2", "2023Q3", "2023-10"]


def test_one_member_of_a_group_does_its_part_of_a_period(recurring: Wuye) -> None:
    recurring("task", "edit", "1", "--lead", "各区政府")
    for district in ("兴庆区", "西夏区", "金凤区"):
        assert periods(recurring)[0] == ("2023Q1", "late")
        recurring("finish", "1", "--period", "2023Q1", "--unit", f"{district}人民政府")
    assert periods(recurring)[0] == ("2023Q1", "done")


def test_what_a_report_recorded_goes_with_it_when_it_is_undone(recurring: Wuye) -> None:
    before = periods(recurring)
    recurring("update", "2", "--percent", "50")
    recurring("undo", "--yes")
    assert recorded(recurring) == []
    assert periods(recurring) == before
