"""Contacts of units, former names with their last day, and what documents said when they were imported."""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    "ALTER TABLE unit_alias ADD COLUMN until DATE",
    """
    CREATE TABLE contact (
        id INTEGER NOT NULL PRIMARY KEY,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        position INTEGER NOT NULL,
        role VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        phone VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_contact_unit_id ON contact (unit_id)",
    """
    CREATE TABLE imported (
        id INTEGER NOT NULL PRIMARY KEY,
        plan_id INTEGER NOT NULL REFERENCES plan (id),
        task_id INTEGER REFERENCES task (id),
        words VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_imported_plan_id ON imported (plan_id)",
    "CREATE INDEX ix_imported_task_id ON imported (task_id)",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Add the tables and the column."""
    for statement in STATEMENTS:
        connection.execute(statement)
