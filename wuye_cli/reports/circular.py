"""The monthly circular: one month, one plan or all that are open and in force.

It is counted by period: the reports of the month and before that were known on the day it is made. The month before
is counted the same way from the same facts, so that a change is a change of the work and not of what was known.
"""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.calendar import WEEKENDS_ONLY, WorkingCalendar, reporting_day
from wuye_cli.domain.cutoff import Cutoff
from wuye_cli.domain.facts import OfficeFacts, PlanFacts, RegisterFacts
from wuye_cli.domain.months import shift_month
from wuye_cli.domain.policies import Policies
from wuye_cli.reports.board import count_statuses
from wuye_cli.reports.circular_basis import CircularBasis
from wuye_cli.reports.circular_charts import build_trend, build_unit_states
from wuye_cli.reports.circular_comparison import previous_name
from wuye_cli.reports.circular_districts import build_district_tables
from wuye_cli.reports.circular_late import find_late_reports, late_notes
from wuye_cli.reports.circular_lines import Circular, Issue, ReportingRow
from wuye_cli.reports.circular_parts import figures_of, write_paragraph
from wuye_cli.reports.circular_past import Past
from wuye_cli.reports.circular_phrases import DEFAULT_PHRASES, Phrases
from wuye_cli.reports.circular_reporting import build_reporting_rows
from wuye_cli.reports.circular_tables import OpenTask, build_overdue_rows, build_progress_rows
from wuye_cli.reports.circular_targets import build_target_rows
from wuye_cli.reports.circular_text import build_text
from wuye_cli.reports.circular_title import circular_title
from wuye_cli.reports.circular_trends import find_stalled, find_turned
from wuye_cli.reports.circular_units import rows_by_unit
from wuye_cli.reports.coverage import cut_past_month, get_covered_plans, part_of
from wuye_cli.reports.figure_lines import build_amount_figures, build_progress_figure
from wuye_cli.reports.lines import Register
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.register import assess_tasks
from wuye_cli.reports.task_lines import build_task_line

DRAFT_NUMBER = "第×期（草稿）"


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
    names = UnitNames(facts.units)
    tasks = _open_tasks(part, office, cut, policies, names)
    now = Register(cut.day, tuple(task.line for task in tasks), ())
    due, next_due = (reporting_day(shift_month(month, by), office, calendar) for by in (0, 1))
    past = Past(part, as_of, month, issues)
    basis = _build_basis(
        tasks,
        now,
        past,
        cut=cut,
        plans=covered,
        names=names,
        next_report_on=next_due.on,
        reporting=build_reporting_rows(part, office, cut, names, due.on),
        phrases=phrases,
    )
    text = build_text(basis)
    return Circular(
        title=circular_title(month, covered),
        number=DRAFT_NUMBER,
        issuer=office.issuer or office.name,
        month=month,
        counted_to=cut.day,
        issued_on=as_of,
        contact=office.contact,
        paragraphs=tuple(map(write_paragraph, text)),
        total=len(now.tasks),
        awaiting_verification=sum(task.awaiting_verification for task in now.tasks),
        by_status=count_statuses(now.tasks),
        progress=basis.progress,
        overdue=basis.overdue,
        targets=build_target_rows(part, now, {task.line.code: task.amounts_of for task in tasks}),
        reporting=basis.reporting,
        districts=build_district_tables(covered, now, facts.units),
        unknown_years=tuple(sorted({*due.unknown_years, *next_due.unknown_years})),
        compared_with=write_paragraph(previous_name(basis)) if basis.before else "",
        figures=figures_of(text),
        by_unit=build_unit_states(rows_by_unit(basis).items()),
        trend=build_trend(past, basis.progress),
    )


def _open_tasks(
    part: RegisterFacts, office: OfficeFacts, cut: Cutoff, policies: Policies, names: UnitNames
) -> tuple[OpenTask, ...]:
    return tuple(
        [
            OpenTask(
                build_task_line(one, names),
                build_progress_figure(one, names),
                build_amount_figures(one, names),
                one.standing.span,
            )
            for one in assess_tasks(part, office, cut, policies)
            if not one.archived
        ]
    )


def _build_basis(
    tasks: tuple[OpenTask, ...],
    now: Register,
    past: Past,
    *,
    cut: Cutoff,
    plans: tuple[PlanFacts, ...],
    names: UnitNames,
    next_report_on: date,
    reporting: tuple[ReportingRow, ...],
    phrases: Phrases,
) -> CircularBasis:
    last_month = shift_month(past.month, -1)
    before = past.tasks_in(last_month)
    late = tuple(find_late_reports((past.tasks[task.code] for task in now.tasks), past.last_issue, cut, names.by_id))
    return CircularBasis(
        month=past.month,
        cut=cut,
        plans=plans,
        next_report_on=next_report_on,
        official_order=names.in_official_order(),
        progress=build_progress_rows(tasks, before, late_notes(late, past.month)),
        overdue=build_overdue_rows(now, past),
        reporting=reporting,
        before=before,
        issued=past.issue_of(last_month),
        turned=tuple(find_turned(now.tasks, before.values(), past)),
        stalled=tuple(find_stalled(now.tasks, past)),
        late_reports=late,
        last_issue=past.last_issue,
        phrases=phrases,
    )
