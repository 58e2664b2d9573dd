"""What the log says of every kind of row: a field of the task, plan or unit that it hangs on, in the office's words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wuye_cli.domain.history import Entry, RowChange, Values
from wuye_cli.reports.log import LogChange, LogLine, build_log

PLAN: dict[str, Any] = {"id": 1, "number": 1, "title": "行动方案"}
TASK: dict[str, Any] = {"id": 1, "plan_id": 1, "code": "p1-1", "title": "摸底"}
UNIT: dict[str, Any] = {"id": 1, "name": "市民政局"}
OTHER: dict[str, Any] = {"id": 2, "name": "市公安局"}
START = tuple(
    RowChange(table, values["id"], None, values)
    for table, values in (("plan", PLAN), ("task", TASK), ("unit", UNIT), ("unit", OTHER))
)
ON_TASK, ON_UNIT, ON_PLAN = "任务 p1-1“摸底”", "单位“市民政局”", "方案 p1“行动方案”"


def entry(number: int, *changes: RowChange, command: str = "wuye test") -> Entry:
    return Entry(number, "2023-08-31T09:00:00", "张三", command, date(2023, 8, 31), None, changes)


def line(*changes: RowChange, command: str = "wuye test") -> LogLine:
    return build_log([entry(1, *START), entry(2, *changes, command=command)])[0]


def new(table: str, **values: Any) -> RowChange:
    return RowChange(table, 1, None, {"id": 1, **values})


EVENT: Values = {"task_id": 1, "unit_id": 2, "happened_on": "2023-08-20", "note": "", "part": "", "from_on": None}
TARGET: Values = {"plan_id": 1, "text": "", "indicator": "覆盖率", "op": ">=", "value": 80.0, "unit": "%"}
ROWS: list[tuple[RowChange, tuple[str, str, str]]] = [
    (new("assignment", task_id=1, role="lead", unit_id=2), (ON_TASK, "牵头单位", "市公安局")),
    (new("deadline", task_id=1, due_on="2023-12-31", every=None, text="年底"), (ON_TASK, "完成时限", "2023-12-31")),
    (new("deadline", task_id=1, due_on=None, every="month", text=""), (ON_TASK, "完成时限", "每月")),
    (new("milestone", task_id=1, text="4月底前定计划"), (ON_TASK, "阶段性时限", "4月底前定计划")),
    (new("target", task_id=1, **TARGET), (ON_TASK, "目标值", "覆盖率>=80%")),
    (new("target", task_id=None, **TARGET), (ON_PLAN, "目标值", "覆盖率>=80%")),
    (new("doubt", plan_id=1, task_id=1, message="没有时限", confirmed_on=None), (ON_TASK, "待核", "没有时限")),
    (new("duty", plan_id=1, unit="市民政局", text="指导"), (ON_PLAN, "责任分工", "市民政局：指导")),
    (
        new("report", task_id=1, unit_id=1, month="2023-08", percent=60.5, note="", problem="缺人", next_step=""),
        (ON_TASK, "市民政局 2023-08 填报", "60.5% 缺人"),
    ),
    (new("task_event", kind="finish", to_on=None, **EVENT), (ON_TASK, "办结", "2023-08-20 市公安局")),
    (
        new("task_event", kind="extend", **{**EVENT, "unit_id": None, "from_on": "2023-09-30", "to_on": "2023-10-31"}),
        (ON_TASK, "延期", "2023-08-20 2023-09-30 改为 2023-10-31"),
    ),
    (new("unit_alias", unit_id=1, name="民政"), (ON_UNIT, "别名", "民政")),
    (new("membership", group_id=1, member_id=2), (ON_UNIT, "成员", "市公安局")),
    (new("contact", unit_id=1, role="", name="李雯", title="科员", phone="123"), (ON_UNIT, "联系人", "李雯 科员 123")),
]


@pytest.mark.parametrize(("change", "told"), ROWS, ids=lambda value: value.table if hasattr(value, "table") else "")
def test_a_row_that_hangs_on_another_is_told_as_a_field_of_it(change: RowChange, told: tuple[str, str, str]) -> None:
    about, field, text = told
    assert line(change).changes == (LogChange("change", about, field, "", text),)
    assert line(RowChange(change.table, 1, change.after, None)).changes == (LogChange("change", about, field, text),)


def test_what_hangs_on_a_new_task_is_part_of_it() -> None:
    task = RowChange("task", 2, None, {**TASK, "id": 2, "code": "p1-2"})
    told = line(task, new("milestone", task_id=2, text="4月底前定计划"))
    assert told.changes == (LogChange("add", "任务 p1-2“摸底”"),)


def test_several_rows_under_one_word_are_told_together() -> None:
    lead = {"task_id": 1, "role": "lead"}
    told = line(
        RowChange("assignment", 1, {**lead, "unit_id": 1}, {**lead, "unit_id": 2}),
        RowChange("assignment", 2, None, {**lead, "unit_id": 1}),
    )
    assert told.changes == (LogChange("change", ON_TASK, "牵头单位", "市民政局", "市公安局、市民政局"),)


def test_a_setting_is_told_by_its_word_and_one_that_is_none_of_the_offices_stays_unsaid() -> None:
    told = line(
        RowChange("setting", "contact", None, {"key": "contact", "value": "李雯"}),
        RowChange("setting", "form_key", None, {"key": "form_key", "value": "密"}),
    )
    assert told.changes == (LogChange("change", "办公室", "联系方式", "", "李雯"),)


def test_a_row_that_is_gone_is_called_as_it_was() -> None:
    lines = build_log(
        [
            entry(1, *START),
            entry(2, RowChange("unit", 2, OTHER, None)),
            entry(3, RowChange(*ROWS[0][0].row, None, ROWS[0][0].after)),
        ]
    )
    assert [one.changes[0].doing for one in lines[:2]] == ["change", "remove"]
    assert lines[0].changes[0].after == "市公安局"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("--db 台账.db --as-of 2023-08-31 task edit 1", "task edit 1"),
        ('--db "我的 台账.db" list', "list"),
        ("--who=王科 finish 1 --note --db", "finish 1 --note --db"),
    ],
)
def test_a_command_is_shown_without_the_options_that_every_command_has(typed: str, shown: str) -> None:
    assert line(new("unit_alias", unit_id=1, name="民政"), command=typed).command == shown
