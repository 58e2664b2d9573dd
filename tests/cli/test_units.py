"""`wuye unit`: merge, rename, order, contacts; and units found by spellings that no document has used."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Wuye

CONTACTS = "电话,单位,姓名,职务\n0951-1234567,市公安局,张三,科长\n139,,李四,\n5550003,市园林局,王五,\n"


def names(register: Wuye) -> list[str]:
    return [unit["name"] for unit in register.json("unit", "list")["units"]]


def test_two_units_become_one(register: Wuye) -> None:
    register("task", "edit", "1", "--lead", "市房管处")
    register("update", "1", "--percent", "40")
    assert "任务 1 项，填报 1 次" in register("unit", "merge", "市住建局", "市房管处", "--yes").stdout
    assert register.json("show", "1")["tasks"][0]["lead"] == ["市住房和城乡建设局"]
    assert register.json("unit", "show", "市房管处")["units"][0]["name"] == "市住房和城乡建设局"


def test_a_merge_is_asked_about(register: Wuye) -> None:
    before = names(register)
    assert "--yes" in register("unit", "merge", "市住建局", "市民政局", code=3).stderr
    assert names(register) == before


def test_reports_that_differ_stand_in_the_way_of_a_merge(register: Wuye) -> None:
    register("task", "edit", "1", "--lead", "市住建局、市房管处")
    register("update", "1", "--unit", "市住建局", "--percent", "40")
    register("update", "1", "--unit", "市房管处", "--percent", "60")
    result = register("unit", "merge", "市住建局", "市房管处", "--yes", code=3)
    assert "p1-1 的 2023-11" in result.stderr


def test_a_unit_is_renamed_on_a_day(register: Wuye) -> None:
    register("unit", "rename", "市住建局", "市住房和城乡建设委员会", "--on", "2023-11-01")
    page = register("unit", "show", "市住房和城乡建设局").stdout
    assert page.startswith("市住房和城乡建设委员会")
    assert "市住房和城乡建设局（至2023-11-01）" in page
    assert register.json("show", "1")["tasks"][0]["lead"] == ["市住房和城乡建设委员会"]


def test_the_official_order_is_given_by_names_or_by_a_file(register: Wuye) -> None:
    register("unit", "order", "市公安局", "市民政局")
    assert names(register)[:2] == ["市公安局", "市民政局"]
    register("unit", "order", register.file("顺序.txt", "1. 市消防救援支队\n2. 市住建局\n"))
    assert names(register)[:3] == ["市消防救援支队", "市住房和城乡建设局", "市公安局"]


def test_contacts_are_taken_over_from_a_list(register: Wuye) -> None:
    result = register("unit", "import", register.file("通讯录.csv", CONTACTS), "--yes")
    assert "已更新 2 个单位的联系人，新单位 1 个" in result.stdout
    assert "李四 的电话“139”不像电话号码" in result.stderr
    assert "张三 科长 0951-1234567" in register("unit", "show", "市公安").stdout
    person = register.json("unit", "show", "市公安局")["units"][0]["contacts"][0]
    assert (person["name"], person["title"], person["phone"]) == ("张三", "科长", "0951-1234567")


def test_contacts_are_first_shown_then_asked_about(register: Wuye) -> None:
    before = register.db.read_bytes()
    file = register.file("通讯录.csv", CONTACTS)
    assert "读到 2 个单位的 3 名联系人" in register("unit", "import", file, "--dry-run").stdout
    register("unit", "import", file, code=3)
    assert register.db.read_bytes() == before


@pytest.mark.parametrize("spelling", ["市住建局", "市住建", "市住建部门", "银川市住房城乡建设局"])
def test_a_unit_is_found_by_a_spelling_that_no_document_has_used(register: Wuye, spelling: str) -> None:
    assert [task["code"] for task in register.json("list", "--unit", spelling)["tasks"]] == ["p1-1"]
    register("update", "1", "--unit", spelling, "--percent", "40")
    register("finish", "1", "--unit", spelling)
    register("reopen", "1", "--unit", spelling)
    assert register.json("unit", "show", spelling)["units"][0]["name"] == "市住房和城乡建设局"
