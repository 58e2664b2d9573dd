from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Date, Float, Integer, LargeBinary, UniqueConstraint
from sqlmodel import Session, SQLModel, create_engine, select

from tests.samples import CHANGE
from tests.store.conftest import plain_user
from tests.store.test_backups import damage
from wuye_cli.errors import RefusedError
from wuye_cli.store import models
from wuye_cli.store.creating import create_register
from wuye_cli.store.database import Database
from wuye_cli.store.models import Setting
from wuye_cli.store.reading import QUERIES, Row, read_register
from wuye_cli.store.writing import write_register

ROOT = Path(__file__).parents[2]
EVERYTHING = {"plan": None, "archived": 1, "month": None, "circular": None, "kind": None}
QUERY_OF: dict[type[SQLModel], str] = {
    models.Setting: "settings",
    models.Plan: "plans",
    models.Task: "tasks",
    models.Unit: "units",
    models.UnitAlias: "unit_aliases",
    models.Contact: "contacts",
    models.Membership: "memberships",
    models.Imported: "imported",
    models.Assignment: "assignments",
    models.Deadline: "deadlines",
    models.Milestone: "milestones",
    models.Target: "targets",
    models.Doubt: "doubts",
    models.Duty: "duties",
    models.Phase: "phases",
    models.Report: "reports",
    models.ReportValue: "report_values",
    models.TaskEvent: "task_events",
    models.Evidence: "evidence",
    models.PeriodRecord: "period_records",
    models.Form: "forms",
    models.CalendarDay: "calendar_days",
    models.IssuedCircular: "circulars",
    models.CircularFile: "circular_files",
    models.JournalEntry: "journal",
}
OF_TABLE = {model.__tablename__: model for model in QUERY_OF}
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8) | st.just(
    "各县（市、区）'\""
)

OF_TYPE: dict[type[object], st.SearchStrategy[object]] = {
    Boolean: st.booleans(),
    Float: st.floats(allow_nan=False, allow_infinity=False),
    LargeBinary: st.binary(max_size=8),
}


def keeps_apart(column: Column[Any]) -> bool:
    """The column whose values tell one row of its table from the next."""
    unique = [constraint for constraint in column.table.constraints if isinstance(constraint, UniqueConstraint)]
    return column.primary_key or any(column is next(iter(constraint.columns)) for constraint in unique)


def reference(column: Column[Any], number: int, rows: dict[str, list[SQLModel]], draw: st.DataObject) -> int | None:
    others = rows[next(iter(column.foreign_keys)).column.table.name]
    if not others:
        return None  # the first task has none above it
    place = number - 1 if keeps_apart(column) else draw.draw(st.integers(0, len(others) - 1))
    return int(others[place].model_dump()["id"])


def value(column: Column[Any], number: int, draw: st.DataObject) -> object:
    if column.nullable and draw.draw(st.booleans()):
        return None
    if isinstance(column.type, Integer):
        return number if keeps_apart(column) else draw.draw(st.integers(-(2**31), 2**31 - 1))
    if isinstance(column.type, Date):
        return date(2023, 1, number) if keeps_apart(column) else draw.draw(st.dates())
    if type(column.type) in OF_TYPE:
        return draw.draw(OF_TYPE[type(column.type)])
    return draw.draw(TEXT) + (str(number) if keeps_apart(column) else "")


def random_rows(draw: st.DataObject) -> dict[str, list[SQLModel]]:
    """Draw rows for every table but the journal, which the store writes; those that are pointed at come first."""
    rows: dict[str, list[SQLModel]] = {}
    for table in SQLModel.metadata.sorted_tables:
        made = rows.setdefault(table.name, [])
        apart = {"membership": "unit", "circular_file": "circular"}  # at most one row for each of the other table
        most = 0 if table.name == "journal" else len(rows[apart[table.name]]) if table.name in apart else 3
        for number in range(1, min(most, draw.draw(st.integers(1, 3))) + 1):
            values = {
                column.name: reference(column, number, rows, draw)
                if column.foreign_keys
                else value(column, number, draw)
                for column in table.columns
            }
            made.append(OF_TABLE[table.name](**values))
    return rows


def through_models(database: Database, model: type[SQLModel]) -> list[Row]:
    engine = create_engine(f"sqlite:///{database.path}")
    with Session(engine) as session:
        found = [row.model_dump() for row in session.exec(select(model))]
    engine.dispose()
    return found


def through_query(database: Database, model: type[SQLModel]) -> list[Row]:
    with read_register(database) as reader:
        rows = reader.rows(QUERY_OF[model], **EVERYTHING)
    return [{name: row[name] for name in model.model_fields} for row in rows]


def by_key(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.get("id") or row["key"])


