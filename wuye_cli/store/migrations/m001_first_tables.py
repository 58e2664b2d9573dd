"""The first tables."""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    """
    CREATE TABLE setting (
        key VARCHAR NOT NULL PRIMARY KEY,
        value VARCHAR NOT NULL
    )
    """,
    """
    CREATE TABLE plan (
        id INTEGER NOT NULL PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        title VARCHAR NOT NULL,
        document_number VARCHAR NOT NULL,
        issuer VARCHAR NOT NULL,
        issued_on DATE,
        region VARCHAR NOT NULL,
        level VARCHAR NOT NULL,
        year INTEGER,
        period_start DATE,
        period_end DATE,
        effective_from DATE,
        effective_to DATE,
        policy VARCHAR NOT NULL,
        source_file VARCHAR NOT NULL,
        source_sha256 VARCHAR NOT NULL,
        imported_on DATE NOT NULL,
        archived_on DATE
    )
    """,
    "CREATE INDEX ix_plan_source_sha256 ON plan (source_sha256)",
    """
    CREATE TABLE task (
        id INTEGER NOT NULL PRIMARY KEY,
        plan_id INTEGER NOT NULL REFERENCES plan (id),
        parent_id INTEGER REFERENCES task (id),
        code VARCHAR NOT NULL UNIQUE,
        position INTEGER NOT NULL,
        key VARCHAR NOT NULL,
        no VARCHAR NOT NULL,
        section VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        content VARCHAR NOT NULL,
        requirement VARCHAR NOT NULL,
        level VARCHAR NOT NULL,
        remark VARCHAR NOT NULL,
        source_place VARCHAR NOT NULL,
        added_on DATE NOT NULL,
        archived_on DATE
    )
    """,
    "CREATE INDEX ix_task_plan_id ON task (plan_id)",
    """
    CREATE TABLE unit (
        id INTEGER NOT NULL PRIMARY KEY,
        name VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        region VARCHAR NOT NULL,
        level VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        UNIQUE (name, region)
    )
    """,
    """
    CREATE TABLE unit_alias (
        id INTEGER NOT NULL PRIMARY KEY,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        name VARCHAR NOT NULL,
        region VARCHAR NOT NULL,
        UNIQUE (name, region)
    )
    """,
    "CREATE INDEX ix_unit_alias_unit_id ON unit_alias (unit_id)",
    """
    CREATE TABLE membership (
        id INTEGER NOT NULL PRIMARY KEY,
        group_id INTEGER NOT NULL REFERENCES unit (id),
        member_id INTEGER NOT NULL REFERENCES unit (id),
        position INTEGER NOT NULL,
        UNIQUE (group_id, member_id)
    )
    """,
    "CREATE INDEX ix_membership_group_id ON membership (group_id)",
    """
    CREATE TABLE assignment (
        id INTEGER NOT NULL PRIMARY KEY,
        task_id INTEGER NOT NULL REFERENCES task (id),
        role VARCHAR NOT NULL,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        position INTEGER NOT NULL,
        text VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_assignment_task_id ON assignment (task_id)",
    "CREATE INDEX ix_assignment_unit_id ON assignment (unit_id)",
    """
    CREATE TABLE deadline (
        id INTEGER NOT NULL PRIMARY KEY,
        task_id INTEGER NOT NULL REFERENCES task (id),
        position INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        due_on DATE,
        every VARCHAR,
        text VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_deadline_task_id ON deadline (task_id)",
    """
    CREATE TABLE milestone (
        id INTEGER NOT NULL PRIMARY KEY,
        task_id INTEGER NOT NULL REFERENCES task (id),
        position INTEGER NOT NULL,
        due_on DATE NOT NULL,
        text VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_milestone_task_id ON milestone (task_id)",
    """
    CREATE TABLE target (
        id INTEGER NOT NULL PRIMARY KEY,
        plan_id INTEGER NOT NULL REFERENCES plan (id),
        task_id INTEGER REFERENCES task (id),
        position INTEGER NOT NULL,
        indicator VARCHAR NOT NULL,
        op VARCHAR NOT NULL,
        value FLOAT NOT NULL,
        value_max FLOAT,
        unit VARCHAR NOT NULL,
        by_on DATE,
        scope VARCHAR NOT NULL,
        text VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_target_plan_id ON target (plan_id)",
    "CREATE INDEX ix_target_task_id ON target (task_id)",
    """
    CREATE TABLE doubt (
        id INTEGER NOT NULL PRIMARY KEY,
        plan_id INTEGER NOT NULL REFERENCES plan (id),
        task_id INTEGER REFERENCES task (id),
        field VARCHAR NOT NULL,
        code VARCHAR NOT NULL,
        message VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        confirmed_on DATE
    )
    """,
    "CREATE INDEX ix_doubt_plan_id ON doubt (plan_id)",
    "CREATE INDEX ix_doubt_task_id ON doubt (task_id)",
    """
    CREATE TABLE duty (
        id INTEGER NOT NULL PRIMARY KEY,
        plan_id INTEGER NOT NULL REFERENCES plan (id),
        position INTEGER NOT NULL,
        unit VARCHAR NOT NULL,
        level VARCHAR NOT NULL,
        text VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_duty_plan_id ON duty (plan_id)",
    """
    CREATE TABLE report (
        id INTEGER NOT NULL PRIMARY KEY,
        task_id INTEGER NOT NULL REFERENCES task (id),
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        month VARCHAR NOT NULL,
        percent FLOAT,
        note VARCHAR NOT NULL,
        problem VARCHAR NOT NULL,
        next_step VARCHAR NOT NULL,
        reported_on DATE NOT NULL
    )
    """,
    "CREATE INDEX ix_report_task_id ON report (task_id)",
    "CREATE INDEX ix_report_unit_id ON report (unit_id)",
    """
    CREATE TABLE report_value (
        id INTEGER NOT NULL PRIMARY KEY,
        report_id INTEGER NOT NULL REFERENCES report (id),
        target_id INTEGER NOT NULL REFERENCES target (id),
        value FLOAT NOT NULL
    )
    """,
    "CREATE INDEX ix_report_value_report_id ON report_value (report_id)",
    """
    CREATE TABLE task_event (
        id INTEGER NOT NULL PRIMARY KEY,
        task_id INTEGER NOT NULL REFERENCES task (id),
        unit_id INTEGER REFERENCES unit (id),
        kind VARCHAR NOT NULL,
        happened_on DATE NOT NULL,
        note VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_task_event_task_id ON task_event (task_id)",
    """
    CREATE TABLE journal (
        id INTEGER NOT NULL PRIMARY KEY,
        recorded_at VARCHAR NOT NULL,
        who VARCHAR NOT NULL,
        command VARCHAR NOT NULL,
        changes VARCHAR NOT NULL,
        previous_hash VARCHAR NOT NULL,
        hash VARCHAR NOT NULL UNIQUE
    )
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Lay the tables of the first version."""
    for statement in STATEMENTS:
        connection.execute(statement)
