"""What the register calls a unit that a document prints; read only, for what is shown before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wuye_cli.domain.divisions import Division
from wuye_cli.domain.units import UnitRules
from wuye_cli.services.views import read_spellings
from wuye_cli.store.facts import load_office
from wuye_cli.store.reading import Reader


def read_unit_names(reader: Reader, rules: UnitRules, region: str) -> Callable[[str], str]:
    """Make the function that names a unit as a plan of `region` means it; what is not known stays as it is read."""
    home = _find_home(reader, rules, region)
    rules = replace(rules, home=home)
    spellings = read_spellings(reader)
    names = {row["id"]: row["name"] for row in reader.rows("units")}
    places = {place: rules.divisions.find_in(place) if place else home for place in {one.region for one in spellings}}
    by_spelling = {(one.name, one.region): names[one.unit] for one in spellings}
    by_key = {rules.read(one.name, places[one.region]).key: names[one.unit] for one in reversed(spellings)}
    here = rules.divisions.find_in(region) if region else home

    def name_unit(text: str) -> str:
        read = rules.read(text, here)
        spelled = by_spelling.get((read.text, read.region)) or by_spelling.get((read.name, read.region))
        return spelled or by_key.get(read.key) or read.name

    return name_unit


def _find_home(reader: Reader, rules: UnitRules, region: str) -> Division | None:
    """Find the region of the office: its setting, else the first plan's, else the one at hand."""
    plans = (row["region"] for row in reader.rows("plans", plan=None, archived=1))
    regions = (rules.divisions.find_in(place) for place in (load_office(reader).region, *plans, region) if place)
    return next((place for place in regions if place is not None), None)
