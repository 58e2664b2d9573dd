from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from sqlmodel import Session

from tests.samples import CHANGE, CIVIL, HOUSING, RECTIFY, YEAR_END, issued
from wuye_cli.domain.facts import FORM_KEY
from wuye_cli.errors import RefusedError
from wuye_cli.store.checking import find_faults
from wuye_cli.store.database import Database
from wuye_cli.store.models import Form, Setting, Task, Unit, UnitAlias
from wuye_cli.store.reading import Row, read_register
from wuye_cli.store.undoing import undo_entries
from wuye_cli.store.writing import write_register


def change(database: Database, work: Callable[[Session], object]) -> int:
    """Do something and give the number of its journal row."""
    with write_register(database, CHANGE) as session:
        work(session)
    return newest(database)["id"]  # type: ignore[no-any-return]


def newest(database: Database) -> Row:
    with read_register(database) as reader:
        return reader.rows("journal")[-1]


def rows_of(database: Database) -> list[str]:
    with closing(sqlite3.connect(database.path)) as connection:
        return sorted(line for line in connection.iterdump() if not line.startswith('INSERT INTO "journal"'))


def retitle(title: str) -> Callable[[Session], object]:
    return lambda session: setattr(session.get_one(Task, RECTIFY), "title", title)


def swap_names(session: Session) -> None:
    one, other = session.get_one(Unit, HOUSING), session.get_one(Unit, CIVIL)
    first, second = one.name, other.name
    one.name = "过渡"
    session.flush()
    other.name = first
    session.flush()
    one.name = second


@pytest.mark.parametrize(
    "work",
    [
        retitle("新标题"),
        swap_names,
        lambda session: session.add(Task(plan_id=1, code="p1-9", position=9, key="", title="新", added_on=YEAR_END)),
        lambda session: session.delete(session.get_one(UnitAlias, 1)),
        lambda session: setattr(session.get_one(Setting, "level"), "value", "区"),
    ],
    ids=["a change", "names that were swapped", "a new row", "a deletion", "a setting"],
)
def test_what_is_undone_was_never_there_and_what_is_redone_is_there_again(
    database: Database, work: Callable[[Session], object]
) -> None:
    before = rows_of(database)
    number = change(database, work)
    after = rows_of(database)
    undo_entries(database, [number], CHANGE)
    assert rows_of(database) == before
    assert newest(database)["undoes"] == number
    undo_entries(database, [number + 1], CHANGE)
    assert rows_of(database) == after
    assert find_faults(database) == ()


def refusal(database: Database, *numbers: int) -> RefusedError:
    before = rows_of(database), newest(database)
    with pytest.raises(RefusedError) as refused:
        undo_entries(database, numbers, CHANGE)
    assert (rows_of(database), newest(database)) == before
    return refused.value


def test_a_change_that_a_later_one_rests_on_is_kept_and_the_later_one_named(database: Database) -> None:
    first = change(database, retitle("一"))
    second = change(database, retitle("二"))
    error = refusal(database, first)
    assert error.code == "changed-since"
    assert f"第 {second} 条" in error.message
    undo_entries(database, [first, second], CHANGE)  # together they can be taken back
    assert find_faults(database) == ()


def test_a_row_that_others_hang_on_is_not_taken_away(database: Database) -> None:
    first = change(database, lambda session: session.add(Unit(id=9, name="市公安局", position=9)))
    second = change(database, lambda session: session.add(UnitAlias(unit_id=9, name="公安")))
    error = refusal(database, first)
    assert (error.code, f"第 {second} 条" in error.message) == ("changed-since", True)


def test_the_key_that_forms_are_signed_with_stays_while_a_form_is_out(database: Database) -> None:
    first = change(database, lambda session: session.add_all([Setting(key=FORM_KEY, value="密"), form(HOUSING)]))
    second = change(database, lambda session: session.add(form(CIVIL)))
    assert f"第 {second} 条" in refusal(database, first).message
    undo_entries(database, [first, second], CHANGE)


def form(unit: int) -> Form:
    return Form(month="2023-08", unit_id=unit, version=1, tasks="[]", sent_on=YEAR_END)


def test_a_name_that_is_taken_by_now_is_not_given_twice(database: Database) -> None:
    number = change(database, lambda session: setattr(session.get_one(Unit, CIVIL), "name", "市民政厅"))
    change(database, lambda session: session.add(Unit(name="市民政局", region="安平市", position=9)))
    assert refusal(database, number).code == "undo-conflict"


def test_what_hung_on_a_row_does_not_come_back_without_it(database: Database) -> None:
    unit = change(database, lambda session: session.add(Unit(id=9, name="市公安局", position=9)))
    alias = change(database, lambda session: session.add(UnitAlias(unit_id=9, name="公安")))
    undo_entries(database, [alias, unit], CHANGE)
    error = refusal(database, alias + 1)
    assert (error.code, "已不在台账里" in error.message) == ("undo-conflict", True)


def test_an_entry_is_undone_only_once_and_must_exist(database: Database) -> None:
    number = change(database, retitle("一"))
    undo_entries(database, [number], CHANGE)
    assert refusal(database, number).code == "already-undone"
    assert refusal(database, 99).code == "unknown-entry"
    assert refusal(database, 1).code == "nothing-to-undo"


def test_a_circular_that_was_issued_is_not_undone(database: Database) -> None:
    number = change(database, lambda session: session.add(issued()))
    refused = refusal(database, number)
    assert (refused.code, "circular supersede" in refused.message) == ("circular-frozen", True)


def test_a_row_that_was_altered_past_the_journal_is_not_overwritten(database: Database) -> None:
    number = change(database, retitle("一"))
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute("UPDATE task SET title = '手改' WHERE id = ?", (RECTIFY,))
    assert refusal(database, number).code == "register-altered"


def test_a_rehearsal_changes_nothing(database: Database) -> None:
    number = change(database, retitle("一"))
    before = rows_of(database), newest(database)
    undo_entries(database, [number], CHANGE, rehearsal=True)
    assert (rows_of(database), newest(database)) == before
