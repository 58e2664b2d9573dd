"""办结 and its undoing, on a day, by a task or by one unit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, task_of
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.services.closing import finish_task, reopen_task
from wuye_cli.services.importing import store_draft
from wuye_cli.services.views import read_task
from wuye_cli.store.database import Database

EARLIER = date(2023, 8, 1)


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    draft = draft_of(draft_task("1", "甲", "市住建局"), draft_task("2", "乙", "各区政府"))
    store_draft(database, draft, CHANGE, TODAY, rules=rules)
    return database


def test_a_finished_task_can_be_reopened_and_finished_again(plan: Database, policies: Policies) -> None:
    assert finish_task(plan, "1", CHANGE, EARLIER, "已完成") == "p1-1"
    assert read_task(plan, TODAY, "1", policies).tasks[0].finished_on == EARLIER
    assert reopen_task(plan, "1", CHANGE, TODAY) == "p1-1"
    assert read_task(plan, TODAY, "1", policies).tasks[0].finished_on is None
    finish_task(plan, "1", CHANGE, TODAY)
    assert [event.kind for event in task_of(plan, "p1-1").events] == ["finish", "reopen", "finish"]


def test_a_group_task_closes_with_its_last_member(plan: Database, policies: Policies) -> None:
    for district in ("兴庆区", "西夏区", "金凤区"):
        assert read_task(plan, TODAY, "2", policies).tasks[0].finished_on is None
        finish_task(plan, "2", CHANGE, TODAY, unit=f"{district}人民政府")
    assert read_task(plan, TODAY, "2", policies).tasks[0].finished_on == TODAY


def test_nothing_is_finished_twice_nor_reopened_while_open(plan: Database) -> None:
    with pytest.raises(RefusedError, match="没有办结"):
        reopen_task(plan, "1", CHANGE, TODAY)
    finish_task(plan, "1", CHANGE, EARLIER)
    with pytest.raises(RefusedError, match="已于 2023-08-01 办结"):
        finish_task(plan, "1", CHANGE, TODAY)
    assert len(task_of(plan, "p1-1").events) == 1


@pytest.mark.parametrize("act", [finish_task, reopen_task])
def test_nothing_happens_after_the_day_of_the_request(plan: Database, act: Callable[..., str]) -> None:
    with pytest.raises(UsageError, match="晚于当日"):
        act(plan, "1", CHANGE, TODAY, as_of=EARLIER)
