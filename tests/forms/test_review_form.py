"""The review form in the hands of a clerk: what is changed is told, what is settled is no longer doubtful."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from wuye_cli.domain.terms import DeadlineKind
from wuye_cli.errors import InputError
from wuye_cli.forms.review_form import write_review_form
from wuye_cli.forms.review_mark import HIDDEN_SHEET, is_review_form
from wuye_cli.forms.review_reading import Review, read_review_form
from wuye_cli.importing.document import Locator
from wuye_cli.importing.draft import (
    Draft,
    DraftDeadline,
    DraftDuty,
    DraftPlan,
    DraftSource,
    DraftTarget,
    DraftTask,
    DraftUnits,
    Problem,
)
from wuye_cli.importing.drafting import assign_keys

AT = Locator(line=12)
TASKS = assign_keys(
    [
        DraftTask(
            no="1",
            title="摸清底数",
            level="市级",
            lead=DraftUnits("市住建局", ("市住建局",)),
            deadlines=(DraftDeadline(DeadlineKind.DATE, None, text="20256"),),
            problems=(
                Problem("deadline-ambiguous", "deadlines", "缺少年月", AT),
                Problem("shifted", "*", "错了格", AT),
            ),
        ),
        DraftTask(
            no="2",
            title="整治充电",
            content="=1+1 飞线充电",
            targets=(DraftTarget("建设", "=", 9, "处", text="建设9处"),),
            problems=(Problem("unsure", "lead", "两栏相连"), Problem("unsure", "guide", "两栏相连")),
        ),
        DraftTask(no="3", title="开展培训", remark="无"),
    ]
)
DRAFT = Draft(
    source=DraftSource("方案.txt", "0f", "txt"),
    plan=DraftPlan(title="行动方案", region="银川市", year=2023),
    tasks=TASKS,
    plan_targets=(DraftTarget("覆盖率", ">=", 80, "%", text="达到80%"),),
    duties=(DraftDuty("市民政局", "市级", "指导居委会"),),
    problems=(Problem("region-unsure", "region", "地区不明"), Problem("unread", "tasks", "像是任务", AT)),
)
Cells = Mapping[tuple[str, str], str]
NUMBER, TITLE, LEAD, DEADLINES, TARGETS, CHECK = "A", "C", "H", "K", "M", "O"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "核对表.xlsx"
    write_review_form(DRAFT, path)
    return path


def edit(form: Path, cells: Cells) -> None:
    workbook = load_workbook(form)
    for (sheet, place), text in cells.items():
        cell: Any = workbook[sheet][place]
        cell.value = text
    workbook.save(form)


def returned(form: Path, cells: Cells) -> Review:
    edit(form, cells)
    return read_review_form(form)


def told(review: Review) -> list[str]:
    return list(map(str, review.corrections))


# What goes out


def test_the_tasks_stand_in_rows_under_the_words_of_the_trade(form: Path) -> None:
    sheet: Any = load_workbook(form)["任务"]
    assert [cell.value for cell in sheet[3]][:4] == ["编号", "序号", "任务名称", "所属部分"]
    assert [sheet[f"{column}5"].value for column in "ABCE"] == ["2", "2", "整治充电", "=1+1 飞线充电"]
    assert sheet["E5"].data_type == "s"
    assert (sheet["K4"].value, sheet["M5"].value) == ("待定", "建设＝9处")
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation) == ("D4", "$3:$3", "landscape")


def test_a_doubtful_cell_is_marked_with_reason_words_and_place(form: Path) -> None:
    sheet: Any = load_workbook(form)["任务"]
    assert sheet["K4"].comment.text == "待核：缺少年月\n原文：20256\n位置：第12行"
    assert sheet["O4"].comment.text == "待核：错了格\n位置：第12行"
    marked = [cell.coordinate for row in sheet for cell in row if cell.comment]
    assert marked == ["K4", "O4", "H5", "J5", "O5"]
    assert {sheet[place].fill.fgColor.rgb for place in marked} == {"00FFF2A8"}


def test_words_to_choose_from_are_offered(form: Path) -> None:
    workbook: Any = load_workbook(form)
    offered = {
        (name, str(rule.sqref).split(":")[0]): _words(workbook, rule.formula1)
        for name in ("任务", "方案", "方案目标")
        for rule in workbook[name].data_validations.dataValidation
    }
    assert offered["任务", "G4"][:2] == ["市级", "国家级"]
    assert offered["任务", "K4"][:2] == ["长期坚持", "每周"]
    assert offered["任务", "O4"] == ["已核"]
    assert offered["方案目标", "C4"] == ["≥", "≤", "＝", "＞", "＜"]
    assert "县" in offered["方案", "B9"]


def _words(workbook: Any, formula: str) -> list[str]:
    sheet, _, area = formula.partition("!")
    return [cell.value for (cell,) in workbook[sheet.strip("'")][area.replace("$", "")]]


def test_the_draft_travels_on_a_hidden_sheet_by_which_the_form_is_known(form: Path, tmp_path: Path) -> None:
    assert load_workbook(form)[HIDDEN_SHEET].sheet_state == "hidden"
    assert is_review_form(form)
    other = tmp_path / "其他.txt"
    other.write_text("核对数据", encoding="utf-8")
    assert not is_review_form(other)
    assert not is_review_form(tmp_path / "没有.xlsx")


def test_the_same_draft_gives_the_same_bytes(form: Path, tmp_path: Path) -> None:
    write_review_form(DRAFT, tmp_path / "再来.xlsx")
    assert (tmp_path / "再来.xlsx").read_bytes() == form.read_bytes()


# What comes back


def test_a_change_is_told_and_settles_the_doubt_about_its_field_only(form: Path) -> None:
    review = returned(form, {("任务", f"{DEADLINES}4"): "2025-06-30、每月"})
    task = review.draft.tasks[0]
    assert told(review) == ["任务 1 摸清底数 完成时限：待定 → 2025-06-30；每月"]
    assert [one.date for one in task.deadlines] == [date(2025, 6, 30), None]
    assert [problem.field for problem in task.problems] == ["*"]
    assert review.settled == 1
    assert task.key == TASKS[0].key
    assert review.draft.source.sha256 not in {"", DRAFT.source.sha256}


def test_a_checked_row_has_no_doubts_left(form: Path) -> None:
    review = returned(form, {("任务", f"{CHECK}5"): "已核"})
    assert (review.corrections, review.settled) == ((), 2)
    assert review.draft.tasks == (TASKS[0], replace(TASKS[1], problems=()), TASKS[2])


def test_the_plan_is_corrected_and_checked_row_by_row(form: Path) -> None:
    review = returned(form, {("方案", "B5"): "银物办发〔2023〕1号", ("方案", "C8"): "已核", ("方案", "C13"): "已核"})
    assert told(review) == ["方案 文号：（空） → 银物办发〔2023〕1号"]
    assert review.draft.plan == replace(DRAFT.plan, document_number="银物办发〔2023〕1号")
    assert review.draft.problems == ()


def test_targets_of_the_plan_and_duties_are_corrected(form: Path) -> None:
    review = returned(form, {("方案目标", "C4"): "＞", ("方案目标", "D4"): "85", ("责任分工", "D4"): "指导社区"})
    assert told(review) == [
        "方案目标 覆盖率 比较：≥ → ＞",
        "方案目标 覆盖率 目标值：80 → 85",
        "责任分工 市民政局 职责：指导居委会 → 指导社区",
    ]
    assert review.draft.plan_targets == (DraftTarget("覆盖率", ">", 85, "%", text="达到80%"),)


def test_rows_may_be_sorted(form: Path) -> None:
    workbook = load_workbook(form)
    sheet: Any = workbook["任务"]
    rows = [[cell.value for cell in row] for row in sheet["A4:O6"]]
    for number, row in enumerate([rows[2], rows[0], rows[1]], 4):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = value
            cell.data_type = "s"
    workbook.save(form)
    assert read_review_form(form) == Review(DRAFT, (), 0)


def test_columns_may_be_moved_and_lines_above_the_header_deleted(form: Path) -> None:
    workbook = load_workbook(form)
    sheet: Any = workbook["任务"]
    for line in ("A1:O1", "A2:O2"):
        sheet.unmerge_cells(line)
    sheet.delete_rows(1, 2)
    sheet.insert_cols(1)
    workbook.save(form)
    assert read_review_form(form) == Review(DRAFT, (), 0)


def test_a_deleted_row_is_a_deleted_task(form: Path) -> None:
    workbook = load_workbook(form)
    workbook["任务"].delete_rows(5)
    workbook.save(form)
    review = read_review_form(form)
    assert told(review) == ["删去 任务 2 整治充电"]
    assert review.draft.tasks == (TASKS[0], TASKS[2])


def test_an_added_row_is_a_new_task_behind_the_one_above_it(form: Path) -> None:
    workbook = load_workbook(form)
    sheet: Any = workbook["任务"]
    sheet.insert_rows(5)
    sheet["C5"], sheet["H5"], sheet["K5"] = "摸清底数", "市公安局", "2023-12-31"
    workbook.save(form)
    review = read_review_form(form)
    assert told(review) == ["新增 任务 摸清底数"]
    new = review.draft.tasks[1]
    assert (new.title, new.lead.units, new.deadlines[0].date) == ("摸清底数", ("市公安局",), date(2023, 12, 31))
    assert (new.key, str(new.source)) == ("|摸清底数|1", "工作表“任务”第5行")
    assert (review.draft.tasks[0], *review.draft.tasks[2:]) == TASKS


def test_a_new_task_of_a_known_name_gets_a_key_of_its_own(form: Path) -> None:
    review = returned(form, {("任务", "C7"): "开展培训"})
    assert [task.key for task in review.draft.tasks[2:]] == ["|开展培训|1", "|开展培训|2"]


def test_all_that_cannot_be_read_is_listed_with_its_place(form: Path) -> None:
    wrong = {
        ("任务", f"{DEADLINES}4"): "下周",
        ("任务", f"{TARGETS}5"): "多建几处",
        ("任务", f"{CHECK}5"): "看过了",
        ("任务", f"{NUMBER}6"): "2",
        ("任务", "C7"): "",
        ("任务", f"{LEAD}7"): "市公安局",
        ("方案", "B7"): "去年",
        ("方案目标", "D4"): "八成",
    }
    with pytest.raises(InputError) as error:
        returned(form, wrong)
    places = [sentence.partition("：")[0] for sentence in error.value.details]
    assert places == [
        "工作表“方案”B7单元格",
        "工作表“任务”K4单元格",
        "工作表“任务”M5单元格",
        "工作表“任务”O5单元格",
        "工作表“任务”A6单元格",
        "工作表“任务”A7单元格",
        "工作表“方案目标”D4单元格",
    ]


@pytest.mark.parametrize(
    ("sheet", "place", "text", "sentence"),
    [
        ("任务", "C3", "任务", "找不到表头"),
        ("任务", "A4", "99", "没有编号“99”"),
        ("方案", "A5", "号", "缺“文号”一行"),
        (HIDDEN_SHEET, "A2", "eJxLTMpMTk==", "已损坏"),
        (HIDDEN_SHEET, "A1", "", "已损坏"),
    ],
)
def test_a_form_that_has_lost_its_frame_is_refused(
    form: Path, sheet: str, place: str, text: str, sentence: str
) -> None:
    with pytest.raises(InputError) as error:
        returned(form, {(sheet, place): text})
    assert sentence in "".join((error.value.message, *error.value.details))


def test_a_formula_is_not_taken_for_an_empty_cell(form: Path) -> None:
    with pytest.raises(InputError) as error:
        returned(form, {("任务", "C5"): "=A5&1"})
    assert "C5 单元格是没有算过的公式" in error.value.details[0]


def test_a_missing_sheet_is_named(form: Path) -> None:
    workbook = load_workbook(form)
    del workbook["责任分工"]
    workbook.save(form)
    with pytest.raises(InputError) as error:
        read_review_form(form)
    assert error.value.details == ("工作表“责任分工”：找不到这张工作表，请不要删除或改名。",)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_form_saved_by_libreoffice_comes_back_as_it_went(form: Path, tmp_path: Path) -> None:
    target = tmp_path / "另存"
    line = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*line, "--outdir", str(target), str(form)], check=True, capture_output=True)
    saved = target / form.name
    assert is_review_form(saved)
    assert read_review_form(saved) == Review(DRAFT, (), 0)


def test_what_the_document_printed_stays_with_a_corrected_draft_through_another_form(
    form: Path, tmp_path: Path
) -> None:
    edit(form, {("任务", "C4"): "摸清家底"})
    corrected = read_review_form(form).draft
    again = tmp_path / "再核.xlsx"
    write_review_form(corrected, again)
    edit(again, {("任务", "C5"): "整治飞线"})
    twice = read_review_form(again).draft
    assert (corrected.printed, twice.printed) == (DRAFT, DRAFT)
