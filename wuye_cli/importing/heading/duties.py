"""Standing duties of units, from an annex on who is responsible for what.

    市住建局
    1.制定管理制度。
    2.开展监督检查。

A name is a short line without a sentence; what follows it are its duties, one per number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import DraftDuty
from wuye_cli.importing.heading.lines import read_lines
from wuye_cli.importing.recognisers.header_lines import find_header_lines, find_header_stacks
from wuye_cli.importing.recognisers.outline import read_parts
from wuye_cli.importing.recognisers.paragraphs import find_mark
from wuye_cli.importing.recognisers.unit_columns import COMPLETE

DUTIES_TITLE = re.compile("(?:责任|职责|任务)分工|职责")
TABLE_HEADING = re.compile("(?:管理|主要|工作)?(?:职责|责任)(?:范围|内容|分工)?|(?:责任)?(?:单位|部门)(?:名称)?|序号")
# (二)乡(镇)人民政府管理职责: the heading names the unit
HEADING_TAIL = re.compile("(?:的)?(?:管理|工作|主要)?(?:职责|责任)(?:分工)?$")
NAME_LIMIT = 15
LEVELS = (("乡|镇|街道", "街道（乡镇）"), ("^各?县|^区", "县（市、区）"), ("^市", "市级"), ("^省", "省级"))


@dataclass(slots=True)
class _Reading:
    """Reading down an annex: the unit at hand, and name lines that may still go on."""

    unit: str = ""
    names: tuple[str, ...] = ()


def read_duties(document: Document) -> tuple[DraftDuty, ...]:
    """Read the annexes that share out duties."""
    tables = [line.first for find in (find_header_lines, find_header_stacks) for line in find(document)]
    return tuple(
        duty
        for part in read_parts(document)
        if part.is_annex and DUTIES_TITLE.search(part.title)
        if not any(part.first <= first <= part.last for first in tables)
        for duty in _duties(tuple(read_lines(document, part.first + 1, part.last)), part.title)
    )


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
