"""The months before, task by task: what was issued for a month, else the register counted again.

Counting again takes what is known today, so that a change is a change of the work and not of what was known; a month
that was issued stays as it was printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from wuye_cli.domain.cutoff import cut_month
from wuye_cli.domain.facts import RegisterFacts
from wuye_cli.domain.months import month_of, shift_month
from wuye_cli.domain.plans import begins_on, is_archived, is_in_force, start_of_plan
from wuye_cli.domain.standing import assess_task
from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_lines import Issue


@dataclass(frozen=True, slots=True)
class PastTask:
    """Where an open task stood at the end of a month."""

    code: str
    title: str
    status: Status
    percent: float | None
    due: date | None


class Past:
    """Looks back from one month; single tasks are counted again only when somebody asks about them."""

    def __init__(self, facts: RegisterFacts, known_on: date, month: str, issues: tuple[Issue, ...]) -> None:
        self._facts = facts
        self.tasks = {task.code: task for task in facts.tasks}
        self._issues = {issue.month: issue for issue in issues if issue.month < month}
        self._issued_tasks = cache(self._read_issue)
        self._counted = cache(self._count_again)
        self._counted = cache(self._count_again)
        self._cut = cache(lambda month: cut_month(month, known_on))
        self.month = month

    @property
    def last_issue(self) -> Issue | None:
        """The newest issue of a month before this one."""
        return self._issues[max(self._issues)] if self._issues else None

    def issue_of(self, month: str) -> Issue | None:
        """Find what was issued for a month."""
        return self._issues.get(month)

    def tasks_in(self, month: str) -> Mapping[str, PastTask]:
        """Give the open tasks of a month by code."""
        if month in self._issues:
            return self._issued_tasks(month)
        counted = (self._counted(code, month) for code in self.tasks)
        return {task.code: task for task in counted if task}

    def find(self, code: str, month: str) -> PastTask | None:
        """Find one task as it stood in a month; None where it was not open or its plan not in force."""
        if month in self._issues:
            return self._issued_tasks(month).get(code)
        return self._counted(code, month)

    def months_before(self, code: str) -> Iterator[str]:
        """Go back month by month to the one in which the task's plan came into force."""
        task = self.tasks[code]
        plan = self._facts.plans[task.plan]
        first = month_of(begins_on(plan) or start_of_plan(plan, task.added_on))
        month = shift_month(self.month, -1)
        while month >= first:
            yield month
            month = shift_month(month, -1)

    def _read_issue(self, month: str) -> Mapping[str, PastTask]:
        rows = self._issues[month].circular.progress
        return {row.code: PastTask(row.code, row.title, row.status, row.percent, row.due) for row in rows}

    def _count_again(self, code: str, month: str) -> PastTask | None:
        task, cut = self.tasks[code], self._cut(month)
        plan = self._facts.plans[task.plan]
        if month < month_of(begins_on(plan) or start_of_plan(plan, date.min)):
            return None  # a list of 2023 that prints no date says nothing of December 2022
        put_away = is_archived(task.archived_on, cut.day) or is_archived(plan.archived_on, cut.day)
        if put_away or not is_in_force(plan, cut.day):
            return None
        standing = assess_task(task, plan, self._facts.units, cut)
        if standing.closing.cancelled_on:
            return None
        return PastTask(task.code, task.title, standing.status, standing.percent, standing.due)
