"""Corrections by hand: what was typed into a field becomes its value, and what was settled is no longer doubtful."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wuye_cli.forms.fields import FormField
from wuye_cli.importing.draft import Draft, DraftPlan, Problem, draft_to_json


@dataclass(frozen=True, slots=True)
class Correction:
    """One field that a person has changed; an empty `field` stands for a whole row that came or went."""

    owner: str
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        """Say what was changed."""
        if not self.field:
            return f"{'新增' if self.new else '删去'} {self.owner}"
        return f"{self.owner} {self.field}：{_told(self.old)} → {_told(self.new)}"


def correct(row: Any, field: FormField, text: str, plan: DraftPlan) -> Any:
    """Give a row with what was typed in one field.

    Raises:
        NotationError: it cannot be read.
    """
    return field.change(row, text, plan)


def is_same(one: str, other: str) -> bool:
    """Tell whether two texts of a cell say the same; spaces at the ends of lines are no change."""
    return _lines(one) == _lines(other)


def settle(problems: Sequence[Problem], fields: Collection[str], *, is_checked: bool) -> tuple[Problem, ...]:
    """Keep the doubts that stand: not about a field that was changed, and not in a row that was checked."""
    return () if is_checked else tuple(problem for problem in problems if problem.field not in fields)


def mark_corrected(draft: Draft, original: Draft) -> Draft:
    """Give a draft that a person has settled a mark of its own, so that it is not taken for the bare document.

    What the document prints stays with it, so that a later version is compared with that.
    """
    draft = replace(draft, printed=original.printed or original)
    sha256 = hashlib.sha256(draft_to_json(draft).encode("utf-8", "surrogatepass")).hexdigest()
    return replace(draft, source=replace(draft.source, sha256=sha256))


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().split("\n")]


def _told(text: str) -> str:
    return "；".join(part for part in text.split("\n") if part.strip()) or "（空）"
