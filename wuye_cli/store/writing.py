"""Writing: one transaction that takes the register's lock at once and is kept or dropped as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from wuye_cli.store.connecting import open_for_writing
from wuye_cli.store.database import Database
from wuye_cli.store.journal import Change
from wuye_cli.store.migrating import bring_up_to_date
from wuye_cli.store.recording import Recorder
from wuye_cli.store.refusals import find_refusal


@contextmanager
def write_register(database: Database, change: Change, *, dry_run: bool = False) -> Iterator[Session]:
    """Give a session whose changes are stored together with their journal row when the block ends, or not at all.

    On a dry run they are dropped at the end: everything was tried, nothing is written.
    """
    bring_up_to_date(database)
    try:
        with Session(_open_engine(database), expire_on_commit=False) as session, session.begin():
            Recorder(session, change)
            session.connection()  # takes the lock now, so that what the block reads is what it changes
            yield session
            if dry_run:
                session.rollback()
    except DBAPIError as error:
        raise find_refusal(error.orig, database.path) or error from error


@cache
def _open_engine(database: Database) -> Engine:
    """Make an engine that begins where we say so: pysqlite left alone begins late, and never IMMEDIATE.

    It holds no connection, only the statements that it has compiled: many short transactions share them.
    """
    engine = create_engine("sqlite://", creator=lambda: open_for_writing(database), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
