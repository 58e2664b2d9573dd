"""Phrases that stand for several units: 各县（市）区人民政府, 各街道（乡镇）办事处, 领导小组各成员单位.

Only governments and departments of prefectures and counties have members that a table knows; every other group
is one reporting unit until the user lists its members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wuye_cli.domain.divisions import Division, Divisions
from wuye_cli.domain.offices import Office, Offices

GROUP = re.compile(
    r"各|相关|有关|成员单位|^(?:街道|乡镇|乡（镇）|镇（街道）|镇街)"
)  # 水、暖、气等相关企业; 街道（乡镇）办事处
BELOW_COUNTY = re.compile(r"街道|乡镇|乡（镇）|苏木|镇")
# 各县（市）区, 各旗县区, 各设区市, 各市、县（区）: how far it goes is told by what follows (各区|市场监管局)
PLACES = re.compile(r"各(?:设区的?)?[县市区旗州盟（）、，和]+")
CITY_KINDS = frozenset("市州盟")
KINDS = frozenset("县市区旗州盟")
PUNCTUATION = re.compile(r"[（）、，和]|^各")


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """各县（市）区住建部门 taken apart: which kinds of places, and what of each."""

    places: str
    office: Office


def is_group(text: str) -> bool:
    """Tell whether a name stands for several units."""
    return GROUP.search(text) is not None


def group_level(text: str) -> str:
    """Name the level of a group that lies below the counties."""
    return "街道（乡镇）" if BELOW_COUNTY.search(text) else ""


def group_words(text: str) -> str:
    """Reduce a phrase to what its spellings have in common: with or without 各, brackets and 人民."""
    return PUNCTUATION.sub("", text).replace("人民政府", "政府")


def find_place_phrase(text: str, offices: Offices) -> PlacePhrase | None:
    """Take a phrase apart where what follows the places is a known office; places alone mean their governments."""
    match = PLACES.match(text)
    if match is None:
        return None
    for end in range(match.end(), 1, -1):
        office = offices.find(text[end:] or "人民政府")
        if office is not None:
            return PlacePhrase(text[1:end], office)
    return None


def find_members(places: str, region: Division, divisions: Divisions) -> tuple[Division, ...]:
    """List the places that are meant in a document of `region`, in the order of the table.

    One kind alone means that kind (各区); several mean every place of the level (各县区 of a city with a 县级市 too).
    """
    kinds = KINDS.intersection(places)
    counties = divisions.counties(region)
    if any(child.level == "市" for child in divisions.children(region)):
        cities = divisions.children(region)
        if kinds <= CITY_KINDS or "设区" in places:
            return cities
        return (*cities, *(one for one in counties if one not in cities)) if places[0] in CITY_KINDS else counties
    return tuple(_of_kinds(counties, kinds))


def _of_kinds(places: tuple[Division, ...], kinds: frozenset[str]) -> Iterator[Division]:
    return (place for place in places if len(kinds) > 1 or place.name[-1] in kinds)
