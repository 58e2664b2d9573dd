"""`wuye run monthly`: what lies in the month's folder after it, and what a second run leaves alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from openpyxl import load_workbook

from tests.cli.conftest import Wuye
from wuye_cli.services import monthly
from wuye_cli.services.month_folder import WORKSHOP

HOUSING = "市住房和城乡建设局"
FORM, NOTE = f"填报表/{HOUSING} 2023-08.xlsx", f"填报表/{HOUSING} 2023-08.txt"
DRAFT, OVERDUE, REMINDERS, BACKUP = "2023年8月通报（草稿）.xlsx", "逾期任务表.xlsx", "提醒.txt", "台账备份.db"


@pytest.fixture
def office(register: Wuye) -> Wuye:
    """The three tasks, each with one unit that reports, on 28 August 2023."""
    register.as_of = "2023-08-28"
    return register


def run(office: Wuye, *words: str | Path, code: int = 0) -> Any:
    return office.json("run", "monthly", "-o", office.folder / "月度", *words, code=code)


def log(office: Wuye) -> list[str]:
    return (office.folder / "月度" / "运行记录.log").read_text("utf-8").splitlines()


def of_all_steps(found: Any, what: str) -> set[str]:
    return {name for step in found["steps"] for name in step[what]}


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What a person sees in a folder, and when it was written."""
    shown = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in shown}


@pytest.fixture
def folder(office: Wuye) -> Path:
    """The folder of August."""
    return office.folder / "月度" / "2023-08"


def test_a_run_makes_what_the_month_needs(office: Wuye, folder: Path) -> None:
    found = run(office)
    assert (found["month"], found["folder"]) == ("2023-08", str(folder))
    assert {FORM, NOTE, DRAFT, OVERDUE, REMINDERS, BACKUP} <= of_all_steps(found, "written") == set(files(folder))
    assert load_workbook(folder / OVERDUE).worksheets[0].title == "逾期任务表"
    assert HOUSING in (folder / REMINDERS).read_text("utf-8-sig")


def test_the_forms_are_those_that_come_back(office: Wuye, folder: Path) -> None:
    run(office)
    assert (
        office.json("form", "collect", folder / "填报表" / f"{HOUSING} 2023-08.xlsx", code=1)["files"][0]["unit"]
        == HOUSING
    )


def test_the_backup_holds_what_the_run_has_recorded(office: Wuye, folder: Path) -> None:
    run(office)
    copy = Wuye(folder, office.as_of)
    (folder / BACKUP).rename(copy.db)
    copy("db", "check")
    assert (copy.json("list"), copy.json("log")) == (office.json("list"), office.json("log"))


def test_a_second_run_touches_nothing(office: Wuye, folder: Path) -> None:
    run(office)
    before = files(folder)
    again = run(office)
    assert files(folder) == before
    assert of_all_steps(again, "written") == of_all_steps(again, "kept") == set()
    assert (
        "填报表：没有变化；通报：没有变化；逾期任务表：没有变化；提醒：没有变化；台账备份：没有变化" in log(office)[1]
    )


def test_a_second_run_rewrites_what_has_changed_and_only_that(office: Wuye, folder: Path) -> None:
    run(office)
    before = files(folder)
    office("update", "3", "--percent", "50", "--month", "2023-08")
    again = of_all_steps(run(office), "written")
    assert {DRAFT, BACKUP} <= again
    assert again == {name for name, file in files(folder).items() if file != before[name]}
    assert not {OVERDUE, FORM, NOTE} & again


def test_an_office_that_lets_it_gets_its_number_once(office: Wuye, folder: Path) -> None:
    office("config", "--auto-issue", "yes", "--number-prefix", "银物办")
    found = run(office, "--check", code=4)
    issued = "2023年8月通报（银物办〔2023〕1号）.xlsx"
    assert found["due"]["issued"] is True
    assert found["steps"][1]["note"] == "已印发"
    assert issued in files(folder)
    assert DRAFT not in files(folder)
    before = files(folder)
    office("update", "3", "--percent", "50", "--month", "2023-08")
    assert issued not in of_all_steps(run(office), "written")
    assert files(folder)[issued] == before[issued]
    office.as_of = "2023-09-27"
    assert "2023年9月通报（银物办〔2023〕2号）.xlsx" in of_all_steps(run(office), "written")


