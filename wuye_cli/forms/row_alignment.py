"""Which row of an edited table was which row of the original: rows may have been inserted, removed and rewritten."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

Row = tuple[str, ...]
Pair = tuple[int | None, int | None]  # the row of the original and of the edited table; None: it has none
FIGURE = re.compile(r"[-−]?\d+(?:,\d{3})*(?:\.\d+)?%?")  # 12   -5   1,200   62.5%
ALIKE = 0.5


def figures_in(text: str) -> tuple[str, ...]:
    """Give the figures of a text in their order, however wide they are written."""
    plain = unicodedata.normalize("NFKC", text)
    return tuple(figure.replace(",", "").replace("−", "-") for figure in FIGURE.findall(plain))


def align_rows(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Pair]:
    """Pair the rows: first those that are the same, among the rest those with the same words, then those alike."""
    return _align(old, new, range(len(old)), range(len(new)), (tuple, _words))


def _align(
    old: Sequence[Row], new: Sequence[Row], left: range, right: range, keys: tuple[Callable[[Row], Hashable], ...]
) -> Iterator[Pair]:
    if not keys:
        yield from _pair(old, new, left, right)
        return
    key, *rest = keys
    mine, theirs = [key(old[i]) for i in left], [key(new[i]) for i in right]
    head = _count_same(mine, theirs)  # a matcher alone may part rows that say the same
    tail = _count_same(mine[head:][::-1], theirs[head:][::-1])
    yield from zip(left[:head], right[:head], strict=True)
    inner, beside = left[head : len(left) - tail], right[head : len(right) - tail]
    matcher = SequenceMatcher(None, mine[head : head + len(inner)], theirs[head : head + len(beside)], autojunk=False)
    for kind, first, end, new_first, new_end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(inner[first:end], beside[new_first:new_end], strict=True)
        else:
            yield from _align(old, new, inner[first:end], beside[new_first:new_end], tuple(rest))
    yield from zip(left[len(left) - tail :], right[len(right) - tail :], strict=True)


def _count_same(mine: Sequence[Hashable], theirs: Sequence[Hashable]) -> int:
    """Count how many rows both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))


def _pair(old: Sequence[Row], new: Sequence[Row], left: range, right: range) -> Iterator[Pair]:
    """As many as before were rewritten in place; otherwise each row of the original looks for the next one like it."""
    if len(left) == len(right):
        yield from zip(left, right, strict=True)
        return
    for row in left:
        found = next((other for other in right if _are_alike(old[row], new[other])), None)
        if found is not None:
            yield from ((None, added) for added in range(right.start, found))
            right = range(found + 1, right.stop)
        yield row, found
    yield from ((None, added) for added in right)


def _words(row: Row) -> Hashable:
    return tuple(FIGURE.sub("#", unicodedata.normalize("NFKC", text)) for text in row)


def _are_alike(one: Row, other: Row) -> bool:
    matcher = SequenceMatcher(None, "".join(one), "".join(other), autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
