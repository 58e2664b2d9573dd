"""The draft of a circular is written as a whole or not at all, and only for a month and a plan that there are."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task
from wuye_cli.domain.calendar import WorkingCalendar
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.reports.circular_lines import Circular
from wuye_cli.resources import template_path
from wuye_cli.services.circulars import CircularOrder, write_circular_draft
from wuye_cli.services.importing import store_draft
from wuye_cli.store.database import Database

TEMPLATE = template_path("通报.xlsx")


@pytest.fixture
def plans(database: Database, rules: UnitRules) -> Database:
    for title, sha256 in (("一号方案", "a1"), ("二号方案", "b2")):
        draft = draft_of(draft_task("1", title + "任务", "市住建局", due=TODAY), title=title, sha256=sha256)
        store_draft(database, draft, CHANGE, TODAY, rules=rules)
    return database


def write(plans: Database, policies: Policies, path: Path, month: str = "2023-08", plan: str | None = None) -> Circular:
    order = CircularOrder(month, TODAY, policies, TEMPLATE, WorkingCalendar(), plan)
    return write_circular_draft(plans, order, path)


def test_the_draft_covers_all_open_plans_or_the_one_that_is_named(
    plans: Database, policies: Policies, tmp_path: Path
) -> None:
    assert write(plans, policies, tmp_path / "a.xlsx").total == 2
    assert write(plans, policies, tmp_path / "b.xlsx", plan="P2").total == 1
    titles = [str(cell.value) for row in openpyxl.load_workbook(tmp_path / "b.xlsx")["进展情况表"] for cell in row]
    assert "二号方案任务" in titles
    assert "一号方案任务" not in titles


def test_a_draft_that_cannot_be_made_leaves_the_file_that_is_there(
    plans: Database, policies: Policies, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"as it was")
    with pytest.raises(UsageError):
        write(plans, policies, path, month="2023-09")
    with pytest.raises(RefusedError, match="没有编号为“p3”的方案"):
        write(plans, policies, path, plan="p3")
    assert path.read_bytes() == b"as it was"


def test_nothing_is_left_beside_the_draft(plans: Database, policies: Policies, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    write(plans, policies, tmp_path / "a.xlsx")
    (tmp_path / "full").mkdir()
    with pytest.raises(OSError, match="full"):
        write(plans, policies, tmp_path / "full")
    assert set(tmp_path.iterdir()) - before == {tmp_path / "a.xlsx", tmp_path / "full"}


def test_what_is_asked_for_is_said_in_the_words_of_the_office_s_template(
    plans: Database, policies: Policies, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(TEMPLATE)
    row = next(cells for cells in book["用语"].iter_rows() if cells[0].value == "报送")
    row[1].value = "请于{日期}前报来。"
    own = tmp_path / "本单位.xlsx"
    book.save(own)
    order = CircularOrder("2023-08", TODAY, policies, own, WorkingCalendar())
    circular = write_circular_draft(plans, order, tmp_path / "a.xlsx")
    assert any(re.search(r"请于2023年\d+月\d+日前报来。$", paragraph) for paragraph in circular.paragraphs)
