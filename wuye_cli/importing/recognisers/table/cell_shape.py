"""How the text of a cell may begin and end, by the field it fills.

    市民政局、各县        -> breaks off
    （市）区人民政府      -> may be a whole cell, but ends no name
    市民政局、市财政局    -> whole

Told for the sake of lines that may belong to the cell above or to the one below.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.paragraphs import open_brackets
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE

BAD_END = 1.5
BROKEN = 3.0
NOBODY = frozenset({"", "/", "／", "—", "-", "无"})
DITTO = re.compile(r"[（(]?同\s*[上前]\s*[）)]?[。.]?|[〃″＂\"]|''|”")  # 同上   （同上）   〃
NUMBER = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.、．]?")  # 3   3.   （三）
NO_UNITS = re.compile(r"[。；%％]|\d")
LONGEST_DEADLINE_LINE = 16
LONGEST_NAME = 16


@lru_cache(maxsize=10_000)
def misfit(field: str, line: str) -> float:
    """Say how little a line looks like one of a cell of this field."""
    if field == "no":
        return 0.0 if NUMBER.fullmatch(line) else 1.0
    if field == "deadline":
        return float("。" in line or len(line) > LONGEST_DEADLINE_LINE or COMPLETE.search(line) is not None)
    if field in UNIT_FIELDS:
        return float((NO_UNITS.search(line) is not None and not is_names(line)) or is_deadline(line))
    return 0.5 * float(NUMBER.fullmatch(line) is not None or is_deadline(line) or is_names(line))


def is_names(line: str) -> bool:
    """Tell a line of whole unit names, with or without a full stop: 市民政局、市财政局."""
    names = [name for name in re.split("[、，,]", line.rstrip("。")) if name]
    return bool(names) and all(COMPLETE.search(name) and len(name) <= LONGEST_NAME for name in names)


def badness(field: str, cell: str) -> float:
    """Say how unlikely it is that a cell of this field begins and ends as this text does."""
    if open_brackets(cell) != 0 or cell[:1] in tuple("、，；）") or cell[-1:] in tuple("、，；（"):
        return BROKEN
    if field in UNIT_FIELDS:
        return 0.0 if COMPLETE.search(cell.rstrip("。")) or cell in NOBODY else BAD_END
    if field == "content":
        return 0.0 if cell.endswith(("。", "！", "）", "；")) else BAD_END
    if field == "deadline":
        return 0.0 if is_deadline(cell) else BAD_END
    return 0.0
