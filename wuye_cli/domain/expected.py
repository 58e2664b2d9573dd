"""序时进度: the share of the way that should be done by a day, and how far behind it a task is."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.figures import round_share
from wuye_cli.domain.months import last_day, month_of


def linear_share(start: date, deadline: date, day: date) -> float:
    """Give the share by even steps from start to deadline, 0 before and 100 from the deadline on."""
    if day >= deadline:
        return 100.0
    if day <= start:
        return 0.0
    return round_share((day - start).days / (deadline - start).days * 100)


def yearly_share(start: date, deadline: date, day: date) -> float:
    """Give the share by whole months of calendar years: by the end of month m of a single year, m/12.

    A way of several years counts the months of all of them, from January of the first to December of the last.
    """
    years = max(1, deadline.year - start.year + 1)
    months = (day.year - start.year) * 12 + full_months(day)
    return round_share(max(0.0, min(1.0, months / (12 * years))) * 100)


def full_months(day: date) -> int:
    """Count the months of its year that are over on a day; a month is over on its last day."""
    return day.month if day == last_day(month_of(day)) else day.month - 1


def months_between(start: date, day: date) -> int:
    """Count the full months from one day to another."""
    return (day.year - start.year) * 12 + day.month - start.month - (day.day < start.day)


def points_behind(expected: float, percent: float | None) -> float:
    """Give 百分点 behind the expected share, negative when ahead; nothing reported counts 0."""
    return round_share(expected - (percent or 0.0))
