"""`wuye target`: list, set, split, as a clerk types them."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from tests.cli.conftest import Wuye


def listed(wuye: Wuye, *words: str) -> list[dict[str, Any]]:
    targets: list[dict[str, Any]] = wuye.json("target", "list", *words)["targets"]
    return targets


def rows(wuye: Wuye, table: str) -> list[Any]:
    connection = sqlite3.connect(wuye.db)
    found = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a name of ours
    connection.close()
    return found


@pytest.fixture
def quota(register: Wuye) -> Wuye:
    """Task 1 wants nine pilots by the end of 2023."""
    register("target", "set", "1", "试点小区", "--value", "9", "--unit", "个", "--by", "2023-12-31")
    return register


def test_a_yearly_target_is_shown_beside_what_it_should_be_by_now(register: Wuye) -> None:
    register("update", "2", "--value", "公示率=60", "--month", "2023-10")
    (target,) = listed(register, "2")
    assert (target["code"], target["indicator"], target["value"], target["by"]) == ("p1-2", "公示率", 90, "2023-12-31")
    assert (target["reached"], target["rate"], target["expected"]) == (60, 66.7, 75)
    assert (target["status"], target["light"], target["behind"]) == ("behind", "yellow", 16.6)
    page = register("target", "list").stdout
    assert all(part in page for part in ("公示率", "≥90%", "66.7%", "75%", "慢序时"))


def test_at_its_date_a_target_is_met_or_overdue(register: Wuye) -> None:
    register.as_of = "2024-01-01"
    assert listed(register)[0]["status"] == "overdue"
    register("update", "2", "--value", "公示率=90", "--month", "2023-12")
    assert (listed(register)[0]["status"], listed(register)[0]["light"]) == ("done", "blue")


def test_a_target_is_added_and_changed_and_both_are_in_the_journal(register: Wuye) -> None:
    added = register("target", "set", "1", "建档率", "--value", "80", "--unit", "%", "--by", "2023-12-31").stdout
    assert added == "任务 p1-1 新增目标：建档率 ≥80%（2023年12月31日前）。\n"
    changed = register("target", "set", "1", "建档率", "--value", "85%", "--op", "＞").stdout
    assert changed == "任务 p1-1 的目标：建档率 ≥80%（2023年12月31日前） → 建档率 ＞85%（2023年12月31日前）。\n"
    assert [(one["op"], one["value"]) for one in listed(register, "1")] == [(">", 85)]
    first, second = (str(row) for row in rows(register, "journal")[-2:])
    assert "target set 1 建档率 --value 80 --unit % --by 2023-12-31" in first
    assert "target set 1 建档率 --value 85% --op ＞" in second


def test_another_date_is_another_threshold(register: Wuye) -> None:
    register("target", "set", "2", "公示率", "--value", "95", "--unit", "%", "--by", "2024-12-31")
    assert [(one["value"], one["by"]) for one in listed(register, "2")] == [(90, "2023-12-31"), (95, "2024-12-31")]
    refused = register("target", "set", "2", "公示率", "--value", "96", code=3).stderr
    assert "请用 --by 写明是哪一个：2023-12-31、2024-12-31" in refused


def test_reported_amounts_stay_with_a_changed_target(register: Wuye) -> None:
    register("update", "2", "--value", "公示率=60", "--month", "2023-10")
    register("target", "set", "2", "公示率", "--value", "80")
    assert (listed(register, "2")[0]["reached"], listed(register, "2")[0]["rate"]) == (60, 75)
    assert "不能改单位" in register("target", "set", "2", "公示率", "--unit", "个", code=3).stderr


def test_a_dry_run_writes_nothing(quota: Wuye) -> None:
    before = [rows(quota, table) for table in ("target", "journal")]
    assert "没有写入" in quota("target", "set", "1", "试点小区", "--value", "10", "--dry-run").stdout
    assert "没有写入" in quota("target", "split", "1", "试点小区", "兴庆区=9", "--dry-run").stdout
    assert [rows(quota, table) for table in ("target", "journal")] == before


def test_a_split_must_add_up(quota: Wuye) -> None:
    refused = quota("target", "split", "1", "试点小区", "兴庆区=4", "金凤区=4", code=3).stderr
    assert "分解之和是8个，总目标是9个，少1个" in refused
    assert [one["scope"] for one in listed(quota, "1")] == [""]
    quota("target", "split", "1", "试点小区", "兴庆区=4", "金凤区=5")
    assert [(one["scope"], one["value"]) for one in listed(quota, "1")] == [("", 9), ("兴庆区", 4), ("金凤区", 5)]


def test_a_split_takes_the_place_of_the_older_one_and_a_partial_one_does_not(quota: Wuye) -> None:
    quota("target", "split", "1", "试点小区", "兴庆区=4", "金凤区=5")
    quota("target", "split", "1", "试点小区", "兴庆区=4", "西夏区=5")
    assert [one["scope"] for one in listed(quota, "1")] == ["", "兴庆区", "西夏区"]
    quota("target", "split", "1", "试点小区", "金凤区=3", "--partial")
    assert {one["scope"]: one["value"] for one in listed(quota, "1")} == {"": 9, "兴庆区": 4, "西夏区": 5, "金凤区": 3}
    report = quota.json("target", "list", "1")
    assert report["differences"] == ["p1-1 试点小区（2023年12月31日前）：总目标为9个，各地区合计12个"]
    assert "各地区合计12个" in quota("target", "list").stdout


def test_quotas_roll_up(quota: Wuye) -> None:
    quota("task", "edit", "1", "--lead", "各区政府")
    quota("target", "split", "1", "试点小区", "兴庆区=2", "西夏区=3", "金凤区=4")
    quota("update", "1", "--unit", "兴庆区人民政府", "--value", "试点小区=2", "--month", "2023-10")
    quota("update", "1", "--unit", "金凤区人民政府", "--value", "试点小区=3", "--month", "2023-10")
    reached = {one["scope"]: (one["reached"], one["status"]) for one in listed(quota, "1")}
    assert reached == {"": (5, "behind"), "兴庆区": (2, "done"), "西夏区": (None, "behind"), "金凤区": (3, "behind")}


def test_the_same_target_in_two_plans_is_linked(quota: Wuye) -> None:
    quota("import", quota.file("另一清单.csv", "序号,重点任务,牵头单位\n1,建设试点小区,市住房和城乡建设局\n"), "--yes")
    quota("target", "set", "p2-1", "试点小区", "--value", "9", "--unit", "个", "--by", "2023-12-31")
    linked = {one["code"]: one["same_as"] for one in listed(quota) if one["indicator"] == "试点小区"}
    assert linked == {"p1-1": ["p2-1"], "p2-1": ["p1-1"]}
    assert "p1-1、p2-1 的“试点小区”是同一目标，不重复计算。" in quota("target", "list", "p2-1").stdout
    assert [one["code"] for one in listed(quota, "--plan", "p2")] == ["p2-1"]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["set", "2", "公示绿", "--value", "80"], 3, "您是不是要找：公示率？新增目标请写明 --value 和 --unit"),
        (["set", "2", "公示率", "--value", "八十"], 2, "“八十”不对：请写成数，如 80"),
        (["set", "2", "公示率", "--value", "-5"], 2, "不能小于 0"),
        (["set", "2", "公示率", "--op", "约"], 2, "可以写 ≥、≤、＝、＞、＜"),
        (["set", "2", "公示率", "--by", "年底", "--value", "5"], 2, "请写成 2023-08-31 这样"),
        (["set", "9", "公示率", "--value", "5"], 3, "没有编号为“9”的任务"),
        (["split", "2", "公示率", "兴庆区=90"], 3, "百分比相加没有意义"),
        (["split", "1", "试点小区", "兴青区=4", "金凤区=5"], 3, "没有名为“兴青区”的地区或单位。您是不是要找：兴庆区"),
        (["split", "1", "试点小区", "兴庆区=4", "兴庆区=5"], 2, "同一名称只能写一次"),
        (["split", "1", "试点小区", "兴庆区"], 2, "请写成 指标=数值"),
        (["split", "1", "试点", "兴庆区=9"], 3, "没有总目标“试点”"),
        (["list", "7"], 3, "没有编号为“7”的任务"),
    ],
)
def test_a_mistake_is_said_with_what_to_write(quota: Wuye, words: list[str], code: int, sentence: str) -> None:
    before = rows(quota, "target")
    assert sentence in quota("target", *words, code=code).stderr
    assert rows(quota, "target") == before


def test_a_split_is_undone_as_a_whole(quota: Wuye) -> None:
    before = rows(quota, "target")
    quota("target", "split", "1", "试点小区", "兴庆区=4", "金凤区=5")
    quota("undo", "--yes")
    assert rows(quota, "target") == before


def test_a_unit_reports_the_quota_that_bears_its_name(quota: Wuye) -> None:
    quota("task", "edit", "1", "--lead", "各区政府")
    quota("target", "split", "1", "试点小区", "兴庆区人民政府=4", "金凤区=5")
    quota("update", "1", "--unit", "兴庆区人民政府", "--value", "试点小区=3")
    assert [(one["scope"], one["reached"]) for one in listed(quota, "1")] == [
        ("", 3), ("兴庆区人民政府", 3), ("金凤区", None),
    ]  # fmt: skip
