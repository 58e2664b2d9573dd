"""wuye remind: texts by unit, JSON, exit code."""

from __future__ import annotations

from tests.cli.conftest import Wuye

HOUSING = "市住房和城乡建设局"


def test_each_unit_has_its_text_with_whom_to_call(register: Wuye) -> None:
    contacts = register.file("通讯录.csv", f"单位,姓名,职务,电话\n{HOUSING},张三,科长,13900000001\n")
    register("unit", "import", contacts, "--yes")
    output = register("remind").stdout
    assert output.startswith(f"—— {HOUSING}（张三 科长 13900000001）——\n{HOUSING}：截至2023年11月15日")
    assert "1．摸清小区底数（p1-1）：完成时限2023-05-31，已逾期168天。" in output
    assert "13900000001" not in register("remind", "--text").stdout


def test_the_texts_of_one_unit_or_of_a_group_s_members(register: Wuye) -> None:
    assert [one["unit"] for one in register.json("remind", "--unit", HOUSING)["units"]] == [HOUSING]
    register("task", "edit", "3", "--lead", "各区物业协会")
    register("unit", "group", "各区物业协会", "兴庆区物业协会", "金凤区物业协会")
    found = register.json("remind", "--unit", "各区物业协会")
    assert [one["unit"] for one in found["units"]] == ["兴庆区物业协会", "金凤区物业协会"]


def test_within_says_how_far_ahead(register: Wuye) -> None:
    def due(within: str) -> list[str]:
        units = register.json("remind", "--within", within)["units"]
        return [task["code"] for one in units for task in one["due"]]

    assert due("45") == []
    assert due("46") == ["p1-2"]


def test_check_and_nothing_to_remind_of(register: Wuye) -> None:
    register("remind", "--check", code=4)
    register("plan", "archive", "p1", "--yes")
    assert register("remind", "--check").stdout == "没有需要提醒的事项。\n"
    assert register.json("remind")["units"] == []


def test_a_unit_that_is_unknown_is_refused(register: Wuye) -> None:
    assert "没有名为“市天文台”的单位" in register("remind", "--unit", "市天文台", code=3).stderr


def test_a_year_without_a_calendar_is_a_warning(register: Wuye) -> None:
    register.as_of = "2030-05-28"
    assert "没有 2030 年的放假和调休安排" in register("remind", "--json").stderr
