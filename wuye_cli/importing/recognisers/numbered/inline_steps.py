"""Numbered steps that run on inside one paragraph: each that names its own units stands for itself.

    1.优化结构。（1）严控新增产能。（甲局、乙局负责）（2）淘汰落后设备。（甲局
    牵头，丙局配合）
    （3）开展清洁生产审核。（丁局负责）        <- begins a line only because the page ends above it

Steps without units of their own stay in their paragraph, also where a line happens to begin with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import numeric

from wuye_cli.importing.fields.numbering import Numbering, find_number
from wuye_cli.importing.fields.numerals import find_number as read_number
from wuye_cli.importing.fields.units import find_inline_units
from wuye_cli.importing.paragraphs import UNITS_OPEN, Passage, find_mark, join_passages, split_passage

# Where a number may stand inside a paragraph: behind a sentence or a bracket: …。（2）   …负责）② …；3.
MARK = re.compile(
    r"(?<=[。；：！;:）)】〕\]])\s*(?=[（(]\s*[\d一二三四五六七八九十]{1,3}\s*[）)]|[①-⒛㈠-㈩]|\d{1,2}[.．、](?!\d))"
)
SIGN = re.compile("[①-⒛㈠-㈩]")


@dataclass(frozen=True, slots=True)
class _Step:
    """The number of a step: in the passage `at`, from sign `offset` on (0: it opens the passage)."""

    at: int
    offset: int
    level: float
    value: int


def split_steps(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Give every step with units of its own a passage, and put torn paragraphs together again."""
    cuts: dict[int, list[int]] = {}
    torn: set[int] = set()
    for run in _runs(tuple(_steps(passages))):
        if all(step.offset == 0 for step in run):
            continue
        if _name_units(passages, run):
            for step in run:
                cuts.setdefault(step.at, []).append(step.offset)
        elif run[0].offset:
            torn.update(range(run[0].at + 1, run[-1].at + 1))
    return tuple(_rebuild(passages, cuts, torn))


def _steps(passages: tuple[Passage, ...]) -> Iterator[_Step]:
    for at, passage in enumerate(passages):
        marks = (found.end() for found in MARK.finditer(passage.text))
        for offset in (0, *(end for end in marks if not UNITS_OPEN.search(passage.text[:end]))):
            number = find_mark(passage.text) if offset == 0 else find_number(passage.text[offset:])
            if number is not None and number.no:
                yield _Step(at, offset, number.level, _value(number))


def _value(number: Numbering) -> int:
    digits = number.no.strip("（()）")
    return int(numeric(digits)) if SIGN.fullmatch(digits) else read_number(digits) or 0


def _runs(steps: tuple[_Step, ...]) -> Iterator[tuple[_Step, ...]]:
    """Find runs 1, 2, 3 … of one level below one paragraph; deeper numbers may stand between."""
    for first, start in enumerate(steps):
        if start.value != 1:
            continue
        run = [start]
        for step in steps[first + 1 :]:
            if step.level < start.level or (step.level == start.level and step.value != len(run) + 1):
                break
            if step.level == start.level:
                run.append(step)
        if len(run) > 1:
            yield tuple(run)


def _name_units(passages: tuple[Passage, ...], run: tuple[_Step, ...]) -> bool:
    """Whether a step before the last one names units: what only the last one names is for all."""
    return any(find_inline_units(_words(passages, *pair)) for pair in pairwise(run))


def _words(passages: tuple[Passage, ...], step: _Step, following: _Step) -> str:
    texts = [passage.text for passage in passages[step.at : following.at + 1]]
    texts[-1] = texts[-1][: following.offset]
    texts[0] = texts[0][step.offset :]
    return "\n".join(texts).strip()


def _rebuild(passages: tuple[Passage, ...], cuts: dict[int, list[int]], torn: set[int]) -> Iterator[Passage]:
    whole: Passage | None = None
    for at, passage in enumerate(passages):
        if at in torn and whole is not None:
            whole = join_passages(whole, passage)
            continue
        if whole is not None:
            yield whole
        *parts, whole = split_passage(passage, sorted({0, *cuts.get(at, [])}))
        yield from parts
    if whole is not None:
        yield whole
