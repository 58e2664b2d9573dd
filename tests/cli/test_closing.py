"""`wuye finish`, `verify`, `return`, `reopen`, `extend`, `cancel` as a clerk types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Wuye

PLAN = """序号,重点任务,工作内容,完成时限,牵头单位,责任单位
1,摸清小区底数,"2023年4月底前，制定年度计划；年内逐个小区核对楼栋和户数。",2023年12月底前,市住房和城乡建设局,市民政局
2,公开物业服务收费,公示收费项目。,2023年10月底前,各区人民政府,市市场监督管理局
"""
EXTENSION = ("--reason", "雨季影响", "--approver", "王主任", "--reference", "专班纪要〔2023〕3号")


@pytest.fixture
def office(wuye: Wuye) -> Wuye:
    """Two tasks on 1 October 2023: one unit's with a milestone that was missed, one of a group of three."""
    wuye.as_of = "2023-10-01"
    wuye("init", "--name", "专班办公室", "--region", "银川市")
    wuye("import", wuye.file("清单.csv", PLAN), "--yes")
    return wuye


def test_a_claim_is_verified_with_its_evidence(office: Wuye) -> None:
    assert office("finish", "1", "--note", "已验收").stdout == "已登记任务 p1-1 办结。\n"
    assert "其中待销号 1 项" in office("status").stdout
    sheet = office.file("验收单.pdf", b"%PDF")
    said = office("verify", "1", "--by", "李四", "--reference", "验收单1号", "--evidence", sheet).stdout
    assert said.startswith("已将任务 p1-1 销号。\n佐证材料：验收单.pdf（")
    assert "待销号" not in office("status").stdout
    (task,) = office.json("show", "1")["tasks"]
    assert (task["status"], task["verified_on"], task["awaiting_verification"]) == ("done", "2023-10-01", False)
    event = task["events"][-1]
    assert (event["kind"], event["approver"], event["evidence"][0]["state"]) == ("verify", "李四", "ok")


def test_evidence_that_was_changed_is_said_by_show_and_by_the_check(office: Wuye) -> None:
    office("finish", "1")
    office("verify", "1", "--by", "李四", "--evidence", office.file("验收单.pdf", b"%PDF"))
    (kept,) = Path(f"{office.db}.佐证").iterdir()
    kept.write_bytes(b"?")
    assert "内容已被改动" in "".join(office("show", "1").stdout.split())
    kept.unlink()
    assert office.json("show", "1")["tasks"][0]["events"][-1]["evidence"][0]["state"] == "missing"


def test_a_returned_task_is_open_again_until_the_unit_claims_anew(office: Wuye) -> None:
    office("finish", "1")
    assert office("return", "1", "--reason", "材料不全").stdout == "已退回任务 p1-1，完成时限不变。\n"
    assert office.json("show", "1")["tasks"][0]["finished_on"] is None
    office("finish", "1")
    office("verify", "1", "--by", "李四")
    refused = office("return", "1", "--reason", "材料不全", code=3)
    assert "已于 2023-10-01 销号，不能再改" in refused.stderr
    assert "--reason" in office("reopen", "1", code=2).stderr
    office("reopen", "1", "--reason", "复查不合格")
    assert "复查不合格" in office("show", "1").stdout


def test_an_extension_shows_the_original_day_everywhere(office: Wuye) -> None:
    said = office("extend", "2", "--to", "2023-12-20", *EXTENSION).stdout
    assert said == ("已将任务 p1-2 的完成时限由 2023-10-31 延至 2023-12-20（原定 2023-10-31，第 1 次延期）。\n")
    for words in (("list",), ("due", "--within", "90")):
        (task,) = (one for one in office.json(*words)["tasks"] if one["code"] == "p1-2")
        assert (task["due"], task["original_due"], task["extensions"]) == ("2023-12-20", "2023-10-31", 1)
        assert "原定2023-10-31" in "".join(office(*words).stdout.replace("│", "").split())
    office.as_of = "2023-12-21"
    assert "原定2023-10-31" in "".join(office("overdue").stdout.replace("│", "").split())
    office.as_of = "2023-09-30"
    assert office.json("show", "2")["tasks"][0]["original_due"] is None


