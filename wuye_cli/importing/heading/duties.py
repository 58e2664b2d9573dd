"""Standing duties of units, from an annex on who is responsible for what, or a section of the body.

    市住建局                    四、责任分工
    1.制定管理制度。              （一）市住建局：负责指导。
    2.开展监督检查。              （二）市公安局、市司法局：负责查处。

In an annex a name is a short line without a sentence; what follows it are its duties, one per number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import DraftDuty
from wuye_cli.importing.fields.roles import are_names
from wuye_cli.importing.fields.units import find_leading_units, split_units
from wuye_cli.importing.heading.lines import read_lines
from wuye_cli.importing.paragraphs import find_mark
from wuye_cli.importing.recognisers.numbered.outline import Entry, read_entries, read_parts
from wuye_cli.importing.recognisers.numbered.sections import read_bare
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE
from wuye_cli.importing.recognisers.text_table.header_lines import find_header_lines, find_header_stacks

DUTIES_TITLE = re.compile("(?:责任|职责|任务)分工|职责")
DUTIES_SECTION = re.compile("(?:明确)?(?:责任分工|职责分工|(?:部门|单位|成员单位|工作|主要)职责(?:分工)?)")
TABLE_HEADING = re.compile("(?:管理|主要|工作)?(?:职责|责任)(?:范围|内容|分工)?|(?:责任)?(?:单位|部门)(?:名称)?|序号")
# (二)乡(镇)人民政府管理职责: the heading names the unit
HEADING_TAIL = re.compile("(?:的)?(?:管理|工作|主要)?(?:职责|责任)(?:分工)?$")
NAME_LIMIT = 15
LEVELS = (("乡|镇|街道", "街道（乡镇）"), ("^各?县|^区", "县（市、区）"), ("^[市州盟]", "市级"), ("^省", "省级"))


@dataclass(slots=True)
class _Reading:
    """Reading down an annex: the unit at hand, and name lines that may still go on."""

    unit: str = ""
    names: tuple[str, ...] = ()


def read_duties(document: Document) -> tuple[DraftDuty, ...]:
    """Read the annexes and sections that share out duties."""
    return (*_read_annexes(document), *_read_sections(document))


def _read_annexes(document: Document) -> Iterator[DraftDuty]:
    tables = [line.first for find in (find_header_lines, find_header_stacks) for line in find(document)]
    for part in read_parts(document):
        has_table = any(part.first <= first <= part.last for first in tables)
        if part.is_annex and DUTIES_TITLE.search(part.title) and not has_table:
            yield from _duties(tuple(read_lines(document, part.first + 1, part.last)), part.title)


def _read_sections(document: Document) -> Iterator[DraftDuty]:
    for part in read_parts(document):
        for entry in read_entries(document, part) if not part.is_annex else ():
            if entry.is_leaf and any(DUTIES_SECTION.fullmatch(read_bare(heading)) for heading in entry.above):
                yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[DraftDuty]:
    """Give the duty to the units that open the paragraph, else to those that the heading over it names."""
    words = "\n".join(entry.lines)
    above = read_bare(entry.above[-1])
    opening = find_leading_units(words)
    units = opening[0].responsible if opening else above if are_names(above) else ""
    for unit in split_units(units):
        yield DraftDuty(unit, _level(unit), opening[1] if opening else words)


def _duties(lines: tuple[str, ...], title: str) -> Iterator[DraftDuty]:
    reading = _Reading()
    for line in lines:
        if TABLE_HEADING.fullmatch(line) or (line in title and not reading.unit):
            continue
        number = find_mark(line)
        if number is not None and number.level <= 2:
            reading = _Reading(unit=HEADING_TAIL.sub("", number.rest))
        elif number is None and _is_name(line):
            reading = _Reading(names=(*reading.names, line))
        elif not line.endswith(("：", ":")):
            reading = _Reading(unit=_unit(reading.names) or reading.unit)
            if reading.unit:
                yield DraftDuty(reading.unit, _level(reading.unit), number.rest if number else line)


def _is_name(line: str) -> bool:
    return len(line) <= NAME_LIMIT and not re.search("[，。；：,;:]", line)


def _unit(names: tuple[str, ...]) -> str:
    """Whole names one below the other are a class and its unit; broken ones are one name."""
    if len(names) > 1 and all(COMPLETE.search(name) for name in names):
        return names[-1]
    return "".join(names)


def _level(unit: str) -> str:
    return next((level for words, level in LEVELS if re.search(words, unit)), "")
