"""A leader adds a task, changes units and dates, fixes titles; everything that is wrong is refused as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, facts_of, journal_of, names_of, task_of
from wuye_cli.domain.terms import DeadlineKind
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.importing.draft import Problem
from wuye_cli.services.importing import store_draft
from wuye_cli.services.tasks import add_task, archive_task, confirm_task, edit_task
from wuye_cli.store.database import Database

DOUBTS = (Problem("deadline-ambiguous", "deadlines", "请核对"), Problem("units-unsure", "lead", "请核对"))


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    draft = draft_of(draft_task("1", "甲", "市住建局", due=TODAY, problems=DOUBTS), draft_task("2", "乙"))
    store_draft(database, draft, CHANGE, TODAY, rules=rules)
    return database


def test_a_task_is_added_behind_the_others(plan: Database, rules: UnitRules) -> None:
    values = {"title": "丙", "lead": "市公安局", "guide": "省公安厅", "deadline": "2023-12-31"}
    assert add_task(plan, None, values, CHANGE, TODAY, rules=rules) == "p1-3"
    task = facts_of(plan).tasks[-1]
    assert (task.title, task.added_on, task.deadlines[0].on) == ("丙", TODAY, date(2023, 12, 31))
    assert names_of(plan, task.leads + task.guides) == ["市公安局", "自治区公安厅"]


def test_a_task_without_a_title_is_refused(plan: Database, rules: UnitRules) -> None:
    with pytest.raises(UsageError, match="任务名称不能为空"):
        add_task(plan, "p1", {"lead": "市公安局"}, CHANGE, TODAY, rules=rules)
    with pytest.raises(UsageError, match="任务名称不能为空"):
        edit_task(plan, "1", {"title": " "}, CHANGE, TODAY, rules=rules)
    assert len(facts_of(plan).tasks) == 2


def test_without_a_plan_named_there_must_be_one_open_plan(plan: Database, rules: UnitRules) -> None:
    store_draft(plan, draft_of(draft_task("1", "丁"), sha256="b2", title="另一份"), CHANGE, TODAY, rules=rules)
    with pytest.raises(RefusedError, match=r"现有 2 个未归档的方案.*--plan.*p1"):
        add_task(plan, None, {"title": "丙"}, CHANGE, TODAY, rules=rules)
    assert add_task(plan, "p2", {"title": "丙"}, CHANGE, TODAY, rules=rules) == "p2-2"
    with pytest.raises(RefusedError, match="请写全编号，如 p1-1、p2-1"):
        edit_task(plan, "1", {"title": "丙"}, CHANGE, TODAY, rules=rules)


def test_units_dates_and_words_are_changed_and_the_rest_stays(plan: Database, rules: UnitRules) -> None:
    edit_task(plan, "p1-1", {"lead": "市发改、财政局", "deadline": "10月底前"}, CHANGE, TODAY, rules=rules)
    task = task_of(plan, "p1-1")
    assert names_of(plan, task.leads) == ["市发展和改革委员会", "市财政局"]
    assert (task.title, task.deadlines[0].on) == ("甲", date(2023, 10, 31))


@pytest.mark.parametrize(
    ("text", "kinds"), [("长期坚持", [DeadlineKind.ONGOING]), ("每季度", [DeadlineKind.RECURRING]), ("", [])]
)
def test_a_deadline_need_not_be_a_date(plan: Database, rules: UnitRules, text: str, kinds: list[DeadlineKind]) -> None:
    edit_task(plan, "1", {"deadline": text}, CHANGE, TODAY, rules=rules)
    assert [deadline.kind for deadline in task_of(plan, "p1-1").deadlines] == kinds


def test_what_is_wrong_is_said_at_once_and_nothing_is_changed(plan: Database, rules: UnitRules) -> None:
    entries = journal_of(plan)
    with pytest.raises(RefusedError) as caught:
        edit_task(plan, "1", {"titel": "丙", "lead": "市公安局", "deadline": "尽快"}, CHANGE, TODAY, rules=rules)
    assert "您是不是要找：title？" in caught.value.details[0]
    assert "2023-10-31" in caught.value.details[1]
    assert journal_of(plan) == entries


def test_what_is_set_by_hand_is_no_longer_doubtful(plan: Database, rules: UnitRules) -> None:
    edit_task(plan, "1", {"deadline": "2023-10-31"}, CHANGE, TODAY, rules=rules)
    assert [doubt.field for doubt in task_of(plan, "p1-1").doubts] == ["lead"]


def test_all_doubts_of_a_task_can_be_confirmed(plan: Database) -> None:
    assert confirm_task(plan, "1", CHANGE, TODAY) == 2
    assert task_of(plan, "p1-1").doubts == ()
    assert confirm_task(plan, "1", CHANGE, TODAY) == 0


def test_an_archived_task_stays_but_takes_no_changes(plan: Database, rules: UnitRules) -> None:
    assert archive_task(plan, "1", CHANGE, TODAY) == "p1-1"
    assert [task.code for task in facts_of(plan).tasks] == ["p1-2"]
    with pytest.raises(RefusedError, match="已于 2023-08-31 归档"):
        edit_task(plan, "1", {"title": "丙"}, CHANGE, TODAY, rules=rules)


def test_saying_what_is_already_so_changes_nothing(plan: Database, rules: UnitRules) -> None:
    entries = journal_of(plan)
    edit_task(plan, "2", {"title": "乙", "lead": ""}, CHANGE, TODAY, rules=rules)
    assert journal_of(plan) == entries
