"""The draft of a month's circular: counted from the register, written as a workbook that the office can edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wuye_cli.domain.calendar import WorkingCalendar
from wuye_cli.domain.issues import IssueFacts, standing_issues
from wuye_cli.domain.policies import Policies
from wuye_cli.render.workbook import write_circular
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import Circular, Issue
from wuye_cli.reports.circular_phrases import Phrases, parse_phrases
from wuye_cli.services.codes import get_plan_code
from wuye_cli.store.calendar import load_own_days
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.issues import load_files, load_issues
from wuye_cli.store.reading import Reader, read_register
from wuye_cli.workbooks.archive import read_archive
from wuye_cli.workbooks.phrases import read_phrases


@dataclass(frozen=True, slots=True)
class CircularOrder:
    """Which circular is wanted: of what month and plan, on which day, by which rules, from which template.

    `plan` None covers all open plans.
    """

    month: str
    as_of: date
    policies: Policies
    template: Path
    calendar: WorkingCalendar
    plan: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with what it stands on: its plan by code and id, the newest report, all issues, the office's 机关代字."""

    circular: Circular
    plan: str | None
    plan_id: int | None
    last_report: int
    issues: tuple[IssueFacts, ...]
    number_prefix: str


def write_circular_draft(database: Database, order: CircularOrder, path: Path) -> Circular:
    """Write the draft of a month's circular; the file is whole or not there at all."""
    circular = make_draft(database, order).circular
    write_circular(circular, order.template, path)
    return circular


def make_draft(database: Database, order: CircularOrder) -> Draft:
    """Count a month's circular from the register as it stands."""
    with read_register(database, order.as_of) as reader:
        facts, office = load_facts(reader, archived=True), load_office(reader)
        calendar = order.calendar.with_days(load_own_days(reader))
        codes = {one.code: one.id for one in facts.plans.values()}
        plan = get_plan_code(order.plan, tuple(codes)) if order.plan else None
        issues = load_issues(reader)
        earlier = _earlier_issues(reader, issues, order, plan)
    circular = build_circular(
        facts,
        office,
        order.month,
        order.as_of,
        order.policies,
        calendar,
        plan=plan,
        issues=earlier,
        phrases=_phrases_of(order.template),
    )
    reports = (report.id for task in facts.tasks for report in task.reports)
    return Draft(circular, plan, codes[plan] if plan else None, max(reports, default=0), issues, office.number_prefix)


def _phrases_of(template: Path) -> Phrases:
    return parse_phrases(read_phrases(read_archive(template), template.name))


def _earlier_issues(
    reader: Reader, issues: tuple[IssueFacts, ...], order: CircularOrder, plan: str | None
) -> tuple[Issue, ...]:
    """Give the circulars of earlier months that stood on the day, as they were frozen."""
    known = standing_issues(one for one in issues if one.issued_on <= order.as_of)
    wanted = [one for one in known if one.plan == plan and one.month < order.month]
    if not wanted:
        return ()
    from wuye_cli.services.freezing import thaw  # noqa: PLC0415 - spares the first circular what reading them needs

    return tuple(_issue(one, thaw(load_files(reader, one, "data")[0].content)) for one in wanted)


def _issue(facts: IssueFacts, circular: Circular) -> Issue:
    return Issue(facts.month, facts.number_text, facts.issued_on, circular, facts.last_report)
