"""Targets set by hand, on a real register: what a split may be, and what keeps a quota from going."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, journal_of, task_of
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.importing.draft import DraftTarget
from wuye_cli.services.importing import store_draft
from wuye_cli.services.progress import ReportInput, record_report
from wuye_cli.services.targets import TargetInput, set_target, split_target
from wuye_cli.store.database import Database

END = date(2023, 12, 31)
PILOTS = DraftTarget("试点", "=", 3, "个", value_max=5, by=END, text="3～5个")


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    store_draft(database, draft_of(draft_task("1", "甲", "各区政府", targets=(PILOTS,))), CHANGE, TODAY, rules=rules)
    return database


def quotas(plan: Database) -> dict[str, float]:
    return {target.scope: target.value for target in task_of(plan, "p1-1").targets}


@pytest.mark.parametrize(("parts", "fits"), [((1, 1), False), ((1, 2), True), ((2, 3), True), ((3, 3), False)])
def test_a_range_may_be_split_into_anything_between_its_ends(
    plan: Database, rules: UnitRules, parts: tuple[int, int], *, fits: bool
) -> None:
    wanted = dict(zip(("兴庆区", "金凤区"), map(float, parts), strict=True))
    if fits:
        split_target(plan, "1", "试点", wanted, CHANGE, rules=rules)
        assert quotas(plan) == {"": 3, **wanted}
    else:
        with pytest.raises(RefusedError, match=r"总目标是3～5个，[多少]1个"):
            split_target(plan, "1", "试点", wanted, CHANGE, rules=rules)
        assert quotas(plan) == {"": 3}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=10)
@given(st.lists(st.integers(0, 20), min_size=1, max_size=3))
def test_any_numbers_split_their_own_sum(plan: Database, rules: UnitRules, numbers: list[int]) -> None:
    parts = dict(zip(("兴庆区", "金凤区", "西夏区"), map(float, numbers), strict=False))
    set_target(plan, "1", TargetInput("试点", value=sum(numbers)), CHANGE, rules=rules)
    split_target(plan, "1", "试点", parts, CHANGE, rules=rules)
    assert quotas(plan) == {"": sum(numbers), **parts}


def test_a_quota_that_was_reported_is_not_split_away(plan: Database, rules: UnitRules) -> None:
    split_target(plan, "1", "试点", {"兴庆区": 2.0, "金凤区": 2.0}, CHANGE, rules=rules)
    record_report(plan, "1", ReportInput("兴庆区人民政府", values={"试点": 1.0}), CHANGE, TODAY, rules=rules)
    before = journal_of(plan)
    with pytest.raises(RefusedError, match="“兴庆区”的分解目标已有填报数，不能去掉"):
        split_target(plan, "1", "试点", {"西夏区": 2.0, "金凤区": 2.0}, CHANGE, rules=rules)
    assert quotas(plan) == {"": 3, "兴庆区": 2, "金凤区": 2}
    assert journal_of(plan) == before


def test_a_quota_may_be_one_of_a_unit(plan: Database, rules: UnitRules) -> None:
    split_target(plan, "1", "试点", {"兴庆区人民政府": 4.0}, CHANGE, rules=rules)
    assert quotas(plan) == {"": 3, "兴庆区人民政府": 4}


def test_every_mistake_of_a_split_is_said_at_once(plan: Database, rules: UnitRules) -> None:
    with pytest.raises(RefusedError) as caught:
        split_target(plan, "1", "试点", {"兴青区": 1.0, "海淀区": -1.0}, CHANGE, rules=rules)
    assert len(caught.value.details) == 4


def test_the_same_again_changes_nothing(plan: Database, rules: UnitRules) -> None:
    set_target(plan, "1", TargetInput("试点", value=4), CHANGE, rules=rules)
    before = journal_of(plan)
    outcome = set_target(plan, "1", TargetInput("试点", value=4), CHANGE, rules=rules)
    assert outcome.before == outcome.after
    assert journal_of(plan) == before