def test_a_circular_that_was_issued_by_hand_is_laid_out_and_not_drafted_again(office: Wuye, folder: Path) -> None:
    office("circular", "issue", "2023-08", "--yes")
    run(office)
    office("circular", "print", "2023-08", "-o", office.folder / "印发.xlsx")
    assert (folder / "2023年8月通报（第1期）.xlsx").read_bytes() == (office.folder / "印发.xlsx").read_bytes()
    assert DRAFT not in files(folder)


def test_no_number_is_given_before_a_moved_reporting_day_has_passed(office: Wuye) -> None:
    office("config", "--auto-issue", "yes")
    notes = []
    for office.as_of in ("2023-11-26", "2023-11-27", "2023-11-28"):  # the 25th was a Saturday
        notes.append(run(office)["steps"][1]["note"])
    not_yet = "报送日2023年11月27日还没有过，没有编号印发"
    assert notes == [not_yet, not_yet, "已印发"]


def test_a_draft_that_a_person_has_edited_is_not_passed_over_by_a_number(office: Wuye) -> None:
    office("config", "--auto-issue", "yes")
    office.as_of = "2023-11-27"
    draft = Path(run(office)["folder"]) / "2023年11月通报（草稿）.xlsx"
    draft.write_bytes(draft.read_bytes() + b"edited")
    office.as_of = "2023-11-28"
    found = run(office)
    assert "草稿有人改过，没有自动印发" in found["steps"][1]["note"]
    assert found["due"]["issued"] is False
    draft.unlink()
    assert run(office)["due"]["issued"] is True


def test_what_a_person_has_edited_is_left_alone_and_said(office: Wuye, folder: Path) -> None:
    run(office)
    (folder / DRAFT).write_bytes(b"as the director wants it")
    office("update", "3", "--percent", "50", "--month", "2023-08")
    result = office("run", "monthly", "-o", folder.parent)
    assert f"通报：有人改过，没有覆盖 {DRAFT}" in result.stdout
    assert (folder / DRAFT).read_bytes() == b"as the director wants it"
    (folder / DRAFT).unlink()
    assert DRAFT in of_all_steps(run(office), "written")


@pytest.mark.parametrize(
    ("as_of", "words", "month"),
    [
        ("2023-08-25", (), "2023-07"),
        ("2023-08-26", (), "2023-08"),
        ("2023-08-26", ("--month", "2023-07"), "2023-07"),
        ("2023-08-26", ("--plan", "P1"), "2023-08-p1"),
    ],
)
def test_each_month_has_its_folder(office: Wuye, as_of: str, words: tuple[str, ...], month: str) -> None:
    office.as_of = as_of
    assert Path(run(office, *words)["folder"]).name == month


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("--month", "2023-09"), 2, "future-month"),
        (("--month", "2023-13"), 2, "bad-month"),
        (("--plan", "p9"), 3, "unknown-plan"),
    ],
)
def test_what_cannot_be_is_refused_before_any_step(
    office: Wuye, folder: Path, words: tuple[str, ...], code: int, error: str
) -> None:
    assert run(office, *words, code=code)["error"]["code"] == error
    assert not folder.exists()


def test_a_register_that_is_missing_is_one_sentence_in_the_log(wuye: Wuye) -> None:
    assert run(wuye, code=3)["error"]["code"] == "database-missing"
    assert [line.partition("　")[2][:10] for line in log(wuye)] == ["没有运行：还没有台账"]


def test_one_step_that_fails_keeps_none_of_the_others_from_running(office: Wuye, folder: Path) -> None:
    result = office(
        "run", "monthly", "-o", folder.parent, "--template", office.file("模板.xlsx", b"no workbook"), code=1
    )
    assert "有 1 步没有办成，其他各步已办：\n通报：" in result.stderr
    assert set(files(folder)) >= {FORM, NOTE, OVERDUE, REMINDERS, BACKUP}
    assert DRAFT not in files(folder)
    assert "台账备份：写成 台账备份.db；通报：" in log(office)[0]
    assert {DRAFT} == of_all_steps(run(office), "written")


