"""A report is stored for one unit and month; whatever is wrong with it is said at once, and nothing is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, journal_of, names_of, task_of
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError, WuyeError
from wuye_cli.importing.draft import DraftTarget
from wuye_cli.services.importing import store_draft
from wuye_cli.services.office import change_office
from wuye_cli.services.progress import ReportInput, ReportOutcome, record_report
from wuye_cli.services.tasks import archive_task
from wuye_cli.store.database import Database

RATE = DraftTarget("覆盖率", ">=", 80, "%")
YEARS = tuple(replace(RATE, indicator="达标率", by=date(year, 12, 31)) for year in (2023, 2024))
QUOTAS = (
    DraftTarget("试点", "=", 3, "个"),
    DraftTarget("试点", "=", 2, "个", scope="兴庆区"),
    DraftTarget("试点", "=", 1, "个", scope="灵武市"),
)


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    """One task of one unit, one of a group, one without any."""
    draft = draft_of(
        draft_task("1", "单位任务", "市住建局", "市财政局", targets=(RATE, *YEARS)),
        draft_task("2", "各县任务", "各县（市）区政府", targets=QUOTAS),
        draft_task("3", "无主任务"),
        draft_task("4", "双牵头任务", "市公安局、市财政局"),
    )
    store_draft(database, draft, CHANGE, TODAY, rules=rules)
    return database


def send(plan: Database, task: str = "1", as_of: date = TODAY, **values: Any) -> ReportOutcome:
    return record_report(plan, task, ReportInput(**values), CHANGE, as_of)


def complaint(plan: Database, kind: type[WuyeError], task: str = "1", **values: Any) -> WuyeError:
    """Send what must be refused; the register must stay as it is."""
    entries = journal_of(plan)
    with pytest.raises(kind) as caught:
        send(plan, task, **values)
    assert journal_of(plan) == entries
    return caught.value


def test_a_report_is_the_only_reporters_for_the_month_of_the_day(plan: Database) -> None:
    outcome = send(plan, percent=60, note="进行中", problem="缺资金", next_step="申请")
    report = task_of(plan, "p1-1").reports[0]
    assert outcome == ReportOutcome("p1-1", "市住房和城乡建设局", "2023-08", replaced=False)
    assert (report.month, report.percent, report.reported_on) == ("2023-08", 60, TODAY)
    assert (report.note, report.problem, report.next_step) == ("进行中", "缺资金", "申请")


def test_a_report_typed_in_september_can_be_augusts(plan: Database) -> None:
    outcome = send(plan, as_of=date(2023, 9, 10), percent=60, month="2023-08", on=date(2023, 9, 3))
    assert (outcome.month, task_of(plan, "p1-1").reports[0].reported_on) == ("2023-08", date(2023, 9, 3))


def test_a_second_report_for_the_month_says_that_it_replaces_the_first(plan: Database) -> None:
    send(plan, percent=60)
    assert send(plan, percent=65).replaced
    assert [report.percent for report in task_of(plan, "p1-1").reports] == [60, 65]


def test_of_several_leads_the_first_named_reports_unless_another_is_named(plan: Database) -> None:
    assert send(plan, "4", percent=30).unit == "市公安局"
    assert send(plan, "4", unit="市财政局", percent=20).unit == "市财政局"


@pytest.mark.parametrize("unit", ["兴庆区人民政府", "兴庆区人民政府（兴庆区）"])
def test_a_member_of_a_group_reports_by_name(plan: Database, unit: str) -> None:
    assert send(plan, "2", unit=unit, percent=30).unit == "兴庆区人民政府"


def test_a_group_task_needs_the_name_of_a_member(plan: Database) -> None:
    error = complaint(plan, RefusedError, "2", percent=30)
    assert error.code == "unit-needed"
    assert "有 6 个填报单位" in error.message
    assert "兴庆区人民政府、西夏区人民政府" in error.message


def test_a_task_without_units_takes_the_report_of_any_unit(plan: Database) -> None:
    assert "没有填报单位，请用 --unit 写明" in complaint(plan, RefusedError, "3", percent=30).message
    assert send(plan, "3", unit="市财政局", percent=30).unit == "市财政局"


def test_only_reporters_report(plan: Database) -> None:
    error = complaint(plan, RefusedError, unit="市财政局", percent=30)
    assert error.message == "“市财政局”不是任务 p1-1 的填报单位：填报单位是 市住房和城乡建设局。"


def test_responsible_units_report_too_where_the_office_wants_it(plan: Database, policies: Policies) -> None:
    change_office(plan, {"reporters": "all"}, CHANGE, policies=policies)
    assert send(plan, unit="市财政局", percent=30).unit == "市财政局"


def test_an_amount_belongs_to_the_target_of_its_indicator(plan: Database) -> None:
    send(plan, values={"覆盖率": 72})
    task = task_of(plan, "p1-1")
    assert task.reports[0].values == {task.targets[0].id: 72}
    assert task.reports[0].percent is None


def test_an_amount_of_a_rising_series_is_stored_once(plan: Database) -> None:
    send(plan, values={"达标率": 72})
    assert len(task_of(plan, "p1-1").reports[0].values) == 1


@pytest.mark.parametrize(("unit", "place"), [("兴庆区人民政府", 1), ("灵武市人民政府", 2), ("永宁县人民政府", 0)])
def test_a_county_reports_its_own_quota_and_where_it_has_none_the_total(plan: Database, unit: str, place: int) -> None:
    send(plan, "2", unit=unit, values={"试点": 1})
    task = task_of(plan, "p1-2")
    assert task.reports[0].values == {task.targets[place].id: 1}


def test_an_unknown_indicator_is_answered_with_those_the_task_has(plan: Database) -> None:
    error = complaint(plan, RefusedError, values={"复盖率": 72})
    assert error.message == "任务 p1-1 没有指标“复盖率”。您是不是要找：覆盖率？这项任务的指标有：覆盖率、达标率。"
    assert (
        "没有指标，进展请用 --percent" in complaint(plan, RefusedError, "3", unit="市财政局", values={"x": 1}).message
    )


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"percent": 120}, "bad-percent"),
        ({"percent": -1}, "bad-percent"),
        ({"percent": 1, "month": "2023-09"}, "month-in-future"),
        ({"percent": 1, "month": "2023-13"}, "bad-month"),
        ({"percent": 1, "on": date(2023, 9, 1), "month": "2023-08"}, "date-in-future"),
        ({}, "empty-report"),
    ],
)
def test_values_that_cannot_be_are_a_matter_of_the_command_line(
    plan: Database, values: dict[str, Any], code: str
) -> None:
    assert complaint(plan, UsageError, **values).code == code


@pytest.mark.parametrize("value", [{"percent": 0}, {"percent": 100}, {"note": "本月无进展"}, {"values": {"覆盖率": 0}}])
def test_zero_and_words_alone_are_reports(plan: Database, value: dict[str, Any]) -> None:
    send(plan, **value)
    assert len(task_of(plan, "p1-1").reports) == 1


def test_everything_that_is_wrong_is_said_at_once(plan: Database) -> None:
    error = complaint(plan, RefusedError, percent=120, month="2023-12", unit="市财政局", values={"x": 1})
    assert (error.code, len(error.details)) == ("several-problems", 4)


def test_a_cumulative_figure_that_falls_needs_a_word(plan: Database) -> None:
    send(plan, percent=60, month="2023-07")
    assert complaint(plan, RefusedError, percent=50).code == "figure-falls"
    send(plan, percent=50, note="核减虚报")
    assert names_of(plan, (task_of(plan, "p1-1").reports[-1].unit,)) == ["市住房和城乡建设局"]


def test_a_figure_may_be_lower_than_that_of_a_later_month(plan: Database) -> None:
    send(plan, percent=60)
    send(plan, percent=50, month="2023-07")
    assert len(task_of(plan, "p1-1").reports) == 2


def test_an_archived_task_takes_no_reports(plan: Database) -> None:
    archive_task(plan, "1", CHANGE, TODAY)
    assert complaint(plan, RefusedError, percent=1).code == "task-archived"


def test_an_unknown_task_or_unit_is_answered_with_a_question(plan: Database) -> None:
    assert "您是不是要找：p1-1" in complaint(plan, RefusedError, "p1-11", percent=1).message
    assert "您是不是要找：市财政局" in complaint(plan, RefusedError, unit="市财局", percent=1).message
