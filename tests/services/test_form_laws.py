"""Whatever reports are written into forms come back as those reports, and collecting again changes nothing.

The forms are filled in by openpyxl alone, in the many ways that people type; rows are shuffled, files renamed.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.services.conftest import CHANGE, draft_of, draft_task, facts_of, journal_of
from wuye_cli.domain.calendar import WEEKENDS_ONLY
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.units import UnitRules
from wuye_cli.importing.draft import DraftTarget
from wuye_cli.services.collecting import CollectedForm, find_files, judge_forms, store_forms
from wuye_cli.services.form_round import open_round
from wuye_cli.services.importing import store_draft
from wuye_cli.services.office import init_office
from wuye_cli.services.sending import plan_sending, record_sending, write_forms
from wuye_cli.store.database import Database

MONTH, DAY = "2023-08", date(2023, 8, 24)
HEADER = 4
TITLES = ("摸清底数", "公开收费", "整治飞线")
UNITS = ("市民政局", "市公安局")
INDICATORS = {"建档数": "个", "公示率": "%"}


@dataclass(frozen=True)
class Said:
    """What a unit says of one task; `spelling` is how it types figures."""

    percent: float | None
    values: Mapping[str, float]
    words: tuple[str, str, str, str]
    is_nil: bool
    spelling: str


@pytest.fixture(scope="module")
def round_of_forms(tmp_path_factory: pytest.TempPathFactory, rules: UnitRules, policies: Any) -> Path:
    """A register whose forms are out: two units, three tasks each, two targets each."""
    folder = tmp_path_factory.mktemp("round")
    database = Database(folder / "register.db")
    init_office(database, OfficeFacts(name="专班办公室", region="银川市"), CHANGE, policies=policies)
    targets = tuple(DraftTarget(name, ">=", 90, unit, text=name) for name, unit in INDICATORS.items())
    tasks = (draft_task(str(no), title, "、".join(UNITS), targets=targets) for no, title in enumerate(TITLES, 1))
    store_draft(database, draft_of(*tasks), CHANGE, DAY, rules=rules)
    sending = plan_sending(database, MONTH, DAY, WEEKENDS_ONLY)
    record_sending(database, sending, CHANGE)
    write_forms(sending, folder / "out")
    return folder


percents = st.decimals(0, 100, places=2).map(float)
amounts = st.decimals(0, 10**6, places=2).map(float)
texts = st.text("市住建已完成60%，。=+-@'\"\n <&>", max_size=20).map(str.strip)
said = st.builds(
    Said,
    percents | st.none(),
    st.fixed_dictionaries({}, optional={"建档数": amounts, "公示率": percents}),
    st.tuples(texts, texts, texts, texts),
    st.just(False),
    st.sampled_from(["number", "percent format", "％", "words"]),
) | st.builds(Said, st.none(), st.just({}), st.tuples(texts, texts, texts, texts), st.just(True), st.just("number"))
rounds = st.dictionaries(st.sampled_from(UNITS), st.dictionaries(st.sampled_from(TITLES), said, min_size=1), min_size=1)


def type_percent(cell: Any, value: float, spelling: str) -> None:
    """Type a percentage; one that could mean two things needs its sign."""
    if spelling == "percent format":
        cell.value, cell.number_format = value / 100, "0%"
    elif spelling == "％" or 0 < value <= 1:
        cell.value = f"{value}％"
    elif spelling == "words":
        cell.value, cell.data_type = f" {value} % ", "s"
    else:
        cell.value = value


def type_form(path: Path, target: Path, tasks: Mapping[str, Said]) -> None:
    """Fill in one form as people do, and turn its rows upside down."""
    book = load_workbook(path)
    sheet: Any = book.worksheets[0]
    column = {cell.value: cell.column for cell in sheet[HEADER]}
    for row in range(HEADER + 1, sheet.max_row + 1):
        entry = tasks.get(sheet.cell(row, column["重点任务"]).value)
        if entry:
            type_row(sheet, row, column, entry)
    rows = [[(cell.value, cell.data_type, cell.number_format) for cell in row] for row in sheet.iter_rows(HEADER + 1)]
    for number, values in enumerate(reversed(rows), HEADER + 1):
        for place, (value, kind, number_format) in enumerate(values, 1):
            cell = sheet.cell(number, place)
            cell.value, cell.number_format = value, number_format
            cell.data_type = kind
    book.save(target)


def type_row(sheet: Any, row: int, column: Mapping[str, int], entry: Said) -> None:
    figure, item = sheet.cell(row, column["本月累计"]), sheet.cell(row, column["填报项目"]).value
    if item == "完成进度（%）":
        if entry.percent is not None:
            type_percent(figure, entry.percent, entry.spelling)
        for heading, words in zip(("本月进展", "存在问题", "下一步措施", "情况说明"), entry.words, strict=True):
            cell = sheet.cell(row, column[heading])
            cell.value = words or None
            cell.data_type = "s" if words else "n"
        sheet.cell(row, column["本月无进展"]).value = "是" if entry.is_nil else None
        return
    name = item.partition("（")[0]
    if name in entry.values and INDICATORS[name] == "%":
        type_percent(figure, entry.values[name], entry.spelling)
    elif name in entry.values:
        figure.value = entry.values[name]


def is_empty(entry: Said) -> bool:
    return entry.percent is None and not entry.values and not entry.is_nil and not any(entry.words)


def reports_of(database: Database) -> dict[tuple[str, str], Said]:
    """What the register holds, by unit and title."""
    facts = facts_of(database)
    found = {}
    for task in facts.tasks:
        names = {target.id: target.indicator for target in task.targets}
        for report in task.reports:
            words = (report.note, report.problem, report.next_step, report.remark)
            values = {names[target]: value for target, value in report.values.items()}
            key = (facts.units[report.unit].name, task.title)
            found[key] = Said(report.percent, values, words, report.is_nil, "")
    return found


def collect(database: Database, folder: Path, rules: UnitRules) -> tuple[CollectedForm, ...]:
    now = open_round(database, DAY, rules=rules)
    return store_forms(database, now, judge_forms(now, find_files([folder])), CHANGE)


def check_round_trip(folder: Path, said_by: Mapping[str, Mapping[str, Said]], rules: UnitRules, back: Path) -> None:
    database = Database(folder / "work.db")
    for old in folder.glob("work.db*"):
        old.unlink()
    shutil.copy(folder / "register.db", database.path)
    expected = {
        (unit, title): Said(one.percent, one.values, one.words, one.is_nil, "")
        for unit, tasks in said_by.items()
        for title, one in tasks.items()
        if not is_empty(one)
    }
    refused = {unit for unit, tasks in said_by.items() if all(map(is_empty, tasks.values()))}
    forms = collect(database, back, rules)
    assert {one.unit for one in forms if one.outcome == "refused"} == refused, forms
    assert reports_of(database) == expected
    entries = journal_of(database)
    assert {one.outcome for one in collect(database, back, rules)} <= {"unchanged", "refused"}
    assert journal_of(database) == entries


def fill_all(folder: Path, said_by: Mapping[str, Mapping[str, Said]]) -> Path:
    back = folder / "back"
    shutil.rmtree(back, ignore_errors=True)
    back.mkdir()
    for number, (unit, tasks) in enumerate(said_by.items()):
        type_form(folder / "out" / f"{unit} {MONTH}.xlsx", back / f"{number}.xlsx", tasks)
    return back


def law(examples: int) -> settings:
    return settings(
        max_examples=examples,
        deadline=timedelta(seconds=20),
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )


@law(10)
@given(said_by=rounds)
def test_reports_come_back_as_they_were_written(
    round_of_forms: Path, rules: UnitRules, said_by: dict[str, dict[str, Said]]
) -> None:
    check_round_trip(round_of_forms, said_by, rules, fill_all(round_of_forms, said_by))


@pytest.mark.slow
@law(150)
@given(said_by=rounds)
def test_any_reports_come_back_as_they_were_written(
    round_of_forms: Path, rules: UnitRules, said_by: dict[str, dict[str, Said]]
) -> None:
    check_round_trip(round_of_forms, said_by, rules, fill_all(round_of_forms, said_by))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@law(5)
@given(said_by=rounds)
def test_reports_come_back_through_libreoffice(
    round_of_forms: Path, rules: UnitRules, said_by: dict[str, dict[str, Said]]
) -> None:
    back = fill_all(round_of_forms, said_by)
    saved = round_of_forms / "saved"
    shutil.rmtree(saved, ignore_errors=True)
    for path in back.iterdir():
        command = ["soffice", f"-env:UserInstallation=file://{round_of_forms}/profile", "--headless"]
        subprocess.run([*command, "--convert-to", "xlsx", "--outdir", saved, path], check=True, capture_output=True)
    check_round_trip(round_of_forms, said_by, rules, saved)
