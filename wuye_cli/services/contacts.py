"""The persons to call in every unit, taken over from a list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wuye_cli.domain.units import UnitRules
from wuye_cli.importing.contacts import ContactList, ContactRow, read_contacts
from wuye_cli.importing.readers import read_document
from wuye_cli.services.unit_book import NewUnit, UnitBook, identity
from wuye_cli.store.database import Database
from wuye_cli.store.finding import find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Contact, Setting
from wuye_cli.store.replacing import replace_rows
from wuye_cli.store.writing import write_register


@dataclass(frozen=True, slots=True)
class ContactsOutcome:
    """What a list changed: units whose persons are others now, and units that the register did not know."""

    units: tuple[str, ...]
    new_units: tuple[NewUnit, ...]


def read_contact_file(path: Path) -> ContactList:
    """Read a contact list from a workbook or a CSV file."""
    return read_contacts(read_document(path))


def store_contacts(
    database: Database, contacts: ContactList, change: Change, *, rules: UnitRules, dry_run: bool = False
) -> ContactsOutcome:
    """Make these the persons of the units that a list names; of other units nothing changes."""
    with write_register(database, change, dry_run=dry_run) as session:
        region = "".join(row.value for row in find_rows(session, Setting, key="region"))
        book = UnitBook(session, rules, region)
        persons: dict[int, list[ContactRow]] = {}
        names: dict[int, str] = {}
        for row in contacts.rows:
            if row.unit:
                unit = book.resolve(row.unit, region)
                names[identity(unit.id)] = unit.name
                persons.setdefault(identity(unit.id), []).append(row)
        changed = tuple(
            names[unit]
            for unit, rows in persons.items()
            if replace_rows(session, find_rows(session, Contact, unit_id=unit), _rows(unit, rows))
        )
        return ContactsOutcome(changed, tuple(book.new))


def _rows(unit: int, persons: list[ContactRow]) -> list[Contact]:
    return [
        Contact(unit_id=unit, position=place, role=one.role, name=one.name, title=one.title, phone=one.phone)
        for place, one in enumerate(persons, start=1)
    ]
