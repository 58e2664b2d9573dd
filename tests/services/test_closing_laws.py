"""Whatever is typed, in any order: a step is written or refused, and the state is that of the steps written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, journal_of
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.terms import Status
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.reports.lines import TaskLine
from wuye_cli.services.closing import cancel_task, finish_task, reopen_task, return_task, verify_task
from wuye_cli.services.closing_case import Step
from wuye_cli.services.extending import extend_task
from wuye_cli.services.importing import store_draft
from wuye_cli.services.office import init_office
from wuye_cli.services.views import read_board, read_task
from wuye_cli.store.database import Database

MEMBERS = ("兴庆区人民政府", "西夏区人民政府", "金凤区人民政府")


def extend(register: Database, step: Step, change: Any) -> object:
    return extend_task(register, step, date(2024, 1, step.on.day), change, late=True)


STEPS: tuple[Callable[..., object], ...] = (
    finish_task,
    verify_task,
    return_task,
    reopen_task,
    cancel_task,
    extend,
)
TYPED = st.lists(
    st.tuples(st.sampled_from(STEPS), st.sampled_from((None, *MEMBERS)), st.integers(1, 31)), min_size=1, max_size=8
)


@pytest.fixture(scope="module")
def group_task(tmp_path_factory: pytest.TempPathFactory, rules: UnitRules, policies: Policies) -> Path:
    """A register with one task of three districts, due at the end of August."""
    register = Database(tmp_path_factory.mktemp("group") / "register.db")
    init_office(register, OfficeFacts(name="专班办公室", region="银川市"), CHANGE, policies=policies)
    store_draft(register, draft_of(draft_task("1", "甲", "各区政府", due=TODAY)), CHANGE, TODAY, rules=rules)
    return register.path


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
def test_a_step_is_written_or_refused_and_the_sums_hold(
    group_task: Path, tmp_path: Path, policies: Policies, typed: list[tuple[Callable[..., object], str | None, int]]
) -> None:
    register = Database(Path(shutil.copy(group_task, tmp_path / "register.db")))
    for take, unit, day in typed:
        whole_only = take in {cancel_task, extend}
        step = Step("1", date(2023, 8, day), None, None if whole_only else unit, None, "原因", "李四", "1号")
        before = journal_of(register), read_task(register, TODAY, "1", policies)
        try:
            take(register, step, CHANGE)
        except RefusedError:
            assert (journal_of(register), read_task(register, TODAY, "1", policies)) == before
        else:
            assert journal_of(register) == before[0] + 1
        line = read_task(register, TODAY, "1", policies).tasks[0]
        _check(line, read_board(register, TODAY, policies).total)


def _check(line: TaskLine, counted: int) -> None:
    assert counted == int(line.cancelled_on is None)
    assert (line.status is Status.DONE) == (line.finished_on is not None)
    assert line.finished_on is not None or line.verified_on is None
    if line.finished_on:
        assert set(line.finished_units) == set(MEMBERS)
    assert (line.original_due is None) == (line.extensions == 0 or line.cancelled_on is not None)
