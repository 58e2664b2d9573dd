"""`wuye form send` and `wuye form collect` as a clerk uses them; forms are filled in with openpyxl alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.conftest import Wuye

HEADER = 4
PRICES, FIRE = "市发展和改革委员会", "市消防救援支队"
HOUSING = "市住房和城乡建设局"


@pytest.fixture
def sent(register: Wuye) -> Wuye:
    """The forms of November 2023, for three units with one task each."""
    register("form", "send", "2023-11", "-o", register.folder / "out")
    return register


def form_of(wuye: Wuye, unit: str, month: str = "2023-11") -> Path:
    return wuye.folder / "out" / f"{unit} {month}.xlsx"


def fill(path: Path, target: Path, **cells: Any) -> Path:
    """Type into the rows of a form by heading: 本月累计=60 is the first row's, 本月累计_2 the second one's."""
    book = load_workbook(path)
    sheet: Any = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[HEADER]}
    for name, value in cells.items():
        heading, _, row = name.partition("_")
        sheet.cell(HEADER + int(row or 1), columns[heading]).value = value
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


def returned(wuye: Wuye, name: str = "回.xlsx", unit: str = PRICES, **cells: Any) -> Path:
    return fill(form_of(wuye, unit), wuye.folder / "back" / name, **cells)


def file_of(wuye: Wuye, *places: Path, code: int = 0, options: tuple[str, ...] = ()) -> dict[str, Any]:
    """Collect, and give what is said of the only file."""
    answer = wuye.json("form", "collect", *(places or (wuye.folder / "back",)), *options, code=code)
    (file,) = answer["files"]
    return dict(file)


def report_of(wuye: Wuye, task: str = "2") -> dict[str, Any]:
    (line,) = wuye.json("show", task)["tasks"]
    return dict(line["reports"][-1]) if line["reports"] else {}


# Out


def test_every_reporting_unit_gets_a_form_and_a_note(sent: Wuye) -> None:
    names = sorted(path.name for path in (sent.folder / "out").iterdir())
    assert names == sorted(f"{unit} 2023-11.{kind}" for unit in (HOUSING, PRICES, FIRE) for kind in ("xlsx", "txt"))
    note = form_of(sent, PRICES).with_suffix(".txt").read_text("utf-8")
    assert "2023年11月份" in note
    assert "p1-2 公开物业服务收费" in note
    assert "不得录入涉密事项" in note


def test_sending_again_changes_nothing(sent: Wuye) -> None:
    before = {path.name: path.read_bytes() for path in (sent.folder / "out").iterdir()}
    answer = sent.json("form", "send", "2023-11", "-o", sent.folder / "out")
    assert {(form["version"], form["is_new"], form["kept"]) for form in answer["forms"]} == {(1, False, False)}
    assert before == {path.name: path.read_bytes() for path in (sent.folder / "out").iterdir()}


def test_other_tasks_make_a_new_version(sent: Wuye) -> None:
    sent("task", "edit", "3", "--lead", PRICES)
    answer = sent.json("form", "send", "2023-11", "-o", sent.folder / "neu", "--unit", PRICES)
    assert [(form["version"], form["tasks"], form["is_new"]) for form in answer["forms"]] == [(2, 2, True)]


def test_a_finished_task_is_not_asked_for(register: Wuye) -> None:
    register("finish", "2")
    answer = register.json("form", "send", "2023-11", "-o", register.folder / "out")
    assert [form["unit"] for form in answer["forms"]] == [HOUSING, FIRE]


def test_a_filled_in_form_is_not_overwritten_unasked(sent: Wuye) -> None:
    path = fill(form_of(sent, PRICES), form_of(sent, PRICES), 本月累计=60)
    filled = path.read_bytes()
    result = sent("form", "send", "2023-11", "-o", sent.folder / "out", code=3)
    assert path.name in result.stderr
    assert path.read_bytes() == filled
    sent("form", "send", "2023-11", "-o", sent.folder / "out", "--yes")
    assert path.read_bytes() != filled


def test_a_dry_run_sends_nothing(register: Wuye) -> None:
    answer = register.json("form", "send", "2023-11", "-o", register.folder / "out", "--dry-run")
    assert len(answer["forms"]) == 3
    assert not (register.folder / "out").exists()
    register("form", "collect", register.folder, code=3)


def test_a_month_that_has_not_come_is_refused(register: Wuye) -> None:
    assert "还没有到" in register("form", "send", "2023-12", "-o", register.folder / "out", code=2).stderr


# Back


def test_a_filled_in_form_is_taken(sent: Wuye) -> None:
    returned(sent, 本月累计=60, 本月累计_2="72%", 本月进展="已公示", 存在问题="个别小区未公示", 下一步措施="督促")
    file = file_of(sent)
    assert (file["outcome"], file["unit"], file["tasks"], file["new"]) == ("taken", PRICES, 1, 1)
    report = report_of(sent)
    assert (report["month"], report["percent"], report["note"]) == ("2023-11", 60, "已公示")
    assert report["values"] == [{"indicator": "公示率", "value": 72, "unit": "%"}]


def test_collecting_twice_changes_nothing_and_says_so(sent: Wuye) -> None:
    returned(sent, 本月累计=60)
    file_of(sent)
    before = sent.json("list")
    assert file_of(sent)["outcome"] == "unchanged"
    assert sent.json("list") == before
    assert "没有变化" in sent("form", "collect", sent.folder / "back").stdout


def test_a_dry_run_takes_nothing(sent: Wuye) -> None:
    returned(sent, 本月累计=60)
    assert file_of(sent, options=("--dry-run",))["outcome"] == "taken"
    assert not report_of(sent)


def test_names_folders_sheets_and_the_order_of_rows_never_matter(sent: Wuye) -> None:
    path = returned(sent, "某处/随便.xlsx", 本月累计=60, 本月累计_2=72)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    first, second = ([cell.value for cell in sheet[row]] for row in (5, 6))
    sheet.insert_rows(5, 3)
    for column, (one, other) in enumerate(zip(first, second, strict=True), 1):
        sheet.cell(8, column).value, sheet.cell(9, column).value = other, one
    book.save(path)
    assert file_of(sent)["outcome"] == "taken"
    assert report_of(sent)["percent"] == 60


def test_no_progress_is_a_report_and_blank_is_none(sent: Wuye) -> None:
    returned(sent, "零.xlsx", 本月无进展="是")
    assert file_of(sent)["outcome"] == "taken"
    assert report_of(sent)["percent"] is None
    fill(form_of(sent, FIRE), sent.folder / "blank" / "空.xlsx")
    file = file_of(sent, sent.folder / "blank", code=1)
    assert "什么都没有填" in file["reasons"][0]


def copied(wuye: Wuye, **cells: Any) -> None:
    """Copy what is visible of a form into a new workbook."""
    source = load_workbook(returned(wuye, **cells)).worksheets[0]
    (wuye.folder / "back" / "回.xlsx").unlink()
    book = Workbook()
    target = book.worksheets[0]
    for row in source.iter_rows(values_only=True):
        target.append(row)
    book.save(wuye.folder / "back" / "新建.xlsx")


def test_a_copy_without_the_hidden_sheet_is_taken_after_a_confirmation(sent: Wuye) -> None:
    copied(sent, 本月累计=60)
    assert "--yes" in file_of(sent, code=1)["reasons"][0]
    assert not report_of(sent)
    file = file_of(sent, options=("--yes",))
    assert file["outcome"] == "remarks"
    assert "没有识别码" in file["remarks"][0]
    assert report_of(sent)["percent"] == 60


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"本月累计": "很多"}, "J5单元格", "不是数"),
    ({"本月累计": 1}, "J5单元格", "100% 或 1%"),
    ({"本月累计": 160}, "J5单元格", "超过 100%"),
    ({"本月累计": "=1/2"}, "J5", "没有算过的公式"),
    ({"本月累计_2": datetime(2023, 6, 1)}, "J6单元格", "不是数"),  # noqa: DTZ001 - a cell has no zone
    ({"本月累计": 60, "本月无进展": "是"}, "O5单元格", "却和上月不同"),
    ({"本月累计": 60, "本月无进展": "大概"}, "O5单元格", "看不懂"),
    ({"本月累计": 60, "完成时限": "2024-12-31"}, "E5单元格", "不能改动"),
    ({"本月累计": 60, "任务编号": "p1-9"}, "A5单元格", "没有要填报的任务"),
    ({"本月累计": 60, "填报项目_2": "完成进度（%）"}, "A6单元格", "出现了两次"),
    ({"本月累计": 60, "本月进展_2": "写错了行"}, "K6单元格", "那一行"),
]


@pytest.mark.parametrize(("cells", "place", "reason"), REFUSED, ids=[reason for _, _, reason in REFUSED])
def test_a_bad_cell_is_named_and_nothing_of_the_form_is_taken(
    sent: Wuye, cells: dict[str, Any], place: str, reason: str
) -> None:
    returned(sent, **cells)
    file = file_of(sent, code=1)
    assert any(place in said and reason in said for said in file["reasons"]), file["reasons"]
    assert not report_of(sent)


def test_all_reasons_are_said_and_the_other_files_are_taken(sent: Wuye) -> None:
    returned(sent, 本月累计="很多", 本月累计_2="不少")
    fill(form_of(sent, FIRE), sent.folder / "back" / "消防.xlsx", 本月累计=30)
    (sent.folder / "back" / "坏.xlsx").write_bytes(b"PK not a workbook")
    files = {one["file"]: one for one in sent.json("form", "collect", sent.folder / "back", code=1)["files"]}
    assert len(files["回.xlsx"]["reasons"]) == 2
    assert files["消防.xlsx"]["outcome"] == "taken"
    assert "不是完好的" in files["坏.xlsx"]["reasons"][0]


def test_a_cumulative_figure_does_not_fall_without_a_word(sent: Wuye) -> None:
    sent("update", "2", "--month", "2023-10", "--percent", "70")
    returned(sent, 本月累计=60)
    assert "低于上月的 70" in file_of(sent, code=1)["reasons"][0]
    returned(sent, 本月累计=60, 情况说明="核减重复统计")
    assert file_of(sent)["outcome"] == "taken"


def test_two_different_forms_of_a_unit_are_both_refused_and_copies_count_once(sent: Wuye) -> None:
    returned(sent, "甲.xlsx", 本月累计=60)
    returned(sent, "乙.xlsx", 本月累计=70)
    files = sent.json("form", "collect", sent.folder / "back", code=1)["files"]
    assert all("内容不同的表" in one["reasons"][0] for one in files)
    returned(sent, "乙.xlsx", 本月累计=60)
    files = sent.json("form", "collect", sent.folder / "back")["files"]
    assert [one["outcome"] for one in files] == ["taken", "unchanged"]
    assert "只收一份" in files[1]["remarks"][0]


def test_a_correction_replaces_the_report_and_says_so(sent: Wuye) -> None:
    returned(sent, 本月累计=60)
    file_of(sent)
    returned(sent, 本月累计=65)
    assert "本月已经报过（60%）" in file_of(sent)["remarks"][0]
    assert report_of(sent)["percent"] == 65


def test_an_older_version_is_refused(sent: Wuye) -> None:
    returned(sent, 本月累计=60)
    sent("task", "edit", "3", "--lead", PRICES)
    sent("form", "send", "2023-11", "-o", sent.folder / "neu")
    assert "第 1 版" in file_of(sent, code=1)["reasons"][0]


def test_a_form_of_another_month_is_taken_only_when_it_is_named(sent: Wuye) -> None:
    returned(sent, 本月累计=60)
    sent.as_of = "2023-12-20"
    sent("form", "send", "2023-12", "-o", sent.folder / "dez")
    assert "--month 2023-11" in file_of(sent, code=1)["reasons"][0]
    assert file_of(sent, options=("--month", "2023-11"))["outcome"] == "taken"


def test_a_form_of_another_office_is_refused(sent: Wuye, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = Wuye(tmp_path_factory.mktemp("other"))
    other("init", "--name", "吴忠市专班")
    other.file("清单.csv", "序号,重点任务,完成时限,牵头单位\n1,摸清底数,2023年12月底前,市民政局\n")
    other("import", other.folder / "清单.csv", "--yes")
    other("form", "send", "2023-11", "-o", other.folder / "out")
    (path,) = (other.folder / "out").glob("*.xlsx")
    file = file_of(sent, fill(path, sent.folder / "back" / "外.xlsx", 本月累计=60), code=1)
    assert "吴忠市专班" in file["reasons"][0]


def changed_owner(path: Path) -> None:
    book = load_workbook(path)
    book.worksheets[0]["A2"] = "填报单位（盖章）：市民政局"
    book.save(path)


def changed_identity(path: Path) -> None:
    book = load_workbook(path)
    book.worksheets[1]["A4"] = str(book.worksheets[1]["A4"].value)[:-8] + "AAAAAAA="
    book.save(path)


def filled_tomorrow(path: Path) -> None:
    book = load_workbook(path)
    book.worksheets[0]["N2"] = "2023年11月30日"
    book.save(path)


CHANGED: list[tuple[Callable[[Path], None], str]] = [
    (changed_owner, "请用各自的表填报"),
    (changed_identity, "识别码已损坏"),
    (filled_tomorrow, "晚于当日"),
]


@pytest.mark.parametrize(("change", "reason"), CHANGED, ids=[reason for _, reason in CHANGED])
def test_a_form_that_is_wrong_as_a_whole_is_refused(sent: Wuye, change: Callable[[Path], None], reason: str) -> None:
    change(returned(sent, 本月累计=60))
    assert any(reason in said for said in file_of(sent, code=1)["reasons"])


def test_forms_are_not_received_tomorrow(sent: Wuye) -> None:
    returned(sent, 本月累计=60)
    assert "晚于当日" in sent("form", "collect", sent.folder / "back", "--on", "2023-11-16", code=2).stderr


def test_without_a_round_there_is_nothing_to_collect(register: Wuye) -> None:
    (register.folder / "x.xlsx").write_bytes(b"PK")
    assert "还没有发过填报表" in register("form", "collect", register.folder, code=3).stderr
