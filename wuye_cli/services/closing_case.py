"""One task in the running transaction, as it stood on the day of a step: what every step of closing looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.domain.closing import Closing, task_closing, unit_closings
from wuye_cli.domain.cutoff import cut_on
from wuye_cli.domain.facts import EventFacts, PlanFacts, RegisterFacts, TaskFacts
from wuye_cli.domain.periods import asked_until, periods_by
from wuye_cli.domain.standing import Standing, assess_task
from wuye_cli.domain.terms import EVENT_WORDS, EventKind
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.reports.names import UnitNames
from wuye_cli.services.periods import keep_periods
from wuye_cli.services.rows import get_task, get_unit_row
from wuye_cli.services.unit_book import identity
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts
from wuye_cli.store.finding import Session
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Evidence, TaskEvent
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register


@dataclass(frozen=True, slots=True)
class Step:
    """One step as typed: `on` is the day it happened, `as_of` the day of asking.

    `milestone` is a dated step inside the task, `period` one of a recurring duty (2026Q1); a step is about one of them.
    `approver` and `reference` say who allowed or confirmed it, and by which paper.
    """

    task: str
    on: date
    as_of: date | None = None
    unit: str | None = None
    milestone: date | None = None
    note: str = ""
    approver: str = ""
    reference: str = ""
    period: str = ""

    @property
    def part(self) -> str:
        """What the step is about inside the task; empty for the task itself."""
        return self.milestone.isoformat() if self.milestone else self.period


@contextmanager
def open_case(
    database: Database, step: Step, change: Change, *, rules: UnitRules | None = None, dry_run: bool = False
) -> Iterator[Case]:
    """Give the task that a step is about; what the block writes is kept only if it ends, and never on a dry run."""
    if step.as_of is not None and step.on > step.as_of:
        raise UsageError(
            "date-in-future", f"日期 {step.on} 晚于当日（{step.as_of}）：请改正 --on，或用 --as-of 换一个当日。"
        )
    if step.milestone and step.period:
        raise UsageError("one-part-only", "--milestone 和 --period 只能写一个。")
    with write_register(database, change, dry_run=dry_run) as session:
        code = get_task(session, step.task).code
        unit = identity(get_unit_row(session, step.unit, rules).id) if step.unit else None
        with read_register(database) as reader:
            facts = load_facts(reader)
        if step.period:
            keep_periods(session, facts, step.on)
        yield Case(session, facts, code, step, unit)


class Case:
    """A task beside the step that is to be taken on it."""

    def __init__(self, session: Session, facts: RegisterFacts, code: str, step: Step, unit: int | None) -> None:
        self.task: TaskFacts = next(one for one in facts.tasks if one.code == code)
        self.names = UnitNames(facts.units)
        self.standing: Standing = assess_task(self.task, facts.plans[self.task.plan], facts.units, cut_on(step.on))
        self._session, self._step, self._unit = session, step, unit
        self._closers = self.standing.scored if unit is None else (unit,)
        self._check_unit()
        self._check_milestone()
        self._check_period(facts.plans[self.task.plan])

    @property
    def code(self) -> str:
        """The task's code."""
        return self.task.code

    @property
    def subject(self) -> str:
        """What the step is about, in words that another word may follow."""
        unit = f"中{self.names.by_id[self._unit]}的部分" if self._unit is not None else ""
        kind = "周期性工作" if self._step.period else "阶段性工作"
        part = f"的{kind}（{self._step.part}）" if self._step.part else ""
        return f"任务 {self.code} {part}{unit}"

    @property
    def parts(self) -> Mapping[int | None, Closing]:
        """How far each unit that the step speaks of had come on its day."""
        return unit_closings(self.task.events, self._closers, self._step.on, self._step.part)

    @property
    def whole(self) -> Closing:
        """How far all of them together had come."""
        return task_closing(self.task.events, self._closers, self._step.on, self._step.part)

    def unfinished(self) -> tuple[str, ...]:
        """Name the units that what the step is about still waits for, once the first of them has finished."""
        parts = unit_closings(self.task.events, self.standing.scored, self._step.on, self._step.part)
        still_open = [unit for unit, part in parts.items() if unit is not None and not part.finished_on]
        return self.names.names(still_open) if len(still_open) < len(parts) else ()

    def refuse_closed(self) -> None:
        """Refuse what can no longer be done: the task was cancelled, or is closed for good."""
        closing = self.standing.closing
        again = f"确需重新办理的，请先用 wuye reopen {self.code} --reason 写明原因重新开启。"
        if closing.cancelled_on:
            raise RefusedError(
                "task-cancelled", f"任务 {self.code} 已于 {closing.cancelled_on} 取消，不能再办：{again}"
            )
        verified_on = closing.verified_on or self.whole.verified_on
        if verified_on:
            raise RefusedError("task-verified", f"{self.subject}已于 {verified_on} 销号，不能再改：{again}")

    def refuse_earlier(self, *kinds: EventKind) -> None:
        """Refuse a step on a day before another of the same kinds: what followed would change its meaning."""
        later = [event for event in self.task.events if event.kind in kinds and self._follows(event)]
        if later:
            last = max(later, key=lambda event: event.on)
            raise RefusedError(
                "later-event",
                f"{self.subject}在 {last.on} 已登记{EVENT_WORDS[last.kind]}，不能再补登更早的 {self._step.on}："
                "请先用 wuye undo 撤销后面的登记，或改正 --on。",
            )

    def add(self, kind: EventKind, from_on: date | None = None, to_on: date | None = None) -> int:
        """Write the step; gives the id of its row."""
        step = self._step
        row = TaskEvent(
            task_id=self.task.id,
            unit_id=self._unit,
            kind=kind,
            happened_on=step.on,
            note=step.note,
            part=step.part,
            approver=step.approver,
            reference=step.reference,
            from_on=from_on,
            to_on=to_on,
        )
        self._session.add(row)
        self._session.flush()
        event = EventFacts(kind, step.on, self._unit, step.part)
        self.task = replace(self.task, events=(*self.task.events, event))
        return identity(row.id)

    def attach(self, files: Iterable[Evidence]) -> None:
        """Write the rows of the files that belong to the step."""
        self._session.add_all(files)

    def _follows(self, event: EventFacts) -> bool:
        same_unit = None in {event.unit, self._unit} or event.unit == self._unit
        return event.on > self._step.on and event.part == self._step.part and same_unit

    def _check_unit(self) -> None:
        """Only the units whose figures are the task's can close a part of it."""
        scored = self.standing.scored
        if self._unit is None or self._unit in scored:
            return
        name = self.names.by_id[self._unit]
        choices = f"由 {'、'.join(self.names.names(scored))} 办结" if scored else "没有填报单位，不用写 --unit"
        raise RefusedError("not-a-closer", f"“{name}”不能办结任务 {self.code} 的一部分：这项任务{choices}。")

    def _check_milestone(self) -> None:
        known = sorted({milestone.on for milestone in self.task.milestones})
        if self._step.milestone is None or self._step.milestone in known:
            return
        choices = f"现有 {'、'.join(map(str, known))}" if known else "这项任务没有阶段性时限"
        raise RefusedError(
            "unknown-milestone", f"任务 {self.code} 没有 {self._step.milestone} 的阶段性时限：{choices}。"
        )

    def _check_period(self, plan: PlanFacts) -> None:
        """Only a period that has begun can be claimed."""
        step = self._step
        until = asked_until(self.task, self.standing.scored, step.on)
        known = [one.period for one in periods_by(self.task, plan, until)] if step.period else []
        if not step.period or step.period in known:
            return
        choices = f"到 {step.on} 有 {'、'.join(known)}" if known else f"这项任务到 {step.on} 没有周期性工作"
        raise RefusedError("unknown-period", f"任务 {self.code} 没有“{step.period}”这一期：{choices}。")
