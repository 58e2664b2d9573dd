"""A draft becomes a plan once; a newer version of it is merged; everything or nothing is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.conftest import (
    CHANGE,
    TODAY,
    draft_of,
    draft_task,
    facts_of,
    journal_of,
    names_of,
    task_of,
)
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import InputError, RefusedError
from wuye_cli.importing.document import Locator
from wuye_cli.importing.draft import Draft, DraftTarget, Problem
from wuye_cli.services.destinations import Placement
from wuye_cli.services.importing import ImportOutcome, store_draft
from wuye_cli.services.plans import archive_plan
from wuye_cli.services.progress import ReportInput, record_report
from wuye_cli.services.tasks import confirm_task
from wuye_cli.services.units import add_alias, read_unit
from wuye_cli.store.database import Database

COUNTIES = ["兴庆区人民政府", "西夏区人民政府", "金凤区人民政府", "永宁县人民政府", "贺兰县人民政府", "灵武市人民政府"]
TARGET = DraftTarget("覆盖率", ">=", 80, "%", text="覆盖率达到80%")


@pytest.fixture
def store(database: Database, rules: UnitRules) -> Store:
    return Store(database, rules)


class Store:
    """Stores drafts into one register."""

    def __init__(self, database: Database, rules: UnitRules) -> None:
        self.database = database
        self.rules = rules

    def __call__(self, draft: Draft, plan: str | None = None) -> ImportOutcome:
        return store_draft(self.database, draft, CHANGE, TODAY, Placement(plan), rules=self.rules)

    def codes(self) -> list[str]:
        return [task.code for task in facts_of(self.database).tasks]


def test_a_draft_becomes_a_plan_with_its_tasks_as_printed(store: Store) -> None:
    outcome = store(
        draft_of(
            draft_task(
                "1", "出台指导价", "市住建局", "市财政局", date(2023, 10, 31), content="制定价格。", level="市级"
            ),
            draft_task("2", "培训", targets=(TARGET,)),
        )
    )
    facts = facts_of(store.database)
    plan, first, second = facts.plans[1], *facts.tasks
    assert (outcome.plan, outcome.tasks, outcome.unchanged) == ("p1", ("p1-1", "p1-2"), False)
    assert (plan.title, plan.region, plan.year) == ("安心小区任务清单", "银川市", 2023)
    assert (first.title, first.content, first.level, first.deadlines[0].on) == (
        "出台指导价",
        "制定价格。",
        "市级",
        date(2023, 10, 31),
    )
    assert names_of(store.database, first.leads + first.responsible) == ["市住房和城乡建设局", "市财政局"]
    assert (second.targets[0].indicator, second.targets[0].value) == ("覆盖率", 80)


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("1 2 3 3 4", "p1-1 p1-2 p1-3 p1-3.2 p1-4"),
        ("（一） （二） （三）", "p1-1 p1-2 p1-3"),
        ("一、 二、 二、", "p1-1 p1-2 p1-2.2"),
        ("1 2 1 2 3", "p1-1 p1-2 p1-3 p1-4 p1-5"),
        ("（一） 1 2 1", "p1-1 p1-2 p1-3 p1-4"),
        ("1 甲 2", "p1-1 p1-2 p1-3"),
        ("2 5 9", "p1-2 p1-5 p1-9"),
    ],
)
def test_codes_follow_the_printed_numbers_unless_these_start_again(store: Store, printed: str, codes: str) -> None:
    tasks = [draft_task(no, f"任务{place}") for place, no in enumerate(printed.split())]
    assert list(store(draft_of(*tasks)).tasks) == codes.split()


def test_spellings_of_one_unit_become_one_unit_with_aliases(store: Store) -> None:
    outcome = store(
        draft_of(
            draft_task("1", "甲", "市住建"),
            draft_task("2", "乙", "市住建局"),
            draft_task("3", "丙", "市住房和城乡建设局"),
        )
    )
    assert [unit.name for unit in outcome.new_units] == ["市住房和城乡建设局"]
    assert read_unit(store.database, "市住建").aliases == ("市住建", "市住建局")


def test_the_same_words_in_a_plan_of_another_city_are_another_unit(store: Store) -> None:
    store(draft_of(draft_task("1", "甲", "市住建局")))
    store(draft_of(draft_task("1", "甲", "市住建局"), sha256="b2", title="吴忠市清单", region="吴忠市"))
    units = facts_of(store.database).units.values()
    assert [(unit.name, unit.region) for unit in units] == [
        ("市住房和城乡建设局", "银川市"),
        ("吴忠市住房和城乡建设局", "吴忠市"),
    ]


def test_a_group_phrase_stands_for_the_counties_of_the_plans_region(store: Store) -> None:
    store(draft_of(draft_task("1", "甲", "各县（市）区人民政府", "兴庆区政府")))
    task = task_of(store.database, "p1-1")
    group = facts_of(store.database).units[task.leads[0]]
    assert group.name == "各县（市）区人民政府"
    assert names_of(store.database, group.members) == COUNTIES
    assert task.responsible == group.members[:1]


def test_units_stand_in_the_order_in_which_they_first_appear(store: Store) -> None:
    store(draft_of(draft_task("1", "甲", "市公安局", "各县（市）区人民政府"), draft_task("2", "乙", "市安全局")))
    units = sorted(facts_of(store.database).units.values(), key=lambda unit: unit.position)
    assert [unit.name for unit in units] == ["市公安局", "各县（市）区人民政府", *COUNTIES, "市安全局"]


def test_a_name_close_to_a_known_one_stays_new_and_is_asked_about(store: Store) -> None:
    store(draft_of(draft_task("1", "甲", "市网络信息化局")))
    outcome = store(draft_of(draft_task("1", "乙", "市网络信息局"), sha256="b2", title="另一份清单"))
    assert [(unit.name, unit.similar) for unit in outcome.new_units] == [("市网络信息局", "市网络信息化局")]


def test_a_member_is_called_by_its_own_name_once_a_document_prints_it(store: Store) -> None:
    store(draft_of(draft_task("1", "甲", "各县（市）区住建部门")))
    store(draft_of(draft_task("1", "乙", "区住建局"), sha256="b2", title="兴庆区方案", region="兴庆区"))
    member = read_unit(store.database, "兴庆区住建部门")
    assert (member.name, member.aliases) == ("兴庆区住房和城乡建设局", ("兴庆区住建部门", "区住建局"))
    assert read_unit(store.database, "各县（市）区住建部门").members[:2] == ("兴庆区住房和城乡建设局", "西夏区住建部门")


def test_an_alias_that_the_clerk_gave_is_known_at_the_next_import(store: Store) -> None:
    store(draft_of(draft_task("1", "甲", "市网络信息化局")))
    add_alias(store.database, "市网络信息化局", "市网信局", CHANGE)
    outcome = store(draft_of(draft_task("1", "乙", "市网信局"), sha256="b2", title="另一份清单"))
    assert outcome.new_units == ()


def test_problems_are_stored_as_doubts_with_their_place(store: Store) -> None:
    unsure = Problem("deadline-year-unknown", "deadlines", "请补充年份", Locator(line=12))
    outcome = store(
        draft_of(draft_task("1", "甲", problems=(unsure,)), problems=(Problem("title-missing", "title", "请补充"),))
    )
    facts = facts_of(store.database)
    assert outcome.doubts == 2
    assert [doubt.code for doubt in facts.tasks[0].doubts] == ["deadline-year-unknown"]
    assert [doubt.code for doubt in facts.plans[1].doubts] == ["title-missing"]


def test_the_same_file_twice_changes_nothing(store: Store) -> None:
    draft = draft_of(draft_task("1", "甲", "市住建局", due=TODAY, targets=(TARGET,)))
    store(draft)
    entries = journal_of(store.database)
    again = store(draft)
    assert (again.plan, again.unchanged, again.tasks) == ("p1", True, ())
    assert journal_of(store.database) == entries


def test_the_same_file_read_with_the_year_that_was_missing_is_brought_up_to_date(store: Store) -> None:
    unsure = Problem("deadline-year-unknown", "deadlines", "请补充年份")
    store(draft_of(draft_task("1", "甲", problems=(unsure,)), plan={"year": None}))
    outcome = store(draft_of(draft_task("1", "甲", due=TODAY)))
    assert (outcome.plan, outcome.updated) == ("p1", ("p1-1",))
    assert (facts_of(store.database).plans[1].year, task_of(store.database, "p1-1").doubts) == (2023, ())
    assert store(draft_of(draft_task("1", "甲"), plan={"year": None})).unchanged


def test_the_same_content_in_another_file_changes_nothing(store: Store) -> None:
    draft = draft_of(
        draft_task("1", "甲", "市住建局", "各县（市）区", due=TODAY, targets=(TARGET,)), plan_targets=(TARGET,)
    )
    store(draft)
    entries = journal_of(store.database)
    assert store(replace(draft, source=replace(draft.source, sha256="b2"))).unchanged
    assert journal_of(store.database) == entries


def test_a_newer_version_keeps_codes_and_progress(store: Store) -> None:
    store(draft_of(draft_task("1", "甲", "市住建局", due=TODAY, targets=(TARGET,)), draft_task("2", "乙", "市财政局")))
    record_report(store.database, "p1-1", ReportInput(percent=40, values={"覆盖率": 50}), CHANGE, TODAY)
    later, higher = date(2023, 12, 31), replace(TARGET, value=90.0)
    outcome = store(
        draft_of(
            draft_task("1", "丙", "市公安局"),
            draft_task("2", "甲", "市住建局、市财政局", due=later, targets=(higher,)),
            sha256="b2",
        )
    )
    assert (outcome.plan, outcome.tasks, outcome.updated, outcome.archived) == ("p1", ("p1-3",), ("p1-1",), ("p1-2",))
    task = task_of(store.database, "p1-1")
    assert (task.deadlines[0].on, task.targets[0].value, task.reports[0].percent) == (later, 90, 40)
    assert task.reports[0].values == {task.targets[0].id: 50}
    assert names_of(store.database, task.leads) == ["市住房和城乡建设局", "市财政局"]
    assert store.codes() == ["p1-3", "p1-1"]


def test_a_target_with_reported_amounts_is_not_dropped_by_a_newer_version(store: Store) -> None:
    store(draft_of(draft_task("1", "甲", "市住建局", targets=(TARGET, replace(TARGET, indicator="满意率")))))
    record_report(store.database, "1", ReportInput(values={"覆盖率": 50}), CHANGE, TODAY)
    store(draft_of(draft_task("1", "甲", "市住建局"), sha256="b2"))
    assert [target.indicator for target in task_of(store.database, "p1-1").targets] == ["覆盖率"]


def test_a_confirmed_doubt_is_not_raised_again_by_a_newer_version(store: Store) -> None:
    unsure = Problem("deadline-ambiguous", "deadlines", "请核对")
    store(draft_of(draft_task("1", "甲", problems=(unsure,))))
    confirm_task(store.database, "p1-1", CHANGE, TODAY)
    store(draft_of(draft_task("1", "甲", content="新内容", problems=(unsure,)), sha256="b2"))
    assert task_of(store.database, "p1-1").doubts == ()


def test_tasks_are_added_to_the_plan_that_is_named(store: Store) -> None:
    store(draft_of(draft_task("1", "甲"), draft_task("2", "乙")))
    outcome = store(draft_of(draft_task("1", "丙"), sha256="b2", title="附件2"), plan="p1")
    assert (outcome.plan, outcome.tasks, outcome.archived) == ("p1", ("p1-3",), ())
    assert store.codes() == ["p1-1", "p1-2", "p1-3"]
    assert facts_of(store.database).plans[1].title == "安心小区任务清单"


def test_what_is_added_to_a_plan_twice_is_there_once(store: Store) -> None:
    store(draft_of(draft_task("1", "甲")))
    part = draft_of(draft_task("1", "丙"), sha256="b2", title="附件2")
    store(part, plan="p1")
    assert store(part, plan="p1").unchanged
    assert store.codes() == ["p1-1", "p1-2"]


def test_two_plans_of_the_same_title_but_another_year_are_two(store: Store) -> None:
    store(draft_of(draft_task("1", "甲")))
    assert store(draft_of(draft_task("1", "甲"), sha256="b2", plan={"year": 2024})).plan == "p2"


def test_an_archived_plan_is_not_brought_up_to_date_but_imported_anew(store: Store) -> None:
    store(draft_of(draft_task("1", "甲")))
    archive_plan(store.database, "p1", CHANGE, TODAY)
    assert store(draft_of(draft_task("1", "甲"))).plan == "p2"
    with pytest.raises(RefusedError, match="已归档"):
        store(draft_of(draft_task("1", "甲"), sha256="c3"), plan="p1")


def test_an_unknown_plan_is_refused_and_nothing_is_stored(store: Store) -> None:
    store(draft_of(draft_task("1", "甲")))
    with pytest.raises(RefusedError, match=r"没有编号为“p11”的方案。您是不是要找：p1？"):
        store(draft_of(draft_task("1", "乙"), sha256="b2", title="附件2"), plan="p11")
    assert store.codes() == ["p1-1"]


def test_a_failure_half_way_stores_nothing(store: Store) -> None:
    entries = journal_of(store.database)
    broken = draft_task("2", "乙", targets=(replace(TARGET, value=None),))  # type: ignore[arg-type]  # NOT NULL in the table
    with pytest.raises(Exception, match="NOT NULL"):
        store(draft_of(draft_task("1", "甲", "市住建局"), broken))
    facts = facts_of(store.database)
    assert (facts.plans, facts.tasks, facts.units) == ({}, (), {})
    assert journal_of(store.database) == entries


def test_a_draft_without_tasks_is_not_stored_and_says_why(store: Store) -> None:
    unread = Problem("table-unread", "tasks", "次序已经打乱。")
    with pytest.raises(InputError, match=r"没有入库。次序已经打乱。"):
        store(replace(draft_of(), problems=(unread,)))
    assert store.codes() == []
