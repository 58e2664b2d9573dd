"""The month's round: forms sent, the working calendar, periods of recurring duties, closing with evidence, undo."""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    "ALTER TABLE journal ADD COLUMN effective_on DATE",
    "ALTER TABLE journal ADD COLUMN undoes INTEGER",
    "CREATE INDEX ix_journal_effective_on ON journal (effective_on)",
    "ALTER TABLE task_event ADD COLUMN part VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE task_event ADD COLUMN approver VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE task_event ADD COLUMN reference VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE task_event ADD COLUMN from_on DATE",
    "ALTER TABLE task_event ADD COLUMN to_on DATE",
    """
    CREATE TABLE evidence (
        id INTEGER NOT NULL PRIMARY KEY,
        event_id INTEGER NOT NULL REFERENCES task_event (id),
        name VARCHAR NOT NULL,
        sha256 VARCHAR NOT NULL,
        size INTEGER NOT NULL
    )
    """,
    "CREATE INDEX ix_evidence_event_id ON evidence (event_id)",
    """
    CREATE TABLE period_record (
        id INTEGER NOT NULL PRIMARY KEY,
        task_id INTEGER NOT NULL REFERENCES task (id),
        every VARCHAR NOT NULL,
        period VARCHAR NOT NULL,
        due_on DATE NOT NULL,
        UNIQUE (period, task_id)
    )
    """,
    "CREATE INDEX ix_period_record_task_id ON period_record (task_id)",
    """
    CREATE TABLE form (
        id INTEGER NOT NULL PRIMARY KEY,
        month VARCHAR NOT NULL,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        plan_id INTEGER REFERENCES plan (id),
        version INTEGER NOT NULL,
        tasks VARCHAR NOT NULL,
        sent_on DATE NOT NULL,
        UNIQUE (month, unit_id, version)
    )
    """,
    "CREATE INDEX ix_form_unit_id ON form (unit_id)",
    "ALTER TABLE report ADD COLUMN is_nil BOOLEAN NOT NULL DEFAULT '0'",
    "ALTER TABLE report ADD COLUMN remark VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE report ADD COLUMN form_id INTEGER REFERENCES form (id)",
    """
    CREATE TABLE calendar_day (
        id INTEGER NOT NULL PRIMARY KEY,
        "on" DATE NOT NULL UNIQUE,
        is_working BOOLEAN NOT NULL,
        name VARCHAR NOT NULL
    )
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Add the tables and the columns."""
    for statement in STATEMENTS:
        connection.execute(statement)
