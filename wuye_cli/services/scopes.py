"""Whose quota a target may be: a district that the bundled table knows, a unit of the register, a word already used."""

from __future__ import annotations

from collections.abc import Iterator

from wuye_cli.domain.units import UnitRules
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.models import Plan, Setting, Target, Unit, UnitAlias


def known_scopes(session: Session, rules: UnitRules) -> frozenset[str]:
    """Give every name that a quota may bear."""
    units, aliases = find_rows(session, Unit), find_rows(session, UnitAlias)
    used = (row.scope for row in find_rows(session, Target))
    names = (*(row.name for row in units), *(row.name for row in aliases), *used, *_districts(session, rules))
    return frozenset(name for name in names if name)


def _districts(session: Session, rules: UnitRules) -> Iterator[str]:
    """Name the places below the regions of the office and its plans."""
    own = [row.value for row in find_rows(session, Setting, key="region")]
    for region in dict.fromkeys((*own, *(row.region for row in find_rows(session, Plan)))):
        place = rules.divisions.find_in(region)
        if place is not None:
            yield from (below.name for below in rules.divisions.below(place))
