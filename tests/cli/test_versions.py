"""`wuye import` of a newer version: shown before it is asked about, field by field, and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Wuye

NEWER = """序号,重点任务,工作内容,完成时限,牵头单位,责任单位
1,开通热线电话,公布投诉电话，专人值守。,2023年12月底前,市住房和城乡建设局,
2,摸清小区底数,逐个小区核对楼栋和户数，建立一区一档。,2023年10月底前,市住房和城乡建设局,市民政局
3,公开物业服务收费,"公示收费项目，2023年底公示率达到90%以上。",2023年12月底前,市发展和改革委员会,市市场监管局
"""


@pytest.fixture
def newer(register: Wuye) -> Path:
    """A version with one task more, one with another deadline, one left out; the clerk has set a unit by hand."""
    register("task", "edit", "2", "--lead", "市司法局")
    return register.file("修订稿.csv", NEWER)


def test_a_dry_run_shows_every_change_and_writes_nothing(register: Wuye, newer: Path) -> None:
    before = register.db.read_bytes()
    output = register("import", newer, "--version-of", "p1", "--dry-run").stdout
    for words in (
        "与台账中的方案 p1 比较：新任务 1 项，有变化 2 项，不变 0 项，新文件里已没有 1 项。",
        "1 开通热线电话",
        "完成时限：2023年5月底前（2023-05-31） → 2023年10月底前（2023-10-31）",
        "牵头单位（手工改过，保留）：市司法局；文件仍为 市发展和改革委员会",
        "p1-3 整治飞线充电",
    ):
        assert words in output
    assert register.db.read_bytes() == before


def test_the_changes_are_shown_before_the_question(register: Wuye, newer: Path) -> None:
    output = register("import", newer, "--version-of", "p1", code=3).output
    assert output.index("新文件里已没有") < output.index("写入台账吗")


def test_as_json_a_dry_run_is_the_draft_with_its_comparison(register: Wuye, newer: Path) -> None:
    draft = register.json("import", newer, "--version-of", "p1", "--dry-run")
    comparison = draft["comparison"]
    assert (draft["schema"], len(draft["tasks"])) == ("wuye.draft/1", 3)
    assert [task["title"] for task in comparison["new"]] == ["开通热线电话"]
    assert [task["code"] for task in comparison["gone"]] == ["p1-3"]
    assert {
        (task["code"], one["field"], one["source"]) for task in comparison["changed"] for one in task["changes"]
    } == {
        ("p1-1", "no", "document"),
        ("p1-1", "deadlines", "document"),
        ("p1-2", "no", "document"),
        ("p1-2", "lead", "hand"),
    }


def test_what_was_shown_is_done(register: Wuye, newer: Path) -> None:
    register("update", "1", "--percent", "40")
    outcome = register.json("import", newer, "--version-of", "p1", "--yes")
    assert (outcome["tasks"], outcome["archived"], outcome["comparison"]["plan"]) == (["p1-4"], ["p1-3"], "p1")
    tasks = {task["code"]: task for task in register.json("list")["tasks"]}
    assert list(tasks) == ["p1-4", "p1-1", "p1-2"]
    assert (tasks["p1-1"]["due"], tasks["p1-1"]["percent"], tasks["p1-2"]["lead"]) == ("2023-10-31", 40, ["市司法局"])


def test_only_shifted_numbers_take_one_line(register: Wuye) -> None:
    rows = PLAN.replace("\n1,", "\n2,").replace("\n2,公", "\n3,公").replace("\n3,整", "\n4,整")
    file = register.file("修订稿.csv", rows)
    output = register("import", file, "--version-of", "p1", "--dry-run").stdout
    assert "只有序号变动：\n  p1-1（1 → 2）、p1-2（2 → 3）、p1-3（3 → 4）" in output


def test_a_likeness_is_shown_and_can_be_refused(register: Wuye) -> None:
    file = register.file("修订稿.csv", PLAN.replace("整治飞线充电", "整治飞线充电问题"))
    output = register("import", file, "--version-of", "p1", "--dry-run").stdout
    assert "按相近对应：原为“整治飞线充电”" in output
    outcome = register.json("import", file, "--version-of", "p1", "--apart", "3", "--yes")
    assert (outcome["tasks"], outcome["archived"]) == (["p1-4"], ["p1-3"])


def test_a_plan_of_much_the_same_name_is_asked_about(register: Wuye) -> None:
    output = register("import", register.file("安心小区任务清单2.csv", NEWER), "--dry-run").stdout
    assert "若是其新版本，请加 --version-of p1" in output


def test_a_value_changed_twice_is_listed_with_the_doubts(register: Wuye) -> None:
    register("task", "edit", "1", "--deadline", "2023-09-30")
    register("import", register.file("修订稿.csv", NEWER), "--version-of", "p1", "--yes")
    assert "曾手工改为“2023-09-30”" in "".join(
        doubt["message"] for task in register.json("list", "--doubt")["tasks"] for doubt in task["doubts"]
    )