def test_a_fault_of_the_program_in_one_step_costs_no_other(
    office: Wuye, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setitem(monthly.STEPS, "提醒", fail)
    errors = [step["error"] for step in run(office, code=1)["steps"]]
    assert [error and error["code"] for error in errors] == [None, None, None, "internal-error", None]
    assert BACKUP in files(folder)


def test_a_place_that_is_taken_is_said_with_its_name(office: Wuye, folder: Path) -> None:
    (folder / REMINDERS).mkdir(parents=True)
    (folder / REMINDERS / "别的.txt").touch()
    assert REMINDERS in office("run", "monthly", "-o", folder.parent, code=3).stderr
    assert BACKUP in files(folder)


def test_check_says_by_the_exit_code_that_something_presses(office: Wuye) -> None:
    due = run(office, "--check", code=4)["due"]
    assert due == {"overdue": 1, "missing": 3, "issued": False}
    assert run(office)["due"] == due


def test_a_second_run_at_the_same_time_is_refused_in_one_sentence(office: Wuye, folder: Path) -> None:
    folder.parent.mkdir()
    with FileLock(folder.parent / ".wuye.lock"):
        result = office("run", "monthly", "-o", folder.parent, code=3)
    assert result.stderr.count("。") == result.stderr.count("\n") == 1
    assert "正有一次运行没有结束" in result.stderr
    assert not folder.exists()
    run(office)


def test_what_a_killed_run_left_is_cleared_away(office: Wuye, folder: Path) -> None:
    (folder / WORKSHOP / "填报表").mkdir(parents=True)
    (folder / WORKSHOP / "填报表" / "half.xlsx").write_bytes(b"PK")
    run(office)
    assert not (folder / WORKSHOP).exists()
    assert "填报表/half.xlsx" not in files(folder)


def test_a_month_whose_run_was_killed_is_named_when_the_next_month_runs(office: Wuye, folder: Path) -> None:
    (folder / WORKSHOP).mkdir(parents=True)
    office.as_of = "2023-09-26"
    told = office("run", "monthly", "-o", folder.parent).stderr
    assert "2023-08 上次没有办完就中断了：请用 --month 2023-08 再运行一次。" in told
    assert "中断" not in office("run", "monthly", "-o", folder.parent).stderr


def test_a_month_in_which_nobody_is_asked_has_no_forms_and_says_so(office: Wuye, folder: Path) -> None:
    for task, unit in (("1", HOUSING), ("2", "市发展和改革委员会"), ("3", "市消防救援支队")):
        office("finish", task, "--unit", unit, "--on", "2023-08-20")
    forms = run(office)["steps"][0]
    assert (forms["step"], forms["written"], forms["error"]) == ("填报表", [], None)
    assert "没有要填报的任务" in forms["note"]
    assert DRAFT in files(folder)


def test_a_month_without_a_plan_has_nothing_to_press(office: Wuye, folder: Path) -> None:
    office("plan", "archive", "p1", "--yes")
    found = run(office, "--check")
    assert found["due"] == {"overdue": 0, "missing": 0, "issued": None}
    assert {OVERDUE, REMINDERS, BACKUP} == set(files(folder))
    assert "没有正在执行的方案" in log(office)[0]


def test_a_month_s_folder_that_cannot_be_made_is_said_for_every_step(office: Wuye, folder: Path) -> None:
    folder.parent.mkdir()
    folder.touch()
    assert [step["error"]["code"] for step in run(office, code=3)["steps"]] == ["file-unwritable"] * 5


@pytest.mark.parametrize("obstacle", ["月度", "月度/.wuye.lock/x", "月度/运行记录.log/x"])
def test_a_folder_that_takes_no_file_is_said(office: Wuye, obstacle: str) -> None:
    path = office.folder / obstacle
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    assert run(office, code=3)["error"]["code"] == "folder-unwritable"


def test_one_line_is_logged_for_each_run_on_stderr_too(office: Wuye, folder: Path) -> None:
    shown = office("run", "monthly", "-o", folder.parent).stderr
    assert log(office) == shown.splitlines()
    moment, _, words = log(office)[0].partition("　")
    assert moment[:4].isdigit()
    assert words.startswith("2023-08　填报表：写成 6 个文件；通报：写成")


def test_json_is_one_document(office: Wuye) -> None:
    result = office("run", "monthly", "-o", office.folder / "月度", "--json")
    assert json.loads(result.stdout)["schema"] == "wuye.run/1"
