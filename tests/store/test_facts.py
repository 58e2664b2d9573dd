from __future__ import annotations

from datetime import date

import pytest

from tests.samples import CHANGE, CIVIL, COVERAGE, DISTRICTS, EAST, HOUSING, INSPECT, LEDGER, RECTIFY, WEST, YEAR_END
from wuye_cli.domain.facts import (
    DeadlineFacts,
    DoubtFacts,
    EventFacts,
    MilestoneFacts,
    OfficeFacts,
    RegisterFacts,
    ReportFacts,
    TargetFacts,
    TaskFacts,
    UnitFacts,
)
from wuye_cli.domain.terms import DeadlineKind, EventKind, Every, UnitKind
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.models import Plan, Task
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register

RATE = TargetFacts(1, "业主委员会组建率", ">=", 80.0, None, "%", YEAR_END, "", "达到80%以上")
QUOTA = TargetFacts(2, "示范小区", ">=", 9.0, None, "个", None, "东城区", "9个")


def load(database: Database, plan: str | None = None, archived: bool = False) -> RegisterFacts:
    with read_register(database) as reader:
        return load_facts(reader, plan, archived)


def task(database: Database, number: int) -> TaskFacts:
    return load(database).tasks[number - 1]


def codes(facts: RegisterFacts) -> list[str]:
    return [found.code for found in facts.tasks]


def add_second_plan(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        session.add(Plan(id=2, number=2, title="第二个方案", imported_on=date(2023, 3, 1)))
        session.flush()
        for number, code in ((6, "p2-2"), (5, "p2-1")):
            session.add(
                Task(id=number, plan_id=2, code=code, position=number, key=code, title=code, added_on=date(2023, 3, 1))
            )


def test_a_task_brings_all_that_hangs_on_it(database: Database) -> None:
    found = task(database, RECTIFY)
    assert (found.code, found.no, found.title, found.added_on) == ("p1-1", "1", "整治公共收益管理", date(2023, 1, 12))
    assert (found.leads, found.responsible, found.guides) == ((HOUSING,), (DISTRICTS,), ())
    assert found.deadlines == (DeadlineFacts(DeadlineKind.DATE, date(2023, 6, 30), None, "6月底前"),)
    assert found.milestones == (MilestoneFacts(date(2023, 4, 30), "4月底前，制定年度计划"),)
    assert found.events == (EventFacts(EventKind.FINISH, date(2023, 6, 20), None, note="已验收"),)
    assert [report.percent for report in found.reports] == [60.0]


def test_reports_come_oldest_first_with_the_amounts_in_them(database: Database) -> None:
    first, second = task(database, COVERAGE).reports
    assert (first.id, first.values) == (2, {})
    assert second == ReportFacts(3, EAST, "2023-08", 70.0, "按计划推进", "", "", date(2023, 8, 21), {1: 72.0})


def test_a_cell_of_two_deadlines_keeps_both_in_order(database: Database) -> None:
    assert task(database, INSPECT).deadlines == (
        DeadlineFacts(DeadlineKind.RECURRING, None, Every.QUARTER, "每季度"),
        DeadlineFacts(DeadlineKind.ONGOING, None, None, "长期坚持"),
    )


def test_units_of_a_role_keep_their_printed_order(database: Database) -> None:
    assert task(database, INSPECT).leads == (CIVIL, HOUSING)


def test_a_task_below_another_names_it(database: Database) -> None:
    assert (task(database, LEDGER).parent_code, task(database, RECTIFY).parent_code) == ("p1-1", None)


def test_doubts_stay_until_they_are_confirmed(database: Database) -> None:
    assert task(database, LEDGER).doubts == (DoubtFacts("deadlines", "deadline-missing", "没有读到完成时限"),)
    assert task(database, RECTIFY).doubts == ()


def test_targets_and_doubts_of_the_plan_are_not_those_of_its_tasks(database: Database) -> None:
    facts = load(database)
    assert [found.targets for found in facts.tasks] == [(), (RATE,), (), ()]
    assert facts.plans[1].targets == (QUOTA,)
    assert facts.plans[1].doubts == (DoubtFacts("period", "period-unknown", "没有印出实施期限"),)


def test_a_plan_has_the_code_that_people_type(database: Database) -> None:
    plan = load(database).plans[1]
    assert (plan.code, plan.document_number, plan.issued_on) == ("p1", "安物组发〔2023〕1号", date(2023, 1, 10))
    assert (plan.period_start, plan.period_end, plan.year, plan.archived_on) == (
        date(2023, 1, 1),
        YEAR_END,
        2023,
        None,
    )


def test_a_group_names_its_members_in_order(database: Database) -> None:
    units = load(database).units
    assert units[DISTRICTS] == UnitFacts(3, "各区人民政府", UnitKind.GROUP, "安平市", "区", 3, (EAST, WEST))
    assert (units[EAST].kind, units[EAST].members) == (UnitKind.UNIT, ())


def test_tasks_come_in_plan_order_and_printed_order(database: Database) -> None:
    add_second_plan(database)
    assert codes(load(database)) == ["p1-1", "p1-2", "p1-3", "p1-4", "p2-1", "p2-2"]


@pytest.mark.parametrize(
    ("plan", "plans", "tasks"),
    [
        ("p2", {2}, ["p2-1", "p2-2"]),
        ("p1", {1}, ["p1-1", "p1-2", "p1-3", "p1-4"]),
        ("p9", set(), []),
        ("2", set(), []),
    ],
)
def test_one_plan_can_be_asked_for(database: Database, plan: str, plans: set[int], tasks: list[str]) -> None:
    add_second_plan(database)
    facts = load(database, plan)
    assert (set(facts.plans), codes(facts)) == (plans, tasks)


def test_what_is_archived_comes_only_when_it_is_asked_for(database: Database) -> None:
    add_second_plan(database)
    with write_register(database, CHANGE) as session:
        session.get_one(Plan, 2).archived_on = date(2023, 8, 1)
        session.get_one(Task, COVERAGE).archived_on = date(2023, 8, 1)
    facts = load(database)
    assert (set(facts.plans), codes(facts)) == ({1}, ["p1-1", "p1-3", "p1-4"])
    everything = load(database, archived=True)
    assert (set(everything.plans), len(everything.tasks)) == ({1, 2}, 6)
    assert everything.tasks[1].archived_on == date(2023, 8, 1)
    assert everything.tasks[1].targets == (RATE,)


def test_the_office_keeps_defaults_for_what_nobody_has_set(database: Database) -> None:
    with read_register(database) as reader:
        office = load_office(reader)
    assert office == OfficeFacts(name="安平市物业领导小组办公室", region="安平市", level="市", reporting_day=20)
