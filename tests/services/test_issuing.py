"""Numbers are given once; what is issued is frozen, and the same inputs give the same bytes."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.services.conftest import journal_of
from tests.services.issuing import SEPTEMBER, change_on, copied, issue, make_register, order
from wuye_cli.domain.issues import IssueFacts, standing_issues
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import InputError, RefusedError, UsageError
from wuye_cli.resources import template_path
from wuye_cli.services import issue_naming
from wuye_cli.services.circulars import make_draft
from wuye_cli.services.issue_checking import check_issues
from wuye_cli.services.issue_naming import IssueOrder
from wuye_cli.services.issues import find_issue, list_issues
from wuye_cli.services.issuing import Prepared, issue_circular
from wuye_cli.store.database import Database
from wuye_cli.store.finding import find_rows
from wuye_cli.store.issues import load_files, load_issues
from wuye_cli.store.models import CircularFile
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register

JANUARY = date(2024, 1, 5)


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory, rules: UnitRules) -> Path:
    """A register whose numbers are 第n期."""
    return make_register(tmp_path_factory.mktemp("plain") / "台账.db", rules).path


@pytest.fixture(scope="session")
def prefixed(tmp_path_factory: pytest.TempPathFactory, rules: UnitRules) -> Path:
    """A register of an office with a 机关代字."""
    return make_register(tmp_path_factory.mktemp("prefixed") / "台账.db", rules, "银物办").path


@pytest.fixture
def database(plain: Path, tmp_path: Path) -> Database:
    return copied(plain, tmp_path / "台账.db")


@pytest.fixture
def office(prefixed: Path, tmp_path: Path) -> Database:
    return copied(prefixed, tmp_path / "文号.db")


def issues_of(database: Database) -> tuple[IssueFacts, ...]:
    with read_register(database) as reader:
        return load_issues(reader)


def files_of(database: Database, month: str) -> Mapping[str, bytes]:
    with read_register(database) as reader:
        (one,) = standing_issues(load_issues(reader, month))
        return {file.kind: file.content for file in load_files(reader, one)}


def test_without_a_prefix_every_plan_has_numbers_of_its_own(database: Database) -> None:
    given = [
        issue(database, month, plan).facts.number_text
        for month, plan in (
            ("2023-07", None),
            ("2023-08", None),
            ("2023-08", "p1"),
            ("2023-08", "p2"),
            ("2023-07", "p1"),
        )
    ]
    assert given == ["第1期", "第2期", "第1期", "第1期", "第2期"]


def test_with_a_prefix_all_circulars_of_the_office_share_its_numbers(office: Database) -> None:
    given = [issue(office, "2023-08", plan).facts.number_text for plan in (None, "p1", "p2")]
    assert given == ["银物办〔2023〕1号", "银物办〔2023〕2号", "银物办〔2023〕3号"]


def test_a_number_is_of_the_year_in_which_the_circular_is_issued(office: Database) -> None:
    assert issue(office, "2023-11", on=date(2023, 12, 5)).facts.number_text == "银物办〔2023〕1号"
    assert issue(office, "2023-12", on=JANUARY).facts.number_text == "银物办〔2024〕1号"


def test_an_office_that_has_issued_others_names_the_number_and_gaps_stay(office: Database) -> None:
    assert issue(office, "2023-06", number=12).facts.number == 12
    assert issue(office, "2023-07").facts.number == 13
    assert issue(office, "2023-08", number=3).facts.number == 3
    assert issue(office, "2023-08", "p1").facts.number == 14


def test_a_number_that_was_given_is_refused_and_the_next_free_one_named(office: Database) -> None:
    issue(office, "2023-07", number=5)
    with pytest.raises(RefusedError, match="下一个空号是 6") as refused:
        issue(office, "2023-08", number=5)
    assert (refused.value.code, len(issues_of(office))) == ("number-taken", 1)


@settings(max_examples=6, deadline=None)
@given(data=st.data(), with_prefix=st.booleans())
def test_whatever_is_issued_no_number_is_given_twice(
    plain: Path, prefixed: Path, data: st.DataObject, with_prefix: bool
) -> None:
    months, plans = ("2023-06", "2023-07", "2023-08"), (None, "p1", "p2")
    wanted = data.draw(st.lists(st.tuples(st.sampled_from(months), st.sampled_from(plans)), unique=True, max_size=5))
    with tempfile.TemporaryDirectory() as folder:
        database = copied(prefixed if with_prefix else plain, Path(folder) / "台账.db")
        for month, plan in wanted:
            number = data.draw(st.none() | st.integers(1, 4))
            day = data.draw(st.sampled_from((SEPTEMBER, JANUARY)))
            before = issues_of(database)
            with suppress(RefusedError):
                one = issue(database, month, plan, on=day, number=number).facts
                same = [other.number for other in before if (other.series, other.year) == (one.series, one.year)]
                assert one.number == (number or max(same, default=0) + 1)
            assert number or len(issues_of(database)) == len(before) + 1
        numbers = [(one.series, one.year, one.number) for one in issues_of(database)]
        assert len(set(numbers)) == len(numbers)


def test_a_month_is_issued_once(database: Database) -> None:
    issue(database, "2023-08")
    with pytest.raises(RefusedError, match="supersede") as refused:
        issue(database, "2023-08")
    assert (refused.value.code, len(issues_of(database))) == ("already-issued", 1)


def test_a_month_that_is_to_come_is_not_issued(database: Database) -> None:
    with pytest.raises(UsageError):
        issue(database, "2023-10")
    assert issues_of(database) == ()


def test_somebody_who_issues_the_month_meanwhile_comes_first(database: Database) -> None:
    def overtake(_: Prepared) -> None:
        issue(database, "2023-08")

    with pytest.raises(RefusedError, match="刚由别人印发"):
        issue_circular(
            database,
            IssueOrder(order("2023-08")),
            change_on(SEPTEMBER),
            confirm=overtake,
        )
    assert len(issues_of(database)) == 1


def test_who_loses_a_number_to_somebody_else_is_asked_again_with_the_next(office: Database) -> None:
    asked: list[int] = []

    def confirm(prepared: Prepared) -> None:
        asked.append(prepared.facts.number)
        if len(asked) == 1:
            issue(office, "2023-08", "p2")

    made = issue_circular(office, IssueOrder(order("2023-08", "p1")), change_on(SEPTEMBER), confirm=confirm)
    assert (asked, made.facts.number) == ([1, 2], 2)


def test_a_template_that_does_not_print_the_number_is_refused(database: Database, tmp_path: Path) -> None:
    template = load_workbook(template_path("通报.xlsx"))
    for sheet in template:
        for row in sheet:
            for cell in row:
                if "{{期号}}" in str(cell.value):
                    cell.value = None
    template.save(tmp_path / "本单位.xlsx")
    wanted = replace(order("2023-08"), template=tmp_path / "本单位.xlsx")
    with pytest.raises(InputError, match="期号"):
        issue_circular(database, IssueOrder(wanted), change_on(SEPTEMBER))
    assert issues_of(database) == ()


def alter(database: Database, kind: str, old: str, new: str) -> None:
    """Change a stored file through the program itself: its hash and the journal say that all is well."""
    with write_register(database, change_on(SEPTEMBER)) as session:
        (file,) = find_rows(session, CircularFile, kind=kind)
        file.content = file.content.replace(old.encode(), new.encode())
        file.sha256, file.size = hashlib.sha256(file.content).hexdigest(), len(file.content)


def test_what_no_hash_tells_is_found_by_making_the_workbook_again(database: Database) -> None:
    issue(database, "2023-08")
    assert check_issues(database)[1] == ()
    alter(database, "data", '"total": 2', '"total": 7')
    alter(database, "data", "一号方案任务", "三号方案任务")
    (issued,), faults = check_issues(database)
    assert issued.number_text == "第1期"
    assert any("按存档数据应为“7”，存档的通报是“2”" in fault for fault in faults), faults
    assert any("处文字与存档数据不同" in fault for fault in faults), faults
    assert not any("可能由此不同" in fault for fault in faults)


def test_a_difference_may_be_another_programs(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issue_naming, "__version__", "0.0.1")
    issue(database, "2023-08")
    assert check_issues(database)[1] == ()
    alter(database, "data", '"total": 2', '"total": 7')
    assert all("印发时的程序是 0.0.1" in fault for fault in check_issues(database)[1])


def test_data_that_cannot_be_read_any_more_are_said(database: Database) -> None:
    issue(database, "2023-08")
    alter(database, "data", '"title"', '"name"')
    assert any("读不出来" in fault for fault in check_issues(database)[1])


def test_a_rehearsal_writes_nothing(database: Database) -> None:
    before = journal_of(database)
    issue_circular(database, IssueOrder(order("2023-08")), change_on(SEPTEMBER), dry_run=True)
    assert (issues_of(database), journal_of(database)) == ((), before)


def test_a_superseding_circular_takes_a_new_number_and_says_which_and_why(database: Database) -> None:
    issue(database, "2023-08")
    first = files_of(database, "2023-08")
    made = issue(database, "2023-08", reason="一处统计有误。").facts
    assert (made.number_text, made.version, made.reason) == ("第2期", 2, "一处统计有误。")
    assert "本通报替代2023年9月5日印发的第1期，原因：一处统计有误。" in files_of(database, "2023-08")["data"].decode()
    with read_register(database) as reader:
        old, new = load_issues(reader, "2023-08")
        assert {file.kind: file.content for file in load_files(reader, old)} == first
    assert (find_issue(database, "2023-08"), new.supersedes) == (new, old.id)
    assert [(line.standing, line.supersedes, line.superseded_by) for line in list_issues(database)] == [
        (False, "", "第2期"),
        (True, "第1期", ""),
    ]


def test_only_what_was_issued_is_superseded_and_not_before_that_day(database: Database) -> None:
    with pytest.raises(RefusedError, match="还没有印发"):
        issue(database, "2023-08", reason="有误")
    issue(database, "2023-08")
    with pytest.raises(RefusedError, match="不能在这之前被替代"):
        issue(database, "2023-08", on=date(2023, 9, 4), reason="有误")


def test_the_same_register_gives_the_same_bytes(database: Database, plain: Path, tmp_path: Path) -> None:
    twin = copied(plain, tmp_path / "别处.db")
    for one in (database, twin):
        issue(one, "2023-08")
    assert files_of(database, "2023-08") == files_of(twin, "2023-08")


def test_the_draft_of_a_month_stands_on_the_earlier_circulars_that_stood_on_its_day(database: Database) -> None:
    issue(database, "2023-07", on=date(2023, 8, 5))
    issue(database, "2023-07", on=date(2023, 8, 20), reason="有误")
    issue(database, "2023-06", "p1", on=date(2023, 8, 5))
    compared = make_draft(database, order("2023-08")).circular.compared_with
    assert "第2期" in compared
    assert "第1期" in make_draft(database, order("2023-08", on=date(2023, 8, 10))).circular.compared_with
