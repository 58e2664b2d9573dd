"""What was changed by hand in a draft before it was issued. Figures are named one by one, words only counted."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A place where figures differ: a cell of the edited file, or a row or sheet that was added or removed."""

    sheet: str
    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edits:
    """All changes; `words` counts the cells where only words differ."""

    figures: tuple[FigureChange, ...] = ()
    words: int = 0


def edits_json(edits: Edits) -> bytes:
    """Write the changes for keeping."""
    return json.dumps(asdict(edits), ensure_ascii=False, indent=1).encode()


def parse_edits(content: bytes) -> Edits:
    """Read back what was kept."""
    words = json.loads(content)
    return Edits(tuple(FigureChange(**one) for one in words["figures"]), words["words"])
