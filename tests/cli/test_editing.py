"""plan, task, unit, config: every change is one command, visible at once and journaled."""

from __future__ import annotations

import sqlite3
from typing import Any

from tests.cli.conftest import Wuye


def task(wuye: Wuye, code: str) -> Any:
    return wuye.json("show", code)["tasks"][0]


def test_a_leader_adds_a_task(register: Wuye) -> None:
    register("task", "add", "--title", "开通热线", "--lead", "市住建局、市民政局", "--deadline", "2023年12月底前")
    added = task(register, "p1-4")
    assert (added["title"], added["lead"], added["due"]) == (
        "开通热线",
        ["市住房和城乡建设局", "市民政局"],
        "2023-12-31",
    )


def test_a_leader_changes_a_unit_a_date_and_a_title(register: Wuye) -> None:
    register("task", "edit", "1", "--title", "核清小区底数", "--lead", "市民政局", "--deadline", "2023-12-15")
    changed = task(register, "1")
    assert (changed["title"], changed["lead"], changed["due"]) == ("核清小区底数", ["市民政局"], "2023-12-15")


def test_an_archived_task_is_out_of_the_list_but_not_lost(register: Wuye) -> None:
    register("task", "archive", "1", "--yes")
    assert len(register.json("list")["tasks"]) == 2
    assert len(register.json("list", "--archived")["tasks"]) == 3


def test_an_archived_plan_takes_its_tasks_with_it(register: Wuye) -> None:
    register("plan", "archive", "p1", "--yes")
    assert register.json("list")["tasks"] == []
    assert register.json("plan", "list")["plans"] == []
    assert register.json("plan", "list", "--archived")["plans"][0]["archived"] is True


def test_a_plan_is_edited_and_shown(register: Wuye) -> None:
    register("plan", "edit", "p1", "--title", "安心小区任务清单", "--issued-on", "2023-03-01", "--policy", "three-day")
    plan = register.json("plan", "show", "p1")["plans"][0]
    assert (plan["title"], plan["issued_on"], plan["policy"]) == ("安心小区任务清单", "2023-03-01", "three-day")
    assert "成文日期" in register("plan", "show", "p1").stdout


def test_an_alias_means_the_unit_from_now_on(register: Wuye) -> None:
    register("unit", "alias", "市消防救援支队", "市消防队")
    assert register.json("unit", "show", "市消防队")["units"][0]["name"] == "市消防救援支队"
    assert len(register.json("list", "--unit", "市消防队")["tasks"]) == 1


def test_a_group_is_told_its_members(register: Wuye) -> None:
    register("task", "edit", "3", "--lead", "各街道办事处")
    register("unit", "group", "各街道办事处", "解放西街街道办事处", "凤凰北街街道办事处")
    assert task(register, "3")["reporters"] == ["解放西街街道办事处", "凤凰北街街道办事处"]


def test_the_office_is_shown_and_changed(register: Wuye) -> None:
    register("config", "--reporting-day", "20", "--contact", "0951-1234567")
    office = register.json("config")
    assert (office["reporting_day"], office["contact"], office["region"]) == (20, "0951-1234567", "银川市")
    assert "0951-1234567" in register("config").stdout


def test_every_change_is_in_the_journal_with_its_command_and_person(register: Wuye) -> None:
    register("--who", "王科", "task", "edit", "1", "--remark", "按季调度")
    register("finish", "1")
    connection = sqlite3.connect(register.db)
    who, command = connection.execute("SELECT who, command FROM journal ORDER BY id DESC LIMIT 1 OFFSET 1").fetchone()
    connection.close()
    assert who == "王科"
    assert command.endswith("task edit 1 --remark 按季调度")
