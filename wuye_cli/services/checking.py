"""Looking after the register: is it whole, and a copy of it elsewhere."""

from __future__ import annotations

from pathlib import Path

from wuye_cli.services.evidence import check_evidence
from wuye_cli.store.backups import back_up
from wuye_cli.store.checking import find_faults
from wuye_cli.store.database import Database
from wuye_cli.store.migrating import bring_up_to_date

__all__ = ["check_register", "copy_register"]


def check_register(database: Database) -> tuple[str, ...]:
    """Name everything that is wrong with the register and with the files beside it, one sentence each."""
    return (*find_faults(database), *check_evidence(database))


def copy_register(database: Database, target: Path) -> None:
    """Make a backup that has been proved to be whole; a file of that name gives way only to a good copy."""
    bring_up_to_date(database)
    back_up(database, target)
