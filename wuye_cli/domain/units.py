"""Names of units: which spellings mean one unit, and what the register calls it.

A name is read for one region, the plan's: 市住建局 is 银川市's in a plan of 银川市 and another unit in one of
吴忠市. What tells units apart is their `UnitKey`: the region, the level the name speaks of, and the office or, where
the vocabulary does not know it, the words themselves. Nothing is merged by likeness.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from wuye_cli.domain.divisions import Division, Divisions, load_divisions
from wuye_cli.domain.groups import PlacePhrase, find_members, find_place_phrase, group_level, group_words, is_group
from wuye_cli.domain.offices import Office, Offices, load_offices
from wuye_cli.domain.spelling import normal_name
from wuye_cli.domain.terms import UnitKind

PREFIXES = ("自治区", "自治州", "自治县", "自治旗", "省", "市", "县", "区", "旗", "州", "盟")
PROVINCE_PREFIXES = ("自治区", "省")
# 市场主体, 市政集团, 市民中心, 区域公司, 县域经济: the first character belongs to a word and names no level.
PART_OF_A_WORD = re.compile(r"市[场政民容域级直属]|区[域块间属直级]|县[域级直属]|省[级直属]|州际|旗下|自治区[级直属]")
SECOND_NAME = re.compile(r"（[^（）]*）$")  # 市数据局（市人工智能局）


@dataclass(frozen=True, slots=True)
class UnitKey:
    """Equal for all spellings of one unit; `region` is a division code, empty where no region is known."""

    region: str
    level: str
    words: str


@dataclass(frozen=True, slots=True)
class UnitName:
    """One printed name as read: `name` is what the register calls it, `members` are those of a group that are known.

    `level` is 省, 市 or 县 where the name says it, `known` that the vocabulary has the office.
    """

    text: str
    name: str
    region: str
    level: str
    kind: UnitKind
    key: UnitKey
    known: bool
    members: tuple[UnitName, ...] = ()


@dataclass(frozen=True, slots=True)
class _Parts:
    """A name taken apart: the place it speaks of, the level that was written, the rest."""

    place: Division | None
    level: str
    rest: str
    spelled_out: bool = False  # 银川市…, not 市…


@dataclass(frozen=True, slots=True)
class UnitRules:
    """How names are read; `home` is the region of the office that keeps the register."""

    divisions: Divisions
    offices: Offices
    home: Division | None = None

    def read(self, text: str, region: Division | None) -> UnitName:
        """Read a printed name in a document of `region`."""
        text = normal_name(text)
        phrase = find_place_phrase(text, self.offices) if region else None
        if region is not None and phrase is not None:
            return self._places(text, phrase, region)
        return self._group(text, region) if is_group(text) else self._unit(text, region)

    def _unit(self, text: str, region: Division | None) -> UnitName:
        parts = self._take_apart(text, region)
        office = self._office(parts.rest)
        return UnitName(
            text=text,
            name=self._register_name(text, parts, office),
            region=self._region_name(parts.place),
            level=parts.level,
            kind=UnitKind.UNIT,
            key=UnitKey(_code(parts.place), parts.level, office.key if office else parts.rest),
            known=office is not None,
        )

    def _group(self, text: str, region: Division | None) -> UnitName:
        key = UnitKey(_code(region), UnitKind.GROUP, group_words(text))
        return UnitName(text, text, self._region_name(region), group_level(text), UnitKind.GROUP, key, known=False)

    def _places(self, text: str, phrase: PlacePhrase, region: Division) -> UnitName:
        members = find_members(phrase.places, region, self.divisions)
        if not members:
            return self._group(text, region)
        key = UnitKey(region.code, UnitKind.GROUP, " ".join((phrase.office.key, *(one.code for one in members))))
        return UnitName(
            text=text,
            name=text,
            region=self._region_name(region),
            level=members[-1].level,
            kind=UnitKind.GROUP,
            key=key,
            known=True,
            members=tuple(self._unit(one.name + phrase.office.name, one) for one in members),
        )

    def _take_apart(self, text: str, region: Division | None) -> _Parts:
        """Find the place and the level; a known office without either is the region's own."""
        if self._office(text):
            return _Parts(region, region.level if region else "", text)
        place, rest = self.divisions.split_place(text, within=region)
        if place is not None and rest and (self._office(rest) or text.removesuffix(rest).endswith(place.name)):
            return _Parts(place, place.level, rest, spelled_out=True)
        prefix = next((word for word in PREFIXES if text.startswith(word) and text != word), "")
        rest = text.removeprefix(prefix)
        if not prefix or (PART_OF_A_WORD.match(text) and not self._office(rest)):
            return _Parts(region, "", text)
        pointed = self._pointed_at(prefix, region)
        return _Parts(pointed, pointed.level, rest) if pointed else _Parts(region, prefix, rest)

    def _pointed_at(self, prefix: str, region: Division | None) -> Division | None:
        """Find the place that 市 or 省 means in a document of `region`: itself, or the nearest above it."""
        if region is None:
            return None
        word = prefix if prefix in PROVINCE_PREFIXES else prefix.removeprefix("自治")
        nearest = (place for place in self.divisions.line_of(region) if _prefix(place) == word)
        return next(nearest, self.divisions.province_of(region) if word in PROVINCE_PREFIXES else None)

    def _office(self, words: str) -> Office | None:
        return self.offices.find(words) or self.offices.find(SECOND_NAME.sub("", words))

    def _register_name(self, text: str, parts: _Parts, office: Office | None) -> str:
        """Name a unit of our own region or above 市…, any other 兴庆区…; what is not known stays as written."""
        if not parts.level or (office is None and parts.spelled_out):
            return text
        words = office.name if office else parts.rest
        if parts.place is None or parts.level != parts.place.level:
            return parts.level + words
        return self._place_word(parts.place) + words

    def _place_word(self, place: Division) -> str:
        above = self.divisions.line_of(self.home)[1:] if self.home else ()
        is_ours = self.home is None or place == self.home
        is_above = place in above and self.home is not None and _prefix(place) != _prefix(self.home)
        return _prefix(place) if is_ours or is_above else place.name

    def _region_name(self, place: Division | None) -> str:
        return self.divisions.full_name(place) if place else ""


def load_unit_rules(divisions: Path, offices: Path) -> UnitRules:
    """Read both tables."""
    return UnitRules(load_divisions(divisions), load_offices(offices))


def _code(place: Division | None) -> str:
    return place.code if place else ""


def _prefix(place: Division) -> str:
    """Give the word that stands for a place in its own documents: 市, 县, 区, 旗, 省, 自治区."""
    return next((word for word in PREFIXES if place.name.endswith(word)), place.name)
