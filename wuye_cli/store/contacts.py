"""The persons to call, by unit."""

from __future__ import annotations

from collections.abc import Mapping

from wuye_cli.domain.contacts import Contact
from wuye_cli.store.reading import Reader


def load_contacts(reader: Reader) -> Mapping[int, tuple[Contact, ...]]:
    """Read the persons of every unit that has any, in the order of the list they come from."""
    contacts: dict[int, tuple[Contact, ...]] = {}
    for row in reader.rows("contacts"):
        person = Contact(row["role"], row["name"], row["title"], row["phone"])
        contacts[row["unit_id"]] = (*contacts.get(row["unit_id"], ()), person)
    return contacts
