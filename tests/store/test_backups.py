from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.samples import CHANGE
from tests.store.conftest import plain_user
from wuye_cli.errors import RefusedError
from wuye_cli.store.backups import back_up
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts
from wuye_cli.store.models import Setting
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register


def mix_up(database: Database) -> None:
    """Let an index claim another column than it holds: every page is sound, the whole is not."""
    with closing(sqlite3.connect(database.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(unit_id)', '(percent)') WHERE name = 'ix_report_unit_id'"
        )


def damage(database: Database, table: str) -> None:
    """Write rubbish over the first page of a table or index."""
    with closing(sqlite3.connect(database.path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    with database.path.open("r+b") as file:
        file.seek(size * (page - 1))
        file.write(b"\xff" * size)


def test_a_backup_is_a_register_with_the_same_facts(database: Database) -> None:
    copy = Database(database.path.with_name("副本.db"))
    back_up(database, copy.path)
    with read_register(database) as reader, read_register(copy) as other:
        assert load_facts(other) == load_facts(reader)


def test_a_backup_holds_what_is_committed_and_not_what_is_being_written(database: Database) -> None:
    copy = Database(database.path.with_name("副本.db"))
    with write_register(database, CHANGE) as session:
        session.add(Setting(key="contact", value="李雯"))
        session.flush()
        back_up(database, copy.path)
    with read_register(copy) as reader:
        assert "contact" not in [row["key"] for row in reader.rows("settings")]


def test_a_backup_is_one_file_and_nothing_beside_it(database: Database) -> None:
    back_up(database, database.path.with_name("副本.db"))
    assert sorted(path.name for path in database.path.parent.iterdir()) == ["副本.db", "台账.db"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda database: damage(database, "journal"),
        mix_up,
    ],
)
def test_a_damaged_register_makes_no_backup_and_spares_the_last_one(
    database: Database, spoil: Callable[[Database], None]
) -> None:
    copy = database.path.with_name("副本.db")
    back_up(database, copy)
    good = copy.read_bytes()
    spoil(database)
    with pytest.raises(RefusedError, match="损坏") as refused:
        back_up(database, copy)
    assert (refused.value.exit_code, "台账.db" in refused.value.message) == (3, True)
    assert copy.read_bytes() == good
    assert sorted(path.name for path in database.path.parent.iterdir()) == ["副本.db", "台账.db"]


def test_a_folder_is_not_replaced_by_a_backup(database: Database) -> None:
    folder = database.path.with_name("副本.db")
    folder.mkdir()
    with pytest.raises(RefusedError, match="写不成备份"):
        back_up(database, folder)
    assert sorted(path.name for path in database.path.parent.iterdir()) == ["副本.db", "台账.db"]


def test_a_folder_that_cannot_take_a_backup_is_said(public_database: Database) -> None:
    with plain_user(), pytest.raises(RefusedError, match=r"副本\.db") as refused:
        back_up(public_database, public_database.path.with_name("副本.db"))
    assert refused.value.exit_code == 3
