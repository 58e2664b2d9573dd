"""佐证材料: kept by content, checked, and never half-done."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, task_of
from wuye_cli.domain.facts import EvidenceFacts
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import InputError, RefusedError
from wuye_cli.services import evidence
from wuye_cli.services.closing import StepOutcome, finish_task, verify_task
from wuye_cli.services.closing_case import Step
from wuye_cli.services.evidence import check_evidence, evidence_folder
from wuye_cli.services.importing import store_draft
from wuye_cli.services.views import read_task
from wuye_cli.store.database import Database

CONTENT = "验收合格".encode()
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def claimed(database: Database, rules: UnitRules) -> Database:
    """Two tasks of one unit, both claimed."""
    store_draft(
        database,
        draft_of(draft_task("1", "甲", "市住建局"), draft_task("2", "乙", "市住建局")),
        CHANGE,
        TODAY,
        rules=rules,
    )
    for task in ("1", "2"):
        finish_task(database, Step(task, TODAY), CHANGE)
    return database


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "来件" / "验收单.PDF"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    return path


def verify(register: Database, *files: Path, task: str = "1", dry_run: bool = False) -> StepOutcome:
    return verify_task(register, Step(task, TODAY, approver="李四"), CHANGE, evidence=files, dry_run=dry_run)


def stored(register: Database) -> list[str]:
    folder = evidence_folder(register)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_what_is_handed_in_is_kept_by_its_content(claimed: Database, sheet: Path) -> None:
    outcome = verify(claimed, sheet)
    sheet.unlink()
    assert outcome.evidence == (EvidenceFacts("验收单.PDF", SHA256, len(CONTENT)),)
    assert task_of(claimed, "p1-1").events[-1].evidence == outcome.evidence
    assert (evidence_folder(claimed) / f"{SHA256}.pdf").read_bytes() == CONTENT
    assert check_evidence(claimed) == ()


def test_the_same_content_is_kept_once(claimed: Database, sheet: Path) -> None:
    verify(claimed, sheet, task="1")
    verify(claimed, sheet, task="2")
    assert stored(claimed) == [f"{SHA256}.pdf"]


@pytest.mark.parametrize(
    ("damage", "state", "said"),
    [
        (lambda path: path.unlink(), "missing", "任务 p1-1 的佐证材料“验收单.PDF”不见了"),
        (lambda path: path.write_bytes(b"?"), "altered", "任务 p1-1 的佐证材料“验收单.PDF”内容已被改动"),
    ],
    ids=["missing", "altered"],
)
def test_a_file_that_is_no_longer_what_was_handed_in_is_said(
    claimed: Database, sheet: Path, policies: Policies, damage: Callable[[Path], object], *, state: str, said: str
) -> None:
    verify(claimed, sheet)
    damage(evidence_folder(claimed) / f"{SHA256}.pdf")
    (problem,) = check_evidence(claimed)
    assert problem.startswith(said)
    line = read_task(claimed, TODAY, "1", policies).tasks[0]
    assert [file.state for event in line.events for file in event.evidence] == [state]


def test_handing_in_the_file_again_makes_it_whole(claimed: Database, sheet: Path) -> None:
    verify(claimed, sheet, task="1")
    (evidence_folder(claimed) / f"{SHA256}.pdf").write_bytes(b"?")
    verify(claimed, sheet, task="2")
    assert check_evidence(claimed) == ()


def test_a_refused_verification_leaves_no_file(claimed: Database, sheet: Path) -> None:
    with pytest.raises(RefusedError):
        verify(claimed, sheet, task="9")
    assert not evidence_folder(claimed).exists()


def test_a_refused_verification_leaves_the_files_of_others(claimed: Database, sheet: Path) -> None:
    verify(claimed, sheet)
    other = sheet.with_name("照片.jpg")
    other.write_bytes(b"jpg")
    with pytest.raises(RefusedError):
        verify(claimed, sheet, other)
    assert stored(claimed) == [f"{SHA256}.pdf"]


def test_a_transaction_that_fails_at_the_very_end_leaves_no_file(claimed: Database, sheet: Path) -> None:
    with closing(sqlite3.connect(claimed.path)) as connection, connection:
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON evidence BEGIN SELECT RAISE(ABORT, '写不进'); END")
    with pytest.raises(IntegrityError, match="写不进"):
        verify(claimed, sheet)
    assert (stored(claimed), len(task_of(claimed, "p1-1").events)) == ([], 1)


def test_a_dry_run_keeps_no_file(claimed: Database, sheet: Path) -> None:
    assert verify(claimed, sheet, dry_run=True).evidence[0].sha256 == SHA256
    assert (stored(claimed), len(task_of(claimed, "p1-1").events)) == ([], 1)


def test_what_cannot_be_read_is_said_and_nothing_is_verified(
    claimed: Database, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputError, match="读不到佐证材料") as caught:
        verify(claimed, sheet, sheet.with_name("没有.pdf"))
    assert caught.value.code == "evidence-unreadable"
    monkeypatch.setattr(evidence, "MOST_BYTES", 3)
    with pytest.raises(InputError, match="超过"):
        verify(claimed, sheet)
    assert (stored(claimed), len(task_of(claimed, "p1-1").events)) == ([], 1)


def test_a_place_that_cannot_be_written_is_said(claimed: Database, sheet: Path) -> None:
    evidence_folder(claimed).write_text("不是文件夹", encoding="utf-8")
    with pytest.raises(RefusedError, match="存不下佐证材料") as caught:
        verify(claimed, sheet)
    assert caught.value.code == "evidence-unwritable"
    assert len(task_of(claimed, "p1-1").events) == 1
