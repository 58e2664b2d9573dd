"""办结, 销号, 退回, 取消 and their undoing, on a day, by a task, by one unit or by a milestone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, journal_of, task_of
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.terms import Status
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError, WuyeError
from wuye_cli.importing.draft import DraftMilestone
from wuye_cli.reports.lines import TaskLine
from wuye_cli.services.closing import cancel_task, finish_task, reopen_task, return_task, verify_task
from wuye_cli.services.closing_case import Step
from wuye_cli.services.importing import store_draft
from wuye_cli.services.progress import ReportInput, record_report
from wuye_cli.services.views import read_board, read_task
from wuye_cli.store.database import Database

EARLIER = date(2023, 8, 1)
STEPS: dict[str, Callable[..., Any]] = {
    "finish": finish_task,
    "verify": verify_task,
    "return": return_task,
    "reopen": reopen_task,
    "cancel": cancel_task,
}
COUNTIES = ("兴庆区", "西夏区", "金凤区")


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    """One task of one unit with a milestone, one of a group, one without units."""
    steps = (DraftMilestone(date(2023, 4, 30), "4月底前，制定年度计划"),)
    draft = draft_of(
        draft_task("1", "甲", "市住建局", "市财政局", due=date(2023, 8, 15), milestones=steps),
        draft_task("2", "乙", "各区政府"),
        draft_task("3", "丙"),
    )
    store_draft(database, draft, CHANGE, TODAY, rules=rules)
    return database


@pytest.fixture
def line(plan: Database, policies: Policies) -> Callable[..., TaskLine]:
    def read(code: str = "1", on: date = TODAY) -> TaskLine:
        return read_task(plan, on, code, policies).tasks[0]

    return read


def take(plan: Database, kind: str, task: str = "1", on: date = TODAY, **words: Any) -> Any:
    """Take one step, with the words that it asks for."""
    words = {"note": "情况属实", "approver": "李四", **words}
    return STEPS[kind](plan, Step(task, on, **words), CHANGE)


def test_a_finished_task_can_be_reopened_and_finished_again(plan: Database, line: Callable[..., TaskLine]) -> None:
    assert take(plan, "finish", on=EARLIER).task == "p1-1"
    assert line().finished_on == EARLIER
    assert take(plan, "reopen").task == "p1-1"
    assert (line().finished_on, line(on=EARLIER).finished_on) == (None, EARLIER)
    take(plan, "finish")
    assert [event.kind for event in task_of(plan, "p1-1").events] == ["finish", "reopen", "finish"]


def test_a_claim_waits_until_it_is_verified(plan: Database, line: Callable[..., TaskLine]) -> None:
    take(plan, "finish", on=EARLIER)
    assert (line().awaiting_verification, line().verified_on) == (True, None)
    take(plan, "verify", reference="验收单1号")
    assert (line().awaiting_verification, line().verified_on) == (False, TODAY)
    assert line(on=EARLIER).awaiting_verification
    assert (line().events[-1].approver, line().events[-1].reference) == ("李四", "验收单1号")


def test_a_returned_claim_leaves_the_task_open_with_its_deadline(plan: Database, line: Callable[..., TaskLine]) -> None:
    take(plan, "finish", on=EARLIER)
    assert line().status is Status.DONE
    take(plan, "return")
    assert (line().status, line().days_overdue) == (Status.OVERDUE, 16)
    assert line(on=date(2023, 8, 20)).status is Status.DONE


def test_a_group_task_closes_with_its_last_member(plan: Database, line: Callable[..., TaskLine]) -> None:
    for place, district in enumerate(COUNTIES, 1):
        assert line("2").finished_on is None
        outcome = take(plan, "finish", "2", unit=f"{district}人民政府")
        assert outcome.unfinished == line("2").unfinished == tuple(f"{name}人民政府" for name in COUNTIES[place:])
    assert line("2").finished_on == TODAY


def test_a_member_is_verified_and_returned_by_itself(plan: Database, line: Callable[..., TaskLine]) -> None:
    take(plan, "finish", "2")
    take(plan, "verify", "2", unit="兴庆区人民政府")
    take(plan, "return", "2", unit="西夏区人民政府")
    assert line("2").unfinished == ("西夏区人民政府",)
    take(plan, "finish", "2")
    take(plan, "verify", "2")
    assert line("2").verified_on == TODAY


def test_a_task_that_all_members_finished_can_be_reopened_as_a_whole(
    plan: Database, line: Callable[..., TaskLine]
) -> None:
    for district in COUNTIES:
        take(plan, "finish", "2", unit=f"{district}人民政府")
    take(plan, "reopen", "2")
    assert line("2").finished_on is None


def test_a_milestone_is_finished_and_reopened_apart_from_its_task(
    plan: Database, line: Callable[..., TaskLine]
) -> None:
    step = date(2023, 4, 30)
    assert line().milestones[0].days_overdue == 123
    take(plan, "finish", milestone=step)
    assert (line().milestones[0].days_overdue, line().milestones[0].finished_on) == (None, TODAY)
    assert line().finished_on is None
    take(plan, "reopen", milestone=step)
    assert line().milestones[0].days_overdue == 123


def test_a_cancelled_task_leaves_the_counts_and_can_be_taken_up_again(
    plan: Database, line: Callable[..., TaskLine], policies: Policies
) -> None:
    take(plan, "cancel")
    assert (line().status, line().archived, line().cancelled_on) == (Status.OTHER, True, TODAY)
    assert [read_board(plan, day, policies).total for day in (EARLIER, TODAY)] == [3, 2]
    take(plan, "reopen")
    assert (line().status, line().archived) == (Status.OVERDUE, False)


WRONG_ORDERS: list[tuple[list[tuple[str, dict[str, Any]]], str, dict[str, Any], tuple[str, str]]] = [
    ([], "verify", {}, ("not-finished", "没有办结，不能销号")),
    ([], "return", {}, ("not-finished", "没有办结，不用退回")),
    ([], "reopen", {}, ("not-finished", "没有办结，不用恢复")),
    ([("finish", {})], "finish", {}, ("already-finished", "已于 2023-08-31 办结")),
    ([("finish", {})], "cancel", {}, ("already-finished", "先用 wuye return 退回")),
    ([("finish", {})], "verify", {"approver": " "}, ("by-needed", "--by")),
    ([("finish", {})], "return", {"note": ""}, ("reason-needed", "--reason")),
    ([], "cancel", {"note": ""}, ("reason-needed", "--reason")),
    ([("finish", {}), ("verify", {})], "finish", {}, ("task-verified", "wuye reopen p1-1 --reason")),
    ([("finish", {}), ("verify", {})], "verify", {}, ("task-verified", "已于 2023-08-31 销号")),
    ([("finish", {}), ("verify", {})], "return", {}, ("task-verified", "不能再改")),
    ([("finish", {}), ("verify", {})], "cancel", {}, ("task-verified", "不能再改")),
    ([("finish", {}), ("verify", {})], "reopen", {"note": ""}, ("reason-needed", "--reason")),
    ([("cancel", {})], "finish", {}, ("task-cancelled", "已于 2023-08-31 取消")),
    ([("cancel", {})], "cancel", {}, ("task-cancelled", "已于 2023-08-31 取消")),
    ([("cancel", {})], "reopen", {"note": ""}, ("reason-needed", "--reason")),
    ([("cancel", {})], "reopen", {"unit": "市住建局"}, ("task-cancelled", "整项恢复")),
    ([("finish", {})], "reopen", {"on": EARLIER}, ("later-event", "2023-08-31 已登记办结")),
    ([], "finish", {"milestone": EARLIER}, ("unknown-milestone", "现有 2023-04-30")),
    ([], "finish", {"task": "2", "milestone": EARLIER}, ("unknown-milestone", "没有阶段性时限")),
    ([], "finish", {"unit": "市财政局"}, ("not-a-closer", "由 市住房和城乡建设局 办结")),
    ([], "finish", {"task": "3", "unit": "市财政局"}, ("not-a-closer", "不用写 --unit")),
    (
        [("finish", {"task": "2", "unit": "西夏区人民政府"})],
        "verify",
        {"task": "2"},
        ("not-finished", "尚未办结：兴庆区"),
    ),
    ([], "finish", {"as_of": EARLIER}, ("date-in-future", "晚于当日")),
]


@pytest.mark.parametrize(
    ("before", "step", "words", "said"),
    WRONG_ORDERS,
    ids=[f"{step} {words} after {[name for name, _ in before]}" for before, step, words, _ in WRONG_ORDERS],
)
def test_what_comes_in_the_wrong_order_is_refused_in_one_sentence(
    plan: Database, before: list[tuple[str, dict[str, Any]]], step: str, words: dict[str, Any], said: tuple[str, str]
) -> None:
    code, sentence = said
    for name, given in before:
        take(plan, name, **given)
    entries = journal_of(plan)
    with pytest.raises(WuyeError, match=sentence) as caught:
        take(plan, step, **words)
    assert caught.value.code == code
    assert isinstance(caught.value, RefusedError | UsageError)
    assert journal_of(plan) == entries


@pytest.mark.parametrize(("closed", "code"), [(("finish", "verify"), "task-verified"), (("cancel",), "task-cancelled")])
def test_what_is_closed_takes_no_reports(plan: Database, closed: tuple[str, ...], code: str) -> None:
    for step in closed:
        take(plan, step)
    with pytest.raises(RefusedError, match="不再填报") as caught:
        record_report(plan, "1", ReportInput(percent=90), CHANGE, TODAY)
    assert caught.value.code == code


@pytest.mark.parametrize("kind", ["finish", "cancel"])
def test_a_dry_run_tries_everything_and_writes_nothing(plan: Database, kind: str) -> None:
    content = plan.path.read_bytes()
    assert STEPS[kind](plan, Step("1", TODAY, note="试一试"), CHANGE, dry_run=True).task == "p1-1"
    assert plan.path.read_bytes() == content
    with pytest.raises(RefusedError):
        STEPS[kind](plan, Step("9", TODAY, note="试一试"), CHANGE, dry_run=True)
