"""Several numbers behind 分别: each has its own year, its own name, or its own place.

2025年、2026年组建率分别达到60%、80%      组建率、满意率分别达到60%、80%
入园率达到92%，普惠率达到91%；2025年分别达到93%和92% (the names of the figures before, in their order)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wuye_cli.importing.draft import DraftTarget
from wuye_cli.importing.fields.dated_sentences import Sentence
from wuye_cli.importing.fields.quantities import Quantity
from wuye_cli.importing.fields.quotas import PLACE
from wuye_cli.importing.fields.target_words import CLAUSE_MARKS, MEASURED, find_clause, find_noun


def deal_out(
    sentence: Sentence, quantities: Sequence[Quantity], targets: list[DraftTarget], earlier: Sequence[DraftTarget]
) -> list[DraftTarget]:
    """Give each of the numbers behind 分别 what it is dealt; `earlier` are the targets of the sentences before."""
    for mark in re.finditer("分别", sentence.text):
        targets = _deal_out(sentence, mark.start(), quantities, targets, earlier)
    return targets


def _deal_out(
    sentence: Sentence,
    mark: int,
    quantities: Sequence[Quantity],
    targets: list[DraftTarget],
    earlier: Sequence[DraftTarget],
) -> list[DraftTarget]:
    """Give each of several numbers behind 分别 its own year, or name: 2025年、2026年组建率分别达到60%、80%."""
    numbers = [at for at, item in enumerate(quantities) if _is_dealt(sentence.text, mark, item)]
    if len(numbers) < 2:
        return targets
    first, words = targets[numbers[0]], find_clause(sentence.text, quantities[numbers[0]])
    days = sentence.find_listed(mark)
    dealt = [targets[at] for at in numbers]
    before = () if len(days) == len(numbers) else (*earlier, *targets[: numbers[0]])
    series = _take_up(sentence.text[:mark], dealt, before[-len(numbers) :])
    places = _find_places(sentence.text[:mark])
    names = series or _part(first.indicator, len(numbers))
    for place, at in enumerate(numbers):
        by = days[place] if len(days) == len(numbers) else targets[at].by
        name = names[place] if names else targets[at].indicator
        scope = places[place] if len(places) == len(numbers) else targets[at].scope
        targets[at] = replace(targets[at], indicator=name, op=first.op, by=by, scope=scope, text=words)
    return targets


def _take_up(words: str, dealt: Sequence[DraftTarget], before: Sequence[DraftTarget]) -> list[str]:
    """Give the names of as many targets before, where the clause prints none: A达到92%，B达到91%；分别达到93%、92%."""
    is_series = [item.unit for item in dealt] == [item.unit for item in before]
    return [item.indicator for item in before] if is_series and not find_noun(words) else []


def _find_places(words: str) -> list[str]:
    """Give the places that the clause deals to: 2025年甲区、乙区[分别]完成20个、30个."""
    names = re.split("、|和", re.sub("^.*年(?:底前?)?", "", CLAUSE_MARKS.split(words)[-1]))
    return names if all(map(PLACE.fullmatch, names)) else []


def _part(words: str, count: int) -> list[str]:
    """Part as many names as there are numbers; what joins two may stand inside one: 知晓率、参与率和满意率."""
    parted = (re.split(marks, words) for marks in ("、", "、|和|及", "、|和|及|与"))
    return next((names for names in parted if len(names) == count and _are_alike(names)), [])


def _are_alike(names: Sequence[str]) -> bool:
    """Tell names of their own from the pieces of one: 牛、羊存栏, 新建、改建绿地的应用比例."""
    return len(min(names, key=len)) > 1 and len({MEASURED.search(name) is None for name in names}) == 1


def _is_dealt(text: str, mark: int, quantity: Quantity) -> bool:
    return mark < quantity.start and not CLAUSE_MARKS.search(text, mark, quantity.start)
