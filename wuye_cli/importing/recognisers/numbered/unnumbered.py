"""What begins without a number: Markdown and short headings, and paragraphs that each name their own units.

## 规范服务                              a heading, by its signs
1.公开收费标准。公示项目和标准。
市财政局、市审计局                         a heading, since the numbers start again below it
1.落实资金。
（二）保障安全
定期检查电梯。（责任单位：甲局）           two paragraphs of their own
更换老旧管网。
责任单位：乙局
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wuye_cli.importing.fields.numbering import Numbering
from wuye_cli.importing.fields.roles import LABEL, are_names
from wuye_cli.importing.fields.units import find_inline_units
from wuye_cli.importing.paragraphs import Passage, find_mark, is_heading
from wuye_cli.importing.recognisers.numbered.due_labels import take_due

Group = tuple[Numbering, list[Passage]]

OUTERMOST = -6.0  # Markdown headings that stand below no numbered one
PARAGRAPH = 6.0  # a paragraph stands below all numbers
SHORT_HEADING = re.compile(r"[^。；：，、！？:;,.（()）\d]{3,20}[:：]?")
FIRST = re.compile(r"[（(]?\s*(?:1|一)\s*[）).．、]|①")
LISTED = re.compile("^(?:第?[一二三四五六七八九十][是,，]|首先|其次|再次|最后|其中)")  # 一是… belongs to what is above


def mark_headings(passages: tuple[Passage, ...]) -> Iterator[tuple[Numbering | None, Passage]]:
    """Give every passage its number, printed or not; None for what belongs to the one above."""
    hashed: dict[int, float] = {}
    for at, passage in enumerate(passages):
        number = find_mark(passage.text)
        following = passages[at + 1] if at + 1 < len(passages) else None
        if number is None and passage.hashes:
            above = [level for depth, level in hashed.items() if depth < passage.hashes]
            number = Numbering(max(above) + 0.25 if above else OUTERMOST + passage.hashes, "", passage.text, False)
        elif number is None and following and _is_subheading(passage, passages[at - 1] if at else None, following):
            number = Numbering(_level(following) - 0.25, "", passage.text, False)
        if number is not None and passage.hashes:
            hashed = {depth: level for depth, level in hashed.items() if depth < passage.hashes}
            hashed[passage.hashes] = number.level
        yield number, passage


def _is_subheading(passage: Passage, before: Passage | None, following: Passage) -> bool:
    """A short line behind a full sentence and above numbers that start again."""
    ended = before is not None and before.text.endswith(("。", "）", ")", "！", "】"))
    if not ended or not FIRST.match(following.text):
        return False
    return SHORT_HEADING.fullmatch(passage.text) is not None or are_names(passage.text)


def _level(passage: Passage) -> float:
    number = find_mark(passage.text)
    return number.level if number else PARAGRAPH


def split_paragraphs(group: Group) -> Iterator[Group]:
    """Part the paragraphs below a number where several of them name units of their own."""
    number, passages = group
    runs = list(_runs(passages))
    if len(runs) < 2:
        yield group
        return
    has_heading = len(runs[0]) > 1 and (passages[0].hashes > 0 or is_heading(passages[0].text))
    if has_heading:
        runs[:1] = [runs[0][:1], runs[0][1:]]
    yield number, runs[0]
    for run in runs[1:]:
        yield Numbering(PARAGRAPH if has_heading else number.level, "", run[0].text, False), run


def _runs(passages: list[Passage]) -> Iterator[list[Passage]]:
    """Cut behind each paragraph's units; what follows the last ones stays with them."""
    run: list[Passage] = []
    for at, passage in enumerate(passages):
        names = find_inline_units(_text(run)) is not None
        if names and _opens(passage) and find_inline_units(_text(passages[at:])) is not None:
            yield run
            run = []
        run.append(passage)
    yield run


def _opens(passage: Passage) -> bool:
    """Words of their own, neither units nor a deadline nor another label, nor a step of a list."""
    words = find_inline_units(f"。\n{passage.text}")
    is_units = words is not None and words[1].strip("。 \n") == ""
    is_label = LABEL.match(passage.text) is not None or take_due(passage.text)[1] == ""
    return not is_units and not is_label and LISTED.match(passage.text) is None


def _text(passages: list[Passage]) -> str:
    return "\n".join(passage.text for passage in passages)
