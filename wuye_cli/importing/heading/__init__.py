"""The plan's own data: what the document prints about itself, beside its tasks.

One file per fact; a fact that the document does not print stays empty, one that it damages carries a problem.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.domain.divisions import Divisions
from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import DraftDuty, DraftPhase, DraftPlan, DraftTarget, Problem
from wuye_cli.importing.heading.duties import read_duties
from wuye_cli.importing.heading.goals import read_goals
from wuye_cli.importing.heading.issue import Issue, read_issue
from wuye_cli.importing.heading.phases import read_phases
from wuye_cli.importing.heading.region import find_region
from wuye_cli.importing.heading.title import find_title
from wuye_cli.importing.heading.validity import read_validity
from wuye_cli.importing.heading.years import read_period, read_year
from wuye_cli.importing.recognisers.claim import Claim

__all__ = ["PlanHeading", "read_plan"]


@dataclass(frozen=True, slots=True)
class PlanHeading:
    """What a document says of itself; `header_dates` help to read damaged dates elsewhere in it."""

    plan: DraftPlan
    plan_targets: tuple[DraftTarget, ...] = ()
    duties: tuple[DraftDuty, ...] = ()
    phases: tuple[DraftPhase, ...] = ()
    problems: tuple[Problem, ...] = ()
    header_dates: tuple[date, ...] = ()


def read_plan(
    document: Document, claims: Sequence[Claim], divisions: Divisions, year: int | None = None
) -> PlanHeading:
    """Read the plan's own data; `claims` are the winners, `year` the clerk's answer where none is printed."""
    issue = read_issue(document, claims)
    plan = _dated(document, claims, issue, year)
    region, level, region_problems = find_region(plan, claims, divisions)
    effective, validity_problems = read_validity(document, issue.issued_on)
    goals = read_goals(document, claims, plan)
    return PlanHeading(
        replace(plan, region=region, level=level, effective=effective),
        goals.targets,
        read_duties(document),
        read_phases(document, plan.year if plan.period is None else None),
        (*issue.problems, *region_problems, *validity_problems, *goals.problems),
        issue.header_dates,
    )


def _dated(document: Document, claims: Sequence[Claim], issue: Issue, year: int | None) -> DraftPlan:
    title = find_title(document, claims)
    return DraftPlan(
        title=title,
        document_number=issue.document_number,
        issuer=issue.issuer,
        issued_on=issue.issued_on,
        year=year or read_year(title, issue.notice_title, issue.document_number, issue.issued_on),
        period=read_period(document, title, issue.notice_title),
    )
