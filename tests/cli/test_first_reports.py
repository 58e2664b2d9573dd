"""A running register taken over in mid-year: the progress it prints becomes the first report of its tasks."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Wuye

HEAD = "序号,重点任务,工作内容,完成时限,牵头单位,进展情况,完成进度（%）,存在问题,下一步措施"
REGISTER = f"""银川市2023年道路整治台账
{HEAD}
1,整治占道经营,清理主干道占道经营。,2023年10月底前,市城市管理局,已清理12处。,60,经费不足,8月底前完成东片
2,修补破损路面,修补破损路面30处。,2023年11月底前,市住建局,无,-,,
3,清洗护栏,清洗护栏。,2023年12月底前,各县（市）区人民政府,三区已开工,,,
"""


@pytest.fixture
def office(wuye: Wuye) -> Wuye:
    wuye("init", "--name", "整治办", "--region", "银川市")
    return wuye


def take_over(office: Wuye, *words: str, code: int = 0) -> str:
    return office("import", office.file("台账.csv", REGISTER), "--yes", *words, code=code).output


def shown(office: Wuye, code: str) -> Any:
    (task,) = office.json("show", code)["tasks"]
    return task


def test_printed_progress_becomes_the_first_report_of_its_task(office: Wuye) -> None:
    told = take_over(office, "--month", "2023-07")
    assert "进展：2 项任务带有进展，记作2023年7月的首次填报" in told
    assert "清单上的进展记作了首次填报，共 1 条。" in told
    (report,) = shown(office, "1")["reports"]
    expected = {"unit": "市城市管理局", "month": "2023-07", "percent": 60.0, "reported_on": "2023-11-15"}
    said = {"note": "已清理12处。", "problem": "经费不足", "next_step": "8月底前完成东片"}
    assert {name: report[name] for name in (*expected, *said)} == {**expected, **said}


def test_cells_that_say_nothing_make_no_report(office: Wuye) -> None:
    take_over(office)
    assert shown(office, "2")["reports"] == []


def test_without_a_month_it_is_that_of_the_day(office: Wuye) -> None:
    take_over(office)
    assert shown(office, "1")["last_month"] == "2023-11"


def test_progress_of_a_group_of_units_is_kept_as_a_remark_and_asked_about(office: Wuye) -> None:
    take_over(office)
    task = shown(office, "3")
    assert (task["reports"], task["remark"]) == ([], "进展：三区已开工")
    assert [doubt["code"] for doubt in task["doubts"]] == ["report-kept"]


def test_progress_of_a_month_to_come_is_refused_and_nothing_is_stored(office: Wuye) -> None:
    told = take_over(office, "--month", "2023-12", code=2)
    assert told == "2023-12 还没有到（当日是 2023-11-15）：请改正 --month。\n"
    assert office.json("list")["tasks"] == []


def test_the_same_register_again_reports_nothing_again(office: Wuye) -> None:
    take_over(office)
    assert "台账没有变化。" in take_over(office)
    assert len(shown(office, "1")["reports"]) == 1


def test_a_newer_register_leaves_the_reports_of_known_tasks_alone(office: Wuye) -> None:
    take_over(office)
    newer = office.file("新台账.csv", REGISTER.replace("已清理12处。,60", "已清理30处。,90"))
    office("import", newer, "--yes")
    assert [report["percent"] for report in shown(office, "1")["reports"]] == [60.0]


def test_progress_survives_the_review_form(office: Wuye) -> None:
    office("import", office.file("台账.csv", REGISTER), "--review", office.folder / "核对.xlsx")
    office("import", office.folder / "核对.xlsx", "--yes")
    assert [report["percent"] for report in shown(office, "1")["reports"]] == [60.0]


def test_undoing_the_import_takes_the_reports_back(office: Wuye) -> None:
    take_over(office)
    office("undo", "--yes")
    assert office.json("list")["tasks"] == []


def test_progress_is_part_of_the_explanation(office: Wuye) -> None:
    told = office("import", office.file("台账.csv", REGISTER), "--explain", "1").output
    assert "  进展：完成60%；进展：已清理12处。；存在问题：经费不足；下一步：8月底前完成东片" in told
