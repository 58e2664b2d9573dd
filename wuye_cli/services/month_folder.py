"""The folder that a month's run keeps up: files come into it whole, only where they changed, never over a person's.

They are made in a workshop inside the folder and moved to their places one by one. What the program wrote there is
remembered by its SHA-256: a file of any other content was edited by somebody and stays.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

WORKSHOP = ".wuye.work"
RECORD = ".wuye.written.json"


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of the files of one step, by their names in the folder; `kept` are those that a person edited."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def clear_left_over(folder: Path) -> tuple[str, ...]:
    """Take away what killed runs left in the months' folders, and name these: their month may not be complete."""
    left = sorted(folder.glob(f"*/{WORKSHOP}"))
    for workshop in left:
        shutil.rmtree(workshop)
    return tuple(workshop.parent.name for workshop in left)


class MonthFolder:
    """One month's folder; it is there once this is made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.workshop, self._record = path / WORKSHOP, path / RECORD
        path.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Open a workshop to make files in, and take it away again."""
        self.workshop.mkdir()
        try:
            yield
        finally:
            shutil.rmtree(self.workshop)

    def place(self) -> Placed:
        """Move what lies in the workshop to its place, except over files that a person has edited."""
        found: dict[str, list[str]] = {"written": [], "unchanged": [], "kept": []}
        for made in sorted(path for path in self.workshop.rglob("*") if path.is_file()):
            found[self._place(made)].append(made.relative_to(self.workshop).as_posix())
        return Placed(**{outcome: tuple(names) for outcome, names in found.items()})

    def is_edited(self, name: str) -> bool:
        """Say whether a file lies there that is not as the program wrote it."""
        place = self.path / name
        return place.exists() and _sha256(place) not in self._read_record().get(name, ())

    def _place(self, made: Path) -> str:
        name = made.relative_to(self.workshop).as_posix()
        place = self.path / name
        new, old = _sha256(made), [_sha256(place)] if place.exists() else []
        if old == [new]:
            return "unchanged"
        if self.is_edited(name):
            return "kept"
        place.parent.mkdir(parents=True, exist_ok=True)
        # Both are remembered before the move: whether a kill comes before or after it, the file is known as ours.
        self._write_record({**self._read_record(), name: [*old, new]})
        made.replace(place)
        return "written"

    def _read_record(self) -> Mapping[str, Sequence[str]]:
        """Give the digests of what the program wrote, by name: the file that lies there and the one before it."""
        return json.loads(self._record.read_text("utf-8")) if self._record.exists() else {}

    def _write_record(self, record: Mapping[str, Sequence[str]]) -> None:
        partial = self.workshop / RECORD
        partial.write_text(json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        partial.replace(self._record)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
