"""The fields of one task, each with a number of its own.

    三、实施农村学校改水工程
    （一）责任单位：市教育局
    （二）任务分解：
    1、甲县改水40所。
    （三）完成时限：2008年内

The heading above them is the task, and they are its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wuye_cli.importing.fields.roles import LABEL, mend_labels
from wuye_cli.importing.recognisers.paragraphs import Passage, split_passage
from wuye_cli.importing.recognisers.unnumbered import Group

FIELD = re.compile(r"[^，。；：:（(\d]{2,12}\s*[：:]")  # 项目内容及任务分解：
FEWEST = 2


def fold_fields(groups: list[Group]) -> Iterator[Group]:
    """Put the numbered fields below a heading to its words."""
    at = 0
    while at < len(groups):
        number, passages = groups[at]
        below = _below(groups, at)
        if _are_fields(below):
            yield number, [*passages, *_words(below)]
            at += len(below)
        else:
            yield groups[at]
        at += 1


def _below(groups: list[Group], at: int) -> list[Group]:
    level = groups[at][0].level
    end = next((end for end in range(at + 1, len(groups)) if groups[end][0].level <= level), len(groups))
    return groups[at + 1 : end]


def _are_fields(below: list[Group]) -> bool:
    """Tell labels with their values, one of which says who or when, from steps that name units of their own."""
    level = min((number.level for number, _ in below), default=0)
    fields = [mend_labels(number.rest) for number, _ in below if number.level == level]
    labels = [LABEL.match(words) for words in fields]
    return len(fields) >= FEWEST and any(labels) and all(map(FIELD.match, fields))


def _words(below: list[Group]) -> Iterator[Passage]:
    """Give the fields without their numbers; the steps of a field keep theirs."""
    level = min(number.level for number, _ in below)
    for number, (first, *others) in below:
        start = len(first.text) - len(number.rest) if number.level == level else 0
        yield split_passage(first, [0, start])[1] if start else first
        yield from others
