"""The unit that a typed name means: one of the register's names or their other spellings, never a guess."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wuye_cli.domain.spelling import normal_name
from wuye_cli.errors import RefusedError
from wuye_cli.services.codes import ask_for


@dataclass(frozen=True, slots=True)
class Spelling:
    """One name of a unit; its own or an alias."""

    unit: int
    name: str
    region: str


def get_unit(text: str, spellings: Iterable[Spelling]) -> int:
    """Find the unit that is meant; a name that two regions share takes the region in brackets: 市住建局（银川市）."""
    known = tuple(spellings)
    wanted = normal_name(text)
    units = {spelling.unit for spelling in known if wanted in {spelling.name, _with_region(spelling)}}
    if len(units) == 1:
        return units.pop()
    if units:
        choices = "、".join(dict.fromkeys(_with_region(one) for one in known if one.unit in units))
        raise RefusedError("ambiguous-unit", f"有几个单位都叫“{text}”，请写明地区：{choices}。")
    question = ask_for(wanted, dict.fromkeys(spelling.name for spelling in known), 0.5)
    raise RefusedError("unknown-unit", f"没有名为“{text}”的单位。{question}可用 wuye unit list 查看全部单位。")


def _with_region(spelling: Spelling) -> str:
    return f"{spelling.name}（{spelling.region}）"
