"""The periods of recurring duties as lines."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.facts import PlanFacts, TaskFacts
from wuye_cli.domain.periods import PeriodStanding, assess_periods
from wuye_cli.domain.standing import Standing
from wuye_cli.domain.terms import PeriodState
from wuye_cli.reports.lines import PeriodLine, TaskLine
from wuye_cli.reports.names import UnitNames


def build_period_lines(
    task: TaskFacts, plan: PlanFacts, standing: Standing, names: UnitNames
) -> tuple[PeriodLine, ...]:
    """Put what a task's recurring duties ask, up to the day of the report, into lines."""
    if not task.periods and not any(deadline.every for deadline in task.deadlines):
        return ()
    lead = names.names(task.leads)
    periods = assess_periods(task, plan, standing.scored, standing.reports, standing.day)
    return tuple(
        [
            PeriodLine(
                code=task.code,
                plan=plan.code,
                no=task.no,
                title=task.title,
                lead=lead,
                every=one.period.every,
                period=one.period.period,
                due=one.period.due_on,
                state=one.state,
                done_on=one.done_on,
                days_overdue=_days_late(one, standing.day),
            )
            for one in periods
        ]
    )


def open_periods(line: TaskLine) -> tuple[PeriodLine, ...]:
    """Give the periods that still ask for something: not those of a task that is finished or put away."""
    if line.finished_on or line.archived:
        return ()
    return tuple([one for one in line.periods if one.state is not PeriodState.DONE])


def _days_late(period: PeriodStanding, day: date) -> int | None:
    return (day - period.period.due_on).days if period.state is PeriodState.LATE else None
