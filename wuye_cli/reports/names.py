"""Units by the name that is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from wuye_cli.domain.facts import UnitFacts


class UnitNames:
    """Names of units by id; one that several regions share carries its region in brackets."""

    def __init__(self, units: Mapping[int, UnitFacts]) -> None:
        shared = Counter(unit.name for unit in units.values())
        self.units = units
        self.by_id = {
            key: f"{unit.name}（{unit.region}）" if shared[unit.name] > 1 else unit.name for key, unit in units.items()
        }

    def names(self, ids: Iterable[int]) -> tuple[str, ...]:
        """Name units in the order given."""
        return tuple([self.by_id[unit] for unit in ids])

    def in_official_order(self) -> tuple[str, ...]:
        """Name all units as the office orders them."""
        return self.names(sorted(self.units, key=lambda key: (self.units[key].position, key)))

    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Name the direct members of every group whose members are known."""
        return tuple((self.by_id[key], self.names(unit.members)) for key, unit in self.units.items() if unit.members)
