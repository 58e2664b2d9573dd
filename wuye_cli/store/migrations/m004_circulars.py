"""Circulars that were issued: their numbers, and the finished files with what they were made from."""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    """
    CREATE TABLE circular (
        id INTEGER NOT NULL PRIMARY KEY,
        month VARCHAR NOT NULL,
        plan_id INTEGER REFERENCES plan (id),
        series VARCHAR NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        number_text VARCHAR NOT NULL,
        version INTEGER NOT NULL,
        supersedes INTEGER REFERENCES circular (id),
        reason VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        issued_on DATE NOT NULL,
        last_report INTEGER NOT NULL,
        program VARCHAR NOT NULL,
        UNIQUE (series, year, number)
    )
    """,
    "CREATE INDEX ix_circular_month ON circular (month)",
    """
    CREATE TABLE circular_file (
        id INTEGER NOT NULL PRIMARY KEY,
        circular_id INTEGER NOT NULL REFERENCES circular (id),
        kind VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        sha256 VARCHAR NOT NULL,
        size INTEGER NOT NULL,
        content BLOB NOT NULL,
        UNIQUE (circular_id, kind)
    )
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Add the tables."""
    for statement in STATEMENTS:
        connection.execute(statement)
