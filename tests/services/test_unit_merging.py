"""Two entries that are one unit become one, with all they have done; nothing is lost or decided silently."""

from __future__ import annotations

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
from wuye_cli.errors import RefusedError
from wuye_cli.importing.contacts import ContactList, ContactRow
from wuye_cli.services.closing import finish_task
from wuye_cli.services.closing_case import Step
from wuye_cli.services.contacts import store_contacts
from wuye_cli.services.importing import store_draft
from wuye_cli.services.progress import ReportInput, record_report
from wuye_cli.services.unit_merging import MergeOutcome, merge_units
from wuye_cli.services.units import add_alias, read_unit, read_units, set_group
from wuye_cli.store.database import Database
from wuye_cli.store.models import Form
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    """市房管处 leads one task and shares another with 市住建局; both belong to 领导小组成员单位."""
    tasks = (
        draft_task("1", "甲", "市房管处", "市住建局"),
        draft_task("2", "乙", "市住建局、市房管处"),
        draft_task("3", "丙", "领导小组各成员单位"),
    )
    store_draft(database, draft_of(*tasks), CHANGE, TODAY, rules=rules)
    set_group(database, "领导小组各成员单位", ["市公安局", "市房管处", "市住建局"], CHANGE, rules=rules)
    return database


def report(plan: Database, task: str, unit: str, percent: float, note: str = "") -> None:
    record_report(plan, task, ReportInput(unit, percent=percent, note=note), CHANGE, TODAY)


def merge(plan: Database, kept: str = "市住建局", gone: str = "市房管处") -> MergeOutcome:
    return merge_units(plan, kept, gone, CHANGE)


def test_tasks_reports_and_spellings_move(plan: Database) -> None:
    add_alias(plan, "市房管处", "市房产处", CHANGE)
    report(plan, "1", "市房管处", 40)
    finish_task(plan, Step("3", TODAY, unit="市房管处"), CHANGE)
    assert merge(plan) == MergeOutcome("市住房和城乡建设局", "市房管处", tasks=2, reports=1)
    task = task_of(plan, "p1-1")
    assert names_of(plan, task.leads) == names_of(plan, (task.reports[0].unit,)) == ["市住房和城乡建设局"]
    assert names_of(plan, tuple(event.unit for event in task_of(plan, "p1-3").events if event.unit)) == [
        "市住房和城乡建设局"
    ]
    assert read_unit(plan, "市房管处").name == read_unit(plan, "市房产处").name == "市住房和城乡建设局"
    assert "市房管处" not in [unit.name for unit in read_units(plan)]


def test_a_unit_stands_once_in_each_part_of_a_task_and_once_in_a_group(plan: Database) -> None:
    merge(plan)
    assert names_of(plan, task_of(plan, "p1-2").leads) == ["市住房和城乡建设局"]
    assert read_unit(plan, "领导小组各成员单位").members == ("市公安局", "市住房和城乡建设局")


def test_its_persons_come_along(plan: Database, rules: UnitRules) -> None:
    store_contacts(plan, ContactList((ContactRow("市房管处", "张三", "", "0951-1234567"),)), CHANGE, rules=rules)
    merge(plan)
    assert [person.name for person in read_unit(plan, "市住建局").contacts] == ["张三"]


def test_a_document_that_prints_the_old_name_means_the_one_that_was_kept(plan: Database, rules: UnitRules) -> None:
    merge(plan)
    draft = draft_of(draft_task("1", "丁", "市房管处"), sha256="b2", title="另一份清单")
    assert store_draft(plan, draft, CHANGE, TODAY, rules=rules).new_units == ()


def test_the_office_that_was_merged_is_known_by_spellings_that_no_document_has_used(
    database: Database, rules: UnitRules
) -> None:
    store_draft(database, draft_of(draft_task("1", "甲", "市公安局、市司法局")), CHANGE, TODAY, rules=rules)
    merge_units(database, "市公安局", "市司法局", CHANGE)
    again = draft_of(draft_task("1", "乙", "市司法"), sha256="b2", title="另一份清单")
    store_draft(database, again, CHANGE, TODAY, rules=rules)
    assert names_of(database, task_of(database, "p2-1").leads) == ["市公安局"]


def test_two_that_reported_the_same_month_otherwise_are_not_merged(plan: Database) -> None:
    report(plan, "2", "市住建局", 40)
    report(plan, "2", "市房管处", 60)
    entries = journal_of(plan)
    with pytest.raises(RefusedError, match="p1-2 的 2023-08"):
        merge(plan)
    assert journal_of(plan) == entries


def test_two_that_reported_the_same_are_merged(plan: Database) -> None:
    report(plan, "2", "市住建局", 60)
    report(plan, "2", "市房管处", 50)
    report(plan, "2", "市房管处", 60)  # the last one counts
    assert merge(plan).reports == 2


def test_a_merge_is_one_entry_of_the_journal(plan: Database) -> None:
    entries = journal_of(plan)
    merge(plan)
    assert journal_of(plan) == entries + 1


def test_forms_that_went_out_move_behind_the_forms_of_the_unit_that_stays(plan: Database) -> None:
    with read_register(plan) as reader:
        units = {row["name"]: row["id"] for row in reader.rows("units")}
    kept, gone = units["市住房和城乡建设局"], units["市房管处"]
    with write_register(plan, CHANGE) as session:
        for unit, version in ((kept, 1), (gone, 1), (gone, 2)):
            session.add(Form(month="2023-08", unit_id=unit, version=version, tasks="[]", sent_on=TODAY))
    merge(plan)
    with read_register(plan) as reader:
        forms = [(row["unit_id"], row["version"]) for row in reader.rows("forms", month=None)]
    assert forms == [(kept, -1), (kept, 0), (kept, 1)]


@pytest.mark.parametrize(
    ("kept", "gone", "sentence"),
    [
        ("市住建局", "市住房和城乡建设局", "本来就是一个单位"),
        ("市住建局", "领导小组各成员单位", "单位组"),
        ("市住建局", "市房官处", "您是不是要找：市房管处"),
    ],
)
def test_what_cannot_be_merged_is_refused(plan: Database, kept: str, gone: str, sentence: str) -> None:
    before = facts_of(plan)
    with pytest.raises(RefusedError, match=sentence):
        merge(plan, kept, gone)
    assert facts_of(plan) == before


def test_a_group_merged_with_a_group_that_holds_it_does_not_hold_itself(plan: Database, rules: UnitRules) -> None:
    outer = draft_of(draft_task("1", "丁", "各相关成员单位"), sha256="b2", title="另一份清单")
    store_draft(plan, outer, CHANGE, TODAY, rules=rules)
    set_group(plan, "各相关成员单位", ["领导小组各成员单位", "市民政局"], CHANGE, rules=rules)
    merge(plan, "领导小组各成员单位", "各相关成员单位")
    members = read_unit(plan, "领导小组各成员单位").members
    assert sorted(members) == sorted(["市公安局", "市房管处", "市住房和城乡建设局", "市民政局"])
