"""What a numbered document asks to be done: its innermost paragraphs, each with the units it prints, if any.

    （一）规范服务
    1.公开收费标准。在小区出入口公示。（责任单位：市发改委）

Numbered steps whose units stand only once, above or below all of them, are one item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wuye_cli.importing.document import Document, Locator
from wuye_cli.importing.fields.roles import are_names, as_role
from wuye_cli.importing.fields.scopes import count_items
from wuye_cli.importing.fields.units import InlineUnits, find_inline_units, find_leading_units, find_said_units
from wuye_cli.importing.paragraphs import OWN_BRACKET, split_heading
from wuye_cli.importing.recognisers.numbered.due_labels import find_due, take_due
from wuye_cli.importing.recognisers.numbered.outline import Entry, Part, read_entries, read_parts
from wuye_cli.importing.recognisers.numbered.sections import holds_tasks, read_bare
from wuye_cli.importing.recognisers.text_table.header_lines import find_header_lines, find_header_stacks

NO_OFFICE = re.compile("[格布大全开结战棋破时困僵]局$|场所$|社会$|全部$|内部$")  # ends like an office: 优化专业布局
SAYS_WHO = re.compile(  # 县教育局牵头工作（8项）, 由县发改局负责的重点任务
    r"由?(?P<units>.+?)(?P<does>牵头|主办|负责|承办|承担)(?:负责|落实|组织|实施|推进|的|重点|主要|工作|任务|事项|项目)*(?:[（(]共?\d+[项个件条][）)])?"
)
STANDING_DUTIES = re.compile("(?:责任|职责)分工|(?:部门|单位|工作)职责")  # an annex of who is responsible for what


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do; `above` are the headings over it, `heading` is its own with the number.

    `due` is what a label beside the units, or a dated heading above, says of the deadline; `share` counts the items,
    this one and those before it, that its units are said of.
    """

    no: str
    heading: str
    title: str
    content: str
    above: tuple[str, ...]
    units: InlineUnits | None
    due: str | None
    first: int
    last: int
    at: Locator
    share: int = 1


def read_items(document: Document) -> Iterator[tuple[Part, tuple[Item, ...]]]:
    """Read the items of every part, up to the task table that it may hold."""
    tables = [line.first for find in (find_header_lines, find_header_stacks) for line in find(document)]
    for part in read_parts(document):
        last = min([part.last, *(first - 1 for first in tables if first >= part.first)])
        entries = read_entries(document, Part(part.first, last, part.title, part.is_annex))
        yield part, _share_units(_items(entries, standing=STANDING_DUTIES.search(part.title) is not None))


def group_items(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """Put together the items that share a line, since a line belongs to one claim."""
    group: list[Item] = []
    for item in items:
        if group and item.first > group[-1].last:
            yield tuple(group)
            group = []
        group.append(item)
    if group:
        yield tuple(group)


def _items(entries: tuple[Entry, ...], *, standing: bool) -> Iterator[Item]:
    at = 0
    while at < len(entries):
        below = _below(entries, at)
        if below and _units_stand_once(entries[at], below):
            yield _item(entries[at], below, standing=standing)
            at += len(below)
        elif entries[at].is_leaf and (entries[at].number.printed or _find_units(entries[at])):
            yield _item(entries[at], (), standing=standing)
        at += 1


def _share_units(items: Iterable[Item]) -> tuple[Item, ...]:
    """Give the items before a sentence about several of them the units it names: 4项目标的责任单位均为甲局."""
    shared: list[Item] = []
    for item in items:
        shared.append(item)
        for at in range(len(shared) - 2, max(len(shared) - 1 - item.share, -1), -1):
            if shared[at].units or shared[at].above != item.above:
                break
            shared[at] = replace(shared[at], units=item.units)
    return tuple(shared)


def _below(entries: tuple[Entry, ...], at: int) -> tuple[Entry, ...]:
    level = entries[at].number.level
    end = at + 1
    while end < len(entries) and entries[end].number.level > level:
        end += 1
    return entries[at + 1 : end]


def _units_stand_once(entry: Entry, below: tuple[Entry, ...]) -> bool:
    """Whether the steps below an entry share one line of units, the entry's own or that behind the last step."""
    if entry.number.level <= 1 or not all(step.is_leaf for step in below):
        return False
    if any(map(_find_units, below[:-1])):
        return False
    own, last = _find_units(entry), _find_units(below[-1])
    if own is not None:
        return last is None
    return last is not None and len(below) > 1 and OWN_BRACKET.match(below[-1].lines[-1]) is not None


def _find_units(entry: Entry) -> tuple[InlineUnits, str] | None:
    return find_inline_units("\n".join(entry.lines))


def _item(entry: Entry, steps: tuple[Entry, ...], *, standing: bool) -> Item:
    words = "\n".join([*entry.lines, *(passage.text for step in steps for passage in step.passages)])
    share = count_items(words)
    found = find_inline_units(words) or (None if standing else _find_bare_units(entry, words))
    units, words = found or (None, words)
    due, words = take_due(words)
    title, content = _cut(words, alone=len(entry.lines) > 1 or bool(steps))
    last = steps[-1].last if steps else entry.last
    due = due or find_due(entry.above)
    no, above = entry.number.no, entry.above
    return Item(no, entry.heading, title, content, above, units, due, entry.first, last, entry.at, share)


def _find_bare_units(entry: Entry, words: str) -> tuple[InlineUnits, str] | None:
    """Find the units that open or end the paragraph, or that a heading names; standing duties are no tasks."""
    if not holds_tasks(entry.above, entry.heading):
        return None
    if found := find_leading_units(words) or find_said_units(words):
        return found
    above = next((units for heading in reversed(entry.above) if (units := _read_heading_units(heading))), None)
    return (above, words) if above else None


def _read_heading_units(heading: str) -> InlineUnits | None:
    bare = read_bare(heading)
    if (says := SAYS_WHO.fullmatch(bare)) and are_names(says["units"]):
        return as_role(says["does"], says["units"])
    found = find_inline_units(bare)
    is_name = are_names(bare) and not NO_OFFICE.search(bare)
    return InlineUnits(responsible=bare) if is_name else found and found[0]


def _cut(words: str, *, alone: bool) -> tuple[str, str]:
    """Part the heading from the text: a line of its own, else the heading sentence."""
    line, _, more = words.partition("\n")
    title, rest = split_heading(line)
    if alone and more and "。" not in line and len(line) <= len(title) + 40:
        return line.strip(), more.strip()
    return title, "\n".join(part for part in (rest, more) if part).strip()
