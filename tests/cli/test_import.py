"""`wuye import`: shown before it is written, all or nothing, the same file twice changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Wuye
from wuye_cli.cli.vocabulary import load_unit_rules
from wuye_cli.importing.draft import draft_to_json
from wuye_cli.resources import data_path
from wuye_cli.services.importing import draft_file

SAMPLES = sorted(data_path("samples").glob("[0-9]*"))
DOUBTFUL = """序号,重点任务,工作内容,完成时限,牵头单位
1,清理楼道杂物,清理楼道。,20256,市住建局
2,粉刷楼道,粉刷楼道墙面。,2024115,市住建局
"""


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_a_dry_run_with_json_is_exactly_the_draft_and_needs_no_register(sample: Path, wuye: Wuye) -> None:
    draft = draft_file(sample, rules=load_unit_rules())
    assert wuye("import", sample, "--dry-run", "--json").stdout == draft_to_json(draft) + "\n"
    assert not wuye.db.exists()


def test_what_was_found_is_told_before_anything_is_written(register: Wuye) -> None:
    before = register.db.read_bytes()
    output = register("import", register.file("清单.csv", DOUBTFUL), "--dry-run").stdout
    for words in ("任务：2 项", "单位：1 个", "时限：有日期", "目标：0 个", "待核：", "第3行"):
        assert words in output
    assert register.db.read_bytes() == before


UNREAD = "\n".join(
    ["序号", "重点任务", "整治楼道", "1", "清理门厅", "牵头单位", "2", "市甲局", "完成时限", "六月", "市乙局"]
)


def test_where_no_task_was_read_nothing_is_announced_or_asked(register: Wuye) -> None:
    file = register.file("打乱.txt", UNREAD)
    told = register("import", file, "--dry-run").stdout
    assert "没有读出任务，不会写入台账。" in told
    assert "将作为新方案写入" not in told
    assert "没有入库" in register("import", file, code=1).output


def test_the_same_file_twice_changes_nothing_and_says_so(register: Wuye) -> None:
    before = register.json("list")
    result = register("import", register.file("安心小区任务清单.csv", PLAN), "--yes")
    assert "这份文件已经导入过，就是方案 p1。\n台账没有变化。\n" in result.stdout
    assert register.json("list") == before


def test_doubtful_values_are_stored_as_read_and_listed_until_a_person_confirms_them(register: Wuye) -> None:
    register("import", register.file("清单.csv", DOUBTFUL), "--yes")
    assert [task["code"] for task in register.json("list", "--doubt")["tasks"]] == ["p2-2"]
    register("task", "confirm", "p2-2")
    assert register.json("list", "--doubt")["tasks"] == []


def test_with_json_the_outcome_is_one_document_and_the_findings_go_to_stderr(register: Wuye) -> None:
    outcome = register.json("import", register.file("清单.csv", DOUBTFUL), "--yes")
    assert (outcome["plan"], outcome["tasks"]) == ("p2", ["p2-1", "p2-2"])


def test_a_further_part_is_added_to_an_existing_plan(register: Wuye) -> None:
    register("import", register.file("补充.csv", DOUBTFUL), "--plan", "p1", "--yes")
    assert len(register.json("list", "--plan", "p1")["tasks"]) == 5


def test_the_clerk_names_the_year_that_the_file_does_not_print(wuye: Wuye) -> None:
    undated = wuye.file("清单.csv", PLAN.replace("2023年", ""))
    deadlines = [task["deadlines"] for task in wuye.json("import", undated, "--dry-run", "--year", "2022")["tasks"]]
    assert deadlines[0][0]["date"] == "2022-05-31"
