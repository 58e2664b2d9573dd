"""Who reports a task, whose figure is the task's, and which of the reports sent count.

Leads report; where no lead is printed, the responsible units do; 指导单位 never. A group stands for its members;
one without known members is a single reporting unit until somebody lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wuye_cli.domain.cutoff import Cutoff
from wuye_cli.domain.facts import ReportFacts, TaskFacts, UnitFacts

ALL_REPORT = "all"  # the other value of the setting is "leads"


def expand_units(ids: Iterable[int], units: Mapping[int, UnitFacts]) -> tuple[int, ...]:
    """Put members in the place of groups, each unit once, in order; groups may hold groups."""
    found: dict[int, None] = {}
    for unit in ids:
        _collect(unit, units, found, ())
    return tuple(found)


def _collect(unit: int, units: Mapping[int, UnitFacts], found: dict[int, None], above: tuple[int, ...]) -> None:
    """Add a unit, or what it stands for; `above` are the groups it was reached through, so that a ring ends."""
    members = units[unit].members
    if not members or unit in above:
        found[unit] = None
        return
    for member in members:
        if units[member].members:
            _collect(member, units, found, (*above, unit))
        else:
            found[member] = None


def answerable(task: TaskFacts) -> tuple[int, ...]:
    """Name the units that answer for a task as printed: its leads, or the responsible where no lead is printed."""
    return task.leads or task.responsible


def reporters(task: TaskFacts, units: Mapping[int, UnitFacts], policy: str = "leads") -> tuple[int, ...]:
    """Name the units that report a task each month; `policy` is the office's setting, leads or all."""
    wanted = task.leads + task.responsible if policy == ALL_REPORT else answerable(task)
    return expand_units(wanted, units)


def scored_units(task: TaskFacts, units: Mapping[int, UnitFacts]) -> tuple[int, ...]:
    """Name the units whose figures are the task's: the first-named one, or all its members if it is a group."""
    return expand_units(answerable(task)[:1], units)


def closing_units(task: TaskFacts, units: Mapping[int, UnitFacts], reports: Iterable[ReportFacts]) -> tuple[int, ...]:
    """Name the units that close a task: its scored ones, or whoever reports it where no unit is printed."""
    return scored_units(task, units) or tuple(dict.fromkeys(report.unit for report in reports))


def standing_reports(reports: Iterable[ReportFacts], cut: Cutoff) -> tuple[ReportFacts, ...]:
    """Keep the reports that count at a cut, oldest month first.

    A report sent again for the same unit and month replaces the earlier one: the newest id known by then counts.
    """
    newest: dict[tuple[int, str], ReportFacts] = {}
    for report in reports:
        if report.reported_on <= cut.known_on and report.month <= cut.month:
            key = (report.unit, report.month)
            if key not in newest or newest[key].id < report.id:
                newest[key] = report
    return tuple(sorted(newest.values(), key=lambda report: (report.month, report.id)))
