"""Circulars that were issued: which of them stands for a month, and what the next number is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

ALL_PLANS = ""  # the series of circulars that cover all plans


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """One circular as it was issued; `plan` None covers all plans, `supersedes` is the id of the one it replaces.

    `last_report` is the newest report that was there, `program` the version of this program that made it.
    """

    id: int
    month: str
    plan: str | None
    series: str
    year: int
    number: int
    number_text: str
    version: int
    supersedes: int | None
    reason: str
    title: str
    issued_on: date
    last_report: int
    program: str


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """A file that was stored with a circular: `kind` is workbook, data, policies, template or changes."""

    id: int
    kind: str
    name: str
    sha256: str
    size: int
    content: bytes


def standing_issues(issues: Iterable[IssueFacts]) -> tuple[IssueFacts, ...]:
    """Leave out those that a later version has replaced."""
    known = tuple(issues)
    replaced = {one.supersedes for one in known}
    return tuple(one for one in known if one.id not in replaced)


def find_standing(issues: Iterable[IssueFacts], month: str, plan: str | None) -> IssueFacts | None:
    """Find the circular that stands for a month, of all plans or of one."""
    same = (one for one in standing_issues(issues) if (one.month, one.plan) == (month, plan))
    return next(same, None)


def number_series(prefix: str, plan: str | None) -> str:
    """Name the series that numbers run in: the office's 机关代字, else the plan."""
    return prefix or plan or ALL_PLANS


def number_words(prefix: str, year: int, number: int) -> str:
    """Print a number: 银物办〔2023〕8号, without a 机关代字 第8期."""
    return f"{prefix}〔{year}〕{number}号" if prefix else f"第{number}期"


def next_number(taken: Iterable[int]) -> int:
    """Give the next free number of a series and year: gaps are never filled."""
    return max(taken, default=0) + 1
