"""What a recurring duty (每月, 每季度) asks of each of its periods, and whether that was done.

    2026W05  week    2026-03  month    2026Q1  quarter    2026H1  half-year    2026  year

A period falls due on its last day. Periods follow from the plan's start to the day asked about; one that has been
recorded stays as it is when the rhythm changes, and the new rhythm goes on where the records of the old one end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wuye_cli.domain.closing import task_closing, unit_closing
from wuye_cli.domain.facts import EventFacts, PeriodFacts, PlanFacts, ReportFacts, TaskFacts
from wuye_cli.domain.months import last_day, month_of, shift_month
from wuye_cli.domain.plans import start_of_plan
from wuye_cli.domain.terms import Every, PeriodState

MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
# 2026W05, 2026-03, 2026Q1, 2026H1, 2026
PERIOD = re.compile(r"(\d{4})(?:W(0[1-9]|[1-4]\d|5[0-3])|-(0[1-9]|1[0-2])|Q([1-4])|H([12]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """One period with its first and last day."""

    every: Every
    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PeriodStanding:
    """What has become of one period by a day."""

    period: PeriodFacts
    state: PeriodState
    done_on: date | None


def period_of(every: Every, day: date) -> Period:
    """Give the period that a day lies in; weeks are those of ISO 8601, Monday to Sunday."""
    if every is Every.WEEK:
        first = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        return Period(every, f"{year:04d}W{week:02d}", first, first + timedelta(days=6))
    length = MONTHS[every]
    number = (day.month - 1) // length
    first = date(day.year, number * length + 1, 1)
    last = last_day(shift_month(month_of(first), length - 1))
    endings = {1: f"-{number + 1:02d}", 3: f"Q{number + 1}", 6: f"H{number + 1}", 12: ""}
    return Period(every, f"{day.year:04d}{endings[length]}", first, last)


def find_period(text: str) -> Period | None:
    """Read a period's name; None where it is none, as 2026W53 in a year of 52 weeks."""
    match = PERIOD.fullmatch(text.strip().upper())
    if match is None:
        return None
    year, week, month, quarter, half = (int(part) if part else 0 for part in match.groups())
    if not year:
        return None
    if week:
        found = period_of(Every.WEEK, date(year, 1, 4) + timedelta(weeks=week - 1))  # 4 January lies in week 1
        return found if found.name == match[0] else None
    if quarter:
        return period_of(Every.QUARTER, date(year, quarter * 3, 1))
    if half:
        return period_of(Every.HALF_YEAR, date(year, half * 6, 1))
    return period_of(Every.MONTH if month else Every.YEAR, date(year, month or 1, 1))


def periods_by(task: TaskFacts, plan: PlanFacts, day: date) -> tuple[PeriodFacts, ...]:
    """Give the periods that have begun by a day, recorded or not, by the day they fall due."""
    recorded = (one for one in task.periods if _span(one).first <= day)
    return tuple(sorted((*recorded, *missing_periods(task, plan, day)), key=lambda one: (one.due_on, one.period)))


def asked_until(task: TaskFacts, scored: tuple[int, ...], day: date) -> date:
    """Give the day up to which a duty goes on: it ends when the task is finished, cancelled or put away."""
    closing = task_closing(task.events, scored, day)
    return min(one for one in (day, closing.finished_on, closing.cancelled_on, task.archived_on) if one)


def missing_periods(task: TaskFacts, plan: PlanFacts, day: date) -> tuple[PeriodFacts, ...]:
    """Give the periods that have begun by a day and are not recorded yet."""
    known = {one.period for one in task.periods}
    asked = dict.fromkeys(deadline.every for deadline in task.deadlines if deadline.every)
    start = _start(task, plan, frozenset(asked))
    end = min(day, plan.period_end or day)
    return tuple(
        PeriodFacts(one.every, one.name, one.last)
        for every in asked
        for one in _follow(every, start, end)
        if one.name not in known
    )


def assess_periods(
    task: TaskFacts, plan: PlanFacts, scored: tuple[int, ...], reports: tuple[ReportFacts, ...], day: date
) -> tuple[PeriodStanding, ...]:
    """Say what has become of each period by a day; `reports` are the standing ones.

    A unit has done its part by a claim for the period, by a report of one of its months that says more than 零报告,
    or by finishing the task before the period was over. The period is done with the last of the scored units.
    """
    found = []
    for period in periods_by(task, plan, asked_until(task, scored, day)):
        days = [_done_on(period, unit, task.events, reports, day) for unit in scored or (None,)]
        known = [one for one in days if one is not None]
        found.append(_standing(period, max(known) if len(known) == len(days) else None, day))
    return tuple(found)


def _standing(period: PeriodFacts, done_on: date | None, day: date) -> PeriodStanding:
    if done_on:
        return PeriodStanding(period, PeriodState.DONE, done_on)
    return PeriodStanding(period, PeriodState.LATE if period.due_on < day else PeriodState.OPEN, None)


def _done_on(
    period: PeriodFacts, unit: int | None, events: Iterable[EventFacts], reports: Iterable[ReportFacts], day: date
) -> date | None:
    """Find the first day on which one unit had done its part."""
    known = tuple(events)
    claimed = unit_closing(known, unit, day, period.period).finished_on
    finished = unit_closing(known, unit, day).finished_on
    months = _months(period)
    reported = [
        one.reported_on for one in reports if one.month in months and not one.is_nil and unit in {None, one.unit}
    ]
    days = [claimed, finished if finished and finished <= period.due_on else None, *reported]
    return min((one for one in days if one), default=None)


def _months(period: PeriodFacts) -> frozenset[str]:
    """Name the months whose reports speak for a period; a week is spoken for by the month it ends in."""
    last = month_of(period.due_on)
    return frozenset(shift_month(last, -back) for back in range(MONTHS.get(period.every, 1)))


def _start(task: TaskFacts, plan: PlanFacts, asked: frozenset[Every]) -> date:
    """Find the day from which the rhythms asked for now count: the plan's start, or the end of an old rhythm."""
    ended = [one.due_on + timedelta(days=1) for one in task.periods if one.every not in asked]
    return max((start_of_plan(plan, task.added_on), *ended))


def _follow(every: Every, start: date, end: date) -> Iterator[Period]:
    period = period_of(every, start)
    while max(period.first, start) <= end:
        yield period
        period = period_of(every, period.last + timedelta(days=1))


def _span(recorded: PeriodFacts) -> Period:
    return period_of(recorded.every, recorded.due_on)
