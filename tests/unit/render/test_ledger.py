"""The whole register as tables: nothing that is known of a task is left out, and what is closed says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.unit.render.by_hand import AS_OF, MILESTONE, REGISTER, TARGET, TASK
from wuye_cli.domain.terms import Status
from wuye_cli.render.ledger import ledger_grid, ledger_sheets
from wuye_cli.render.workbook import write_grid_workbook
from wuye_cli.reports.lines import TargetLine, TaskLine
from wuye_cli.reports.targets import TargetReport

NO_TARGETS = TargetReport(AS_OF, (), ())


def row(task: TaskLine) -> dict[str, Any]:
    """One task under its headings."""
    grid = ledger_grid(replace(REGISTER, tasks=(task,)))
    return dict(zip((column.heading for column in grid.columns), grid.rows[0], strict=True))


def test_every_text_of_a_task_stands_in_its_row() -> None:
    marked = {
        name: f"〔{name}〕" for name in TaskLine.__dataclass_fields__ if getattr(TASK, name) == "" or name in TEXTS
    }
    values = row(replace(TASK, **marked)).values()  # type: ignore[arg-type]
    assert [text for text in marked.values() if text not in values] == []


TEXTS = ("title", "content", "requirement", "section", "level", "remark", "no", "note", "problem", "next_step")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, ""),
        ({"finished_on": date(2023, 8, 1), "awaiting_verification": True}, "2023年8月1日办结，待销号"),
        ({"finished_on": date(2023, 8, 1), "verified_on": date(2023, 9, 1)}, "2023年8月1日办结，2023年9月1日销号"),
        ({"cancelled_on": date(2023, 8, 1), "archived": True}, "2023年8月1日取消"),
        ({"archived": True}, "已归档"),
    ],
)
def test_a_task_that_is_no_longer_open_says_what_became_of_it(changed: dict[str, Any], words: str) -> None:
    assert row(replace(TASK, **changed))["办理情况"] == words


def test_an_extended_deadline_keeps_the_original_one() -> None:
    extended = row(replace(TASK, due=date(2023, 12, 1), original_due=date(2023, 10, 31), extensions=2))
    assert (extended["完成时限"], extended["延期次数"]) == ("2023-12-01（原定2023-10-31）", 2)


def quota(scope: str, value: float, actual: float | None) -> TargetLine:
    return TARGET._replace(scope=scope, indicator="试点", unit="个", value=value, actual=actual, by=TASK.due)


def test_targets_are_told_shortly_with_what_was_reached() -> None:
    targets = (TARGET, quota("", 5, 0), quota("甲区", 3, None))
    assert row(replace(TASK, targets=targets))["目标"] == (
        "兴庆区物业服务覆盖率≥80%（2023年12月31日前），现为62.5%；试点≥5个，现为0个；甲区≥3个，未报送"
    )


def test_steps_of_finished_tasks_are_there_too(tmp_path: Path) -> None:
    done = replace(TASK, status=Status.DONE, milestones=(MILESTONE._replace(finished_on=date(2023, 4, 28)),))
    write_grid_workbook(*ledger_sheets_to(tmp_path, done))
    sheet: Any = load_workbook(tmp_path / "台账.xlsx")["阶段性时限"]
    assert [cell.value for cell in sheet[4]][2] == MILESTONE.text


def ledger_sheets_to(folder: Path, task: TaskLine) -> tuple[Any, ...]:
    first, *more = ledger_sheets(replace(REGISTER, tasks=(task,)), NO_TARGETS)
    return (first, folder / "台账.xlsx", *more)


def test_on_paper_a_column_without_anything_is_left_out_and_zero_is_something() -> None:
    (grid, *_) = ledger_sheets(replace(REGISTER, tasks=(replace(TASK, percent=0.0, remark="", guide=()),)), NO_TARGETS)
    headings = [column.heading for column in grid.columns]
    assert "进度" in headings
    assert not {"备注", "指导单位", "延期次数"} & set(headings)


def test_what_is_too_wide_for_a4_is_printed_on_a3(tmp_path: Path) -> None:
    write_grid_workbook(*ledger_sheets_to(tmp_path, TASK))
    workbook = load_workbook(tmp_path / "台账.xlsx")
    assert [sheet.page_setup.paperSize for sheet in workbook.worksheets] == [8, 9]
