"""The register of units: other spellings, members of groups."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, journal_of
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.services.importing import store_draft
from wuye_cli.services.units import add_alias, order_units, read_unit, read_units, rename_unit, set_group
from wuye_cli.store.database import Database


@pytest.fixture
def plan(database: Database, rules: UnitRules) -> Database:
    draft = draft_of(
        draft_task("1", "甲", "市住建局", "各街道（乡镇）办事处"), draft_task("2", "乙", "市公安局", "各区政府")
    )
    store_draft(database, draft, CHANGE, TODAY, rules=rules)
    return database


def test_units_are_listed_in_official_order_with_spellings_and_members(plan: Database) -> None:
    names = [unit.name for unit in read_units(plan)]
    assert names[:4] == ["市住房和城乡建设局", "各街道（乡镇）办事处", "市公安局", "各区政府"]
    assert read_unit(plan, "各区政府").members == tuple(names[4:])
    assert (read_unit(plan, "市住建局").region, read_unit(plan, "市住建局").level) == ("银川市", "市")


def test_an_alias_means_the_unit(plan: Database) -> None:
    assert add_alias(plan, "市住建局", " 市建委 ", CHANGE) == "市住房和城乡建设局"
    assert read_unit(plan, "市建委").name == "市住房和城乡建设局"


def test_the_same_alias_twice_changes_nothing(plan: Database) -> None:
    add_alias(plan, "市住建局", "市建委", CHANGE)
    entries = journal_of(plan)
    add_alias(plan, "市住建局", "市建委", CHANGE)
    assert journal_of(plan) == entries


@pytest.mark.parametrize(("alias", "sentence"), [("市公安局", "已经指“市公安局”"), (" ", "别名不能为空")])
def test_a_name_means_one_unit_only(plan: Database, alias: str, sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        add_alias(plan, "市住建局", alias, CHANGE)


def test_the_members_of_a_group_are_listed_and_listed_anew(plan: Database, rules: UnitRules) -> None:
    new = set_group(plan, "各街道（乡镇）办事处", ["解放西街街道办事处", "掌政镇人民政府"], CHANGE, rules=rules)
    assert [unit.name for unit in new] == ["解放西街街道办事处", "掌政镇人民政府"]
    again = set_group(plan, "街道(乡镇)办事处", ["掌政镇人民政府", "公安局"], CHANGE, rules=rules)
    assert again == ()
    assert read_unit(plan, "各街道（乡镇）办事处").members == ("掌政镇人民政府", "市公安局")


def test_a_group_does_not_hold_itself(plan: Database, rules: UnitRules) -> None:
    with pytest.raises(RefusedError, match="不能是它自己的成员"):
        set_group(plan, "各街道（乡镇）办事处", ["各街道（乡镇）办事处"], CHANGE, rules=rules)


def test_a_name_that_two_regions_share_wants_its_region(plan: Database, rules: UnitRules) -> None:
    draft = draft_of(draft_task("1", "丙", "物业服务行业协会"), sha256="b2", title="乙", region="吴忠市")
    store_draft(plan, draft, CHANGE, TODAY, rules=rules)
    draft = draft_of(draft_task("1", "丙", "物业服务行业协会"), sha256="c3", title="丙")
    store_draft(plan, draft, CHANGE, TODAY, rules=rules)
    with pytest.raises(RefusedError, match="物业服务行业协会（吴忠市）、物业服务行业协会（银川市）"):
        read_unit(plan, "物业服务行业协会")
    assert read_unit(plan, "物业服务行业协会（吴忠市）").region == "吴忠市"


def test_an_unknown_unit_is_answered_with_a_question(plan: Database) -> None:
    with pytest.raises(RefusedError, match=r"没有名为“市公安厅”的单位。您是不是要找：市公安局"):
        read_unit(plan, "市公安厅")


def test_a_renamed_unit_is_known_by_both_names_and_tells_since_when(plan: Database) -> None:
    assert rename_unit(plan, "市住建局", "市住房和城乡建设委员会", CHANGE, date(2023, 7, 1)) == "市住房和城乡建设局"
    unit = read_unit(plan, "市住房和城乡建设局")
    assert unit.name == "市住房和城乡建设委员会"
    assert [(former.name, former.until) for former in unit.former_names] == [("市住房和城乡建设局", date(2023, 7, 1))]


def test_documents_may_go_on_using_the_former_name(plan: Database, rules: UnitRules) -> None:
    rename_unit(plan, "市公安局", "市警务局", CHANGE, TODAY)
    draft = draft_of(draft_task("1", "丙", "市公安"), sha256="b2", title="另一份清单")
    assert store_draft(plan, draft, CHANGE, TODAY, rules=rules).new_units == ()
    assert read_unit(plan, "市公安").name == "市警务局"


def test_a_unit_may_take_one_of_its_own_spellings_for_its_name(plan: Database) -> None:
    rename_unit(plan, "市住房和城乡建设局", "市住建局", CHANGE, TODAY)
    assert read_unit(plan, "市住建局").aliases == ("市住房和城乡建设局",)


@pytest.mark.parametrize(
    ("name", "sentence"), [("市公安局", "wuye unit merge"), (" ", "不能为空"), ("市住房和城乡建设局", "本来就是")]
)
def test_a_name_that_is_taken_or_empty_is_refused(plan: Database, name: str, sentence: str) -> None:
    entries = journal_of(plan)
    with pytest.raises(RefusedError, match=sentence):
        rename_unit(plan, "市住建局", name, CHANGE, TODAY)
    assert journal_of(plan) == entries


def test_the_named_units_come_first_and_the_others_keep_their_order(plan: Database, rules: UnitRules) -> None:
    before = [unit.name for unit in read_units(plan)]
    assert order_units(plan, ["市公安局", "市住建局", "市公安"], CHANGE, rules=rules) == (
        "市公安局",
        "市住房和城乡建设局",
    )
    first = ["市公安局", "市住房和城乡建设局"]
    assert [unit.name for unit in read_units(plan)] == [*first, *(name for name in before if name not in first)]


def test_every_unknown_name_of_an_order_is_said_and_nothing_is_changed(plan: Database) -> None:
    before = read_units(plan)
    with pytest.raises(RefusedError) as refused:
        order_units(plan, ["市公安局", "甲", "乙"], CHANGE)
    assert [detail[:7] for detail in refused.value.details] == ["没有名为“甲”", "没有名为“乙”"]
    assert read_units(plan) == before
