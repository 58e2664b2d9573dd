from __future__ import annotations

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import text, update

from tests.samples import CHANGE, RECTIFY
from tests.store.conftest import plain_user
from wuye_cli.errors import RefusedError
from wuye_cli.store import connecting
from wuye_cli.store.database import Database
from wuye_cli.store.models import Deadline, Setting, Task
from wuye_cli.store.reading import Row, read_register
from wuye_cli.store.writing import write_register

ROOT = Path(__file__).parents[2]


def contents(database: Database) -> tuple[list[Row], list[Row]]:
    with read_register(database) as reader:
        return reader.rows("settings"), reader.rows("journal")


def test_what_a_block_wrote_is_dropped_as_a_whole_when_it_fails(database: Database) -> None:
    def write_and_fail() -> None:
        with write_register(database, CHANGE) as session:
            session.add(Setting(key="contact", value="李雯"))
            session.flush()
            raise ZeroDivisionError

    before = contents(database)
    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert contents(database) == before


def test_on_a_dry_run_everything_is_tried_and_nothing_is_kept(database: Database) -> None:
    before = contents(database)
    with write_register(database, CHANGE, dry_run=True) as session:
        session.add(Setting(key="contact", value="李雯"))
        session.flush()
        assert session.get_one(Setting, "contact").value == "李雯"
    assert contents(database) == before


def test_rows_and_their_journal_row_appear_together(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        session.add(Setting(key="contact", value="李雯"))
        session.flush()
        outside = contents(database)
    settings, journal = contents(database)
    assert len(settings) == len(outside[0]) + 1
    assert len(journal) == len(outside[1]) + 1


def test_a_block_that_changes_nothing_leaves_no_journal_row(database: Database) -> None:
    before = contents(database)
    with write_register(database, CHANGE) as session:
        task = session.get_one(Task, RECTIFY)
        task.title = str(task.title)
        session.flush()
        task.title, title = "改一下", task.title
        task.title = title
    assert contents(database) == before


def test_rows_can_still_be_read_after_the_block(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        task = session.get_one(Task, RECTIFY)
        task.title = "新标题"
    assert (task.code, task.title) == ("p1-1", "新标题")


def test_a_row_that_hangs_on_nothing_is_not_stored(database: Database) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), write_register(database, CHANGE) as session:
        session.add(Deadline(task_id=99, position=1, kind="ongoing"))


def test_a_statement_that_would_pass_the_journal_by_is_a_mistake(database: Database) -> None:
    with pytest.raises(TypeError, match="journal"), write_register(database, CHANGE) as session:
        session.exec(update(Task).values(title="都一样"))


def test_a_second_writer_waits_for_the_first(database: Database) -> None:
    entered, release = threading.Event(), threading.Event()

    def first() -> None:
        with write_register(database, CHANGE) as session:
            entered.set()
            release.wait(10)
            session.add(Setting(key="contact", value="先"))

    writer = threading.Thread(target=first)
    writer.start()
    entered.wait(10)
    threading.Timer(0.2, release.set).start()
    with write_register(database, CHANGE) as session:
        session.get_one(Setting, "contact").value += "后"
    writer.join()
    assert {"key": "contact", "value": "先后"} in contents(database)[0]


def test_a_second_writer_that_waits_too_long_is_told_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.05)
    with (
        write_register(database, CHANGE),
        pytest.raises(RefusedError, match="另一个程序") as refused,
        write_register(database, CHANGE),
    ):
        raise AssertionError("two writers at once")
    assert (refused.value.code, refused.value.exit_code) == ("database-locked", 3)


def test_a_reader_is_not_disturbed_by_a_writer(database: Database) -> None:
    with read_register(database) as reader:
        before = reader.rows("settings")
        with write_register(database, CHANGE) as session:
            session.add(Setting(key="contact", value="李雯"))
        assert reader.rows("settings") == before
    assert contents(database)[0] != before


KILLED = """
import sys
from tests.samples import CHANGE, Path
from wuye_cli.store.database import Database
from wuye_cli.store.models import Setting
from wuye_cli.store.writing import write_register
with write_register(Database(Path(sys.argv[1])), CHANGE) as session:
    session.add_all(Setting(key=f"k{number}", value="x" * 5000) for number in range(2000))
    session.flush()
    print("written", flush=True)
    sys.stdin.read()
"""


def test_a_process_killed_in_the_middle_leaves_the_old_state(database: Database) -> None:
    before = contents(database)
    command = [sys.executable, "-c", KILLED, str(database.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"written"
        process.kill()
    assert process.returncode != 0
    assert contents(database) == before
    with write_register(database, CHANGE) as session:
        session.add(Setting(key="contact", value="还能写"))


def test_a_full_disk_is_said_and_nothing_is_changed(database: Database) -> None:
    def write_too_much() -> None:
        with write_register(database, CHANGE) as session:
            session.execute(text("PRAGMA max_page_count = 1"))  # SQLite's own way to a full disk
            session.add(Setting(key="contact", value="长" * 100_000))

    before = contents(database)
    with pytest.raises(RefusedError, match="磁盘已满") as refused:
        write_too_much()
    assert (refused.value.code, contents(database)) == ("disk-full", before)


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o444, 0o555), (0o666, 0o555)])
def test_what_may_not_be_written_is_said(public_database: Database, file: int, folder: int) -> None:
    public_database.path.chmod(file)
    public_database.path.parent.chmod(folder)
    with (
        plain_user(),
        pytest.raises(RefusedError, match="权限") as refused,
        write_register(public_database, CHANGE) as session,
    ):
        session.add(Setting(key="contact", value="李雯"))
    assert (refused.value.code, refused.value.exit_code) == ("database-read-only", 3)


def test_dates_are_stored_as_dates(database: Database) -> None:
    with write_register(database, CHANGE) as session:
        assert session.get_one(Deadline, 1).due_on == date(2023, 6, 30)
