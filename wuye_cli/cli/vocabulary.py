"""The bundled tables that tell units apart: administrative divisions and the names of departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wuye_cli.resources import data_path

if TYPE_CHECKING:
    from wuye_cli.domain.units import UnitRules


def load_unit_rules() -> UnitRules:
    """Read both tables, with the rules that only those need who name a unit."""
    from wuye_cli.domain.divisions import load_divisions
    from wuye_cli.domain.offices import load_offices
    from wuye_cli.domain.units import UnitRules

    return UnitRules(load_divisions(data_path("divisions.csv")), load_offices(data_path("units.csv")))


def rules_for(unit: str | None) -> UnitRules | None:
    """Read the tables only where a unit is named."""
    return load_unit_rules() if unit else None
