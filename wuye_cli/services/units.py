"""The register of units: looked at, named, put into the official order, and the members of groups listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.contacts import Contact
from wuye_cli.domain.spelling import normal_name
from wuye_cli.domain.terms import UnitKind
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.reports.names import UnitNames
from wuye_cli.services.complaints import Complaints
from wuye_cli.services.known_units import get_unit
from wuye_cli.services.rows import get_unit_row
from wuye_cli.services.unit_book import NewUnit, UnitBook, identity, set_members
from wuye_cli.services.views import read_spellings
from wuye_cli.store.contacts import load_contacts
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Unit, UnitAlias
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a unit had until the day on which it was renamed."""

    name: str
    until: date


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """One unit as the register has it; `members` are names, `aliases` all other spellings, former names among them."""

    name: str
    kind: UnitKind
    region: str
    level: str
    position: int
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    contacts: tuple[Contact, ...] = ()
    former_names: tuple[FormerName, ...] = ()


def read_units(database: Database, as_of: date | None = None) -> tuple[UnitRecord, ...]:
    """Give all units in official order, as they were on a day."""
    return tuple(_read_records(database, as_of).values())


def read_unit(
    database: Database, name: str, as_of: date | None = None, *, rules: UnitRules | None = None
) -> UnitRecord:
    """Give one unit, named by any of its spellings, as it was on a day."""
    with read_register(database, as_of) as reader:
        unit = get_unit(name, read_spellings(reader), rules)
    return _read_records(database, as_of)[unit]


def add_alias(
    database: Database, unit: str, alias: str, change: Change, *, rules: UnitRules | None = None, dry_run: bool = False
) -> str:
    """Let another spelling mean a unit; gives the unit's name."""
    spelling = normal_name(alias)
    if not spelling:
        raise RefusedError("empty-name", "别名不能为空：请写明单位的另一种叫法。")
    with write_register(database, change, dry_run=dry_run) as session:
        row = get_unit_row(session, unit, rules)
        owner = _find_owner(session, spelling, row.region)
        if owner is not None and owner.id != row.id:
            sentence = f"“{spelling}”已经指“{owner.name}”，一个名称只能指一个单位，没有改动。"
            raise RefusedError("name-taken", sentence)
        if owner is None:
            session.add(UnitAlias(unit_id=identity(row.id), name=spelling, region=row.region))
        return row.name


def rename_unit(
    database: Database,
    unit: str,
    name: str,
    change: Change,
    on: date,
    *,
    rules: UnitRules | None = None,
    dry_run: bool = False,
) -> str:
    """Call a unit by a new name; the old one, given up on that day, still means it. Gives the old name."""
    new = normal_name(name)
    if not new:
        raise RefusedError("empty-name", "新名称不能为空：请写明单位的新名称。")
    with write_register(database, change, dry_run=dry_run) as session:
        row = get_unit_row(session, unit, rules)
        owner = _find_owner(session, new, row.region)
        if owner is not None and owner.id != row.id:
            sentence = f"“{new}”已经指“{owner.name}”，没有改动：确是同一单位的，请用 wuye unit merge 合并。"
            raise RefusedError("name-taken", sentence)
        former, row.name = row.name, new
        if former == new:
            raise RefusedError("same-name", f"“{former}”本来就是这个名称，没有改动。")
        for alias in find_rows(session, UnitAlias, name=new, region=row.region):
            session.delete(alias)
        session.add(UnitAlias(unit_id=identity(row.id), name=former, region=row.region, until=on))
        return former


def order_units(
    database: Database, names: Sequence[str], change: Change, *, rules: UnitRules | None = None, dry_run: bool = False
) -> tuple[str, ...]:
    """Put units first, in this order; all others follow as they were. Gives the units that were named."""
    with write_register(database, change, dry_run=dry_run) as session:
        units = find_rows(session, Unit)
        wrong = Complaints()
        named: dict[int, Unit] = {}
        for name in names:
            try:
                unit = get_unit_row(session, name, rules)
                named[identity(unit.id)] = unit
            except RefusedError as error:
                wrong.add(error.code, error.message)
        wrong.raise_all()
        others = sorted((unit for unit in units if unit.id not in named), key=lambda unit: (unit.position, unit.id))
        for position, unit in enumerate([*named.values(), *others], start=1):
            unit.position = position
        return tuple(unit.name for unit in named.values())


def set_group(
    database: Database, group: str, members: Sequence[str], change: Change, *, rules: UnitRules, dry_run: bool = False
) -> tuple[NewUnit, ...]:
    """List the members of a group, replacing the old list; gives the members that the register did not know."""
    with write_register(database, change, dry_run=dry_run) as session:
        row = get_unit_row(session, group, rules)
        book = UnitBook(session, rules, row.region)
        units = {identity(unit.id): unit for unit in (book.resolve(name, row.region) for name in members)}
        if row.id in units:
            raise RefusedError("group-in-itself", f"“{row.name}”不能是它自己的成员：请只写它包含的单位。")
        row.kind = UnitKind.GROUP
        set_members(session, row, list(units.values()))
        return tuple(book.new)


def _find_owner(session: Session, spelling: str, region: str) -> Unit | None:
    """Find the unit of a region that a spelling means already."""
    own = find_rows(session, Unit, name=spelling, region=region)
    aliases = find_rows(session, UnitAlias, name=spelling, region=region)
    others = [unit for alias in aliases for unit in find_rows(session, Unit, id=alias.unit_id)]
    return next(iter([*own, *others]), None)


def _read_records(database: Database, as_of: date | None) -> dict[int, UnitRecord]:
    with read_register(database, as_of) as reader:
        units = load_facts(reader).units
        aliases = reader.rows("unit_aliases")
        contacts = load_contacts(reader)
    names = UnitNames(units)
    return {
        key: UnitRecord(
            name=unit.name,
            kind=unit.kind,
            region=unit.region,
            level=unit.level,
            position=unit.position,
            aliases=tuple(row["name"] for row in aliases if row["unit_id"] == key),
            members=names.names(unit.members),
            contacts=contacts.get(key, ()),
            former_names=tuple(
                FormerName(row["name"], row["until"]) for row in aliases if row["unit_id"] == key and row["until"]
            ),
        )
        for key, unit in units.items()
    }
