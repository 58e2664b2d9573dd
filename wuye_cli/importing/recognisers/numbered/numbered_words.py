"""Numbered lines that are words of the paragraph above: the fields of one task, the cases that a rule holds for.

    三、实施农村学校改水工程              （二）严格准入。申请应当符合以下条件：
    （一）责任单位：市教育局              1.具有固定场所；
    （二）任务分解：                      2.制度健全。
    1、甲县改水40所。
    （三）完成时限：2008年内

Fields lose their numbers, cases keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.fields.roles import LABEL, mend_labels
from wuye_cli.importing.fields.units import find_inline_units
from wuye_cli.importing.paragraphs import Passage, split_passage
from wuye_cli.importing.recognisers.numbered.unnumbered import Group

FIELD = re.compile(r"[^，。；：:（(\d]{2,12}\s*[：:]")  # 项目内容及任务分解：
FEWEST, LONGEST = 2, 12
# 符合以下条件：   属于下列情形之一的，应当整治：
CASES = re.compile("(?:以下|下列)[^，。；：:]{0,6}(?:情形|情况|条件|标准|类型|范围)(?:之一)?[^。；：:]{0,30}[：:]$")


def fold_words(groups: list[Group]) -> Iterator[Group]:
    """Put the numbered fields below a heading, and cases below the rule that holds for them, to its words."""
    at = 0
    while at < len(groups):
        number, passages = groups[at]
        below = _below(groups, at)
        words = list(_fold(passages[-1], below))
        yield number, [*passages, *words]
        at += 1 + len(below) * bool(words)


def _fold(opening: Passage, below: list[Group]) -> Iterator[Passage]:
    if _are_fields(below):
        yield from _without_numbers(below)
    elif _are_cases(opening, below):
        yield from (passage for _, passages in below for passage in passages)


def _below(groups: list[Group], at: int) -> list[Group]:
    level = groups[at][0].level
    end = next((end for end in range(at + 1, len(groups)) if groups[end][0].level <= level), len(groups))
    return groups[at + 1 : end]


def _are_fields(below: list[Group]) -> bool:
    """Tell labels with their values, one of which says who or when, from steps that name units of their own."""
    level = min((number.level for number, _ in below), default=0)
    fields = [number.rest for number, _ in below if number.level == level]
    if len(fields) < FEWEST or not all(FIELD.match(_as_label(words)) for words in fields):
        return False
    return any(LABEL.match(_as_label(words)) for words in fields)


def _as_label(words: str) -> str:
    """Give a label the colon that it lost, also where its value stands on the next line."""
    return f"{words}：" if len(words) <= LONGEST and find_field(words) else mend_labels(words)


def _are_cases(opening: Passage, below: list[Group]) -> bool:
    """Tell cases from steps below a sentence that announces cases; these name no units."""
    texts = (passage.text for _, passages in below for passage in passages)
    return bool(below) and CASES.search(opening.text) is not None and not any(map(find_inline_units, texts))


def _without_numbers(below: list[Group]) -> Iterator[Passage]:
    """Give the fields without their numbers; the steps of a field keep theirs."""
    level = min(number.level for number, _ in below)
    for number, (first, *others) in below:
        yield _as_field(first, number.rest) if number.level == level else first
        yield from others


def _as_field(first: Passage, words: str) -> Passage:
    start = len(first.text) - len(words)
    bare = split_passage(first, [0, start])[1] if start else first
    return replace(bare, text=_as_label(words))
