"""From a file to a draft, end to end."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from wuye_cli.domain.divisions import Divisions, load_divisions
from wuye_cli.errors import InputError
from wuye_cli.importing.document import Locator
from wuye_cli.importing.draft import Draft, DraftTask
from wuye_cli.importing.pipeline import read_draft
from wuye_cli.resources import data_path


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions(data_path("divisions.csv"))


def draft_of(folder: Path, name: str, text: str, divisions: Divisions, year: int | None = None) -> Draft:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_draft(path, divisions=divisions, year=year)


def test_a_document_without_tasks_says_what_was_looked_for(tmp_path: Path, divisions: Divisions) -> None:
    with pytest.raises(InputError, match=r"没有找到任务清单.*表头") as caught:
        draft_of(tmp_path, "通知.txt", "关于放假的通知\n\n请各单位做好值班。\n", divisions)
    assert caught.value.code == "no-tasks"


def test_headings_without_readable_cells_leave_a_draft_that_says_so(tmp_path: Path, divisions: Divisions) -> None:
    text = "银川市任务清单\n序号\n\n1\n\n重点任务\n\n2\n\n3\n\n牵头单位\n\n完成时限\n\n市住建局\n"
    draft = draft_of(tmp_path, "清单.txt", text, divisions)
    assert draft.tasks == ()
    (problem,) = draft.problems
    assert (problem.field, problem.at) == ("tasks", Locator(line=2))


PARAGRAPHS = """银川市2024年工作任务分工
{0}
主要任务
1.规范物业收费行为，公示收费标准。
2.检修老旧电梯，开展隐患排查。
{1}
市发改委
市住建局
{2}
6月底前
12月底前
"""


@pytest.mark.parametrize(
    "headings",
    [("序号", "牵头单位", "完成时限"), ("编号", "主办单位", "协办单位"), ("序号", "责任单位", "完成时间")],
)
def test_numbered_cells_under_lone_headings_of_a_table_are_never_taken_on_trust(
    tmp_path: Path, divisions: Divisions, headings: tuple[str, ...]
) -> None:
    draft = draft_of(tmp_path, "清单.txt", PARAGRAPHS.format(*headings), divisions)
    assert any(problem.field == "tasks" for problem in draft.problems)
    assert all(any(problem.field == "*" for problem in task.problems) for task in draft.tasks)


def test_a_body_with_one_such_heading_is_read_as_it_stands(tmp_path: Path, divisions: Divisions) -> None:
    draft = draft_of(tmp_path, "方案.txt", PARAGRAPHS.format("工作目标", "责任单位", "工作要求"), divisions)
    assert draft.tasks
    assert draft.problems == ()


TABLE = "银川市{}任务清单\n序号\t重点任务\t牵头单位\t责任单位\t完成时限\n1\t摸底\t市住建局\t市民政局\t5月底前\n"


def test_the_clerks_year_dates_what_prints_none(tmp_path: Path, divisions: Divisions) -> None:
    unknown = draft_of(tmp_path, "a.txt", TABLE.format(""), divisions).tasks[0]
    assert [problem.field for problem in unknown.problems] == ["deadlines"]
    told = draft_of(tmp_path, "a.txt", TABLE.format(""), divisions, year=2023).tasks[0]
    assert [str(deadline.date) for deadline in told.deadlines] == ["2023-05-31"]
    assert told.problems == ()


def test_the_same_table_reads_the_same_in_every_text_format(tmp_path: Path, divisions: Divisions) -> None:
    text = TABLE.format("2023年")
    rows = text.splitlines()
    markdown = "\n".join([rows[0], "", *(f"| {row} |".replace("\t", " | ") for row in rows[1:])])
    drafts = [
        draft_of(tmp_path, "a.txt", text, divisions),
        draft_of(tmp_path, "a.csv", text.replace("\t", ","), divisions),
        draft_of(tmp_path, "a.tsv", text, divisions),
        draft_of(tmp_path, "a.md", markdown, divisions),
    ]
    assert {draft.plan.year for draft in drafts} == {2023}
    assert len({without_place(draft.tasks) for draft in drafts}) == 1


def test_a_document_may_say_that_the_first_unit_leads(tmp_path: Path, divisions: Divisions) -> None:
    note = "注：责任单位中列第一位的为牵头单位。"
    text = f"2023年任务清单\n序号\t重点任务\t责任单位\n1\t摸底\t市住建局、市民政局\n\n{note}\n"
    (task,) = draft_of(tmp_path, "a.txt", text, divisions).tasks
    assert (task.lead.units, task.responsible.units) == (("市住建局",), ("市民政局",))


def without_place(tasks: tuple[DraftTask, ...]) -> tuple[DraftTask, ...]:
    return tuple(replace(task, source=Locator()) for task in tasks)


CSV = "csv:Text - txt - csv (StarCalc):44,34,76"  # comma, quotes, UTF-8


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("pattern", "steps"),
    [
        ("*.xlsx", ["xlsx"]),
        ("*.xlsx", ["ods", "xlsx"]),
        ("*.xlsx", [CSV]),
        ("*.docx", ["docx"]),
        ("*.docx", ["odt", "docx"]),
        ("*.xlsx", ["xls"]),
        ("*.xlsx", ["ods", "xls"]),
        ("*.xlsx", ["html"]),
        ("*.docx", ["doc"]),
        ("*.docx", ["odt", "doc"]),
        ("*.docx", ["html"]),
    ],
)
def test_a_sample_saved_again_by_another_program_reads_the_same(
    tmp_path: Path, divisions: Divisions, pattern: str, steps: list[str]
) -> None:
    (sample,) = data_path("samples").glob(pattern)
    saved = sample
    for step in steps:
        saved = convert(saved, step, tmp_path / step[:4])
    wanted, found = (read_draft(path, divisions=divisions) for path in (sample, saved))
    assert without_place(found.tasks) == without_place(wanted.tasks)
    assert found.plan == wanted.plan


def convert(path: Path, format_name: str, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", format_name, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{format_name.partition(':')[0]}"


def test_the_title_is_what_stands_above_the_first_table_without_its_date(tmp_path: Path, divisions: Divisions) -> None:
    second = TABLE.format("2024年").replace("\n1\t", "\n2\t")
    draft = draft_of(
        tmp_path,
        "a.txt",
        TABLE.format("2023年").replace("清单\n", "清单\n（截至2023年2月28日）\n") + "\n" + second,
        divisions,
    )
    assert (draft.plan.title, len(draft.tasks)) == ("银川市2023年任务清单", 2)


def test_what_is_said_of_all_tasks_is_remarked(tmp_path: Path, divisions: Divisions) -> None:
    said = "以下各项工作均需各县、区人民政府落实，不再列出"
    text = f"银川市2024年工作方案\n一、主要任务\n1.绿化。补种。（市林业局负责。{said}。）\n2.造册。（市住建局负责）"
    assert [said in remark for remark in draft_of(tmp_path, "方案.txt", text, divisions).remarks] == [True]


def test_units_that_only_sentences_name_are_noted_once(tmp_path: Path, divisions: Divisions) -> None:
    text = (
        "甲市工作方案\n一、主要任务\n（一）修桥。市交通局要修桥。\n（二）修路。各区要修路。\n（三）修渠。抓紧修渠。\n"
    )
    draft = draft_of(tmp_path, "方案.txt", text, divisions)
    assert [task.responsible.units for task in draft.tasks] == [(), (), ()]
    (remark,) = draft.remarks
    assert "有2项任务没有单列单位" in remark
    assert "市交通局要" in remark
