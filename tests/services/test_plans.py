"""A plan's own data are changed and checked; an archived plan goes with its tasks."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, facts_of, journal_of
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, WuyeError
from wuye_cli.importing.draft import Problem
from wuye_cli.services.importing import store_draft
from wuye_cli.services.plans import archive_plan, edit_plan
from wuye_cli.services.views import read_plan, read_plans
from wuye_cli.store.database import Database


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    problems = (Problem("issued-on-missing", "issued_on", "请补充"), Problem("period-unsure", "period", "请核对"))
    store_draft(database, draft_of(draft_task("1", "甲"), problems=problems), CHANGE, TODAY, rules=rules)
    return database


def test_values_are_changed_and_taken_away(plan: Database, policies: Policies) -> None:
    values = {"issued_on": "2023-03-01", "year": "", "policy": "xuancheng", "title": "新名称"}
    assert edit_plan(plan, "P1", values, CHANGE, TODAY, policies=policies) == "p1"
    line = read_plan(plan, TODAY, "p1", policies)
    assert (line.issued_on, line.year, line.policy, line.title) == (date(2023, 3, 1), None, "xuancheng", "新名称")


def test_what_is_set_by_hand_is_no_longer_doubtful(plan: Database, policies: Policies) -> None:
    edit_plan(plan, "p1", {"period_start": "2023-01-01"}, CHANGE, TODAY, policies=policies)
    assert [doubt.field for doubt in facts_of(plan).plans[1].doubts] == ["issued_on"]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"issued_on": "3月1日"}, "请写成 2023-08-31 这样"),
        ({"year": "今年"}, "请写成 2023 这样"),
        ({"policy": "office2"}, "可用的有 office、yinchuan"),
        ({"titel": "x"}, "您是不是要找：title？"),
        ({"title": ""}, "名称不能为空"),
        ({"period_start": "2023-02-01", "period_end": "2023-01-01"}, "早于开始日期"),
    ],
)
def test_values_that_cannot_be_are_refused(
    plan: Database, policies: Policies, values: dict[str, str], sentence: str
) -> None:
    entries = journal_of(plan)
    with pytest.raises(WuyeError, match=sentence):
        edit_plan(plan, "p1", values, CHANGE, TODAY, policies=policies)
    assert journal_of(plan) == entries


def test_an_archived_plan_is_shown_only_where_it_is_asked_for(plan: Database, policies: Policies) -> None:
    archive_plan(plan, "p1", CHANGE, TODAY)
    assert read_plans(plan, TODAY, policies) == ()
    assert [line.code for line in read_plans(plan, TODAY, policies, archived=True)] == ["p1"]
    assert [line.code for line in read_plans(plan, date(2023, 8, 30), policies)] == ["p1"]
    with pytest.raises(RefusedError, match="已于 2023-08-31 归档"):
        archive_plan(plan, "p1", CHANGE, TODAY)


def test_an_unknown_plan_is_answered_with_those_there_are(plan: Database, policies: Policies) -> None:
    with pytest.raises(RefusedError, match=r"没有编号为“x9”的方案。现有方案：p1。"):
        read_plan(plan, TODAY, "x9", policies)