def test_an_extension_that_was_not_asked_in_time_says_so(office: Wuye) -> None:
    office.as_of = "2023-11-15"
    refused = office("extend", "2", "--to", "2023-12-20", *EXTENSION, code=3)
    assert "请加 --late" in refused.stderr
    office("extend", "2", "--to", "2023-12-20", *EXTENSION, "--late")
    assert "时限已到后补办" in "".join(office("show", "2").stdout.split())


def test_a_group_task_names_those_it_waits_for(office: Wuye) -> None:
    said = office("finish", "2", "--unit", "兴庆区人民政府").stdout
    assert said == "已登记任务 p1-2 中兴庆区人民政府的部分办结。\n尚未办结：西夏区人民政府、金凤区人民政府。\n"
    assert office.json("show", "2")["tasks"][0]["unfinished"] == ["西夏区人民政府", "金凤区人民政府"]
    assert "尚未办结" in office("show", "2").stdout
    assert "尚未办结：西夏区人民政府、金凤区人民政府" in office("verify", "2", "--by", "李四", code=3).stderr
    office("finish", "2")
    assert office.json("show", "2")["tasks"][0]["status"] == "done"


def test_a_milestone_is_finished_by_its_day(office: Wuye) -> None:
    assert [step["on"] for step in office.json("overdue")["milestones"]] == ["2023-04-30"]
    office("finish", "1", "--milestone", "2023-04-30", "--on", "2023-05-04")
    assert office.json("overdue")["milestones"] == []
    assert "2023年5月4日办结" in "".join(office("show", "1").stdout.split())
    office("reopen", "1", "--milestone", "2023-04-30")
    assert [step["on"] for step in office.json("overdue")["milestones"]] == ["2023-04-30"]


def test_a_cancelled_task_is_seen_only_among_what_is_archived(office: Wuye) -> None:
    assert office("cancel", "2", "--reason", "上级调整").stdout == "已取消任务 p1-2。\n"
    assert [task["code"] for task in office.json("list")["tasks"]] == ["p1-1"]
    cancelled = office.json("list", "--archived")["tasks"][1]
    assert (cancelled["status"], cancelled["cancelled_on"], cancelled["light"]) == ("other", "2023-10-01", "grey")
    assert "已于 2023-10-01 取消" in office("update", "2", "--unit", "兴庆区人民政府", "--percent", "5", code=3).stderr
    office("reopen", "2", "--reason", "恢复执行")
    assert len(office.json("list")["tasks"]) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("finish", "1"),
        ("finish", "1", "--milestone", "2023-04-30"),
        ("cancel", "1", "--reason", "试"),
        ("update", "1", "--percent", "40"),
        ("extend", "1", "--to", "2024-01-31", *EXTENSION),
    ],
)
def test_a_dry_run_says_what_would_be_and_leaves_the_register_as_it_is(office: Wuye, words: tuple[str, ...]) -> None:
    content = office.db.read_bytes()
    assert office(*words, "--dry-run").stdout.startswith("只看结果，没有写入：已")
    assert office.db.read_bytes() == content


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("verify", "1"), 2, "--by"),
        (("return", "1"), 2, "--reason"),
        (("cancel", "1"), 2, "--reason"),
        (("extend", "1", "--to", "2024-01-31"), 2, "--reason"),
        (("extend", "1", "--to", "明年", *EXTENSION), 2, "明年"),
        (("verify", "1", "--by", "李四"), 3, "没有办结"),
        (("return", "1", "--reason", "试"), 3, "不用退回"),
        (("finish", "1", "--milestone", "2023-05-01"), 3, "现有 2023-04-30"),
        (("extend", "1", "--to", "2023-12-31", *EXTENSION), 3, "要比它晚"),
        (("finish", "1", "--unit", "市民政局"), 3, "由 市住房和城乡建设局 办结"),
    ],
)
def test_what_does_not_fit_is_said_in_one_sentence(office: Wuye, words: tuple[str, ...], code: int, said: str) -> None:
    result = office(*words, code=code)
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
