"""办结, 销号, 退回: how far a task had come towards being closed by a day.

    open - finish → claimed - verify → verified (closed for good; only reopen opens it again)
                    claimed - return → open
    open - cancel → cancelled - reopen → as before

An event without a unit is about every unit's part. A group's task closes with its last member. A milestone has a
way of its own (`part`), which says nothing of the task.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.domain.facts import EventFacts
from wuye_cli.domain.terms import EventKind


@dataclass(frozen=True, slots=True)
class Closing:
    """Since when a task, or one unit's part of it, has been claimed, verified, cancelled; None while it is not."""

    finished_on: date | None = None
    verified_on: date | None = None
    cancelled_on: date | None = None


OPEN = Closing()


def unit_closing(events: Iterable[EventFacts], unit: int | None, day: date, part: str = "") -> Closing:
    """Say how far one unit's part of a task, or of its milestone, had come; unit None is the task as a whole."""
    state = OPEN
    for event in sorted(events, key=lambda event: event.on):
        if event.on <= day and event.part == part and event.unit in {None, unit}:
            state = _after(state, event)
    return state


def unit_closings(
    events: Iterable[EventFacts], scored: tuple[int, ...], day: date, part: str = ""
) -> Mapping[int | None, Closing]:
    """Say how far each scored unit had come; a task without units has one part, the whole."""
    known = tuple(events)
    return {unit: unit_closing(known, unit, day, part) if known else OPEN for unit in scored or (None,)}


def task_closing(events: Iterable[EventFacts], scored: tuple[int, ...], day: date, part: str = "") -> Closing:
    """Say how far a task, or its milestone, had come: as far as the last of its scored units."""
    known = tuple(events)
    if not known:
        return OPEN
    parts = tuple(unit_closings(known, scored, day, part).values())
    cancelled_on = unit_closing(known, None, day).cancelled_on
    if cancelled_on:
        return Closing(cancelled_on=cancelled_on)
    return Closing(_last(one.finished_on for one in parts), _last(one.verified_on for one in parts))


def _after(state: Closing, event: EventFacts) -> Closing:
    """Take one step; one that does not fit changes nothing."""
    if state.cancelled_on:
        return replace(state, cancelled_on=None) if event.kind is EventKind.REOPEN else state
    if event.kind is EventKind.FINISH and not state.finished_on:
        return Closing(event.on)
    if event.kind is EventKind.VERIFY and state.finished_on and not state.verified_on:
        return replace(state, verified_on=event.on)
    if event.kind is EventKind.REOPEN or (event.kind is EventKind.RETURN and not state.verified_on):
        return OPEN
    return replace(state, cancelled_on=event.on) if event.kind is EventKind.CANCEL else state


def _last(days: Iterable[date | None]) -> date | None:
    """Give the last of the days; None where one is missing."""
    known = tuple(days)
    found = [day for day in known if day is not None]
    return max(found) if len(found) == len(known) else None
