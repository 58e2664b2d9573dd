"""The monthly circular: one month, one plan or all that are open and in force.

It is counted by period: the reports of the month and before that were known on the day it is made. The month before
is counted the same way from the same facts, so that a change is a change of the work and not of what was known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from wuye_cli.domain.calendar import WEEKENDS_ONLY, WorkingCalendar, reporting_day
from wuye_cli.domain.cutoff import cut_month
from wuye_cli.domain.facts import OfficeFacts, PlanFacts, RegisterFacts
from wuye_cli.domain.months import month_words, shift_month
from wuye_cli.domain.policies import Policies
from wuye_cli.reports.board import count_statuses
from wuye_cli.reports.circular_basis import CircularBasis
from wuye_cli.reports.circular_districts import build_district_tables
from wuye_cli.reports.circular_lines import Circular, Issue
from wuye_cli.reports.circular_phrases import DEFAULT_PHRASES, Phrases
from wuye_cli.reports.circular_reporting import build_reporting_rows
from wuye_cli.reports.circular_tables import build_overdue_rows, build_progress_rows
from wuye_cli.reports.circular_targets import build_target_rows
from wuye_cli.reports.circular_text import build_paragraphs
from wuye_cli.reports.coverage import cut_past_month, get_covered_plans, part_of
from wuye_cli.reports.lines import Register
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.register import build_register_at

DRAFT_NUMBER = "第×期（草稿）"
ALL_PLANS = "重点任务"
INNER_TITLE = re.compile(r"《(.+)》")  # 关于印发《住宅小区管理服务三年行动方案》的通知
REMARK = re.compile(r"[（(][^（）()]*[）)]$")  # 三年行动方案（2022—2024年）, 任务清单（试行）
KIND_OF_DOCUMENT = re.compile(
    r"(?:的(?:实施)?意见|的通知|(?:重点)?任务(?:清单|分工)表?|(?:实施|工作)方案|行动计划|方案)$"
)  # 物业提升专项行动重点任务清单, 三年行动方案, 关于加强物业服务管理工作的意见


def build_circular(  # noqa: PLR0917 - the register, of when, by which rules
    facts: RegisterFacts,
    office: OfficeFacts,
    month: str,
    as_of: date,
    policies: Policies,
    calendar: WorkingCalendar = WEEKENDS_ONLY,
    *,
    plan: str | None = None,
    issues: tuple[Issue, ...] = (),
    phrases: Phrases = DEFAULT_PHRASES,
) -> Circular:
    """Build the draft of a month's circular; `plan` is a code, without it all open plans in force are covered.

    `issues` are the standing ones of the same plan, oldest first: a past month is what was issued for it.
    """
    cut = cut_past_month(month, as_of)
    covered = get_covered_plans(facts, cut, plan)
    part = part_of(facts, covered)
    now = _open_tasks(build_register_at(part, office, cut, policies))
    before = _open_tasks(build_register_at(part, office, cut_month(shift_month(month, -1), as_of), policies))
    names = UnitNames(facts.units)
    due, next_due = (reporting_day(shift_month(month, by), office, calendar) for by in (0, 1))
    basis = CircularBasis(
        month=month,
        cut=cut,
        plans=covered,
        next_report_on=next_due.on,
        official_order=names.in_official_order(),
        progress=build_progress_rows(now, before),
        before=tuple(task.status for task in before.tasks),
        overdue=build_overdue_rows(now),
        reporting=build_reporting_rows(part, office, cut, names, due.on),
    )
    return Circular(
        title=f"关于{month_words(month)}份{_subject(covered)}进展情况的通报",
        number=DRAFT_NUMBER,
        issuer=office.issuer or office.name,
        month=month,
        counted_to=cut.day,
        issued_on=as_of,
        contact=office.contact,
        paragraphs=build_paragraphs(basis),
        total=len(now.tasks),
        awaiting_verification=sum(task.awaiting_verification for task in now.tasks),
        by_status=count_statuses(now.tasks),
        progress=basis.progress,
        overdue=basis.overdue,
        targets=build_target_rows(covered, now),
        reporting=basis.reporting,
        districts=build_district_tables(covered, now, facts.units),
        unknown_years=tuple(sorted({*due.unknown_years, *next_due.unknown_years})),
    )


def _open_tasks(register: Register) -> Register:
    return replace(register, tasks=tuple(task for task in register.tasks if not task.archived))


def _subject(plans: tuple[PlanFacts, ...]) -> str:
    """Name the work a circular is about: the plan's title without its kind of document, ending in 工作."""
    work = plan_subject(plans[0].title) if len(plans) == 1 else ALL_PLANS
    return work if work.endswith("工作") else f"{work}工作"


def plan_subject(title: str) -> str:
    """Strip a title down to its work: 关于印发《甲市物业提升三年行动方案》的通知 is 甲市物业提升三年行动."""
    inner = INNER_TITLE.search(title)
    bare = inner[1] if inner else title.removeprefix("关于")
    work = REMARK.sub("", KIND_OF_DOCUMENT.sub("", REMARK.sub("", bare.strip()).strip()).strip())
    return work.strip() or ALL_PLANS
