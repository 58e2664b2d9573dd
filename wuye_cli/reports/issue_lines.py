"""The circulars that were issued, one line each, and what was stored with one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.issues import IssueFacts
from wuye_cli.reports.circular_edits import Edits


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One circular; `supersedes` and `superseded_by` are the numbers of those before and after it, empty where none."""

    month: str
    plan: str | None
    number: str
    version: int
    title: str
    issued_on: date
    standing: bool
    supersedes: str
    superseded_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class FileLine:
    """One stored file; `kind` is workbook, data, policies, template or changes."""

    kind: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class IssuePage:
    """All about one circular."""

    issue: IssueLine
    files: tuple[FileLine, ...]
    edits: Edits


def build_issue_lines(issues: Iterable[IssueFacts]) -> tuple[IssueLine, ...]:
    """Put every circular into a line, in the given order."""
    known = tuple(issues)
    numbers = {one.id: one.number_text for one in known}
    replaced_by = {one.supersedes: one.number_text for one in known if one.supersedes is not None}
    return tuple(
        IssueLine(
            month=one.month,
            plan=one.plan,
            number=one.number_text,
            version=one.version,
            title=one.title,
            issued_on=one.issued_on,
            standing=one.id not in replaced_by,
            supersedes=numbers[one.supersedes] if one.supersedes is not None else "",
            superseded_by=replaced_by.get(one.id, ""),
            reason=one.reason,
        )
        for one in known
    )
