"""Finished and reopened: what had happened to a task by a day.

An event without a unit is about the whole task. A group's task closes with its last member.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wuye_cli.domain.facts import EventFacts
from wuye_cli.domain.terms import EventKind


def unit_finished_on(events: Iterable[EventFacts], unit: int | None, day: date) -> date | None:
    """Find the day from which one unit's part has been finished; None while it is open."""
    finished: date | None = None
    for event in sorted(events, key=lambda event: event.on):
        if event.on > day or event.part or event.unit not in {None, unit}:
            continue
        if event.kind is EventKind.REOPEN:
            finished = None
        elif finished is None:
            finished = event.on
    return finished


def finished_units(events: tuple[EventFacts, ...], scored: tuple[int, ...], day: date) -> frozenset[int]:
    """Name the scored units that have finished their part."""
    return frozenset(unit for unit in scored if unit_finished_on(events, unit, day)) if events else frozenset()


def finished_on(events: tuple[EventFacts, ...], scored: tuple[int, ...], day: date) -> date | None:
    """Find the day on which the task was finished: that of the last of its scored units."""
    if not events:
        return None
    last: date | None = None
    for unit in scored or (None,):
        finished = unit_finished_on(events, unit, day)
        if finished is None:
            return None
        last = max(last or finished, finished)
    return last
