"""The cut through the facts that a question is about: a day, what was known, and the last month that counts.

A report belongs to a month and becomes known on a day: one typed on 3 September can be August's. So a circular of
August looks at the state of 31 August with everything of August and before that was known on the day it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.months import last_day, month_of


@dataclass(frozen=True, slots=True)
class Cutoff:
    """Deadlines and events are judged on `day`; reports count up to `month` if they were known on `known_on`."""

    day: date
    known_on: date
    month: str


def cut_on(day: date) -> Cutoff:
    """Ask about a day as it was known on that day."""
    return Cutoff(day, day, month_of(day))


def cut_month(month: str, known_on: date) -> Cutoff:
    """Ask about the end of a month, or the day of knowing where that is earlier."""
    return Cutoff(min(last_day(month), known_on), known_on, month)
