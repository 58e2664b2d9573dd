"""A contact list is taken over: the units it names have its persons and no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, journal_of
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import InputError
from wuye_cli.importing.contacts import ContactList, ContactRow
from wuye_cli.services.contacts import read_contact_file, store_contacts
from wuye_cli.services.importing import store_draft
from wuye_cli.services.units import read_unit
from wuye_cli.store.database import Database


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    store_draft(database, draft_of(draft_task("1", "甲", "市住建局", "市公安局")), CHANGE, TODAY, rules=rules)
    return database


def listed(*rows: tuple[str, ...]) -> ContactList:
    return ContactList(tuple(ContactRow(*row) for row in rows))


def persons(plan: Database, unit: str) -> list[str]:
    return [person.name for person in read_unit(plan, unit).contacts]


def test_a_units_persons_are_those_of_the_newest_list(plan: Database, rules: UnitRules) -> None:
    store_contacts(plan, listed(("市住建", "张三", "科长", "1"), ("市公安局", "李四", "", "2")), CHANGE, rules=rules)
    outcome = store_contacts(
        plan, listed(("市住建局", "王五", "", "3"), ("市住建", "赵六", "", "4")), CHANGE, rules=rules
    )
    assert (outcome.units, outcome.new_units) == (("市住房和城乡建设局",), ())
    assert (persons(plan, "市住建局"), persons(plan, "市公安局")) == (["王五", "赵六"], ["李四"])


def test_the_same_list_twice_changes_nothing(plan: Database, rules: UnitRules) -> None:
    rows = listed(("市住建局", "张三", "科长", "1"))
    store_contacts(plan, rows, CHANGE, rules=rules)
    entries = journal_of(plan)
    assert store_contacts(plan, rows, CHANGE, rules=rules).units == ()
    assert journal_of(plan) == entries


def test_a_unit_that_the_register_does_not_know_is_added(plan: Database, rules: UnitRules) -> None:
    outcome = store_contacts(plan, listed(("市园林局", "张三", "", "1")), CHANGE, rules=rules)
    assert [unit.name for unit in outcome.new_units] == ["市园林局"]


def test_units_of_a_plan_that_names_no_region_are_the_offices_own(database: Database, rules: UnitRules) -> None:
    store_draft(database, draft_of(draft_task("1", "甲", "市公安局"), region=""), CHANGE, TODAY, rules=rules)
    assert store_contacts(database, listed(("市公安局", "张三", "", "1")), CHANGE, rules=rules).new_units == ()
    assert read_unit(database, "市公安局").region == "银川市"


def test_a_workbook_with_merged_units_and_numbers_for_telephones_is_read(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (
        ["通讯录"],
        ["序号", "姓名", "单位", "电话", "职务"],
        [1, "张三", "市住建局", 13900000001, "科长"],
        [2, "李四", None, "0951-1234567", None],
    ):
        sheet.append(row)
    sheet.merge_cells("C3:C4")
    workbook.save(tmp_path / "通讯录.xlsx")
    assert read_contact_file(tmp_path / "通讯录.xlsx").rows == (
        ContactRow("市住建局", "张三", "科长", "13900000001"),
        ContactRow("市住建局", "李四", "", "0951-1234567"),
    )


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("姓名,电话\n张三,1\n", "utf-8")
    with pytest.raises(InputError, match="表头要有“单位”和“姓名”"):
        read_contact_file(path)
