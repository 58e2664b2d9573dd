"""延期: in time, upwards, with reason, approver and reference; the original deadline stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.services.conftest import CHANGE, draft_of, draft_task, journal_of, task_of
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.terms import DeadlineKind, Status
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import WuyeError
from wuye_cli.importing.draft import DraftDeadline
from wuye_cli.services.closing import cancel_task, finish_task, verify_task
from wuye_cli.services.closing_case import Step
from wuye_cli.services.extending import Extension, extend_task
from wuye_cli.services.importing import store_draft
from wuye_cli.services.views import read_task
from wuye_cli.store.database import Database

JUNE, AUGUST, OCTOBER, DECEMBER = (date(2023, month, day) for month, day in ((6, 30), (8, 31), (10, 31), (12, 31)))
IN_TIME, LATE = date(2023, 6, 1), date(2023, 7, 5)


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    """One task with a deadline, one with two, one for good."""
    two = tuple(DraftDeadline(DeadlineKind.DATE, day, text=str(day)) for day in (JUNE, OCTOBER))
    for_good = (DraftDeadline(DeadlineKind.ONGOING, text="长期坚持"),)
    draft = draft_of(
        draft_task("1", "甲", "市住建局", due=JUNE),
        replace(draft_task("2", "乙", "市住建局"), deadlines=two),
        replace(draft_task("3", "丙", "市住建局"), deadlines=for_good),
    )
    store_draft(database, draft, CHANGE, IN_TIME, rules=rules)
    return database


def extend(plan: Database, to: date, task: str = "1", on: date = IN_TIME, **more: Any) -> Extension:
    words = {"note": "雨季影响", "approver": "王主任", "reference": "专班纪要〔2023〕3号", **more.pop("words", {})}
    return extend_task(plan, Step(task, on, **words), to, CHANGE, **more)


def test_an_extension_asked_in_time_moves_the_deadline_from_its_day_on(plan: Database, policies: Policies) -> None:
    assert extend(plan, AUGUST) == Extension("p1-1", JUNE, JUNE, AUGUST, 1)
    before, after, late = (
        read_task(plan, day, "1", policies).tasks[0] for day in (date(2023, 5, 31), date(2023, 7, 1), date(2023, 9, 1))
    )
    assert (before.due, before.original_due, before.extensions) == (JUNE, None, 0)
    assert (after.due, after.original_due, after.extensions) == (AUGUST, JUNE, 1)
    assert (after.status, late.status, late.days_overdue) == (Status.BEHIND, Status.OVERDUE, 1)
    assert task_of(plan, "p1-1").deadlines[0].on == JUNE


def test_a_second_extension_is_counted_and_keeps_the_first_day(plan: Database) -> None:
    extend(plan, AUGUST)
    assert extend(plan, OCTOBER, on=date(2023, 8, 1)) == Extension("p1-1", JUNE, AUGUST, OCTOBER, 2)


def test_after_the_day_only_a_late_extension_is_taken(plan: Database, policies: Policies) -> None:
    assert extend(plan, AUGUST, on=LATE, late=True).count == 1
    assert read_task(plan, date(2023, 7, 4), "1", policies).tasks[0].status is Status.OVERDUE
    assert read_task(plan, LATE, "1", policies).tasks[0].status is Status.BEHIND


@pytest.mark.parametrize("named", [OCTOBER, DECEMBER], ids=["by the day that counts", "by the same day moved"])
def test_of_several_deadlines_the_one_named_moves(plan: Database, policies: Policies, named: date) -> None:
    extend(plan, DECEMBER, "2", deadline=OCTOBER)
    if named == DECEMBER:
        extend(plan, date(2024, 3, 31), "2", deadline=OCTOBER)
    line = read_task(plan, IN_TIME, "2", policies).tasks[0]
    assert (line.due, line.original_due) == (JUNE, None)


def test_of_several_deadlines_the_one_that_counts_moves_where_none_is_named(plan: Database) -> None:
    assert extend(plan, AUGUST, "2").before == JUNE


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"on": LATE}, ("extension-late", "请加 --late")),
        ({"on": JUNE}, ("extension-late", "时限 2023-06-30 已到")),
        ({"to": JUNE}, ("not-later", "要比它晚")),
        ({"to": date(2023, 5, 1)}, ("not-later", "要比它晚")),
        ({"deadline": AUGUST}, ("unknown-deadline", "没有 2023-08-31 的完成时限：现有 2023-06-30")),
        ({"task": "3"}, ("no-deadline", "没有明确日期")),
        ({"words": {"approver": ""}}, ("reason-needed", "--approver")),
        ({"words": {"note": " ", "reference": ""}}, ("reason-needed", "--reason、--reference")),
        ({"words": {"as_of": date(2023, 5, 1)}}, ("date-in-future", "晚于当日")),
    ],
    ids=[
        "after the day",
        "on the day itself",
        "to the same day",
        "to an earlier day",
        "another deadline",
        "no dated deadline",
        "nobody allowed it",
        "no reason, no paper",
        "in the future",
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(
    plan: Database, given: dict[str, Any], said: tuple[str, str]
) -> None:
    entries = journal_of(plan)
    with pytest.raises(WuyeError, match=said[1]) as caught:
        extend(plan, **{"to": AUGUST, **given})
    assert (caught.value.code, journal_of(plan)) == (said[0], entries)


def test_what_has_come_to_its_end_needs_no_extension(plan: Database) -> None:
    finish_task(plan, Step("1", IN_TIME), CHANGE)
    with pytest.raises(WuyeError, match="已于 2023-06-01 办结，不用延期"):
        extend(plan, AUGUST)
    verify_task(plan, Step("1", IN_TIME, approver="李四"), CHANGE)
    with pytest.raises(WuyeError, match="已于 2023-06-01 销号，不能再改"):
        extend(plan, AUGUST)
    cancel_task(plan, Step("2", IN_TIME, note="上级调整"), CHANGE)
    with pytest.raises(WuyeError, match="已于 2023-06-01 取消，不能再办"):
        extend(plan, AUGUST, "2")


def test_extensions_are_told_in_the_order_of_their_days(plan: Database) -> None:
    extend(plan, AUGUST, on=date(2023, 6, 10))
    with pytest.raises(WuyeError, match="在 2023-06-10 已登记延期"):
        extend(plan, OCTOBER, on=IN_TIME)


def test_a_dry_run_says_what_would_be_and_writes_nothing(plan: Database) -> None:
    assert extend(plan, AUGUST, dry_run=True).after == AUGUST
    assert task_of(plan, "p1-1").events == ()
