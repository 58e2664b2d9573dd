"""Which tasks a list shows."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import (
    day,
    doubt,
    due,
    finish,
    milestone,
    plan,
    register_facts,
    report,
    shipped_policies,
    task,
    unit,
    units,
)
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.terms import Light, Role, Status
from wuye_cli.reports.lines import Register
from wuye_cli.reports.register import build_register
from wuye_cli.reports.selection import Selection, select_tasks

UNITS = units(
    unit(1, "市住建局"),
    unit(2, "甲区政府"),
    unit(3, "市民政局"),
    unit(10, "各区政府", (2,)),
    unit(11, "各成员单位", (10, 3)),
)
TASKS = (
    task(1, title="制定培训计划", deadlines=(due("2023-06-30"),), milestones=(milestone("2023-04-30"),)),
    task(2, leads=(10,), responsible=(1,), level="县级", deadlines=(due("2023-10-31"),), doubts=(doubt(),)),
    task(3, leads=(3,), guides=(2,), content="开展物业培训", events=(finish("2023-08-01"),)),
    task(4, leads=(), responsible=(11,), remark="A类", milestones=(milestone("2023-05-31"),)),
    task(5, archived_on=day("2023-08-01")),
    task(6, plan=2, code="p2-1", section="（一）强基础", reports=(report(1, "2023-07", 10),)),
)


def everything() -> Register:
    facts = register_facts(*TASKS, plans=(plan(), plan(id=2, code="p2")), known=UNITS)
    return build_register(facts, OfficeFacts(), day("2023-08-31"), shipped_policies())


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(), "p1-1 p1-2 p1-3 p1-4 p2-1"),
        (Selection(archived=True), "p1-1 p1-2 p1-3 p1-4 p1-5 p2-1"),
        (Selection(plan="p2"), "p2-1"),
        (Selection(unit="市住建局"), "p1-1 p1-2 p2-1"),
        (Selection(unit="市住建局", role=Role.LEAD), "p1-1 p2-1"),
        (Selection(unit="甲区政府"), "p1-2 p1-3 p1-4"),
        (Selection(unit="甲区政府", role=Role.GUIDE), "p1-3"),
        (Selection(unit="各区政府"), "p1-2 p1-4"),
        (Selection(unit="无此单位"), ""),
        (Selection(role=Role.RESPONSIBLE), "p1-2 p1-4"),
        (Selection(level="县级"), "p1-2"),
        (Selection(status=Status.DONE), "p1-3"),
        (Selection(light=Light.RED), "p1-1 p1-2"),
        (Selection(due_before=day("2023-10-31")), "p1-1 p1-2"),
        (Selection(due_before=day("2023-10-30")), "p1-1"),
        (Selection(due_after=day("2023-10-31")), "p1-2"),
        (Selection(due_after=day("2023-07-01"), due_before=day("2023-12-31")), "p1-2"),
        (Selection(doubt=True), "p1-2"),
        (Selection(text="培训"), "p1-1 p1-3"),
        (Selection(text="a类"), "p1-4"),
        (Selection(text="强基础"), "p2-1"),
        (Selection(text="P2-"), "p2-1"),
        (Selection(text="培训", status=Status.DONE), "p1-3"),
    ],
)
def test_selected_tasks(selection: Selection, codes: str) -> None:
    assert " ".join(task.code for task in select_tasks(everything(), selection).tasks) == codes


def test_milestones_go_with_their_tasks() -> None:
    assert [line.code for line in select_tasks(everything(), Selection()).milestones] == ["p1-1", "p1-4"]
    assert [line.code for line in select_tasks(everything(), Selection(text="培训")).milestones] == ["p1-1"]
