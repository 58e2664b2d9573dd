"""Targets as of a day: what is wanted by when, what has been reached, what should be by now.

The same target in two plans is one: each of its lines names the other, so that nobody counts it twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.domain.facts import OfficeFacts, PlanFacts, RegisterFacts, TargetFacts
from wuye_cli.domain.plans import is_archived, is_in_force
from wuye_cli.domain.policies import Policies, Policy
from wuye_cli.domain.target_progress import assess_target, judge_target
from wuye_cli.domain.terms import Light, Status
from wuye_cli.reports.circular_districts import find_differences
from wuye_cli.reports.circular_targets import Owner, owned_targets, targets_by_id
from wuye_cli.reports.lines import Register, TargetLine


@dataclass(frozen=True, slots=True)
class TargetProgressLine:
    """One target of a plan or task; `expected` is an amount, `rate` and `behind` are of what is wanted."""

    code: str
    no: str
    title: str
    indicator: str
    op: str
    value: float
    value_max: float | None
    unit: str
    by: date | None
    scope: str
    text: str
    reached: float | None
    month: str | None
    rate: float | None
    expected: float | None
    behind: float | None
    status: Status
    light: Light
    same_as: tuple[str, ...] = ()  # codes of the same target in other plans


@dataclass(frozen=True, slots=True)
class TargetReport:
    """The answer of `wuye target list`; `differences` say where quotas do not add up to their total."""

    as_of: date
    targets: tuple[TargetProgressLine, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the targets of one owner are judged by."""

    plan: PlanFacts
    policy: Policy
    day: date


def build_target_report(
    facts: RegisterFacts, office: OfficeFacts, register: Register, policies: Policies, owner: str | None = None
) -> TargetReport:
    """Put every target of the plans in force into a line, or those of one plan with its tasks, or of one task."""
    day = register.as_of
    known = targets_by_id(facts)
    lines: list[TargetProgressLine] = []
    differences: list[str] = []
    for plan in facts.plans.values():
        if not is_in_force(plan, day) or is_archived(plan.archived_on, day):
            continue
        frame = _Frame(plan, policies.get(plan.policy or office.policy), day)
        for one, targets in owned_targets(plan, register):
            lines.extend(_lines(one, targets, known, frame))
            if _is_asked(one.code, owner):
                differences.extend(f"{one.code} {sentence}" for sentence in find_differences(targets))
    return TargetReport(day, tuple(line for line in _link(lines) if _is_asked(line.code, owner)), tuple(differences))


def _is_asked(code: str, owner: str | None) -> bool:
    return owner is None or code == owner or (code.startswith(f"{owner}-") and "-" not in owner)


def _lines(
    owner: Owner, targets: tuple[TargetLine, ...], known: Mapping[int, TargetFacts], frame: _Frame
) -> Iterator[TargetProgressLine]:
    facts = [known[line.id] for line in targets]
    for line in targets:
        standing = assess_target(known[line.id], facts, frame.plan, line.actual, frame.day)
        yield TargetProgressLine(
            code=owner.code,
            no=owner.no,
            title=owner.title,
            indicator=line.indicator,
            op=line.op,
            value=line.value,
            value_max=line.value_max,
            unit=line.unit,
            by=line.by,
            scope=line.scope,
            text=line.text,
            reached=line.actual,
            month=line.actual_month,
            rate=line.rate,
            expected=standing.expected,
            behind=None if standing.met else standing.behind,
            status=standing.status,
            light=judge_target(standing, frame.policy),
        )


def _link(lines: Iterable[TargetProgressLine]) -> tuple[TargetProgressLine, ...]:
    """Name in each line the same target in other plans; one without a name is like no other."""
    several = tuple(lines)
    owners: dict[tuple[object, ...], dict[str, None]] = {}
    for line in several:
        owners.setdefault(_meaning(line), {})[line.code] = None
    return tuple(
        replace(line, same_as=tuple(code for code in owners[_meaning(line)] if _plan(code) != _plan(line.code)))
        if line.indicator
        else line
        for line in several
    )


def _plan(code: str) -> str:
    return code.partition("-")[0]


def _meaning(line: TargetProgressLine) -> tuple[object, ...]:
    return (line.indicator, line.op, line.value, line.value_max, line.unit, line.by, line.scope)
