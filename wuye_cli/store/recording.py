"""What a session writes, row by row, as it goes into the journal in the same transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlmodel import SQLModel

from wuye_cli.store.journal import Change, next_entry
from wuye_cli.store.models import JournalEntry

Values = dict[str, Any]


class Recorder:
    """Listens to one session: every commit that changes rows takes its journal row along."""

    def __init__(self, session: Session, change: Change) -> None:
        self._change = change
        self._stored: list[tuple[SQLModel, Values]] = []
        self._changes: list[Values] = []
        event.listen(session, "before_flush", self._remember)
        event.listen(session, "after_flush", self._collect)
        event.listen(session, "before_commit", self._append)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def _remember(self, session: Session, _flush: UOWTransaction, _instances: object) -> None:
        """Keep the rows as they are stored; what the session remembers of them may have been expired."""
        touched = [row for row in session.dirty if session.is_modified(row)]
        self._stored = [(row, _stored_values(session, row)) for row in (*touched, *session.deleted)]

    def _collect(self, session: Session, _flush: UOWTransaction) -> None:
        added = [_describe(row, None, _values(row)) for row in session.new if not isinstance(row, JournalEntry)]
        changed = [
            _describe(row, before, None if row in session.deleted else _values(row)) for row, before in self._stored
        ]
        lasting = [item for item in (*added, *changed) if item["before"] != item["after"]]
        self._changes += sorted(lasting, key=lambda item: (item["table"], item["id"]))

    def _append(self, session: Session) -> None:
        session.flush()
        if self._changes:
            session.add(JournalEntry(**next_entry(_last_entry(session), self._change, self._changes)))
            self._changes = []


def _describe(row: SQLModel, before: Values | None, after: Values | None) -> Values:
    mapper = inspect(type(row))
    (key,) = mapper.primary_key_from_instance(row)
    return {"table": mapper.local_table.name, "id": key, "before": before, "after": after}


def _values(row: SQLModel) -> Values:
    return {attribute.key: getattr(row, attribute.key) for attribute in inspect(type(row)).column_attrs}


def _stored_values(session: Session, row: SQLModel) -> Values:
    mapper = inspect(type(row))
    (column,) = mapper.primary_key
    (key,) = mapper.primary_key_from_instance(row)
    found = session.connection().execute(select(mapper.local_table).where(column == key))
    return dict(found.mappings().one())


def _last_entry(session: Session) -> tuple[int, str] | None:
    journal = inspect(JournalEntry).local_table.c
    newest = select(journal.id, journal.hash).order_by(journal.id.desc()).limit(1)
    found = session.connection().execute(newest).first()
    return (found.id, found.hash) if found else None


def _refuse_bulk(statement: ORMExecuteState) -> None:
    if statement.is_insert or statement.is_update or statement.is_delete:
        raise TypeError("a bulk statement would pass the journal by: change rows through the session")
