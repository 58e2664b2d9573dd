"""The phases of a plan."""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    """
    CREATE TABLE phase (
        id INTEGER NOT NULL PRIMARY KEY,
        plan_id INTEGER NOT NULL REFERENCES plan (id),
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        start_on DATE,
        end_on DATE NOT NULL,
        text VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_phase_plan_id ON phase (plan_id)",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Add the table."""
    for statement in STATEMENTS:
        connection.execute(statement)
