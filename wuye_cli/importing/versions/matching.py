"""Which task of the register is which of a later version: by key first, then by likeness.

A key (level, title, ordinal) names a task as long as its title is the only one of its kind; among tasks of one title
the wording decides, for ordinals shift when one of them is left out. Likeness only proposes, and proposes nothing
where two are about equally alike: those are new and gone, and that is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from wuye_cli.importing.draft import DraftTask
from wuye_cli.importing.versions.words import Words, task_words

ALIKE = 0.7  # 清理楼道杂物 and 清理楼道堆物 reach 0.83; two tasks of one subject with other words stay below 0.6
CLEARLY = 0.1  # by how much the likest must be liker than the next


class By(StrEnum):
    """How a task was found again."""

    KEY = "key"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class KnownTask:
    """A task of the register: its words now, and what the document said of it, None where it had no such task."""

    code: str
    key: str
    words: Words
    imported: Words | None
    archived: bool = False

    @property
    def said(self) -> Words:
        """Give the document's words, else the register's."""
        return self.words if self.imported is None else self.imported


@dataclass(frozen=True, slots=True)
class Pair:
    """A task and its place in the draft."""

    old: KnownTask
    place: int
    by: By
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs in the draft's order, places without one, and for some of those the codes that they might have been."""

    pairs: tuple[Pair, ...]
    new: tuple[int, ...]
    unsure: Mapping[int, tuple[str, ...]]


def match_tasks(old: Sequence[KnownTask], new: Sequence[DraftTask]) -> Matching:
    """Find each task of a draft among those of the register."""
    places = dict(enumerate(new))
    standing = [task for task in old if task.imported is not None or not task.archived]
    dropped = [task for task in old if task not in standing]
    pairs = [*_by_key(standing, places)]
    pairs += _by_key(dropped, _left(places, pairs))
    open_tasks = [task for task in standing if all(pair.old is not task for pair in pairs)]
    scores = _scores(open_tasks, _left(places, pairs))
    pairs += _by_likeness(scores)
    new_places = _left(places, pairs)
    return Matching(
        pairs=tuple(sorted(pairs, key=lambda pair: pair.place)),
        new=tuple(new_places),
        unsure={place: _codes(scores[place]) for place in new_places if scores.get(place)},
    )


Scores = Mapping[int, Sequence[tuple[float, KnownTask]]]  # of each place, the tasks that are like it, the likest first


def _left(places: Mapping[int, DraftTask], pairs: Iterable[Pair]) -> dict[int, DraftTask]:
    taken = {pair.place for pair in pairs}
    return {place: item for place, item in places.items() if place not in taken}


def _by_key(old: Iterable[KnownTask], places: Mapping[int, DraftTask]) -> list[Pair]:
    """Pair tasks of one level and title: those of the same wording, then the one that is left on both sides."""
    titles: defaultdict[str, list[KnownTask]] = defaultdict(list)
    for task in old:
        titles[_stem(task.key)].append(task)
    groups: defaultdict[str, dict[int, DraftTask]] = defaultdict(dict)
    for place, item in places.items():
        groups[_stem(item.key)][place] = item
    pairs = []
    for stem, group in groups.items():
        same = _of_one_title(titles.get(stem, []), group)
        pairs += [Pair(task, place, By.KEY) for place, task in same.items()]
    return pairs


def _of_one_title(tasks: Sequence[KnownTask], group: Mapping[int, DraftTask]) -> dict[int, KnownTask]:
    left = list(tasks)
    found: dict[int, KnownTask] = {}
    for place, item in group.items():
        same = next((task for task in left if "".join(task.said["content"]) == item.content), None)
        if same is not None:
            found[place] = same
            left.remove(same)
    places = [place for place in group if place not in found]
    if len(left) == len(places) == 1:
        found[places[0]] = left[0]
    return found


def _stem(key: str) -> str:
    return key.rpartition("|")[0]


def _scores(old: Sequence[KnownTask], places: Mapping[int, DraftTask]) -> Scores:
    scores = {}
    for place, item in places.items():
        words = task_words(item)
        rated = [(_likeness(task.said, words), task) for task in old]
        alike = [(score, task) for score, task in rated if score >= ALIKE]
        scores[place] = sorted(alike, key=lambda one: -one[0])
    return scores


def _by_likeness(scores: Scores) -> list[Pair]:
    """Pair those that are clearly each other's likest."""
    suitors: defaultdict[str, list[float]] = defaultdict(list)
    for rated in scores.values():
        for score, task in rated:
            suitors[task.code].append(score)
    pairs = []
    for place, rated in scores.items():
        if rated and _is_clear([score for score, _ in rated], rated[0][0]):
            score, task = rated[0]
            if _is_clear(suitors[task.code], score):
                pairs.append(Pair(task, place, By.LIKENESS, score))
    return pairs


def _is_clear(scores: Sequence[float], best: float) -> bool:
    """Tell whether one score is the best of all by enough."""
    return sum(score > best - CLEARLY for score in scores) == 1 and max(scores) == best


def _codes(rated: Iterable[tuple[float, KnownTask]]) -> tuple[str, ...]:
    return tuple(task.code for _, task in rated)


def _likeness(old: Words, new: Words) -> float:
    """Rate two tasks from 0 to 1 by title and content; what one of them does not have is not rated."""
    parts = [("".join(old[field]), "".join(new[field])) for field in ("title", "content")]
    ratios = [_ratio(one, other) for one, other in parts if one and other]
    return sum(ratios) / len(ratios) if ratios else 0.0


def _ratio(one: str, other: str) -> float:
    """Rate two texts; the cheap bounds come first, for most pairs have nothing in common."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    quick = min(matcher.real_quick_ratio(), matcher.quick_ratio())
    return matcher.ratio() if quick >= ALIKE / 2 else quick
