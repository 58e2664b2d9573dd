"""The persons of a unit, and who of them is asked first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

LIAISONS = ("联络", "联系", "经办")  # 联络员, 具体联系人; not 分管领导, who is not to be pressed in a group chat


@dataclass(frozen=True, slots=True)
class Contact:
    """A person to call; `role` is what the list calls such persons, empty where it says only 姓名."""

    role: str
    name: str
    title: str
    phone: str


def find_liaison(contacts: Sequence[Contact]) -> Contact | None:
    """Find the person to ask first: the liaison, else somebody without a special role, else the first one listed."""
    liaisons = (one for one in contacts if any(word in one.role for word in LIAISONS))
    plain = (one for one in contacts if not one.role)
    return next(chain(liaisons, plain, contacts), None)
