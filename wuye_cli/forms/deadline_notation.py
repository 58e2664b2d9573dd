"""Deadlines and milestones as a person types them: 2023-10-31、长期坚持、每季度, and 2023-04-30 制定年度计划."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wuye_cli.domain.terms import EVERY_WORDS, FIELD_WORDS, DeadlineKind
from wuye_cli.forms.notation import NotationError, join_lines, keep, plain_text, read_day, show_day, split_lines
from wuye_cli.importing.draft import DraftDeadline, DraftMilestone, DraftPlan
from wuye_cli.importing.fields.deadlines import parse_deadlines

ONGOING = "长期坚持"
UNKNOWN = "待定"  # a deadline that is printed but could not be dated
EVERY = {word: every for every, word in EVERY_WORDS.items()}

_MILESTONE = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})(?:[ 　]+|$)(.*)", re.DOTALL)  # 2023-04-30 制定年度计划


def show_deadlines(deadlines: Iterable[DraftDeadline]) -> str:
    """Print the deadlines of a task, one per line; typed ones may also stand in one line, parted by 、."""
    return "\n".join(map(_show_deadline, deadlines))


def read_deadlines(text: str, old: Sequence[DraftDeadline], plan: DraftPlan) -> tuple[DraftDeadline, ...]:
    """Read deadlines; where one is not of the notation, all as a document's own words are read (10月底前)."""
    parts = [part for part in re.split(r"[、；;，,\n]", text) if part.strip()]
    known = keep(parts, old, _show_deadline, _find_deadline)
    if None not in known:
        return tuple(one for one in known if one)
    reading = parse_deadlines(plain_text(text), year=plan.year, issued_on=plan.issued_on)
    if reading.problems:
        advice = f"请写成 2023-10-31、{ONGOING}、每季度 这样，几个用、隔开"
        reasons = (problem.message.removeprefix(FIELD_WORDS["deadlines"]) for problem in reading.problems)
        raise NotationError(f"{'；'.join(reasons)}；{advice}")  # the reader of the form names the field
    return reading.deadlines


def _show_deadline(one: DraftDeadline) -> str:
    if one.every:
        return EVERY_WORDS[one.every]
    return ONGOING if one.kind is DeadlineKind.ONGOING else show_day(one.date) or UNKNOWN


def _find_deadline(word: str) -> DraftDeadline | None:
    if word == ONGOING:
        return DraftDeadline(DeadlineKind.ONGOING, text=word)
    if word in EVERY:
        return DraftDeadline(DeadlineKind.RECURRING, every=EVERY[word], text=word)
    try:
        return DraftDeadline(DeadlineKind.DATE, read_day(word), text=word)
    except NotationError:
        return None


def show_milestones(milestones: Iterable[DraftMilestone]) -> str:
    """Print the milestones of a task, one per line."""
    return join_lines(map(_show_milestone, milestones))


def read_milestones(text: str, old: Sequence[DraftMilestone]) -> tuple[DraftMilestone, ...]:
    """Read milestones: a day and what is due by it."""
    return tuple(keep(split_lines(text), old, _show_milestone, _read_milestone))


def _show_milestone(one: DraftMilestone) -> str:
    return f"{one.date} {one.text}"


def _read_milestone(line: str) -> DraftMilestone:
    found = _MILESTONE.fullmatch(line)
    on = read_day(found[1]) if found else None
    if found is None or on is None:
        raise NotationError(f"“{line}”不是阶段性时限，请写成 2023-04-30 制定年度计划 这样，每行一个")
    return DraftMilestone(on, found[2])
