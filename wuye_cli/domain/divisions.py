"""Administrative divisions of China down to county level, and which of them a text speaks of.

A code has two digits for a province, four for a prefecture, six for a county; the parent is the longest shorter
prefix in the table, so districts of a municipality belong to it directly.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LEVELS = {2: "省", 4: "市", 6: "县"}
PROVINCE_ENDINGS = ("特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市")
SHORTEST_SAFE_NAME = 3  # 完成县级…, 相应县… contain 成县 and 应县


@dataclass(frozen=True, slots=True)
class Division:
    """One division; equal codes are equal divisions."""

    code: str
    name: str

    @property
    def level(self) -> str:
        """省, 市 (prefecture) or 县."""
        return LEVELS[len(self.code)]


@dataclass(frozen=True, slots=True)
class _Place:
    """A division and the part of the text that names it."""

    division: Division
    start: int
    end: int


class Divisions:
    """The table of divisions, in its own order."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = dict(names)
        self._codes: dict[str, list[str]] = {}
        for code, name in self._names.items():
            self._codes.setdefault(name, []).append(code)
            if len(code) == 2:
                self._codes.setdefault(_short_province(name), []).append(code)
        self._longest = max(map(len, self._codes), default=0)
        self._beginnings = {name[:2] for name in self._codes}

    def get(self, code: str) -> Division:
        """Give the division with a code that is in the table."""
        return Division(code, self._names[code])

    def named(self, name: str) -> tuple[Division, ...]:
        """Give every division of that name; 鼓楼区 has four."""
        return tuple(map(self.get, self._codes.get(name, ())))

    def provinces(self) -> tuple[Division, ...]:
        """Give the divisions that lie below none."""
        return tuple(self.get(code) for code in self._names if len(code) == 2)

    def parent(self, division: Division) -> Division | None:
        """Give the division directly above; None for a province."""
        above = (division.code[:length] for length in (4, 2) if length < len(division.code))
        return next((self.get(code) for code in above if code in self._names), None)

    def line_of(self, division: Division) -> tuple[Division, ...]:
        """Give a division and everything it lies in, the nearest first."""
        above = self.parent(division)
        return (division, *self.line_of(above)) if above else (division,)

    def province_of(self, division: Division) -> Division:
        """Give the province that a division lies in, or is."""
        return self.get(division.code[:2])

    def children(self, division: Division) -> tuple[Division, ...]:
        """Give the divisions directly below."""
        return tuple(below for below in self.below(division) if self.parent(below) == division)

    def counties(self, division: Division) -> tuple[Division, ...]:
        """Give every county-level division below: 县, 县级市, 区, 旗."""
        return tuple(below for below in self.below(division) if below.level == "县")

    def find_in(self, text: str, within: Division | None = None) -> Division | None:
        """Find the place a text speaks of first, with what follows it directly: 宁夏回族自治区吴忠市 is 吴忠市.

        A name that several divisions bear counts only inside the one before it, or inside `within`.
        """
        place = self._first_place(text, within)
        return place.division if place else None

    def split_place(self, text: str, within: Division | None = None) -> tuple[Division | None, str]:
        """Take the place off the beginning of a name: 银川市公安局 is 银川市 and 公安局."""
        place = self._first_place(text, within)
        if place is None or place.start > 0:
            return None, text
        return place.division, text[place.end :]

    def full_name(self, division: Division) -> str:
        """Give the shortest name that `find_in` reads back as this division: 吴忠市, but 长春市朝阳区."""
        above = self.parent(division)
        if above is None or len(self.named(division.name)) == 1:
            return division.name
        return self.full_name(above) + division.name

    def _first_place(self, text: str, within: Division | None) -> _Place | None:
        place: _Place | None = None
        for start, name in self._mentions(text):
            if place is not None and start != place.end:
                break
            division = self._one_of(name, place.division if place else within)
            if division is None or not (place is None or division.code.startswith(place.division.code)):
                continue
            place = _Place(division, place.start if place else start, start + len(name))
        return place

    def below(self, division: Division) -> Iterator[Division]:
        """Go through everything below, in the order of the table."""
        return (self.get(code) for code in self._names if code.startswith(division.code) and code != division.code)

    def _one_of(self, name: str, within: Division | None) -> Division | None:
        """Tell namesakes apart by the place that was named before."""
        candidates = self.named(name)
        inside = tuple(one for one in candidates if within is not None and one.code.startswith(within.code))
        for choice in (inside, candidates):
            if len(choice) == 1:
                return choice[0]
        return None

    def _mentions(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield names and where they start, leftmost and longest first, not overlapping."""
        position, end = 0, -1
        while position < len(text):
            name = self._name_at(text, position)
            if name and (len(name) >= SHORTEST_SAFE_NAME or _stands_alone(text, position, end, name)):
                yield position, name
                position = end = position + len(name)
            else:
                position += 1

    def _name_at(self, text: str, start: int) -> str | None:
        if text[start : start + 2] not in self._beginnings:
            return None
        lengths: Iterable[int] = range(min(self._longest, len(text) - start), 1, -1)
        return next((text[start : start + n] for n in lengths if text[start : start + n] in self._codes), None)


def load_divisions(path: Path) -> Divisions:
    """Read the table: UTF-8 CSV with the columns code and name."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        next(rows, None)
        return Divisions({row[0]: row[1] for row in rows if row})


def _short_province(name: str) -> str:
    return next(name.removesuffix(ending) for ending in PROVINCE_ENDINGS if name.endswith(ending))


def _stands_alone(text: str, start: int, end: int, name: str) -> bool:
    """Two characters are a county's name only where no other word can run into them; 上海 is safe anywhere."""
    is_county = name[-1] in "县区市"
    return not is_county or start in {0, end} or not text[start - 1].isalpha()