def test_every_table_has_its_query() -> None:
    assert set(OF_TABLE) == set(SQLModel.metadata.tables)
    assert {f"{name}.sql" for name in QUERY_OF.values()} == {path.name for path in QUERIES.glob("*.sql")}


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_models_and_plain_queries_see_the_same_rows(draw: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "台账.db")
        create_register(database, CHANGE)
        with write_register(database, CHANGE) as session:
            for rows in random_rows(draw).values():
                session.add_all(rows)
                session.flush()
        for model in QUERY_OF:
            seen = through_query(database, model)
            assert seen
            assert by_key(seen) == by_key(through_models(database, model))


@pytest.mark.parametrize("path", sorted(QUERIES.glob("*.sql")), ids=lambda path: path.stem)
def test_a_query_says_what_it_gives_and_in_which_order(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("-- ")
    assert lines[-1].startswith("ORDER BY ")
    assert "*" not in "".join(lines)


def test_dates_come_as_dates(database: Database) -> None:
    with read_register(database) as reader:
        assert reader.rows("milestones", plan="p1", archived=0)[0]["due_on"] == date(2023, 4, 30)


def test_a_reader_cannot_write(database: Database) -> None:
    with read_register(database) as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader._connection.execute("DELETE FROM journal")


def test_reading_leaves_no_files_behind(database: Database) -> None:
    with read_register(database) as reader:
        reader.rows("units")
    assert list(database.path.parent.iterdir()) == [database.path]


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o444, 0o555), (0o644, 0o555)])
def test_a_register_that_may_not_be_written_can_be_read(public_database: Database, file: int, folder: int) -> None:
    public_database.path.chmod(file)
    public_database.path.parent.chmod(folder)
    with plain_user(), read_register(public_database) as reader:
        assert len(reader.rows("units")) == 5


def test_changes_that_are_not_yet_in_the_file_itself_are_never_passed_over(public_database: Database) -> None:
    """A carried-off copy with an unread log, in a folder where nothing can be written, is refused: it would lie."""
    copy = public_database.path.with_name("副本.db")
    with closing(sqlite3.connect(public_database.path)) as held:
        held.execute("SELECT count(*) FROM unit").close()
        with write_register(public_database, CHANGE) as session:
            session.add(Setting(key="contact", value="李雯"))
        shutil.copy(public_database.path, copy)
        shutil.copy(f"{public_database.path}-wal", f"{copy}-wal")
    copy.parent.chmod(0o555)
    with plain_user(), pytest.raises(RefusedError, match="权限"), read_register(Database(copy)):
        raise AssertionError("read a register without its last changes")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "database-foreign"),
        ("一份文稿，不是台账。".encode() * 40, "database-foreign"),
        (b"SQLite format 3\0" + b"\xff" * 600, "database-foreign"),
    ],
)
def test_a_file_that_is_no_register_is_said(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "台账.db"
    path.write_bytes(content)
    with pytest.raises(RefusedError, match="不是 wuye 台账") as refused, read_register(Database(path)):
        raise AssertionError("read a file that is no register")
    assert (refused.value.code, path.read_bytes()) == (code, content)


def test_another_programs_database_is_no_register(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection, connection:
        connection.execute("CREATE TABLE plan (id INTEGER)")
    with pytest.raises(RefusedError, match="不是 wuye 台账"), write_register(Database(tmp_path / "a.db"), CHANGE):
        raise AssertionError("wrote into another program's database")


def test_a_damaged_register_is_said(database: Database) -> None:
    damage(database, "journal")
    with pytest.raises(RefusedError, match="已损坏") as refused, read_register(database) as reader:
        reader.rows("journal")
    assert refused.value.code == "database-damaged"


def test_a_mistake_in_the_program_is_not_blamed_on_the_file(database: Database) -> None:
    with pytest.raises(sqlite3.ProgrammingError, match="plan"), read_register(database) as reader:
        reader.rows("plans")


def test_a_missing_register_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="wuye init") as refused, read_register(Database(tmp_path / "台账.db")):
        raise AssertionError("read a missing register")
    assert (refused.value.code, list(tmp_path.iterdir())) == ("database-missing", [])


def test_a_folder_is_no_register(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="是文件夹"), read_register(Database(tmp_path)):
        raise AssertionError("read a folder")


def test_a_path_that_cannot_be_looked_at_is_said(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="打不开"), read_register(Database(tmp_path / ("长" * 200))):
        raise AssertionError("read a path that cannot be")


READ = """
import sys
from pathlib import Path
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.reading import read_register
with read_register(Database(Path(sys.argv[1]))) as reader:
    load_office(reader)
    print(len(load_facts(reader).tasks))
print(*sorted({"sqlmodel", "sqlalchemy", "pydantic", "dateutil", "openpyxl", "hashlib", "json"} & set(sys.modules)))
"""


def test_reading_loads_none_of_the_heavy_libraries(database: Database) -> None:
    command = [sys.executable, "-c", READ, str(database.path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.split() == ["4"]
