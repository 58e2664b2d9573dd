"""The vocabulary of departments: which spellings mean one office, whatever region it belongs to.

The table has one row per office: `stems` and `endings`, both separated by `|`. 住房和城乡建设|住建 with 局|委 makes
住房和城乡建设局, 住建局, 住建委, 住建 and 住建部门 one office. A stem shorter than the first is printed as the
first, a bare stem with the first ending; where offices of one kind are called differently from town to town (文旅),
the short stem stands first and every name stays as it was written.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

DEPARTMENT_ENDINGS = ("部门", "主管部门", "行政主管部门")
LONG_ENDINGS = {"委": "委员会", "办": "办公室"}


@dataclass(frozen=True, slots=True)
class Office:
    """One office: `key` tells it from all others, `name` is how it is printed."""

    key: str
    name: str


class Offices:
    """All spellings that are known."""

    def __init__(self, forms: Mapping[str, Office]) -> None:
        self.forms = forms

    def find(self, form: str) -> Office | None:
        """Find the office that a name without its region means."""
        return self.forms.get(form)


def load_offices(path: Path) -> Offices:
    """Read the table: UTF-8 CSV with the columns stems and endings; a spelling may stand in one row only."""
    forms: dict[str, Office] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for form, office in _forms(row["stems"].split("|"), tuple(filter(None, row["endings"].split("|")))):
                if forms.setdefault(form, office).key != office.key:
                    raise ValueError(f"{form}: in two rows")
    return Offices(forms)


def _forms(stems: list[str], endings: tuple[str, ...]) -> Iterator[tuple[str, Office]]:
    key = stems[0]
    for stem in stems:
        full = key if len(stem) < len(key) else stem
        for ending in ("", *endings):
            name = Office(key, full + _printed(ending or next(iter(endings), "")))
            yield from ((stem + ending, name), (stem + _printed(ending), name))
        if endings:  # 住建部门 stays as written: how the office behind it ends is not known; 政府部门 is no 政府
            yield from ((stem + word, Office(key, stem + word)) for word in DEPARTMENT_ENDINGS)


def _printed(ending: str) -> str:
    return LONG_ENDINGS.get(ending, ending)
