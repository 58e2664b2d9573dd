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


class MonthFolder:
    """One month's folder; it is there once this is made, and free of what a killed run left behind."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._workshop, self._record = path / WORKSHOP, path / RECORD
        path.mkdir(parents=True, exist_ok=True)
        self._clear()

    @contextmanager
    def workshop(self) -> Iterator[Path]:
        """Give an empty folder to make files in, and take it away again."""
        self._clear()
        self._workshop.mkdir()
        try:
            yield self._workshop
        finally:
            self._clear()

    def place(self) -> Placed:
        """Move what lies in the workshop to its place, except over files that a person has edited."""
        found: dict[str, list[str]] = {"written": [], "unchanged": [], "kept": []}
        for made in sorted(path for path in self._workshop.rglob("*") if path.is_file()):
            found[self._place(made)].append(made.relative_to(self._workshop).as_posix())
        return Placed(**{outcome: tuple(names) for outcome, names in found.items()})

    def _place(self, made: Path) -> str:
        name = made.relative_to(self._workshop).as_posix()
        place, record = self.path / name, self._read_record()
        new, old = _sha256(made), _sha256(place) if place.exists() else None
        if new == old:
            return "unchanged"
        if old is not None and old not in record.get(name, ()):
            return "kept"
        place.parent.mkdir(parents=True, exist_ok=True)
        # Both are remembered before the move: whether a kill comes before or after it, the file is known as ours.
        self._write_record({**record, name: [new] if old is None else [old, new]})
        made.replace(place)
        return "written"

    def _read_record(self) -> Mapping[str, Sequence[str]]:
        """Give the digests of what the program wrote, by name: the file that lies there and the one before it."""
        return json.loads(self._record.read_text("utf-8")) if self._record.exists() else {}

    def _write_record(self, record: Mapping[str, Sequence[str]]) -> None:
        partial = self._workshop / RECORD
        partial.write_text(json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        partial.replace(self._record)

    def _clear(self) -> None:
        if self._workshop.exists():
            shutil.rmtree(self._workshop)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
