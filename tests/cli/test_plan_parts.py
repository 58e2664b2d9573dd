"""What a plan prints beside its tasks: its phases, and what it asks of units for good."""

from __future__ import annotations

from tests.cli.conftest import Wuye

PLAN = """银川市2023年小区停车整治工作方案

一、主要任务
（一）规范停车秩序。划定停车泊位。（责任单位：市公安局）
（二）增设停车泊位。新增停车泊位。（责任单位：市住建局）

二、实施步骤
（一）动员部署阶段（2023年3月—4月）。制定方案。
（二）集中整治阶段（即日起至2023年11月底）。逐项整改。

三、责任分工
（一）市城市管理局：负责指导停车管理。
"""


def test_the_phases_and_duties_of_a_plan_are_shown(wuye: Wuye) -> None:
    wuye("init", "--name", "整治办", "--region", "银川市")
    told = wuye("import", wuye.file("方案.txt", PLAN), "--yes").output
    assert "阶段：动员部署阶段（2023年3月—4月）" in told
    shown = wuye("plan", "show", "p1").output
    assert "动员部署阶段：2023-03-01 至 2023-04-30" in shown
    assert "集中整治阶段：至 2023-11-30" in shown
    assert "市城市管理局：负责指导停车管理。" in shown


def test_they_are_part_of_the_json(wuye: Wuye) -> None:
    wuye("init", "--name", "整治办", "--region", "银川市")
    wuye("import", wuye.file("方案.txt", PLAN), "--yes")
    (plan,) = wuye.json("plan", "show", "p1")["plans"]
    assert plan["phases"][0] == {"name": "动员部署阶段", "start": "2023-03-01", "end": "2023-04-30"}
    assert plan["duties"] == [{"unit": "市城市管理局", "text": "负责指导停车管理。"}]


def test_a_newer_version_brings_its_phases(wuye: Wuye) -> None:
    wuye("init", "--name", "整治办", "--region", "银川市")
    wuye("import", wuye.file("方案.txt", PLAN), "--yes")
    wuye("import", wuye.file("新方案.txt", PLAN.replace("3月—4月", "3月—5月")), "--yes")
    (plan,) = wuye.json("plan", "show", "p1")["plans"]
    assert [phase["end"] for phase in plan["phases"]] == ["2023-05-31", "2023-11-30"]


def test_that_the_first_named_unit_leads_is_noted(wuye: Wuye) -> None:
    words = PLAN.replace("一、主要任务\n", "一、主要任务\n（列第一位的为牵头单位）\n")
    told = wuye("import", wuye.file("方案.txt", words), "--dry-run").output
    assert "提示：文中写明列在第一位的单位牵头" in told
