"""What the register calls a unit that a document prints; read only, for what is shown before anything is written."""

from __future__ import annotations

from collections.abc import Callable

from wuye_cli.domain.units import UnitRules
from wuye_cli.store.reading import Reader


def read_unit_names(reader: Reader, rules: UnitRules, region: str) -> Callable[[str], str]:
    """Make the function that names a unit as a plan of `region` means it; what is not known stays as it is read."""
    spellings = [(row["id"], row["name"], row["region"]) for row in reader.rows("units")]
    names = {key: name for key, name, _ in spellings}
    spellings += [(row["unit_id"], row["name"], row["region"]) for row in reader.rows("unit_aliases")]
    by_spelling = {(name, place): names[key] for key, name, place in spellings}
    by_key: dict[object, str] = {}
    for key, name, place in spellings:
        by_key.setdefault(rules.read(name, rules.divisions.find_in(place)).key, names[key])
    here = rules.divisions.find_in(region)

    def name_unit(text: str) -> str:
        read = rules.read(text, here)
        spelled = by_spelling.get((read.text, read.region)) or by_spelling.get((read.name, read.region))
        return spelled or by_key.get(read.key) or read.name

    return name_unit
