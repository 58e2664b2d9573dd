"""The units of the register while a change is being made: found by name or key, made where there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wuye_cli.domain.divisions import Division
from wuye_cli.domain.spelling import find_similar
from wuye_cli.domain.terms import UnitKind
from wuye_cli.domain.units import UnitKey, UnitName, UnitRules
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.models import Membership, Plan, Setting, Unit, UnitAlias

DEPARTMENT = "部门"


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit that the register did not know, and a known one that it may have been meant to be."""

    name: str
    similar: str | None


class UnitBook:
    """All units by key and by spelling, kept up to date as new ones are added."""

    def __init__(self, session: Session, rules: UnitRules, default_home: str = "") -> None:
        self.new: list[NewUnit] = []
        self._session = session
        self._rules = replace(rules, home=_find_home(session, rules, default_home))
        self._by_key: dict[UnitKey, Unit] = {}
        self._by_spelling: dict[tuple[str, str], Unit] = {}
        self._next_position = 1
        for unit in find_rows(session, Unit):
            self._remember(unit, self._rules.read(unit.name, self._place(unit.region)).key)
        units = {unit.id: unit for unit in self._by_spelling.values()}
        for alias in find_rows(session, UnitAlias):
            self._by_spelling[alias.name, alias.region] = units[alias.unit_id]
            self._by_key.setdefault(self._rules.read(alias.name, self._place(alias.region)).key, units[alias.unit_id])

    def resolve(self, text: str, region: str) -> Unit:
        """Find the unit that a printed name means in a document of a region; add it where there is none."""
        name = self._rules.read(text, self._place(region))
        unit = self._find(name) or self._add(name)
        if unit.name.endswith(DEPARTMENT) and name.known and not name.name.endswith(DEPARTMENT):
            self._rename(unit, name.name)
        self._keep_spelling(unit, name.text)
        return unit

    def _find(self, name: UnitName) -> Unit | None:
        spelled = self._by_spelling.get((name.text, name.region)) or self._by_spelling.get((name.name, name.region))
        return spelled or self._by_key.get(name.key)

    def _add(self, name: UnitName) -> Unit:
        similar = self._find_similar(name)
        unit = Unit(name=name.name, kind=name.kind, region=name.region, level=name.level, position=self._next_position)
        self._session.add(unit)
        self._session.flush()
        self.new.append(NewUnit(unit.name, similar))
        self._remember(unit, name.key)
        if name.kind is UnitKind.GROUP:
            set_members(self._session, unit, [self._find(member) or self._add(member) for member in name.members])
        return unit

    def _find_similar(self, name: UnitName) -> str | None:
        """Find a single unit that an unknown one may have been meant to be; phrases are alike without meaning one."""
        if name.known or name.kind is UnitKind.GROUP:
            return None
        single = [spelling for (spelling, _), unit in self._by_spelling.items() if unit.kind == UnitKind.UNIT]
        return next(iter(find_similar(name.name, single)), None)

    def _rename(self, unit: Unit, name: str) -> None:
        """Call 兴庆区住建部门, a member of a group phrase, by its own name once a document prints it."""
        former, unit.name = unit.name, name
        self._by_spelling[name, unit.region] = unit
        self._session.add(UnitAlias(unit_id=identity(unit.id), name=former, region=unit.region))

    def _remember(self, unit: Unit, key: UnitKey) -> None:
        self._by_key.setdefault(key, unit)
        self._by_spelling[unit.name, unit.region] = unit
        self._next_position = max(self._next_position, unit.position + 1)

    def _keep_spelling(self, unit: Unit, text: str) -> None:
        if (text, unit.region) not in self._by_spelling and unit.id is not None:
            self._session.add(UnitAlias(unit_id=unit.id, name=text, region=unit.region))
            self._by_spelling[text, unit.region] = unit

    def _place(self, region: str) -> Division | None:
        """Find a region; a document that names none is read as one of the office's own."""
        return self._rules.divisions.find_in(region) if region else self._rules.home


def set_members(session: Session, group: Unit, members: list[Unit]) -> None:
    """Make these the members of a group, in this order, and no others."""
    for old in find_rows(session, Membership, group_id=group.id):
        session.delete(old)
    session.flush()
    for position, member in enumerate(members, start=1):
        session.add(Membership(group_id=identity(group.id), member_id=identity(member.id), position=position))


def identity(key: int | None) -> int:
    """Give the key of a row that has been stored."""
    if key is None:
        raise ValueError("row without a key: flush first")
    return key


def _find_home(session: Session, rules: UnitRules, default: str) -> Division | None:
    """Find the region of the office: its setting, else the first plan's, else the one at hand."""
    settings = [row.value for row in find_rows(session, Setting, key="region")]
    plans = [plan.region for plan in find_rows(session, Plan)]
    regions = (rules.divisions.find_in(region) for region in (*settings, *plans, default) if region)
    return next((region for region in regions if region is not None), None)
