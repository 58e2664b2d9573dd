"""Collecting on a real register: what is stored, in how many steps, and what has changed since the forms went out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.services.conftest import CHANGE, draft_of, draft_task, facts_of, journal_of, task_of
from wuye_cli.domain.calendar import WEEKENDS_ONLY
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.services.collecting import CollectedForm, find_files, find_others, judge_forms, store_forms
from wuye_cli.services.form_round import FormRound, open_round
from wuye_cli.services.importing import store_draft
from wuye_cli.services.progress import ReportInput, record_report
from wuye_cli.services.sending import plan_sending, record_sending, write_forms
from wuye_cli.services.tasks import archive_task
from wuye_cli.services.unit_merging import merge_units
from wuye_cli.store.database import Database

MONTH, DAY = "2023-08", date(2023, 8, 24)
UNITS = ("市民政局", "市公安局", "市财政局")


@pytest.fixture
def folder(database: Database, rules: UnitRules, tmp_path: Path) -> Path:
    """Forms of three units, each with two tasks, filled in with 60 and 70."""
    tasks = (draft_task(str(no), f"第{no}项任务", "、".join(UNITS)) for no in (1, 2))
    store_draft(database, draft_of(*tasks), CHANGE, DAY, rules=rules)
    sending = plan_sending(database, MONTH, DAY, WEEKENDS_ONLY)
    record_sending(database, sending, CHANGE)
    write_forms(sending, tmp_path / "forms")
    for path in (tmp_path / "forms").glob("*.xlsx"):
        type_figures(path, 60, 70)
    return tmp_path / "forms"


def type_figures(path: Path, *figures: Any) -> None:
    book = load_workbook(path)
    for row, figure in enumerate(figures, 5):
        book.worksheets[0].cell(row, 10).value = figure
    book.save(path)


def form_of(folder: Path, unit: str) -> Path:
    return folder / f"{unit} {MONTH}.xlsx"


def judged(database: Database, folder: Path, rules: UnitRules) -> tuple[FormRound, tuple[CollectedForm, ...]]:
    now = open_round(database, DAY, rules=rules)
    return now, judge_forms(now, find_files([folder]))


def collect(database: Database, folder: Path, rules: UnitRules) -> tuple[CollectedForm, ...]:
    now, forms = judged(database, folder, rules)
    return store_forms(database, now, forms, CHANGE)


def outcomes(forms: tuple[CollectedForm, ...]) -> list[str]:
    return [form.outcome for form in forms]


def test_each_form_is_one_transaction_that_names_the_form(database: Database, folder: Path, rules: UnitRules) -> None:
    before = journal_of(database)
    assert outcomes(collect(database, folder, rules)) == ["taken"] * 3
    assert journal_of(database) == before + 3
    assert [report.percent for report in task_of(database, "p1-2").reports] == [70] * 3


def test_judging_stores_nothing(database: Database, folder: Path, rules: UnitRules) -> None:
    before = journal_of(database)
    judged(database, folder, rules)
    assert journal_of(database) == before


def test_a_refused_form_leaves_no_row_and_stops_no_other(database: Database, folder: Path, rules: UnitRules) -> None:
    type_figures(form_of(folder, UNITS[0]), 60, "很多")
    assert sorted(outcomes(collect(database, folder, rules))) == ["refused", "taken", "taken"]
    assert [len(task.reports) for task in facts_of(database).tasks] == [2, 2]


def test_only_what_has_changed_is_stored_again(database: Database, folder: Path, rules: UnitRules) -> None:
    collect(database, folder, rules)
    type_figures(form_of(folder, UNITS[0]), 60, 75)
    forms = collect(database, folder, rules)
    assert sorted(outcomes(forms)) == ["remarks", "unchanged", "unchanged"]
    assert [len(task.reports) for task in facts_of(database).tasks] == [3, 4]


def test_who_reports_while_forms_are_collected_is_not_overwritten(
    database: Database, folder: Path, rules: UnitRules
) -> None:
    now, forms = judged(database, folder, rules)
    record_report(database, "1", ReportInput(unit=UNITS[0], month=MONTH, percent=65), CHANGE, DAY)
    after = {form.unit: form.outcome for form in store_forms(database, now, forms, CHANGE)}
    assert after == {UNITS[0]: "refused", UNITS[1]: "taken", UNITS[2]: "taken"}


def archive(database: Database) -> None:
    archive_task(database, "2", CHANGE, DAY)


def merge(database: Database) -> None:
    merge_units(database, UNITS[1], UNITS[0], CHANGE)


@pytest.mark.parametrize(("change", "reason"), [(archive, "已经归档"), (merge, "已经没有“市民政局”这个单位")])
def test_what_has_gone_since_is_said(
    change: Callable[[Database], None], reason: str, database: Database, folder: Path, rules: UnitRules
) -> None:
    change(database)
    for unit in UNITS[1:]:
        form_of(folder, unit).unlink()
    (form,) = collect(database, folder, rules)
    assert any(reason in said for said in form.reasons), form.reasons


def test_locks_notes_and_other_files_are_no_forms(folder: Path) -> None:
    for name in ("~$市民政局.xlsx", ".市民政局.xlsx", "盖章扫描.pdf"):
        (folder / name).write_bytes(b"")
    assert len(find_files([folder])) == len(UNITS)
    assert find_others([folder]) == ("盖章扫描.pdf",)
    empty = folder / "空"
    empty.mkdir()
    with pytest.raises(RefusedError, match="没有找到填报表"):
        find_files([empty])


def test_a_round_that_is_not_there_is_asked_for(database: Database, folder: Path, rules: UnitRules) -> None:
    now = open_round(database, DAY, "2023-07", rules=rules)
    forms = judge_forms(now, find_files([folder]))
    assert all("现在收的是2023年7月的" in form.reasons[0] for form in forms)
    with pytest.raises(RefusedError, match="还没有发过"):
        open_round(database, date(2023, 7, 31), rules=rules)


def test_the_day_of_receipt_counts_not_the_day_that_the_unit_writes(
    database: Database, folder: Path, rules: UnitRules
) -> None:
    now = open_round(database, DAY, on=date(2023, 8, 20), rules=rules)
    store_forms(database, now, judge_forms(now, find_files([folder])), CHANGE)
    assert {report.reported_on for report in task_of(database, "p1-1").reports} == {date(2023, 8, 20)}


def test_forms_in_a_second_plan_alone_keep_the_first_ones_valid(
    database: Database, folder: Path, rules: UnitRules
) -> None:
    other = draft_of(draft_task("1", "另一项", UNITS[0]), sha256="b2", title="另案")
    store_draft(database, other, CHANGE, DAY, rules=rules)
    sending = plan_sending(database, MONTH, DAY, WEEKENDS_ONLY, plan="p2")
    record_sending(database, sending, CHANGE)
    assert [(form.unit_name, form.version) for form in sending.forms] == [(UNITS[0], 2)]
    assert outcomes(collect(database, folder, rules)) == ["taken"] * 3
