"""A column of running numbers that no heading names: it has none, or shares that of the words beside it.

    工作任务 | 具体要求 | ←          | 责任科室        工作任务→具体要求→责任科室
    强化公开 | 1        | 清理文件。 | 办公室          强化公开→1→清理文件。→办公室
    深化解读 | 2        | 丰富形式。 | 各科室          深化解读→2→丰富形式。→各科室

On the right the heading was pasted as text, so that the rows have one cell more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from wuye_cli.importing.recognisers.table.header import Column, Header, Row, squash

NUMBER = re.compile(r"[（(]?(\d{1,3})[）)]?[.、．]?")  # 3   3.   （3）
FEWEST_WIDE = 2


def name_numbers(header: Header, rows: Sequence[Row]) -> Header:
    """Name the column of running numbers, or add one to the headings where the rows have one cell more."""
    columns = header.columns
    wide = [row for row in rows if len(row) == len(columns) + 1]
    if header.indexes("no"):
        return header
    if len(wide) >= FEWEST_WIDE:
        at = next((at for at in range(len(columns)) if _run_on(wide, at, "")), None)
        added = () if at is None else (*columns[:at], Column("no", ""), *columns[at:])
        return replace(header, columns=added or columns)
    at = next(
        (at for at in range(len(columns) - 1) if _is_shared(columns, at) and _run_on(rows, at, columns[at].heading)),
        None,
    )
    return (
        header
        if at is None
        else replace(header, columns=(*columns[:at], replace(columns[at], field="no"), *columns[at + 1 :]))
    )


def _is_shared(columns: Sequence[Column], at: int) -> bool:
    return columns[at].heading in {"", columns[at + 1].heading}


def _run_on(rows: Sequence[Row], at: int, heading: str) -> bool:
    """Whether the cells of a column are numbers, each above the one before."""
    texts = [squash(row[at].text) for row in rows if at < len(row) and not row[at].merged]
    found = [NUMBER.fullmatch(text) for text in texts if text not in {"", heading}]
    numbers = [int(one[1]) for one in found if one]
    return len(numbers) == len(found) > 0 and all(above < below for above, below in pairwise(numbers))
