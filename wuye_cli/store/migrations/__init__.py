"""Numbered migrations, oldest first; a register's version is how many of them have made it.

A migration is written by hand once and never touched again. It runs inside a transaction that is not its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from wuye_cli.store.migrations import (
    m001_first_tables,
    m002_contacts_and_imports,
    m003_rounds_and_closing,
    m004_circulars,
    m005_phases,
)

MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    m001_first_tables.migrate,
    m002_contacts_and_imports.migrate,
    m003_rounds_and_closing.migrate,
    m004_circulars.migrate,
    m005_phases.migrate,
)
