"""The unit that a typed name means: one of the register's names or their other spellings, never a guess.

With the tables of units at hand, a spelling that no document has used is understood too (市住建).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wuye_cli.domain.spelling import normal_name
from wuye_cli.errors import RefusedError
from wuye_cli.services.codes import ask_for

if TYPE_CHECKING:  # reading commands load the tables only where a unit is named
    from wuye_cli.domain.units import UnitRules


@dataclass(frozen=True, slots=True)
class Spelling:
    """One name of a unit; its own or an alias."""

    unit: int
    name: str
    region: str


def get_unit(text: str, spellings: Iterable[Spelling], rules: UnitRules | None = None) -> int:
    """Find the unit that is meant; a name that two regions share takes the region in brackets: 市住建局（银川市）."""
    known = tuple(spellings)
    wanted = normal_name(text)
    units = {spelling.unit for spelling in known if wanted in {spelling.name, _with_region(spelling)}}
    if rules is not None and not units:
        units = _find_by_key(wanted, known, rules)
    if len(units) == 1:
        return units.pop()
    if units:
        choices = "、".join(dict.fromkeys(_with_region(one) for one in known if one.unit in units))
        raise RefusedError("ambiguous-unit", f"有几个单位都叫“{text}”，请写明地区：{choices}。")
    question = ask_for(wanted, dict.fromkeys(spelling.name for spelling in known), 0.5)
    raise RefusedError("unknown-unit", f"没有名为“{text}”的单位。{question}可用 wuye unit list 查看全部单位。")


def _find_by_key(text: str, known: Iterable[Spelling], rules: UnitRules) -> set[int]:
    """Find the units that the words mean in some region of the register."""
    places = {one.region: rules.divisions.find_in(one.region) for one in known}
    keys = {rules.read(text, place).key for place in places.values()}
    return {one.unit for one in known if rules.read(one.name, places[one.region]).key in keys}


def _with_region(spelling: Spelling) -> str:
    return f"{spelling.name}（{spelling.region}）"
